import { createHash } from 'node:crypto'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { createAnswerQueue } from '../../server/answer-queue.ts'
import { createRateLimiter } from '../../server/rate-limit.ts'
import type { WebFile } from '../../server/web-files.ts'
import { fakeApp, hangingAnswering, post } from './fakes.ts'

const LISTED = 'https://intranet.stadt.example'
const OTHER = 'https://boese.example'

function webFile(text: string, contentType: string): WebFile {
  return { body: new Uint8Array(Buffer.from(text)), gzip: null, contentType, etag: `"${text.length}"` }
}

const web = new Map([
  ['index.html', webFile('<p>index', 'text/html; charset=utf-8')],
  ['embed.html', webFile('<p>embed', 'text/html; charset=utf-8')],
  ['demo.html', webFile('<p>demo', 'text/html; charset=utf-8')],
  ['widget.js', webFile('export {}', 'text/javascript; charset=utf-8')],
  ['assets/index-1a2b.js', webFile('1', 'text/javascript; charset=utf-8')],
  ['icon.svg', webFile('<svg/>', 'image/svg+xml')],
])

describe('other origins', () => {
  const { app } = fakeApp({ web, settings: { allowedOrigins: [LISTED] } })
  const host = { Host: 'auskunft.stadt.example:8080' }

  it.each([
    ['no origin', {}, 200, null],
    ['our own origin', { Origin: 'http://auskunft.stadt.example:8080' }, 200, null],
    ['our own origin behind TLS', { Origin: 'https://auskunft.stadt.example:8080' }, 200, null],
    ['a listed origin', { Origin: LISTED }, 200, LISTED],
    ['an unlisted origin', { Origin: OTHER }, 403, null],
    ['the listed host by http', { Origin: LISTED.replace('https', 'http') }, 403, null],
    ['a host that begins alike', { Origin: `${LISTED}.boese.example` }, 403, null],
    ['the null origin of files and sandboxes', { Origin: 'null' }, 403, null],
    ['nonsense', { Origin: 'x' }, 403, null],
  ])('%s', async (_title, headers, status, allowOrigin) => {
    for (const path of ['/api/v1/documents', '/health/ready']) {
      const response = await app.request(path, { headers: { ...host, ...headers } })
      expect(response.status).toBe(status)
      expect(response.headers.get('access-control-allow-origin')).toBe(allowOrigin)
      expect(response.headers.get('vary')).toMatch(/Origin/)
    }
    const asked = await post(app, '/api/v1/ask', { question: 'x' }, { ...host, ...headers })
    expect(asked.status).toBe(status)
    if (status === 403) expect((await asked.json()).error.code).toBe('origin_not_allowed')
  })

  it('a preflight is answered for listed origins only', async () => {
    const preflight = (origin: string) =>
      app.request('/api/v1/ask', {
        method: 'OPTIONS',
        headers: { ...host, Origin: origin, 'Access-Control-Request-Method': 'POST' },
      })
    const listed = await preflight(LISTED)
    expect(listed.status).toBe(204)
    expect(listed.headers.get('access-control-allow-origin')).toBe(LISTED)
    expect(listed.headers.get('access-control-allow-headers')).toMatch(/Content-Type/)
    const other = await preflight(OTHER)
    expect(other.status).toBe(403)
    expect(other.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('errors can be read by listed origins too', async () => {
    const response = await post(app, '/api/v1/ask', {}, { ...host, Origin: LISTED })
    expect(response.status).toBe(422)
    expect(response.headers.get('access-control-allow-origin')).toBe(LISTED)
  })
})

describe('security headers', () => {
  const { app } = fakeApp({ web, settings: { allowedOrigins: [LISTED] } })
  const closed = fakeApp({ web }).app

  it.each([
    ['/', "'self'"],
    ['/dokument/leitfaden?start=1&end=2', "'self'"],
    ['/demo', "'self'"],
    ['/docs', "'self'"],
    ['/embed', `'self' ${LISTED}`],
    ['/api/v1/documents', "'none'"],
    ['/widget.js', "'none'"],
    ['/gibtsnicht', "'none'"],
  ])('%s may be framed by %s', async (path, ancestors) => {
    const response = await app.request(path)
    const policy = response.headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:\/\/(?!intranet)/)
    expect(policy.endsWith(`frame-ancestors ${ancestors}`)).toBe(true)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toMatch(/^(no-referrer|same-origin)$/)
    expect(response.headers.get('permissions-policy')).toContain('camera=()')
  })

  it('without a list the embedded page is for our own pages only', async () => {
    const response = await closed.request('/embed')
    expect(response.headers.get('content-security-policy')).toMatch(/frame-ancestors 'self'$/)
  })

  it.each([
    ['/widget.js', 'cross-origin', 'no-cache', '*'],
    ['/assets/index-1a2b.js', 'cross-origin', 'public, max-age=31536000, immutable', '*'],
    ['/embed', 'cross-origin', 'no-cache', null],
    ['/', 'same-origin', 'no-cache', null],
    ['/icon.svg', 'same-origin', 'no-cache', null],
    ['/api/v1/documents', 'same-origin', 'no-cache', null],
  ])('%s is %s and cached as %s', async (path, resourcePolicy, cacheControl, allowOrigin) => {
    const response = await app.request(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('cross-origin-resource-policy')).toBe(resourcePolicy)
    expect(response.headers.get('cache-control')).toBe(cacheControl)
    expect(response.headers.get('access-control-allow-origin')).toBe(allowOrigin)
  })
})

describe('API keys', () => {
  const hash = createHash('sha256').update('richtig').digest('hex')
  const status = async (settings: object, headers: Record<string, string>) => {
    const { app } = fakeApp({ web, settings: { apiKeyHashes: [hash], ...settings } })
    return (await app.request('/api/v1/documents', { headers })).status
  }

  it.each([
    ['none', {}, {}, 401],
    ['the right one', {}, { Authorization: 'Bearer richtig' }, 200],
    ['the right one in X-API-Key', {}, { 'X-API-Key': 'richtig' }, 200],
    ['a wrong one', {}, { Authorization: 'Bearer falsch' }, 401],
    ['the hash itself', {}, { Authorization: `Bearer ${hash}` }, 401],
    ['none, anonymous allowed', { allowAnonymous: true }, {}, 200],
    ['a wrong one, anonymous allowed', { allowAnonymous: true }, { Authorization: 'Bearer falsch' }, 401],
  ])('%s', async (_title, settings, headers, expected) => {
    expect(await status(settings, headers as Record<string, string>)).toBe(expected)
  })

  it('pages and health need none', async () => {
    const { app } = fakeApp({ web, settings: { apiKeyHashes: [hash] } })
    for (const path of ['/', '/health/live', '/openapi.json']) {
      expect((await app.request(path)).status).toBe(200)
    }
  })
})

describe('the rate limit', () => {
  it('refuses with Retry-After what exceeds the minute', async () => {
    const { app } = fakeApp({ settings: { rateLimitPerMinute: 2 } })
    const statuses = []
    for (const path of ['/api/v1/ask', '/api/v1/search']) {
      statuses.push((await post(app, path, { question: 'x', query: 'x' })).status)
    }
    expect(statuses).toEqual([200, 200])
    const refused = await post(app, '/api/v1/search', { query: 'x' })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await refused.json()).error).toMatchObject({
      code: 'rate_limited',
      message: expect.stringMatching(/höchstens 2 je Minute/),
    })
  })

  it('lets an office behind one address read ten times as much, apart from its questions and from health', async () => {
    const { app } = fakeApp({ settings: { rateLimitPerMinute: 1 } })
    const read = async (path: string) => (await app.request(path)).status
    expect((await post(app, '/api/v1/ask', { question: 'x' })).status).toBe(200)
    expect((await post(app, '/api/v1/ask', { question: 'x' })).status).toBe(429)
    const statuses = []
    for (let n = 0; n < 11; n++) {
      statuses.push(await read(n % 2 ? '/api/v1/documents' : '/api/v1/documents/leitfaden/text'))
    }
    expect(statuses).toEqual([...Array(10).fill(200), 429])
    const probes = []
    for (let n = 0; n < 11; n++) probes.push(await read('/health/live'))
    expect(probes).toEqual([...Array(10).fill(200), 429])
  })

  it('counts each caller alone and in a sliding minute', () => {
    let now = 0
    const limiter = createRateLimiter(2, () => now)
    expect([limiter.take('a'), limiter.take('a'), limiter.take('b')]).toEqual([0, 0, 0])
    now = 59_999
    expect(limiter.take('a')).toBe(1)
    now = 60_000
    expect(limiter.take('a')).toBe(0)
  })

  it('tells callers behind a trusted proxy apart by the address it saw', async () => {
    const from = (address: string) => ({ headers: { 'X-Forwarded-For': `9.9.9.9, ${address}` } })
    const statuses = async (trustProxy: boolean) => {
      const { app } = fakeApp({ settings: { rateLimitPerMinute: 1, trustProxy } })
      const ask = (address: string) => post(app, '/api/v1/search', { query: 'x' }, from(address).headers)
      return [(await ask('1.1.1.1')).status, (await ask('2.2.2.2')).status]
    }
    expect(await statuses(true)).toEqual([200, 200])
    expect(await statuses(false)).toEqual([200, 429])
  })
})

