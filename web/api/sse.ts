/** Reads server-sent events from a byte stream (WHATWG HTML, "Interpreting an event stream"), as far as a POST needs it. */

export interface ServerSentEvent {
  event: string
  data: string
}

/** Comments, ids and retry times are skipped; an unfinished event at the end is dropped, as the standard says. */
export async function* parseServerSentEvents(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<ServerSentEvent> {
  let pending = emptyEvent()
  for await (const line of readLines(stream)) {
    if (line === '') {
      if (pending.data.length > 0) yield { event: pending.event || 'message', data: pending.data.join('\n') }
      pending = emptyEvent()
      continue
    }
    const [field, value] = splitField(line)
    if (field === 'event') pending.event = value
    else if (field === 'data') pending.data.push(value)
  }
}

function emptyEvent(): { event: string; data: string[] } {
  return { event: '', data: [] }
}

function splitField(line: string): [string, string] {
  const colon = line.indexOf(':')
  if (colon < 0) return [line, '']
  return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')]
}

/** Lines end with CR LF, LF or CR, any of which may be cut between two chunks. */
async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      rest += decoder.decode(value, { stream: true })
      const lines = rest.split(/\r\n|\n|\r(?!$)/)
      rest = lines.pop() ?? ''
      yield* lines
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
