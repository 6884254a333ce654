import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Retriever } from '../../search/retriever.ts'
import {
  answerSchema,
  documentDetailSchema,
  documentListSchema,
  errorEnvelopeSchema,
  passageDetailSchema,
  readySchema,
  searchResponseSchema,
} from '../../server/wire.ts'
import { ANSWER, fakeApp, fakeRetriever, fakeSnapshot, parseEvents, post, record, TEXT } from './fakes.ts'

const { app } = fakeApp()
const strict = <Shape extends z.core.$ZodLooseShape>(schema: z.ZodObject<Shape>) =>
  z.strictObject(schema.shape)

describe('responses have the shapes of the contract', () => {
  it('search', async () => {
    const response = await post(app, '/api/v1/search', { query: '  Wer zuerst? ' })
    const body = strict(searchResponseSchema).parse(await response.json())
    expect(body.query).toBe('Wer zuerst?')
    expect(body.hits[0]).toMatchObject({ rank: 1, url: '/dokument/leitfaden?start=11&end=52' })
    expect(TEXT.slice(body.hits[0]!.start, body.hits[0]!.end)).toBe(body.hits[0]!.text)
  })

  it('search honours the limit', async () => {
    const response = await post(app, '/api/v1/search', { query: 'x', limit: 1 })
    expect((await response.json()).hits).toHaveLength(1)
  })

  it('search with what its scores are made of, where it is asked to explain', async () => {
    const snapshot = fakeSnapshot()
    const analysis = { words: [], shortForms: [], places: [] }
    const breakdown = { arms: [], terms: [{ term: 'x', score: 1 }], lift: 0 }
    const retriever: Retriever = {
      async search(request) {
        const result = await fakeRetriever(snapshot).search(request)
        if (!request.explain) return result
        return { ...result, analysis, hits: result.hits.map((hit) => ({ ...hit, breakdown })) }
      },
    }
    const explained = fakeApp({ index: { retriever } }).app
    const search = async (body: object) => {
      const response = await post(explained, '/api/v1/search', { query: 'x', limit: 1, ...body })
      return strict(searchResponseSchema).parse(await response.json())
    }
    expect(await search({ explain: true })).toMatchObject({ analysis, hits: [{ breakdown }] })
    expect(await search({})).not.toHaveProperty('analysis')
  })

  it('ask', async () => {
    const response = await post(app, '/api/v1/ask', { question: 'Wer zuerst?' })
    expect(response.status).toBe(200)
    expect(strict(answerSchema).parse(await response.json())).toEqual(ANSWER)
  })

  it('documents, with the collections and their questions', async () => {
    const { app } = fakeApp({
      records: [record('a', { collectionTitle: 'IT-Krise' }), record('b')],
    })
    const body = strict(documentListSchema).parse(await (await app.request('/api/v1/documents')).json())
    expect(body.documents[0]).toMatchObject({ id: 'a', passages: 2, sentences: 2, url: '/dokument/a' })
    expect(body.documents[0]).not.toHaveProperty('collectionTitle')
    const exampleQuestions = ['Frage 1 zu a?', 'Frage 1 zu b?', 'Frage 2 zu a?', 'Frage 2 zu b?']
    expect(body.collections).toEqual([{ name: 'krise', title: 'IT-Krise', documents: 2, exampleQuestions }])
  })

  it('a document whose id holds a slash', async () => {
    const response = await app.request('/api/v1/documents/gesetze%2Fagg.md')
    const body = strict(documentDetailSchema).parse(await response.json())
    expect(body.id).toBe('gesetze/agg.md')
    expect(body.outline).toEqual([{ text: 'Meldewege', level: 1, page: null, start: 0, end: 9 }])
    expect(body.textUrl).toBe('/api/v1/documents/gesetze%2Fagg.md/text')
  })

  it('a document with the links of its blocks', async () => {
    const links = [{ start: 2, end: 5, href: 'https://example.org/a' }]
    const blocks = [{ kind: 'heading' as const, level: 1, page: null, start: 0, end: 9, links }]
    const snapshot = Object.assign(fakeSnapshot(), { blocks: () => blocks })
    const { app } = fakeApp({ index: { snapshot } })
    const response = await app.request('/api/v1/documents/leitfaden')
    expect(documentDetailSchema.parse(await response.json()).blocks).toEqual(blocks)
  })

  it.each(['100 %.md', 'a%2Fb', 'Übersicht #1?.md', 'ä/ö/ü', "o'hare(1)"])(
    'a document named %s is found by its encoded id',
    async (id) => {
      const { app } = fakeApp({ records: [record(id)] })
      const response = await app.request(`/api/v1/documents/${encodeURIComponent(id)}`)
      expect((await response.json()).id).toBe(id)
    },
  )

  it('text as UTF-8, unchanged by its etag', async () => {
    const response = await app.request('/api/v1/documents/leitfaden/text')
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await response.text()).toBe(TEXT)
    const headers = { 'If-None-Match': response.headers.get('etag')! }
    expect((await app.request('/api/v1/documents/leitfaden/text', { headers })).status).toBe(304)
  })

  it('a passage with its neighbours within the document', async () => {
    const url = `/api/v1/passages/${encodeURIComponent('gesetze/agg.md#0')}`
    const body = strict(passageDetailSchema).parse(await (await app.request(url)).json())
    expect(body.previous).toBeNull()
    expect((body.next as { passageId: string }).passageId).toBe('gesetze/agg.md#1')
    expect(TEXT.slice(body.start, body.end)).toBe(body.text)
  })

  it('every response carries a request id; a harmless given one is kept', async () => {
    const given = await app.request('/health/live', { headers: { 'X-Request-Id': 'proxy-17' } })
    expect(given.headers.get('x-request-id')).toBe('proxy-17')
    const odd = await app.request('/health/live', { headers: { 'X-Request-Id': 'a b"c' } })
    expect(odd.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/)
    expect((await app.request('/gibtsnicht')).headers.get('x-request-id')).toBeTruthy()
  })
})

