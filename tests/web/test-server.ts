/** The real HTTP application with the built pages over scripted answers: what the browser tests talk to. */

import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import type { Answer, AskOptions, AskRequest } from '../../answer/answer.ts'
import type { Snapshot } from '../../search/snapshot.ts'
import { createApp } from '../../server/app.ts'
import { listen } from '../../server/listen.ts'
import { createLiveIndex, type LiveIndex } from '../../server/live-index.ts'
import { DEFAULT_SETTINGS, type ServerSettings } from '../../server/server-settings.ts'
import { openWebFiles } from '../../server/web-files.ts'
import { documents } from './fixtures.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export type Script = (request: AskRequest, options: AskOptions) => Promise<Answer>

export interface TestServer {
  url: string
  live: LiveIndex
  /** Questions as they arrived. */
  requests: AskRequest[]
  /** How the next questions are answered. */
  script: Script
  /** Makes the documents available; a server starts without when `indexed` is false. So many passages have vectors. */
  serveIndex(embeddedPassages?: number): void
  close(): Promise<void>
}

export interface TestServerOptions {
  settings?: Partial<ServerSettings>
  indexed?: boolean
  /** The stored file of every document. */
  originalPath?: string
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = join(root, 'dist', 'web')
  if (!existsSync(folder)) throw new Error('dist/web is missing: run `npm run build` first.')
  const live = createLiveIndex('0.0.0')
  const settings = { ...DEFAULT_SETTINGS, rateLimitPerMinute: 0, ...options.settings }
  const app = createApp({
    live,
    settings,
    web: await openWebFiles(folder),
    version: '0.0.0',
    logger: pino({ enabled: false }),
  })
  const listening = await listen(app, { host: '127.0.0.1', port: 0 })
  const server: TestServer = {
    url: listening.url,
    live,
    requests: [],
    script: async () => {
      throw new Error('no script')
    },
    serveIndex: (embeddedPassages) =>
      live.replace({
        snapshot: createSnapshot(options.originalPath, embeddedPassages),
        retriever: { search: () => Promise.reject(new Error('not used')) },
        answering: {
          ask(request, askOptions = {}) {
            server.requests.push(request)
            return server.script(request, askOptions)
          },
        },
      }),
    close: () => listening.close(0),
  }
  if (options.indexed !== false) server.serveIndex()
  return server
}

/** Sends every event of an answer, as the real composer does; `pause` is awaited before each sentence. */
export function replay(answer: Answer, pause: () => Promise<void> = async () => undefined): Script {
  return async (_request, { onEvent, signal }) => {
    onEvent?.({ event: 'status', data: { stage: 'searching' } })
    if (answer.abstention) onEvent?.({ event: 'abstained', data: { abstention: answer.abstention } })
    else onEvent?.({ event: 'sources', data: { sources: answer.sources, searchQuery: answer.searchQuery } })
    for (const sentence of answer.sentences) {
      await pause()
      if (signal?.aborted) throw signal.reason
      onEvent?.({ event: 'sentence', data: sentence })
    }
    return answer
  }
}

/** A gate that holds what awaits it until it is opened. */
export function createGate(): { wait: () => Promise<void>; open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { wait: () => opened, open }
}

export interface HostPage {
  url: string
  /** What is served from now on; the widget's server is only known after the host's origin is. */
  serve(html: string, policy: string): void
  close(): void
}

/** A foreign site with its own, strict policy. */
export async function startHostPage(): Promise<HostPage> {
  let page = { html: '', policy: '' }
  const server: Server = createServer((request, response) => {
    if (request.url !== '/') response.statusCode = 204
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Content-Security-Policy', page.policy)
    response.end(request.url === '/' ? page.html : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    serve: (html, policy) => {
      page = { html, policy }
    },
    close: () => server.close(),
  }
}

function createSnapshot(originalPath = '/nowhere', embeddedPassages?: number): Snapshot {
  const passages = documents.flatMap((document) => document.passages)
  const byId = (id: string) => documents.find((document) => document.record.id === id)
  const first = (id: string) => passages.findIndex((passage) => passage.documentId === id)
  return {
    manifest: {
      snapshotId: embeddedPassages === undefined ? 'test' : 'unfinished',
      embeddedPassages,
      createdAt: '2026-01-01T00:00:00Z',
      model: { name: 'test' },
      counts: { documents: documents.length, passages: passages.length, sentences: 0 },
    },
    documents: documents.map((document) => document.record),
    collections: [...new Set(documents.map((document) => document.record.collection))],
    document: (id: string) => byId(id)?.record,
    text: (id: string) => byId(id)!.text,
    blocks: (id: string) => byId(id)!.blocks,
    passageRange: (id: string) => ({ start: first(id), end: first(id) + byId(id)!.passages.length }),
    passage: (index: number) => passages[index]!,
    passageIndex: (id: string) => passages.findIndex((passage) => passage.id === id),
    sentenceRange: () => ({ start: 0, end: 0 }),
    originalPath: () => originalPath,
    close: async () => undefined,
  } as unknown as Snapshot
}
