/** What a longer piece of work takes: the index held open, its filters checked, a place in the queue, and an end to it. */

import { setMaxListeners } from 'node:events'
import { knownFilters, type SearchFilters } from '../search/passage-filter.ts'
import { createAnswerQueue } from './answer-queue.ts'
import type { AppOptions } from './app.ts'
import type { ServedIndex } from './live-index.ts'

export interface IndexPlace {
  index: ServedIndex
  filters: SearchFilters
  /** Fires when the reader leaves or the server stops. */
  abort: AbortController
  /** Settles when work may begin; rejects with `aborted`. */
  started: Promise<void>
  /** Must follow in any case; may be called twice. */
  release(): void
}

/**
 * Throws AppError `index_not_ready`, `unknown_document`, `unknown_collection` or `overloaded`, and then holds nothing.
 * `reader` fires when whoever asked is gone.
 */
export type EnterIndex = (filters: SearchFilters, reader: AbortSignal) => IndexPlace

export function createIndexPlaces({ live, settings, stopping }: AppOptions): EnterIndex {
  if (stopping) setMaxListeners(0, stopping) // Every piece of work listens to it.
  const queue = createAnswerQueue({
    maxRunning: settings.maxConcurrentAnswers,
    maxWaiting: settings.maxQueuedAnswers,
  })
  return (wanted, reader) => {
    const index = live.acquire()
    const abort = new AbortController()
    const unlink = linkAbort(abort, [reader, stopping])
    const close = () => {
      index.release()
      unlink()
    }
    try {
      const filters = knownFilters(index.snapshot, wanted)
      const { started, release } = queue.enter(abort.signal)
      const leave = () => {
        release()
        close()
      }
      return { index, filters, abort, started, release: leave }
    } catch (error) {
      close()
      throw error
    }
  }
}

/** Does the work when its turn has come, and gives the place back. */
export async function inTurn<Result>(
  { started, release }: IndexPlace,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    await started
    return await work()
  } finally {
    release()
  }
}

/** Aborts the controller when one of the signals fires; the returned function removes the listeners. */
function linkAbort(controller: AbortController, signals: (AbortSignal | undefined)[]): () => void {
  const abort = () => controller.abort()
  for (const signal of signals) {
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort)
  }
  return () => {
    for (const signal of signals) signal?.removeEventListener('abort', abort)
  }
}
