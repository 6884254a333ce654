/** Answers to what is no readable HTTP request and never reaches the app; the same envelope as everywhere. */

import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { HttpError, toErrorResponse } from './http-error.ts'
import { texts } from './texts.de.ts'

const STATUS_BY_CODE: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** For requests that Node could read but that name no address. */
export function toUnreadableResponse(): Response {
  const { status, headers, body } = describe()
  return new Response(body, { status, headers })
}

/** Listener of Node's `clientError`: the connection is closed afterwards. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const { status: usual, headers, body } = describe()
  const status = STATUS_BY_CODE[error.code ?? ''] ?? usual
  const lines = Object.entries({
    ...headers,
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`)
}

function describe() {
  const requestId = randomUUID()
  const error = new HttpError('bad_request', texts.badRequest)
  const { status, body } = toErrorResponse(error, { method: 'GET', requestId })
  const headers = { 'Content-Type': 'application/json', 'X-Request-Id': requestId }
  return { status, headers, body: JSON.stringify(body) }
}
