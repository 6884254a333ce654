import { describe, expect, it, onTestFinished } from 'vitest'
import { openEndpointModel } from '../../answer/generate/langchain-model.ts'
import { createAnalyser } from '../../search/german/analyser.ts'
import type { Snapshot } from '../../search/snapshot.ts'
import { listen } from '../../server/listen.ts'
import { openAnswering, openSnapshot } from '../answer/answering-builders.ts'
import { type Behaviour, hangsAfter, openStub, writes } from '../answer/generate/stub-endpoint.ts'
import { fakeApp, parseEvents } from './fakes.ts'

const GOOD = 'Der Krisenstab leitet den Einsatz.'

/** The server on a socket, writing by the model that behaves so. */
async function serve(behaviour: Behaviour) {
  const stub = await openStub(behaviour)
  const options = { baseUrl: stub.baseUrl, model: 'stub-7b', apiKey: null, contextTokens: 4096 }
  const writer = {
    model: await openEndpointModel(options),
    limits: { firstTokenMs: 20_000, totalMs: 30_000 },
  }
  const fake = await openSnapshot()
  const snapshot = { ...fake, lexical: { ...fake.lexical, analyser: createAnalyser() } } as Snapshot
  const answering = await openAnswering({ snapshot, writer })
  const server = await listen(fakeApp({ index: { answering } }).app, { host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.close(0))
  return { stub, url: server.url }
}

function ask(url: string, accept: string, signal?: AbortSignal) {
  return fetch(`${url}/api/v1/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept },
    body: JSON.stringify({ question: 'Wer leitet den Einsatz im Krisenstab?' }),
    signal,
  })
}

describe('an answer that a model writes, over HTTP', () => {
  it('comes as events in order', async () => {
    const { url } = await serve(writes(`${GOOD} Der Mond ist aus Käse.`))
    const events = parseEvents(await (await ask(url, 'text/event-stream')).text())
    expect(events.map(({ event }) => event).join(' ')).toMatch(/^(?:status )+sources delta sentence done$/u)
    expect(events.at(-1)!.data).toMatchObject({
      status: 'partial',
      composer: 'stub-7b',
      warnings: ['1 Satz ohne Beleg zurückgehalten.'],
    })
  })

  it.each(['text/event-stream', 'application/json'])(
    'closing the connection ends the request to the model within a second (%s)',
    async (accept) => {
      const { stub, url } = await serve(hangsAfter(`${GOOD} Dafür tagt `))
      const arrival = stub.arrival()
      const abort = new AbortController()
      const response = ask(url, accept, abort.signal).then((reply) => reply.text())
      response.catch(() => {})
      const { closed } = await arrival
      const startedAt = performance.now()
      abort.abort()
      await closed
      expect(performance.now() - startedAt).toBeLessThan(1000)
    },
  )
})