describe('answers at once', () => {
  it('further questions are refused with 503 and Retry-After, also as a stream', async () => {
    const { answering, begun, ended } = hangingAnswering()
    const { app } = fakeApp({
      index: { answering },
      settings: { maxConcurrentAnswers: 1, maxQueuedAnswers: 0 },
    })
    const abort = new AbortController()
    const first = app.request('/api/v1/ask', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"question":"x"}',
      signal: abort.signal,
    })
    await begun
    for (const accept of ['application/json', 'text/event-stream']) {
      const refused = await post(app, '/api/v1/ask', { question: 'y' }, { Accept: accept })
      expect(refused.status).toBe(503)
      expect(refused.headers.get('retry-after')).toBe('5')
      expect((await refused.json()).error.code).toBe('overloaded')
    }
    abort.abort()
    await ended
    await first
  })

  it('may be many without Node warning of a leak', async () => {
    const { answering } = hangingAnswering()
    const stopping = new AbortController()
    const warnings: Error[] = []
    const note = (warning: Error) => warnings.push(warning)
    process.on('warning', note)
    const { app } = fakeApp({ index: { answering }, stopping: stopping.signal })
    const asked = Array.from({ length: 12 }, () => post(app, '/api/v1/ask', { question: 'x' }))
    await new Promise((resolve) => setImmediate(resolve))
    stopping.abort()
    await Promise.all(asked)
    await new Promise((resolve) => setImmediate(resolve))
    process.off('warning', note)
    expect(warnings).toEqual([])
  })

  it('start in order as places become free', async () => {
    const queue = createAnswerQueue({ maxRunning: 1, maxWaiting: 2 })
    const { signal } = new AbortController()
    const order: string[] = []
    const first = queue.enter(signal)
    const second = queue.enter(signal)
    const third = queue.enter(signal)
    expect(() => queue.enter(signal)).toThrow(/zu viele/)
    const seen = [second, third].map((place, n) => place.started.then(() => order.push(`${n + 2}`)))
    first.release()
    first.release()
    await seen[0]
    expect(order).toEqual(['2'])
    second.release()
    await Promise.all(seen)
    expect(order).toEqual(['2', '3'])
    third.release()
    expect(queue.size).toBe(0)
  })

  it('a caller that goes away while waiting gives its place back', async () => {
    const queue = createAnswerQueue({ maxRunning: 1, maxWaiting: 1 })
    const first = queue.enter(new AbortController().signal)
    const abort = new AbortController()
    const waiting = queue.enter(abort.signal)
    abort.abort()
    await expect(waiting.started).rejects.toMatchObject({ code: 'aborted' })
    expect(queue.size).toBe(1)
    first.release()
    expect(queue.size).toBe(0)
  })
})
