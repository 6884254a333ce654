import { describe, expect, it } from 'vitest'
import { fuseRanks, fuseScores, type ScoredItem, type ScoredList, sharesOf } from '../../search/fusion.ts'

function list(...pairs: [item: number, score: number][]): ScoredItem[] {
  return pairs.map(([item, score]) => ({ item, score }))
}
const size = { candidates: 4, depth: 100 }

describe('score fusion', () => {
  it('adds standardised scores by weight, the lowest of the list for an item it lacks', () => {
    const lists = [
      { items: list([7, 30], [3, 10]), weight: 1 },
      { items: list([3, 0.9], [5, 0.7]), weight: 2 },
    ]
    const fused = fuseScores(lists, size)
    expect(fused.map(({ item, ranks }) => ({ item, ranks }))).toEqual([
      { item: 3, ranks: [2, 1] },
      { item: 7, ranks: [1, null] },
      { item: 5, ranks: [null, 2] },
    ])
    expect(fused[0]!.score).toBeCloseTo(-1 + 2 * 1, 10)
    expect(fused[1]!.score).toBeCloseTo(1 + 2 * -1, 10)
    expect(fused[2]!.score).toBeCloseTo(-1 + 2 * -1, 10)
  })

  it('lets a single hit by words stand out from all that lack the words', () => {
    const lists = [
      { items: list([2, 8]), weight: 1, missingScore: 0 },
      { items: list([0, 0.9], [1, 0.89], [2, 0.88], [3, 0.87]), weight: 0.5 },
    ]
    expect(fuseScores(lists, size)[0]).toMatchObject({ item: 2, ranks: [1, 3] })
  })

  it('does not depend on the scale of a list', () => {
    const items = list([4, 3], [1, 2], [2, 1])
    const other = { items: list([1, 0.5], [4, 0.4], [2, 0.1]), weight: 1 }
    const scaled = items.map(({ item, score }) => ({ item, score: score * 100 + 7 }))
    const order = (one: ScoredItem[]) =>
      fuseScores([{ items: one, weight: 1 }, other], size).map(({ item }) => item)
    expect(order(scaled)).toEqual(order(items))
  })

  it('breaks ties by the lower item', () => {
    const lists = [
      { items: list([9, 2], [2, 1]), weight: 1 },
      { items: list([2, 2], [9, 1]), weight: 1 },
    ]
    expect(fuseScores(lists, size).map(({ item }) => item)).toEqual([2, 9])
  })

  it('is the sum of what each list adds, also for an item that a list lacks', () => {
    const lists: ScoredList[] = [
      { items: list([7, 30], [3, 10]), weight: 0.5, missingScore: 0 },
      { items: list([3, 0.9], [5, 0.7], [1, 0.2]), weight: 2 },
      { items: [], weight: 1 },
    ]
    const wide = { candidates: 50, depth: 10 }
    for (const { item, score, ranks } of fuseScores(lists, wide)) {
      const shares = sharesOf(item, lists, wide)
      expect(shares.map(({ rank }) => rank)).toEqual(ranks)
      expect(shares.reduce((sum, share) => sum + share.weight * share.standardised, 0)).toBeCloseTo(score, 10)
    }
    const [words] = sharesOf(7, lists, wide)
    expect(words).toMatchObject({ rank: 1, score: 30, mean: 4, weight: 0.5 })
    expect(words!.standardised).toBeCloseTo((30 - 4) / words!.deviation, 10)
  })

  it('gives nothing for empty lists', () => {
    expect(fuseScores([{ items: [], weight: 1 }], size)).toEqual([])
  })
})

describe('rank fusion', () => {
  it('adds weight / (k + rank) over the lists, ties by the lower item', () => {
    const lists = [
      { items: [7, 3], weight: 1 },
      { items: [3, 7], weight: 1 },
      { items: [5], weight: 2 },
    ]
    expect(fuseRanks(lists, 10)).toEqual([
      { item: 5, score: 2 / 11, ranks: [null, null, 1] },
      { item: 3, score: 1 / 12 + 1 / 11, ranks: [2, 1, null] },
      { item: 7, score: 1 / 11 + 1 / 12, ranks: [1, 2, null] },
    ])
  })
})
