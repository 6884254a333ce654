/** How many requests one caller may make in a minute: a sliding window per key or address, bounded in memory. */

export interface RateLimiter {
  readonly perMinute: number
  /** Counts a request. 0 when it may pass, otherwise the milliseconds until the next one may. */
  take(caller: string): number
}

const WINDOW_MS = 60_000
const MAX_CALLERS = 10_000

/** `perMinute` 0 lets everything pass. `now` gives milliseconds. */
export function createRateLimiter(perMinute: number, now: () => number = Date.now): RateLimiter {
  const passes = new Map<string, number[]>()

  return {
    perMinute,
    take(caller) {
      if (perMinute === 0) return 0
      const time = now()
      const recent = (passes.get(caller) ?? []).filter((at) => at > time - WINDOW_MS)
      const waitMs = recent.length < perMinute ? 0 : recent[0]! + WINDOW_MS - time
      if (waitMs === 0) recent.push(time)
      // Re-inserting keeps the map in order of last use, so that the oldest caller is the first to be forgotten.
      passes.delete(caller)
      passes.set(caller, recent)
      if (passes.size > MAX_CALLERS) passes.delete(passes.keys().next().value!)
      return waitMs
    },
  }
}
