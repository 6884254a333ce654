/** Reads a model's stream under two time limits; ends the request upstream however the reading ends. */

import { AppError } from '../../search/app-error.ts'
import type { StreamEnd } from './language-model.ts'

export interface ReadingLimits {
  /** Until the first piece, and between any two. */
  pauseMs: number
  /** By `performance.now()`. */
  deadline: number
  signal: AbortSignal | undefined
}

/** Thrown when a limit of time has passed. */
export class SlowModelError extends Error {
  override name = 'SlowModelError'
}

/** Throws AppError `aborted` at once when the signal fires, SlowModelError, and what the stream throws. */
export async function* readInTime(
  open: (signal: AbortSignal) => AsyncGenerator<string, StreamEnd>,
  { pauseMs, deadline, signal }: ReadingLimits,
): AsyncGenerator<string, StreamEnd> {
  const upstream = new AbortController()
  const stream = open(upstream.signal)
  try {
    for (;;) {
      const timeoutMs = Math.min(pauseMs, deadline - performance.now())
      const next = await inTime(stream.next(), { timeoutMs, signal })
      if (next.done) return next.value
      yield next.value
    }
  } finally {
    upstream.abort()
    stream.return('cut').catch(() => {}) // It may be waiting for what will never come; nobody waits for it.
  }
}

function inTime<Value>(
  work: Promise<Value>,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal | undefined },
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = () => settle(() => reject(new AppError('aborted', 'Die Beantwortung wurde abgebrochen.')))
    const timer = setTimeout(
      () => settle(() => reject(new SlowModelError(`Nothing within ${Math.round(timeoutMs)} ms`))),
      Math.max(0, timeoutMs),
    )
    const settle = (how: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      how()
    }
    signal?.addEventListener('abort', onAbort)
    if (signal?.aborted) onAbort()
    work.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    )
  })
}
