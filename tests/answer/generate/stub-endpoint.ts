/** An OpenAI-compatible server in this process that behaves as badly as the test says. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface StubRequest {
  path: string
  headers: IncomingMessage['headers']
  body: {
    model: string
    stream: boolean
    temperature?: number
    max_tokens?: number
    max_completion_tokens?: number
    messages: { role: string; content: string }[]
  }
  /** Settles when the connection is closed. */
  closed: Promise<void>
}

/** Writes the response to one request. */
export type Behaviour = (response: ServerResponse, request: StubRequest) => void

export interface StubEndpoint {
  /** Up to and with `/v1`. */
  baseUrl: string
  requests: StubRequest[]
  /** Of the next request. */
  arrival: () => Promise<StubRequest>
}

/** The n-th request to `/chat/completions` gets the n-th behaviour, later ones the last. Closed with the test. */
export async function openStub(...behaviours: Behaviour[]): Promise<StubEndpoint> {
  const requests: StubRequest[] = []
  const waiting: ((request: StubRequest) => void)[] = []
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const request: StubRequest = {
      path: incoming.url!,
      headers: incoming.headers,
      body: chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : null,
      closed: new Promise((resolve) => response.on('close', resolve)),
    }
    requests.push(request)
    for (const tell of waiting.splice(0)) tell(request)
    behaviours[Math.min(requests.length, behaviours.length) - 1]!(response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    arrival: () => new Promise((resolve) => waiting.push(resolve)),
  }
}

export function open(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
}

export function piece(response: ServerResponse, content: string, finish: string | null = null): void {
  const delta = finish ? {} : { role: 'assistant', content }
  const chunk = {
    id: 'x',
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason: finish }],
  }
  response.write(`data: ${JSON.stringify(chunk)}\n\n`)
}

export function finish(response: ServerResponse, reason = 'stop'): void {
  piece(response, '', reason)
  response.end('data: [DONE]\n\n')
}

/** The whole text in small pieces, as it should be. */
export function writes(text: string, reason = 'stop'): Behaviour {
  return (response) => {
    open(response)
    for (const part of text.match(/.{1,9}/gsu) ?? []) piece(response, part)
    finish(response, reason)
  }
}

/** Begins so and then nothing more comes. */
export function hangsAfter(text: string): Behaviour {
  return (response) => {
    open(response)
    response.flushHeaders()
    if (text !== '') piece(response, text)
  }
}

export function fails(status: number, body = '{"error":{"message":"kaputt"}}'): Behaviour {
  return (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' })
    response.end(body)
  }
}

/** Whatever bytes, as an event stream. */
export function sends(bytes: string): Behaviour {
  return (response) => {
    open(response)
    response.end(bytes)
  }
}

/** Half a stream: the connection breaks behind these words. */
export function breaksAfter(text: string): Behaviour {
  return (response) => {
    open(response)
    piece(response, text)
    setImmediate(() => response.destroy())
  }
}
