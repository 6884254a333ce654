/** Decides where a section is cut into passages: a shortest path over the possible cuts. Pure. */

export interface CutUnit {
  tokens: number
  /** What a cut before this unit costs, in units of "a passage of no length at all" = 1. */
  cutCost: number
}

export interface CutLimits {
  targetTokens: number
  /** No passage is longer, except one unit that is longer by itself. */
  limitTokens: number
}

/**
 * Indexes at which a new passage begins, the first always 0; ties go to the longer first passage. A passage costs
 * ((tokens − target) / target)², a cut its unit's `cutCost`; the sum is least.
 */
export function planCuts(units: readonly CutUnit[], limits: CutLimits): number[] {
  const best = new Float64Array(units.length + 1).fill(Number.POSITIVE_INFINITY)
  const previous = new Int32Array(units.length + 1)
  best[0] = 0
  for (let end = 1; end <= units.length; end++) {
    let tokens = 0
    for (let start = end - 1; start >= 0; start--) {
      tokens += units[start]!.tokens
      if (tokens > limits.limitTokens && start < end - 1) break
      const cost = best[start]! + passageCost(tokens, limits) + (start > 0 ? units[start]!.cutCost : 0)
      if (cost < best[end]!) {
        best[end] = cost
        previous[end] = start
      }
    }
  }
  return walkBack(previous, units.length)
}

function passageCost(tokens: number, { targetTokens }: CutLimits): number {
  return ((tokens - targetTokens) / targetTokens) ** 2
}

function walkBack(previous: Int32Array, end: number): number[] {
  const starts: number[] = []
  for (let at = end; at > 0; at = previous[at]!) starts.unshift(previous[at]!)
  return starts
}
