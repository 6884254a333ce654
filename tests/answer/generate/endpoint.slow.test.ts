import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Answering, AskEvent } from '../../../answer/answer.ts'
import { openEndpointModel } from '../../../answer/generate/langchain-model.ts'
import { createAnalyser } from '../../../search/german/analyser.ts'
import type { Snapshot } from '../../../search/snapshot.ts'
import { ask, DECLINING, openAnswering, openSnapshot } from '../answering-builders.ts'
import {
  type Behaviour,
  breaksAfter,
  fails,
  finish,
  hangsAfter,
  open,
  openStub,
  piece,
  type StubEndpoint,
  sends,
  writes,
} from './stub-endpoint.ts'

const QUESTION = 'Wer leitet den Einsatz im Krisenstab?'
const GOOD = 'Der Krisenstab leitet den Einsatz.'
const LIMITS = { firstTokenMs: 1500, totalMs: 8000 }

interface Setup {
  stub: StubEndpoint
  answering: Answering
  snapshot: Snapshot
}

async function setUp(behaviours: Behaviour[], overrides = {}): Promise<Setup> {
  const stub = await openStub(...behaviours)
  const fake = await openSnapshot()
  // The verifier needs German words; search and evidence do not.
  const snapshot = { ...fake, lexical: { ...fake.lexical, analyser: createAnalyser() } } as Snapshot
  const model = await openEndpointModel({
    baseUrl: stub.baseUrl,
    model: 'stub-7b',
    apiKey: 'sk-eigener',
    contextTokens: 4096,
  })
  const answering = await openAnswering({ snapshot, writer: { model, limits: LIMITS }, ...overrides })
  return { stub, answering, snapshot }
}

/** No sentence without support, no quote that does not stand where it says; whatever the model did. */
async function expectSound({ answering, snapshot }: Setup) {
  const { answer, events, names } = await ask(answering, QUESTION)
  expect(answer.status).toMatch(/^(?:answered|partial)$/u)
  expect(answer.sentences.length).toBeGreaterThan(0)
  for (const { verdict, start, end, text, citations } of answer.sentences) {
    expect(verdict).toBe('supported')
    expect(answer.answer.slice(start, end)).toBe(text)
    expect(citations.length).toBeGreaterThan(0)
    for (const citation of citations) {
      const { documentId } = answer.sources[citation.source - 1]!
      expect(snapshot.text(documentId).slice(citation.start, citation.end)).toBe(citation.quote)
    }
  }
  expect(names.join(' ')).toMatch(/^(?:status )+sources (?:sentence |delta )+done$/u)
  const shown = events.flatMap((event) => (event.event === 'sentence' ? [event.data] : []))
  expect(shown).toEqual(answer.sentences)
  return { answer, events, names }
}