describe('readiness', () => {
  it('is 503 with the progress while the first index is made, and the API says so', async () => {
    const { app, live } = fakeApp({ withoutIndex: true })
    live.report('indexing', 'Der Korpus wird eingelesen.', {
      stage: 'embed',
      message: '3 von 16',
      share: 0.2,
      remainingSeconds: 9,
    })
    const response = await app.request('/health/ready')
    expect(response.status).toBe(503)
    expect(strict(readySchema).parse(await response.json())).toMatchObject({
      state: 'indexing',
      ready: false,
      progress: { share: 0.2 },
      index: null,
    })
    const asked = await post(app, '/api/v1/ask', { question: 'Was?' })
    expect(asked.status).toBe(503)
    expect(asked.headers.get('retry-after')).toBeTruthy()
    expect((await asked.json()).error).toMatchObject({
      code: 'index_not_ready',
      message: 'Der Korpus wird eingelesen.',
    })
  })

  it('stays 200 while an older index serves and a newer one is made', async () => {
    const { app, live } = fakeApp()
    live.report('indexing', 'Der Korpus wird neu eingelesen.')
    const response = await app.request('/health/ready')
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ state: 'indexing', ready: true, index: { documents: 2 } })
  })

  it('says how many passages of an index being completed have vectors', async () => {
    const { app, live } = fakeApp({ embeddedPassages: 1 })
    const message = 'Index wird aufgebaut: 34 % der Abschnitte mit Vektoren'
    live.report('indexing', `${message}.`, { stage: 'embed', message, share: 0.34, remainingSeconds: 60 })
    const response = await app.request('/health/ready')
    expect(response.status).toBe(200)
    expect(strict(readySchema).parse(await response.json())).toMatchObject({
      state: 'indexing',
      ready: true,
      progress: { stage: 'embed', share: 0.34 },
      index: { passages: 4, embeddedPassages: 1 },
    })
    const complete = await fakeApp().app.request('/health/ready')
    expect(await complete.json()).toMatchObject({ index: { passages: 4, embeddedPassages: 4 } })
  })

  it('a replaced index is closed after its last request only', async () => {
    let closed = false
    const { live } = fakeApp({
      onClose: () => {
        closed = true
      },
    })
    const lease = live.acquire()
    live.replace({ snapshot: lease.snapshot, retriever: lease.retriever, answering: lease.answering })
    expect(closed).toBe(false)
    lease.release()
    expect(closed).toBe(true)
  })
})

