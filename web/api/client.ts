/** The HTTP API as the pages use it. Knows URLs and status codes, nothing of elements. */

import type {
  Answer,
  AskRequestBody,
  AskStreamEvent,
  DocumentDetail,
  DocumentList,
  Ready,
} from '../../server/wire.ts'
import { texts } from '../texts.de.ts'
import { type AccessKey, noAccessKey } from './access-key.ts'
import { ApiError, fromEnvelope, fromResponse, isAbort, toApiError } from './api-error.ts'
import { parseServerSentEvents } from './sse.ts'

export type AnswerEvent = Exclude<AskStreamEvent, { event: 'error' }>

export interface AskOptions {
  signal: AbortSignal
  onEvent: (event: AnswerEvent) => void
}

export interface Client {
  /** Absolute URL of a path on the server. */
  urlOf(path: string): string
  /** Requests carry a key: a plain link to the API would be refused. */
  readonly needsKey: boolean
  /** Every event of the answer in order, `done` last. Throws ApiError, or AbortError when stopped. */
  ask(request: AskRequestBody, options: AskOptions): Promise<void>
  loadDocuments(): Promise<DocumentList>
  loadDocument(id: string): Promise<DocumentDetail>
  loadText(id: string): Promise<string>
  /** A stored file, by its path on the server. */
  loadFile(path: string): Promise<Blob>
  /** The next load asks the server again. */
  forgetDocument(id: string): void
  /** Also while the server is not ready (503): the state says why. */
  loadReady(): Promise<Ready>
}

/** `endpoint` is the server's origin, or '' for the page's own server. Does no I/O. */
export function createClient(endpoint: string, key: AccessKey = noAccessKey): Client {
  const base = endpoint.replace(/\/+$/, '')
  const urlOf = (path: string) => `${base}${path}`
  const { once, forget } = rememberSuccess()
  const documentPath = (id: string) => `/api/v1/documents/${encodeURIComponent(id)}`
  const load = (path: string) => request({ url: urlOf(path), key })
  const json = async <T>(path: string) => (await load(path)).json() as Promise<T>
  return {
    urlOf,
    get needsKey() {
      return key.current !== null
    },
    ask: (body, options) => ask({ url: urlOf('/api/v1/ask'), key }, body, options),
    loadDocuments: () => json<DocumentList>('/api/v1/documents'),
    loadDocument: (id) => once(`detail ${id}`, () => json<DocumentDetail>(documentPath(id))),
    loadText: (id) => once(`text ${id}`, async () => (await load(`${documentPath(id)}/text`)).text()),
    loadFile: async (path) => (await load(path)).blob(),
    forgetDocument: (id) => forget(`detail ${id}`, `text ${id}`),
    loadReady: () => loadReady(urlOf('/health/ready')),
  }
}

interface Target {
  url: string
  key: AccessKey
}

async function ask(target: Target, body: AskRequestBody, { signal, onEvent }: AskOptions): Promise<void> {
  const response = await request(target, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream, application/json;q=0.5' },
    body: JSON.stringify(body),
    signal,
  })
  const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream')
  if (!isStream || !response.body) {
    onEvent({ event: 'done', data: (await response.json()) as Answer })
    return
  }
  try {
    await forwardEvents(response, onEvent)
  } catch (error) {
    if (isAbort(error) || error instanceof ApiError) throw error
    throw new ApiError('connection_lost', texts.errors.connectionLost, { cause: error })
  }
}

async function forwardEvents(response: Response, onEvent: AskOptions['onEvent']): Promise<void> {
  for await (const { event, data } of parseServerSentEvents(response.body!)) {
    const parsed = { event, data: JSON.parse(data) } as AskStreamEvent
    if (parsed.event === 'error') throw fromEnvelope(parsed.data, response.status)
    onEvent(parsed)
    if (parsed.event === 'done') return
  }
  throw new ApiError('connection_lost', texts.errors.connectionLost, {
    requestId: response.headers.get('X-Request-Id'),
  })
}

async function loadReady(url: string): Promise<Ready> {
  const response = await send(url)
  const body = (await response.json().catch(() => null)) as Partial<Ready> | null
  if (!body?.state) throw await fromResponse(response)
  return body as Ready
}

/** Tries again with each key that the reader enters, until one is accepted or none is entered. */
async function request({ url, key }: Target, init: RequestInit = {}): Promise<Response> {
  for (;;) {
    const used = key.current
    const headers = new Headers(init.headers)
    if (used !== null) headers.set('Authorization', `Bearer ${used}`)
    const response = await send(url, { ...init, headers })
    if (response.ok) return response
    const error = await fromResponse(response)
    if (error.code !== 'unauthorized') throw error
    if (!(await key.renew(used))) throw toKeyNeeded(error)
    init.signal?.throwIfAborted()
  }
}

/** The server's own words speak to programs. */
function toKeyNeeded(error: ApiError): ApiError {
  const { code, status, requestId } = error
  return new ApiError(code, texts.access.needed, { status, requestId, cause: error })
}

/** Never sends cookies: the widget runs on foreign pages, and the API needs none. */
async function send(url: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', ...init })
  } catch (error) {
    if (isAbort(error)) throw error
    throw toApiError(error)
  }
}

/** Remembers what was loaded, so that opening several citations of one document loads it once; failures are retried. */
function rememberSuccess() {
  const loaded = new Map<string, Promise<unknown>>()
  return {
    once<T>(key: string, load: () => Promise<T>): Promise<T> {
      const known = loaded.get(key) as Promise<T> | undefined
      if (known) return known
      const loading = load()
      loaded.set(key, loading)
      loading.catch(() => loaded.delete(key))
      return loading
    },
    forget(...keys: string[]): void {
      for (const key of keys) loaded.delete(key)
    },
  }
}