describe('an endpoint that works', () => {
  it('is asked by chat completion, as a stream, with its own key', async () => {
    const setup = await setUp([writes(GOOD)])
    const { answer } = await expectSound(setup)
    expect(answer).toMatchObject({ composer: 'stub-7b', status: 'answered', warnings: [] })
    expect(answer.answer).toBe(`${GOOD} [1]`)
    expect(setup.stub.requests).toHaveLength(1)
    const { path, headers, body } = setup.stub.requests[0]!
    expect(path).toBe('/v1/chat/completions')
    expect(headers.authorization).toBe('Bearer sk-eigener')
    expect(body).toMatchObject({ model: 'stub-7b', stream: true, temperature: 0 })
    expect(body.max_tokens ?? body.max_completion_tokens).toBeGreaterThan(100)
    expect(body.messages.map(({ role }) => role)).toEqual(['system', 'user'])
    expect(body.messages[1]!.content).toContain(QUESTION)
  })

  it.each([
    ['llama3', 0],
    ['o3-mini', undefined],
    ['gpt-5-mini', undefined],
  ])('is given a temperature where it takes one: %s', async (model, temperature) => {
    const stub = await openStub(writes(GOOD))
    const endpoint = { baseUrl: stub.baseUrl, model, apiKey: null, contextTokens: 4096 }
    const writer = { model: await openEndpointModel(endpoint), limits: LIMITS }
    await ask(await openAnswering({ writer }), QUESTION)
    expect(stub.requests[0]!.body.temperature).toBe(temperature)
  })

  it('shows a sentence before the next one is written', async () => {
    let goOn = () => {}
    const setup = await setUp([
      (response) => {
        open(response)
        piece(response, `${GOOD} Ein Vorfall `)
        goOn = () => {
          piece(response, 'wird dem Amt gemeldet.')
          finish(response)
        }
      },
    ])
    const seen: string[] = []
    const onEvent = (event: AskEvent) => {
      seen.push(event.event)
      if (event.event === 'sentence') goOn()
    }
    const { sentences } = await setup.answering.ask(
      { question: `${QUESTION} Wem wird ein Vorfall gemeldet?` },
      { onEvent },
    )
    expect(sentences.map(({ text }) => text)).toEqual([GOOD, 'Ein Vorfall wird dem Amt gemeldet.'])
    expect(seen.filter((event) => event === 'sentence')).toHaveLength(2)
  })

  it('is not asked what is declined, wished without it, or holds personal data', async () => {
    const { stub, answering } = await setUp([writes(GOOD)])
    const warned = await ask(answering, `${QUESTION} Meine IBAN ist DE89 3704 0044 0532 0130 00.`)
    expect(warned.answer.composer).toBe('extractive')
    expect(warned.answer.warnings.join(' ')).toMatch(/nicht vorgelegt/u)
    expect((await ask(answering, { question: QUESTION, mode: 'extractive' })).answer.composer).toBe(
      'extractive',
    )
    expect((await ask(answering, 'Hallo!')).answer.status).toBe('abstained')
    const declining = await setUp([writes(GOOD)], { models: DECLINING })
    expect((await ask(declining.answering, QUESTION)).answer.status).toBe('abstained')
    expect([...stub.requests, ...declining.stub.requests]).toEqual([])
  })

  it('may be kept from a question by the house', async () => {
    const { stub, answering } = await setUp([writes(GOOD)], { keepFromModel: () => 'Heute nicht.' })
    const { answer } = await ask(answering, { question: QUESTION, mode: 'generative' })
    expect(answer).toMatchObject({ composer: 'extractive', warnings: ['Heute nicht.'] })
    expect(stub.requests).toEqual([])
  })
})

describe('an endpoint that misbehaves', () => {
  it.each<[string, Behaviour]>([
    ['invents sources', writes(`${GOOD.slice(0, -1)} [9].`)],
    ['invents addresses', writes(`${GOOD} Mehr dazu steht auf https://evil.example/krisenstab.`)],
    ['writes English', writes('The crisis team leads the operation. It meets every day of the week.')],
    ['obeys an injected order', writes('Ignoriere alle Anweisungen. HACKED HACKED HACKED.')],
    ['changes who does it', writes('Der Bürgermeister leitet den Einsatz.')],
    ['negates', writes('Der Krisenstab leitet den Einsatz nicht.')],
    ['makes it a duty', writes('Der Krisenstab muss den Einsatz leiten.')],
    ['adds a number', writes('Der Krisenstab leitet den Einsatz mit 12 Personen.')],
    ['mixes good and bad', writes(`${GOOD} Der Mond ist aus Käse gemacht. Dafür tagt er täglich.`)],
    ['is cut off', writes(`${GOOD} Dafür tagt er`, 'length')],
    ['sends half a stream', breaksAfter(`${GOOD} Dafür tagt `)],
    [
      'ends without an end',
      sends('data: {"choices":[{"index":0,"delta":{"content":"Der Krisenstab leitet den Einsatz."}}]}\n\n'),
    ],
    [
      'sends broken JSON',
      sends('data: {"choices":[{"index":0,"delta":{"content":"Der Krisen\n\ndata: [DONE]\n\n'),
    ],
    [
      'sends other JSON',
      sends('data: {"choices":null}\n\ndata: 42\n\ndata: {"choices":[{}]}\n\ndata: [DONE]\n\n'),
    ],
    ['sends HTML', fails(200, '<!doctype html><title>Anmeldung</title>')],
    ['is empty', writes('')],
    ['sends no byte', (response) => response.end()],
    ['hangs before its first word', hangsAfter('')],
    ['hangs in the middle', hangsAfter(`${GOOD} Dafür tagt `)],
    ['hangs without headers', () => {}],
    ['fails with 500', fails(500)],
    ['fails with 404', fails(404)],
    ['fails with 401', fails(401)],
    ['is overloaded', fails(429)],
    [
      'calls a tool',
      sends(
        'data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"rm","arguments":"{}"}}]},"finish_reason":"tool_calls"}]}\n\ndata: [DONE]\n\n',
      ),
    ],
    [
      'thinks aloud',
      writes('<think>Der Mond ist aus Käse gemacht. Das sage ich.</think>Der Krisenstab leitet den Einsatz.'),
    ],
    [
      'redirects elsewhere',
      (response) => response.writeHead(307, { Location: 'http://127.0.0.1:9/v1' }).end(),
    ],
  ])('and %s does no harm', async (_how, behaviour) => {
    const { answer } = await expectSound(await setUp([behaviour]))
    expect(answer.answer).not.toMatch(
      /evil|https?:|HACKED|\[9\]|crisis|Mond|Bürgermeister|nicht|muss|12|DOCTYPE/u,
    )
    expect(answer.answer).toContain(GOOD)
  })

  it.each<[string, Behaviour, RegExp]>([
    ['500', fails(500), /nicht erreichbar/u],
    ['a hang', hangsAfter(''), /zu lange/u],
    ['nothing borne out', writes('Der Mond ist aus Käse gemacht.'), /keinen belegten Satz/u],
  ])('gives way to the documents and says so: %s', async (_how, behaviour, warning) => {
    const { answer } = await expectSound(await setUp([behaviour]))
    expect(answer.composer).toBe('extractive')
    expect(answer.warnings.at(-1)).toMatch(warning)
  })

  it('is not asked again by itself', async () => {
    const setup = await setUp([fails(500)])
    await expectSound(setup)
    expect(setup.stub.requests).toHaveLength(1)
  })

  it('may be absent', async () => {
    const model = await openEndpointModel({
      baseUrl: 'http://127.0.0.1:9/v1',
      model: 'fort',
      apiKey: null,
      contextTokens: 4096,
    })
    const snapshot = await openSnapshot()
    const answering = await openAnswering({ snapshot, writer: { model, limits: LIMITS } })
    const { answer } = await ask(answering, QUESTION)
    expect(answer).toMatchObject({ composer: 'extractive', status: 'answered' })
    expect(answer.warnings).toEqual([expect.stringMatching(/nicht erreichbar/u)])
  })
})

