import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../cli/config.ts'
import { openWriter, probeEndpoint, toEndpoint } from '../../cli/language-model.ts'
import { type Behaviour, fails, openStub } from '../answer/generate/stub-endpoint.ts'

async function probe(behaviour: Behaviour, env: Record<string, string> = {}) {
  const stub = await openStub(behaviour)
  const config = parseConfig({ LLM_BASE_URL: stub.baseUrl, LLM_MODEL: 'klein-1', ...env })
  return { stub, state: await probeEndpoint(toEndpoint(config)!) }
}

const lists = (...ids: string[]) => fails(200, JSON.stringify({ data: ids.map((id) => ({ id })) }))

describe('asking an endpoint whether it answers', () => {
  it.each<[string, Behaviour, boolean, RegExp]>([
    ['has the model', lists('gross-1', 'klein-1'), true, /„klein-1“ steht .* bereit/u],
    ['has another model', lists('gross-1'), false, /kein Modell „klein-1“, aber „gross-1“.*LLM_MODEL/u],
    ['has none', lists(), false, /kein Modell „klein-1“\. Bitte LLM_MODEL/u],
    ['lists none', fails(404), true, /nennt aber seine Modelle nicht/u],
    ['lists something else', fails(200, '{"data":[null,1]}'), false, /LLM_MODEL/u],
    ['answers with HTML', fails(200, '<html>'), true, /nennt aber/u],
    ['refuses the key', fails(401), false, /Schlüssel.*401.*LLM_API_KEY/u],
    ['fails', fails(503), false, /503/u],
    ['redirects', (response) => response.writeHead(302, { Location: '/' }).end(), false, /antwortet nicht/u],
    ['hangs up', (response) => response.destroy(), false, /LLM_BASE_URL/u],
  ])('that %s', async (_how, behaviour, isUsable, message) => {
    const { state } = await probe(behaviour)
    expect(state).toEqual({ isUsable, message: expect.stringMatching(message) })
  })

  it('sends the key and no text, and never shows the key', async () => {
    const { stub, state } = await probe(fails(401), { LLM_API_KEY: 'sk-geheim' })
    expect(stub.requests.map(({ path, body }) => [path, body])).toEqual([['/v1/models', null]])
    expect(stub.requests[0]!.headers.authorization).toBe('Bearer sk-geheim')
    expect(JSON.stringify(state)).not.toContain('geheim')
  })
})

describe('the writer', () => {
  it('is absent without the settings', async () => {
    expect(await openWriter(parseConfig({}))).toBeUndefined()
  })

  it('has the name, context and limits of the settings, and connects to nothing', async () => {
    const stub = await openStub(fails(500))
    const writer = await openWriter(
      parseConfig({
        LLM_BASE_URL: stub.baseUrl,
        LLM_MODEL: 'klein-1',
        LLM_CONTEXT_TOKENS: '8192',
        LLM_FIRST_TOKEN_TIMEOUT_SECONDS: '5',
        LLM_TIMEOUT_SECONDS: '7',
      }),
    )
    expect(writer).toMatchObject({
      model: { name: 'klein-1', contextTokens: 8192 },
      limits: { firstTokenMs: 5000, totalMs: 7000 },
    })
    expect(stub.requests).toEqual([])
  })
})
