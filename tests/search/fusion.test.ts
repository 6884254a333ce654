import { describe, expect, it } from 'vitest'
import { fuseRanks } from '../../search/fusion.ts'

describe('rank fusion', () => {
  it('adds weight / (k + rank) over the lists', () => {
    const lists = [
      { items: [7, 3], weight: 1 },
      { items: [3, 5], weight: 2 },
    ]
    expect(fuseRanks(lists, 10)).toEqual([
      { item: 3, score: 1 / 12 + 2 / 11, ranks: [2, 1] },
      { item: 5, score: 2 / 12, ranks: [null, 2] },
      { item: 7, score: 1 / 11, ranks: [1, null] },
    ])
  })

  it('breaks ties by the lower item', () => {
    const lists = [
      { items: [9, 2], weight: 1 },
      { items: [2, 9], weight: 1 },
    ]
    expect(fuseRanks(lists, 60).map((entry) => entry.item)).toEqual([2, 9])
  })

  it('gives nothing for empty lists', () => {
    expect(fuseRanks([{ items: [], weight: 1 }], 60)).toEqual([])
  })
})