describe('bad input is a 4xx with a code and a German message', () => {
  const long = 'x'.repeat(2001)
  const turns = (count: number) => Array.from({ length: count }, () => ({ role: 'user', content: 'x' }))
  const cases: [string, string, unknown, number, string][] = [
    ['broken JSON', '/api/v1/ask', '{"question": ', 400, 'invalid_json'],
    ['an empty body', '/api/v1/ask', '', 400, 'invalid_json'],
    ['a JSON string', '/api/v1/ask', '"Wer?"', 422, 'invalid_request'],
    ['null', '/api/v1/search', 'null', 422, 'invalid_request'],
    ['a missing field', '/api/v1/ask', {}, 422, 'invalid_request'],
    ['a number as question', '/api/v1/ask', { question: 7 }, 422, 'invalid_request'],
    ['a blank question', '/api/v1/ask', { question: ' \n\u00a0' }, 422, 'invalid_request'],
    ['an empty query', '/api/v1/search', { query: '' }, 422, 'invalid_request'],
    ['too long a question', '/api/v1/ask', { question: long }, 422, 'invalid_request'],
    ['too long a query', '/api/v1/search', { query: long }, 422, 'invalid_request'],
    ['limit 0', '/api/v1/search', { query: 'x', limit: 0 }, 422, 'invalid_request'],
    ['limit 101', '/api/v1/search', { query: 'x', limit: 101 }, 422, 'invalid_request'],
    ['limit 1.5', '/api/v1/search', { query: 'x', limit: 1.5 }, 422, 'invalid_request'],
    ['a limit in words', '/api/v1/search', { query: 'x', limit: '5' }, 422, 'invalid_request'],
    ['too many turns', '/api/v1/ask', { question: 'x', conversation: turns(21) }, 422, 'invalid_request'],
    [
      'an unknown role',
      '/api/v1/ask',
      { question: 'x', conversation: [{ role: 'system', content: 'x' }] },
      422,
      'invalid_request',
    ],
    ['an unknown mode', '/api/v1/ask', { question: 'x', mode: 'magic' }, 422, 'invalid_request'],
    ['an unknown language', '/api/v1/ask', { question: 'x', language: 'fr' }, 422, 'invalid_request'],
    [
      'document ids that are no list',
      '/api/v1/search',
      { query: 'x', documentIds: 'a' },
      422,
      'invalid_request',
    ],
    ['an unknown document', '/api/v1/search', { query: 'x', documentIds: ['nie'] }, 422, 'unknown_document'],
    [
      'an unknown collection',
      '/api/v1/ask',
      { question: 'x', collections: ['nie'] },
      422,
      'unknown_collection',
    ],
    ['a huge body', '/api/v1/ask', { question: 'x'.repeat(70_000) }, 413, 'payload_too_large'],
  ]

  it.each(cases)('%s', async (_title, path, body, status, code) => {
    const response = await post(app, path, body)
    expect(response.status).toBe(status)
    const { error } = errorEnvelopeSchema.parse(await response.json())
    expect(error.code).toBe(code)
    expect(error.requestId).toBe(response.headers.get('x-request-id'))
    expect(error.message).toMatch(/[a-zäöüß]{3}/)
    expect(error.message).not.toMatch(/invalid|expected|at .*\.ts/i)
  })

  const blank = 'Die Frage ist leer. Bitte geben Sie eine Frage ein.'
  const tooLong = 'Die Frage ist zu lang: Höchstens 2.000 Zeichen sind erlaubt. Bitte kürzen Sie sie.'
  it.each<[string, unknown, string]>([
    ['/api/v1/ask', { question: '' }, blank],
    ['/api/v1/ask', { question: ' \n\u00a0' }, blank],
    ['/api/v1/search', { query: '\t' }, blank],
    ['/api/v1/ask', {}, 'Die Frage fehlt. Bitte senden Sie sie als Zeichenkette im Feld „question“.'],
    ['/api/v1/search', {}, 'Die Frage fehlt. Bitte senden Sie sie als Zeichenkette im Feld „query“.'],
    [
      '/api/v1/ask',
      { question: null },
      'Die Frage im Feld „question“ ist kein Text. Bitte senden Sie sie als Zeichenkette.',
    ],
    ['/api/v1/ask', { question: long }, tooLong],
    ['/api/v1/search', { query: long }, tooLong],
    [
      '/api/v1/ask',
      [],
      'Die Anfrage ist kein JSON-Objekt. Bitte ein Objekt senden; /docs beschreibt seine Felder.',
    ],
  ])('%s with %j says in plain German what to do', async (path, body, message) => {
    const response = await post(app, path, body)
    expect(response.status).toBe(422)
    expect((await response.json()).error).toMatchObject({ code: 'invalid_request', message })
  })

  it('says what is wrong with the question before it names other fields', async () => {
    const response = await post(app, '/api/v1/search', { query: '', limit: 0 })
    const { message } = (await response.json()).error
    expect(message).toMatch(/^Die Frage ist leer\..* Die Anfrage ist ungültig: limit: [^;]+\. Bitte diese/)
  })

  it('names each wrong field', async () => {
    const response = await post(app, '/api/v1/ask', { question: '', mode: 1 })
    const { error } = await response.json()
    expect(error.details.map((detail: { path: string }) => detail.path)).toEqual(['question', 'mode'])
  })

  it('the same holds where an event stream was asked for', async () => {
    const response = await post(app, '/api/v1/ask', { question: '' }, { Accept: 'text/event-stream' })
    expect(response.status).toBe(422)
    expect((await response.json()).error.code).toBe('invalid_request')
  })

  it.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['application/json; charset=utf-8', 200],
    ['application/problem+json', 200],
  ])('media type %s is %i', async (contentType, status) => {
    const response = await post(app, '/api/v1/search', { query: 'x' }, { 'Content-Type': contentType })
    expect(response.status).toBe(status)
  })

  it('invalid UTF-8 is broken JSON', async () => {
    const body = new Uint8Array([...Buffer.from('{"query":"'), 0xff, 0xfe, ...Buffer.from('"}')])
    const headers = { 'Content-Type': 'application/json' }
    expect((await app.request('/api/v1/search', { method: 'POST', headers, body })).status).toBe(400)
  })

  it.each([
    ['/gibtsnicht', 'not_found'],
    ['/api/v1/gibtsnicht', 'not_found'],
    ['/api/v1/documents/nie', 'unknown_document'],
    ['/api/v1/documents/nie/text', 'unknown_document'],
    ['/api/v1/documents/nie/original', 'unknown_document'],
    ['/api/v1/documents/..%2F..%2Fetc%2Fpasswd/original', 'unknown_document'],
    ['/api/v1/documents/%E0%A4%A', 'unknown_document'],
    ['/api/v1/documents/__proto__', 'unknown_document'],
    ['/api/v1/passages/nie', 'unknown_passage'],
    ['/assets/..%2f..%2fpackage.json', 'web_missing'],
  ])('%s is %s', async (path, code) => {
    const response = await app.request(path)
    expect(response.status).toBe(code === 'web_missing' ? 503 : 404)
    expect((await response.json()).error.code).toBe(code)
  })

  it.each([
    ['GET', '/api/v1/ask', 'POST'],
    ['DELETE', '/api/v1/documents', 'GET, HEAD'],
    ['POST', '/api/v1/documents/leitfaden/text', 'GET, HEAD'],
    ['PUT', '/health/live', 'GET, HEAD'],
    ['POST', '/docs', 'GET, HEAD'],
    ['POST', '/', 'GET, HEAD'],
  ])('%s %s is 405 and says what is allowed', async (method, path, allow) => {
    const response = await app.request(path, { method })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe(allow)
    expect((await response.json()).error.code).toBe('method_not_allowed')
  })

  it('a fault of the server shows neither its message nor a stack', async () => {
    const answering = { ask: () => Promise.reject(new Error('geheim /srv/x')) }
    const { app } = fakeApp({ index: { answering } })
    const response = await post(app, '/api/v1/ask', { question: 'x' })
    expect(response.status).toBe(500)
    const text = await response.text()
    expect(text).not.toMatch(/geheim|\.ts|stack/)
    expect(JSON.parse(text).error.code).toBe('internal')
  })
})

