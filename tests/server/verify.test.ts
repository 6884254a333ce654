import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createAnalyser } from '../../search/german/analyser.ts'
import type { Hit } from '../../search/retriever.ts'
import type { Snapshot } from '../../search/snapshot.ts'
import { errorEnvelopeSchema, verifyResponseSchema } from '../../server/wire.ts'
import { fakeApp, fakeRetriever, fakeSnapshot, post, TEXT } from './fakes.ts'

function verifyApp(options: Parameters<typeof fakeApp>[0] = {}) {
  const lexical = { analyser: createAnalyser(), idf: () => 1 }
  const snapshot: Snapshot = Object.defineProperty(fakeSnapshot(), 'lexical', { value: lexical })
  const { search } = fakeRetriever(snapshot)
  const asked: (string[] | undefined)[] = []
  const retriever = {
    search: async (request: Parameters<typeof search>[0]) => {
      asked.push(request.documentIds)
      const result = await search(request)
      const withSentences = (hit: Hit): Hit => ({
        ...hit,
        sentences: hit.passage.sentences.map((sentence) => ({ ...sentence, denseScore: 0.9 })),
      })
      return { ...result, hits: result.hits.map(withSentences) }
    },
  }
  return { ...fakeApp({ ...options, index: { snapshot, retriever } }), asked }
}

const { app, asked } = verifyApp()
const strict = <Shape extends z.core.$ZodLooseShape>(schema: z.ZodObject<Shape>) =>
  z.strictObject(schema.shape)

async function verify(text: string) {
  const response = await post(app, '/api/v1/verify', { text })
  expect(response.status).toBe(200)
  return strict(verifyResponseSchema).parse(await response.json())
}

describe('POST /api/v1/verify', () => {
  it('cites what bears a sentence out, with offsets that slice back on both sides', async () => {
    const text = '  ## Wege\n\nZuerst muss man die Leitstelle informieren. [1]'
    const { sentences, sources, skipped } = await verify(text)
    expect(sentences).toHaveLength(1)
    const [sentence] = sentences
    expect(sentence!.verdict).toBe('supported')
    expect(text.slice(sentence!.start, sentence!.end)).toBe(sentence!.text)
    const [citation] = sentence!.citations
    expect(TEXT.slice(citation!.start, citation!.end)).toBe(citation!.quote)
    expect(sources[citation!.source - 1]).toMatchObject({ n: citation!.source, documentId: 'leitfaden' })
    expect(skipped).toMatchObject([{ text: 'Wege', reason: 'heading' }])
  })

  it('says what is wrong with a sentence', async () => {
    const { sentences } = await verify('Zuerst ist die Leitstelle nicht zu informieren.')
    expect(sentences[0]!.verdict).toBe('unsupported')
    expect(sentences[0]!.checks).toContainEqual(expect.objectContaining({ check: 'negation', ok: false }))
  })

  it('cites nothing where no document says anything about it', async () => {
    const { sentences, sources } = await verify('Das Freibad öffnet im Mai.')
    expect(sentences).toMatchObject([{ verdict: 'unsupported', citations: [] }])
    expect(sources).toEqual([])
  })

  it('a text without a claim has no sentences', async () => {
    expect(await verify('Was ist zu tun?')).toMatchObject({
      sentences: [],
      skipped: [{ reason: 'question' }],
    })
  })

  it('looks only into the documents that are named', async () => {
    await post(app, '/api/v1/verify', { text: 'Die Leitstelle wird informiert.', documentIds: ['leitfaden'] })
    expect(asked.at(-1)).toEqual(['leitfaden'])
  })

  it.each([
    ['no text', {}, 422, 'invalid_request', /Der Text fehlt/],
    ['a number', { text: 5 }, 422, 'invalid_request', /keine Zeichenkette/],
    ['a blank text', { text: ' \n' }, 422, 'invalid_request', /Der Text ist leer/],
    ['an unknown document', { text: 'Ein Satz.', documentIds: ['nie'] }, 422, 'unknown_document', /„nie“/],
    ['broken JSON', '{"text":', 400, 'invalid_json', /JSON/],
    ['too much text', { text: 'Wort '.repeat(20_000) }, 413, 'payload_too_large', /zu groß/],
  ])('%s is refused with a German message', async (_title, body, status, code, message) => {
    const response = await post(app, '/api/v1/verify', body)
    const { error } = errorEnvelopeSchema.parse(await response.json())
    expect([response.status, error.code]).toEqual([status, code])
    expect(error.message).toMatch(message)
  })

  it('GET is not allowed, and another media type not accepted', async () => {
    expect((await app.request('/api/v1/verify')).status).toBe(405)
    const headers = { 'Content-Type': 'text/plain' }
    expect((await app.request('/api/v1/verify', { method: 'POST', headers, body: 'x' })).status).toBe(415)
  })

  it('counts against the limit of questions, and is described', async () => {
    const limited = verifyApp({ settings: { rateLimitPerMinute: 1 } }).app
    const ask = () => post(limited, '/api/v1/verify', { text: 'Die Leitstelle wird informiert.' })
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 429])
    const { paths } = await (await app.request('/openapi.json')).json()
    expect(paths).toHaveProperty('/api/v1/verify')
  })
})