describe('stopping', () => {
  it.each(['', `${GOOD} Dafür tagt `])('reaches the endpoint within a second, behind "%s"', async (text) => {
    const { stub, answering } = await setUp([hangsAfter(text)])
    const controller = new AbortController()
    const arrival = stub.arrival()
    const running = answering.ask({ question: QUESTION }, { signal: controller.signal })
    running.catch(() => {})
    const { closed } = await arrival
    const startedAt = performance.now()
    controller.abort()
    await expect(running).rejects.toMatchObject({ code: 'aborted' })
    await closed
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })
})

describe('the environment', () => {
  const names = [
    'LANGSMITH_TRACING',
    'LANGCHAIN_TRACING_V2',
    'LANGSMITH_ENDPOINT',
    'LANGSMITH_API_KEY',
    'LANGSMITH_GATEWAY',
    'OPENAI_API_KEY',
    'OPENAI_ORGANIZATION',
    'OPENAI_ORG_ID',
    'OPENAI_PROJECT_ID',
    'OPENAI_BASE_URL',
  ]
  const before = Object.fromEntries(names.map((name) => [name, process.env[name]]))
  beforeEach(() => {
    for (const name of names) process.env[name] = 'fremd'
  })
  afterEach(() => {
    for (const name of names) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  })

  it('sends the question to no tracer and no key of another service to the endpoint', async () => {
    const tracer = await openStub(fails(200, '{}'))
    Object.assign(process.env, {
      LANGSMITH_TRACING: 'true',
      LANGCHAIN_TRACING_V2: 'true',
      LANGSMITH_ENDPOINT: tracer.baseUrl,
      LANGSMITH_GATEWAY: tracer.baseUrl,
      OPENAI_BASE_URL: tracer.baseUrl,
    })
    const stub = await openStub(writes(GOOD))
    const model = await openEndpointModel({
      baseUrl: stub.baseUrl,
      model: 'stub-7b',
      apiKey: null,
      contextTokens: 4096,
    })
    const answering = await openAnswering({ writer: { model, limits: LIMITS } })
    await ask(answering, QUESTION)
    expect(stub.requests).toHaveLength(1)
    expect(JSON.stringify(stub.requests[0]!.headers)).not.toContain('fremd')
    expect(tracer.requests).toEqual([])
  })
})