describe('the event stream', () => {
  it('sends the events in order and ends with done', async () => {
    const response = await post(app, '/api/v1/ask', { question: 'x' }, { Accept: 'text/event-stream' })
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    const events = parseEvents(await response.text())
    expect(events.map(({ event }) => event)).toEqual(['status', 'sources', 'sentence', 'done'])
    expect(events.at(-1)!.data).toEqual(ANSWER)
  })

  it('ends with one error event when answering fails', async () => {
    const answering = { ask: () => Promise.reject(new Error('geheim')) }
    const { app } = fakeApp({ index: { answering } })
    const response = await post(app, '/api/v1/ask', { question: 'x' }, { Accept: 'text/event-stream' })
    const text = await response.text()
    expect(parseEvents(text).map(({ event }) => event)).toEqual(['error'])
    expect(errorEnvelopeSchema.parse(parseEvents(text)[0]!.data).error.code).toBe('internal')
    expect(text).not.toContain('geheim')
  })

  it.each([
    ['text/event-stream', true],
    ['text/event-stream, application/json;q=0.5', true],
    ['application/json, text/event-stream;q=0.1', false],
    ['*/*', false],
  ])('Accept: %s', async (accept, isStream) => {
    const response = await post(app, '/api/v1/ask', { question: 'x' }, { Accept: accept })
    expect(response.headers.get('content-type')!.startsWith('text/event-stream')).toBe(isStream)
    await response.text()
  })
})

describe('/openapi.json', () => {
  it('describes every route of the API, without dangling references', async () => {
    const document = await (await app.request('/openapi.json')).json()
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item as object).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const routes = app.routes
      .filter(({ method, path }) => method !== 'ALL' && /^\/(api|health)\//.test(path))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    expect(described.sort()).toEqual([...new Set(routes)].sort())
    const references = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)
    for (const [, name] of references) expect(document.components.schemas).toHaveProperty(name!)
  })

  it('/docs shows the same routes without script or foreign file', async () => {
    const response = await app.request('/docs')
    const html = await response.text()
    expect(html).toContain('POST /api/v1/ask')
    expect(html).not.toMatch(/<script|style="|src="|https:\/\//)
    expect((await app.request('/docs/style.css')).headers.get('content-type')).toMatch(/^text\/css/)
  })
})
