/** Bounds the answers worked on at once; further ones wait in order, and beyond the queue they are refused. */

import { AppError } from '../search/app-error.ts'
import { texts } from './texts.de.ts'

export interface AnswerQueue {
  /**
   * Takes a place at once. Throws AppError `overloaded` when all are taken. `started` settles when work may begin and
   * rejects with `aborted` when the signal fires before; `release` must follow in any case and may be called twice.
   */
  enter(signal: AbortSignal): Place
  /** Answers running or waiting. */
  readonly size: number
}

export interface Place {
  started: Promise<void>
  release(): void
}

export interface AnswerQueueOptions {
  maxRunning: number
  maxWaiting: number
}

const RETRY_SECONDS = 5

export function createAnswerQueue({ maxRunning, maxWaiting }: AnswerQueueOptions): AnswerQueue {
  const running = new Set<object>()
  const waiting = new Map<object, () => void>()

  function startNext(): void {
    for (const [place, start] of waiting) {
      if (running.size >= maxRunning) return
      waiting.delete(place)
      running.add(place)
      start()
    }
  }

  return {
    get size() {
      return running.size + waiting.size
    },
    enter(signal) {
      if (running.size >= maxRunning && waiting.size >= maxWaiting) {
        throw new AppError('overloaded', texts.overloaded(RETRY_SECONDS))
      }
      const place = {}
      const release = () => {
        waiting.delete(place)
        if (running.delete(place)) startNext()
      }
      const started = new Promise<void>((resolve, reject) => {
        waiting.set(place, resolve)
        const abort = () => {
          if (!waiting.has(place)) return
          release()
          reject(new AppError('aborted', texts.aborted))
        }
        if (signal.aborted) abort()
        else signal.addEventListener('abort', abort, { once: true })
      })
      started.catch(() => {})
      startNext()
      return { started, release }
    },
  }
}
