/** Server-sent events over a fetch response: heartbeat, exactly one end, and work that stops when the reader is gone. */

import type { Context } from 'hono'
import type { AskStreamEvent } from './wire.ts'

export type SendEvent = (event: AskStreamEvent) => void

export interface EventStreamOptions {
  /** A comment line is sent whenever this time has passed, so that proxies keep the connection. */
  heartbeatMs: number
  /** Fired by this function when the reader closes the connection. */
  abort: AbortController
  /** Sends its events in order, the last one `done`; what it throws becomes the `error` event. */
  run: (send: SendEvent) => Promise<void>
  toErrorEvent: (error: unknown) => AskStreamEvent
}

/** The response starts at once; `run` begins with it. */
export function streamEvents(c: Context, options: EventStreamOptions): Response {
  const encoder = new TextEncoder()
  let heartbeat: NodeJS.Timeout | undefined
  let closed = false

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        if (!closed) controller.enqueue(encoder.encode(text))
      }
      heartbeat = setInterval(() => write(': noch da\n\n'), options.heartbeatMs)
      const end = () => {
        clearInterval(heartbeat)
        if (!closed) controller.close()
        closed = true
      }
      write(': Fundstelle\n\n')
      options
        .run((event) => write(toEventText(event)))
        .catch((error) => write(toEventText(options.toErrorEvent(error))))
        .finally(end)
    },
    cancel() {
      closed = true
      clearInterval(heartbeat)
      options.abort.abort()
    },
  })
  c.header('Content-Type', 'text/event-stream; charset=utf-8')
  // nginx would otherwise collect the events.
  c.header('X-Accel-Buffering', 'no')
  return c.body(body)
}

function toEventText({ event, data }: AskStreamEvent): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}
