/** What an element has to know of its server: readiness, and the list of documents once there is one. */

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { DocumentList, Ready } from '../../server/wire.ts'
import { type ApiError, toApiError } from '../api/api-error.ts'
import type { Client } from '../api/client.ts'
import { type ReadyWatch, watchReady } from '../api/watch-ready.ts'

export interface ServerStateEvents {
  /** Questions are taken now, after a time when they were not. */
  onReady: () => void
  onError: (error: ApiError) => void
}

export class ServerState implements ReactiveController {
  ready: Ready | 'gone' | null = null
  list: DocumentList = { documents: [], collections: [] }
  /** Why the documents could not be listed; questions may still work. */
  listError: ApiError | null = null
  readonly #host: ReactiveControllerHost
  readonly #events: ServerStateEvents
  #client: Client | null = null
  #watch: ReadyWatch | null = null
  /** The index whose documents are listed. */
  #listedIndex: string | null = null

  constructor(host: ReactiveControllerHost, events: ServerStateEvents) {
    this.#host = host
    this.#events = events
    host.addController(this)
  }

  get takesQuestions(): boolean {
    return this.ready !== null && this.ready !== 'gone' && this.ready.ready
  }

  /** Follows this server from now on, as long as the element is on the page. */
  follow(client: Client): void {
    this.#client = client
    this.#listedIndex = null
    this.hostDisconnected()
    this.hostConnected()
  }

  hostConnected(): void {
    if (!this.#client) return
    this.#watch = watchReady(this.#client, (ready) => this.#changed(ready))
    this.check()
  }

  hostDisconnected(): void {
    this.#watch?.stop()
  }

  check(): void {
    void this.#watch?.check()
  }

  async loadList(): Promise<void> {
    try {
      this.list = await this.#client!.loadDocuments()
      this.listError = null
      this.#listedIndex = indexOf(this.ready)
    } catch (error) {
      this.listError = toApiError(error)
      this.#events.onError(this.listError)
    }
    this.#host.requestUpdate()
  }

  #changed(ready: Ready | 'gone'): void {
    const wasBusy = this.ready !== null && this.ready !== 'gone' && !this.ready.ready
    this.ready = ready
    this.#host.requestUpdate()
    if (!this.takesQuestions) return
    if (wasBusy) this.#events.onReady()
    if (this.#listedIndex === null || this.#listedIndex !== indexOf(ready)) void this.loadList()
  }
}

function indexOf(ready: Ready | 'gone' | null): string | null {
  return ready === null || ready === 'gone' ? null : (ready.index?.snapshotId ?? null)
}
