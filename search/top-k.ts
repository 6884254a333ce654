/** The best `limit` of many scored items with a bounded heap: no sorting of all, ties by the lower item. */

export interface TopK {
  offer(item: number, score: number): void
  /** Score that the list ends with; -Infinity while it is not full. */
  worst(): number
  /** Best first; empties the heap. */
  take(): { item: number; score: number }[]
}

export function createTopK(limit: number): TopK {
  const items: number[] = []
  const scores: number[] = []

  /** Whether entry `a` is worse than entry `b`; the worst is at the root. */
  const worse = (a: number, b: number) =>
    scores[a]! < scores[b]! || (scores[a] === scores[b] && items[a]! > items[b]!)

  function swap(a: number, b: number): void {
    ;[items[a], items[b]] = [items[b]!, items[a]!]
    ;[scores[a], scores[b]] = [scores[b]!, scores[a]!]
  }

  function sink(): void {
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      if (left >= items.length) return
      const child = left + 1 < items.length && worse(left + 1, left) ? left + 1 : left
      if (!worse(child, at)) return
      swap(child, at)
      at = child
    }
  }

  function push(item: number, score: number): void {
    items.push(item)
    scores.push(score)
    for (let at = items.length - 1; at > 0; ) {
      const parent = (at - 1) >>> 1
      if (!worse(at, parent)) return
      swap(at, parent)
      at = parent
    }
  }

  return {
    offer(item, score) {
      if (items.length < limit) return push(item, score)
      if (limit === 0 || score < scores[0]! || (score === scores[0] && item > items[0]!)) return
      items[0] = item
      scores[0] = score
      sink()
    },
    worst: () => (items.length < limit ? Number.NEGATIVE_INFINITY : (scores[0] ?? Number.NEGATIVE_INFINITY)),
    take() {
      return items
        .splice(0)
        .map((item, i) => ({ item, score: scores[i]! }))
        .sort((a, b) => b.score - a.score || a.item - b.item)
    },
  }
}
