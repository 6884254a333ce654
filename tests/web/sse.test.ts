import { expect, it } from 'vitest'
import { parseServerSentEvents, type ServerSentEvent } from '../../web/api/sse.ts'

function toStream(chunks: string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk))
      controller.close()
    },
  })
}

async function collect(chunks: string[]): Promise<ServerSentEvent[]> {
  const events: ServerSentEvent[] = []
  for await (const event of parseServerSentEvents(toStream(chunks))) events.push(event)
  return events
}

const twoEvents = [
  { event: 'status', data: '{"stage":"searching"}' },
  { event: 'done', data: '{}' },
]

it('reads events and skips comments', async () => {
  const text =
    ': hallo\n\nevent: status\ndata: {"stage":"searching"}\n\n: noch da\n\nevent: done\ndata: {}\n\n'
  expect(await collect([text])).toEqual(twoEvents)
})

it.each(['\n', '\r\n', '\r'])(
  'gives the same events however the text is cut, lines ended by %j',
  async (end) => {
    const text = ['event: status', 'data: {"stage":"searching"}', '', 'event: done', 'data: {}', '', ''].join(
      end,
    )
    for (let at = 1; at < text.length; at++)
      expect(await collect([text.slice(0, at), `${text.slice(at)}${end === '\r' ? ':' : ''}`])).toEqual(
        twoEvents,
      )
  },
)

it('keeps umlauts whole that are cut between two chunks', async () => {
  const bytes = new TextEncoder().encode('data: Übung\n\n')
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.slice(0, 7))
      controller.enqueue(bytes.slice(7))
      controller.close()
    },
  })
  const events: ServerSentEvent[] = []
  for await (const event of parseServerSentEvents(stream)) events.push(event)
  expect(events).toEqual([{ event: 'message', data: 'Übung' }])
})

it('joins several data lines and drops an unfinished event', async () => {
  expect(await collect(['data: a\ndata: b\n\ndata: c\n'])).toEqual([{ event: 'message', data: 'a\nb' }])
})
