/** Fusion of ranked lists, weighted: by standardised scores where scores are known, by rank where only the order is. Pure. */

export interface ScoredItem {
  item: number
  score: number
}

export interface ScoredList {
  /** Best first. */
  items: readonly ScoredItem[]
  weight: number
  /** What an item scores that the list lacks: 0 for a search by words, unknown for the nearest of all vectors. */
  missingScore?: number
}

export interface FusedItem {
  item: number
  score: number
  /** Rank from 1 in each list, null where the list lacks the item. */
  ranks: (number | null)[]
  /** What the score holds beyond the lists. */
  lift?: number
}

export interface FusionSize {
  /** Items that could be found at all. */
  candidates: number
  /** Longest list that was asked for. */
  depth: number
}

/**
 * Each list's scores are brought to mean 0 and deviation 1 over the best `depth` candidates, then added by weight: how
 * far an item stands out counts, not only its rank. (A convex combination of normalised scores; Bruch, Gai, Ingber 2023,
 * "An Analysis of Fusion Functions for Hybrid Retrieval", found it ahead of reciprocal ranks, as we did.)
 * Best first, ties by lower item.
 */
export function fuseScores(lists: readonly ScoredList[], size: FusionSize): FusedItem[] {
  const fused = new Map<number, FusedItem>()
  const scales = lists.map((list) => toScale(list, size))
  const missing = lists.reduce((sum, { weight }, i) => sum + weight * scales[i]!.missing, 0)
  lists.forEach(({ items, weight }, i) => {
    const { toStandard, missing: absent } = scales[i]!
    items.forEach(({ item, score }, at) => {
      const entry = fused.get(item) ?? { item, score: missing, ranks: lists.map(() => null) }
      entry.score += weight * (toStandard(score) - absent)
      entry.ranks[i] = at + 1
      fused.set(item, entry)
    })
  })
  return [...fused.values()].sort(byScore)
}

/** What a list adds to an item's fused score: `weight` · `standardised`. */
export interface ScoreShare {
  /** Rank from 1 and score in the list, null where the list lacks the item. */
  rank: number | null
  score: number | null
  /** Of the list, filled up where it is short. */
  mean: number
  deviation: number
  /** How many deviations above the mean; of an item that the list lacks, what it is taken for. */
  standardised: number
  weight: number
}

/** For any item that a list holds, one share per list; together they are the score that `fuseScores` gives. */
export function sharesOf(item: number, lists: readonly ScoredList[], size: FusionSize): ScoreShare[] {
  return lists.map((list) => {
    const { toStandard, missing, mean, deviation } = toScale(list, size)
    const scale = { mean, deviation, weight: list.weight }
    const at = list.items.findIndex((each) => each.item === item)
    if (at < 0) return { rank: null, score: null, standardised: missing, ...scale }
    const { score } = list.items[at]!
    return { rank: at + 1, score, standardised: toStandard(score), ...scale }
  })
}

interface Scale {
  mean: number
  deviation: number
  toStandard: (score: number) => number
  missing: number
}

/** A short list of a search by words is filled up with the score of what it did not find. */
function toScale({ items, missingScore }: ScoredList, { candidates, depth }: FusionSize): Scale {
  const filled = missingScore === undefined ? 0 : Math.max(0, Math.min(depth, candidates) - items.length)
  const count = items.length + filled
  if (count === 0) return { mean: 0, deviation: 1, toStandard: () => 0, missing: 0 }
  const fill = missingScore ?? 0
  const mean = (items.reduce((sum, { score }) => sum + score, 0) + filled * fill) / count
  const squares = items.reduce((sum, { score }) => sum + (score - mean) ** 2, 0) + filled * (fill - mean) ** 2
  const deviation = Math.sqrt(squares / count) || 1
  const toStandard = (score: number) => (score - mean) / deviation
  const lowest = filled > 0 ? fill : (items.at(-1)?.score ?? fill)
  return { mean, deviation, toStandard, missing: toStandard(lowest) }
}

/** One list of two that share no item and whose scores have the same scale. Best first. */
export function mergeFused(a: readonly FusedItem[], b: readonly FusedItem[]): FusedItem[] {
  return [...a, ...b].sort(byScore)
}

/** Items of a higher level come before all others; within a level the order stays. Best first. */
export function liftItems(items: readonly FusedItem[], levels: ReadonlyMap<number, number>): FusedItem[] {
  if (levels.size === 0) return [...items]
  const step = (items[0]?.score ?? 0) - (items.at(-1)?.score ?? 0) + 1
  return items
    .map((each) => ({ ...each, lift: step * (levels.get(each.item) ?? 0) }))
    .map((each) => ({ ...each, score: each.score + each.lift }))
    .sort(byScore)
}

export interface RankedList {
  /** Items, best first. */
  items: readonly number[]
  weight: number
}

/**
 * Reciprocal rank fusion: Σ weight / (k + rank) (Cormack, Clarke, Büttcher 2009). A larger `k` levels the difference
 * between the first ranks. Best first, ties by lower item.
 */
export function fuseRanks(lists: readonly RankedList[], k: number): FusedItem[] {
  const fused = new Map<number, FusedItem>()
  lists.forEach(({ items, weight }, i) => {
    items.forEach((item, at) => {
      const entry = fused.get(item) ?? { item, score: 0, ranks: lists.map(() => null) }
      entry.score += weight / (k + at + 1)
      entry.ranks[i] = at + 1
      fused.set(item, entry)
    })
  })
  return [...fused.values()].sort(byScore)
}

function byScore(a: FusedItem, b: FusedItem): number {
  return b.score - a.score || a.item - b.item
}
