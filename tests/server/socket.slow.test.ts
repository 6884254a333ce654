import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../../server/listen.ts'
import { type FakeAppOptions, fakeApp, hangingAnswering, parseEvents, record } from './fakes.ts'

const open: Listening[] = []

async function start(options: FakeAppOptions = {}): Promise<Listening> {
  const server = await listen(fakeApp(options).app, { host: '127.0.0.1', port: 0 })
  open.push(server)
  return server
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close(0)))
})

function ask(url: string, accept: string, signal?: AbortSignal) {
  return fetch(`${url}/api/v1/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept },
    body: '{"question":"Wer zuerst?"}',
    signal,
  })
}

/** Sends raw bytes and gives back all that comes until the server closes or `until` has come. */
function raw(port: number, request: string, until: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    socket.on('data', (chunk) => {
      received += chunk
      if (until.test(received)) socket.destroy()
    })
    socket.on('close', () => resolve(received))
    socket.on('error', reject)
  })
}

describe('answers over a socket', () => {
  it('arrive as events in order', async () => {
    const { url } = await start()
    const response = await ask(url, 'text/event-stream')
    const events = parseEvents(await response.text()).map(({ event }) => event)
    expect(events).toEqual(['status', 'sources', 'sentence', 'done'])
  })

  it.each(['text/event-stream', 'application/json'])(
    'closing the connection stops the work within a second (%s)',
    async (accept) => {
      const { answering, begun, ended } = hangingAnswering()
      const { url } = await start({ index: { answering } })
      const abort = new AbortController()
      const response = ask(url, accept, abort.signal).then((r) => r.text())
      response.catch(() => {})
      await begun
      const closedAt = performance.now()
      abort.abort()
      await ended
      expect(performance.now() - closedAt).toBeLessThan(1000)
    },
  )

  it('a comment line comes while nothing else does', async () => {
    const { answering } = hangingAnswering()
    const { url } = await start({ index: { answering }, settings: { heartbeatMs: 20 } })
    const abort = new AbortController()
    const response = await ask(url, 'text/event-stream', abort.signal)
    let received = ''
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      received += chunk
      if ((received.match(/^: /gm) ?? []).length >= 3) break
    }
    abort.abort()
    expect(received).toMatch(/^: /m)
  })

  it('stopping the server ends a running stream with one error event', async () => {
    const stopping = new AbortController()
    const { answering, begun } = hangingAnswering()
    const { url } = await start({ index: { answering }, stopping: stopping.signal })
    const response = await ask(url, 'text/event-stream')
    await begun
    stopping.abort()
    const events = parseEvents(await response.text())
    expect(events.map(({ event }) => event)).toEqual(['status', 'error'])
    expect(events[1]!.data).toMatchObject({ error: { code: 'aborted' } })
  })
})

describe('connections', () => {
  it('a refused body leaves the connection usable or closes it, but never hangs', async () => {
    const { port } = await start()
    const body = 'x'.repeat(200_000)
    const request = `POST /api/v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
    expect(await raw(port, request, /payload_too_large/)).toMatch(/^HTTP\/1.1 413/)
  })

  it('a chunked body is limited as well', async () => {
    const { port } = await start()
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    const head =
      'POST /api/v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n'
    expect(await raw(port, `${head}${chunk.repeat(6)}0\r\n\r\n`, /payload_too_large/)).toMatch(
      /^HTTP\/1.1 413/,
    )
  })

  it.each([
    ['no HTTP at all', 'QUATSCH\r\n\r\n', 400],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
    ['huge headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ])('%s is answered with the envelope', async (_title, request, status) => {
    const { port } = await start()
    const received = await raw(port, request, /"requestId"[^}]*}}/)
    expect(received).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(received).toMatch(/x-request-id: /i)
    expect(received).toContain('"code":"bad_request"')
  })

  it('HTTP/1.0 without a host is served', async () => {
    const { port } = await start()
    expect(await raw(port, 'GET /health/live HTTP/1.0\r\n\r\n', /"ok"/)).toMatch(/200 OK/)
  })

  it('two requests run over one connection', async () => {
    const { port } = await start()
    const get = 'GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n'
    const received = await raw(port, get + get, /200 OK[\s\S]*200 OK[\s\S]*"ok"}$/)
    expect(received.match(/200 OK/g)).toHaveLength(2)
  })

  it('a port in use is named with the remedy', async () => {
    const { port } = await start()
    await expect(listen(fakeApp().app, { host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'port_in_use',
      message: expect.stringMatching(`${port}.*--port`),
    })
  })
})

describe('stored originals', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-'))
  const path = join(folder, 'file')
  writeFileSync(path, '0123456789')
  const records = [
    record('a.md', { fileName: 'Über "uns".md', mediaType: 'text/markdown' }),
    record('b.pdf', { mediaType: 'application/pdf' }),
    record('c.html', { mediaType: 'text/html' }),
  ]
  const get = async (id: string, headers: Record<string, string> = {}, method = 'GET') => {
    const { url } = await start({ records, originalPath: path })
    return fetch(`${url}/api/v1/documents/${id}/original`, { headers, method })
  }

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=4-', 206, '456789', 'bytes 4-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=-50', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=0-0', 206, '0', 'bytes 0-0/10'],
    ['bytes=5-2', 200, '0123456789', null],
    ['bytes=0-1,3-4', 200, '0123456789', null],
    ['zeilen=1-2', 200, '0123456789', null],
  ])('range %s', async (range, status, text, contentRange) => {
    const response = await get('b.pdf', { Range: range })
    expect(response.status).toBe(status)
    expect(await response.text()).toBe(text)
    expect(response.headers.get('content-range')).toBe(contentRange)
    expect(response.headers.get('content-length')).toBe(String(text.length))
    expect(response.headers.get('accept-ranges')).toBe('bytes')
  })

  it('a range beyond the end is 416', async () => {
    const response = await get('b.pdf', { Range: 'bytes=10-' })
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe('bytes */10')
    expect((await response.json()).error.code).toBe('range_not_satisfiable')
  })

  it('an outdated If-Range gets the whole file, a known etag nothing', async () => {
    expect((await get('b.pdf', { Range: 'bytes=0-1', 'If-Range': '"alt"' })).status).toBe(200)
    const etag = (await get('b.pdf')).headers.get('etag')!
    expect((await get('b.pdf', { Range: 'bytes=0-1', 'If-Range': etag })).status).toBe(206)
    expect((await get('b.pdf', { 'If-None-Match': etag })).status).toBe(304)
  })

  it('HEAD gives the length without the content', async () => {
    const response = await get('b.pdf', {}, 'HEAD')
    expect(response.headers.get('content-length')).toBe('10')
    expect(await response.text()).toBe('')
  })

  it('is shown inline under its own name', async () => {
    const response = await get('a.md')
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe(
      `inline; filename="_ber _uns_.md"; filename*=UTF-8''%C3%9Cber%20%22uns%22.md`,
    )
  })

  it('HTML runs no script on our origin; a PDF can be shown by the browser', async () => {
    expect((await get('c.html')).headers.get('content-security-policy')).toMatch(
      /^sandbox; default-src 'none'/,
    )
    expect((await get('b.pdf')).headers.get('content-security-policy')).not.toContain('sandbox')
  })

  it('a file that is gone is 404 with the remedy', async () => {
    const { url } = await start({ records, originalPath: join(folder, 'weg') })
    const response = await fetch(`${url}/api/v1/documents/a.md/original`)
    expect(response.status).toBe(404)
    expect((await response.json()).error.code).toBe('original_missing')
    rmSync(folder, { recursive: true })
  })
})
