/** Reciprocal rank fusion of ranked lists (Cormack, Clarke, Büttcher 2009), weighted. Pure. */

export interface RankedList {
  /** Items, best first. */
  items: readonly number[]
  weight: number
}

export interface FusedItem {
  item: number
  /** Σ weight / (k + rank); an item that a list lacks gets nothing from it. */
  score: number
  /** Rank from 1 in each list, null where the list lacks the item. */
  ranks: (number | null)[]
}

/** Best first, ties by lower item. A larger `k` levels the difference between the first ranks. */
export function fuseRanks(lists: readonly RankedList[], k: number): FusedItem[] {
  const fused = new Map<number, FusedItem>()
  lists.forEach(({ items, weight }, list) => {
    items.forEach((item, i) => {
      const entry = fused.get(item) ?? { item, score: 0, ranks: lists.map(() => null) }
      entry.score += weight / (k + i + 1)
      entry.ranks[list] = i + 1
      fused.set(item, entry)
    })
  })
  return [...fused.values()].sort((a, b) => b.score - a.score || a.item - b.item)
}
