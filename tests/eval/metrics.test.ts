import { describe, expect, it } from 'vitest'
import { ndcgAt, quantile, recallAt, reciprocalRankAt, toFigure } from '../../eval/metrics.ts'

const grades = new Map([
  ['a', 2],
  ['b', 1],
])

describe('ranking figures', () => {
  it.each([
    [['a', 'b'], 1],
    [['b', 'a'], (1 + 2 / Math.log2(3)) / (2 + 1 / Math.log2(3))],
    [['x', 'a'], 2 / Math.log2(3) / (2 + 1 / Math.log2(3))],
    [['x'], 0],
    [[], 0],
  ])('computes nDCG of %j', (ranked, expected) => {
    expect(ndcgAt(10, ranked, grades)).toBeCloseTo(expected, 12)
  })

  it('looks no further than rank k', () => {
    expect(ndcgAt(1, ['x', 'a'], grades)).toBe(0)
    expect(reciprocalRankAt(1, ['x', 'a'], grades)).toBe(0)
    expect(recallAt(1, ['x', 'a'], grades)).toBe(0)
  })

  it('computes reciprocal rank and recall', () => {
    expect(reciprocalRankAt(10, ['x', 'y', 'b'], grades)).toBeCloseTo(1 / 3, 12)
    expect(recallAt(5, ['x', 'b'], grades)).toBe(0.5)
  })
})

describe('figures with interval', () => {
  it('encloses the mean, and gives the same interval every time', () => {
    const values = Array.from({ length: 200 }, (_, i) => (i % 5 === 0 ? 0 : 1))
    const figure = toFigure(values)
    expect(figure).toEqual(toFigure(values))
    expect(figure).toMatchObject({ mean: 0.8, count: 200 })
    expect(figure.low).toBeGreaterThan(0.72)
    expect(figure.low).toBeLessThan(0.8)
    expect(figure.high).toBeGreaterThan(0.8)
    expect(figure.high).toBeLessThan(0.88)
  })

  it('has no mean without values', () => {
    expect(toFigure([])).toMatchObject({ mean: Number.NaN, count: 0 })
  })

  it('takes quantiles by nearest rank', () => {
    expect(quantile([5, 1, 3, 2, 4], 0.5)).toBe(3)
    expect(quantile([5, 1, 3, 2, 4], 0.99)).toBe(5)
  })
})
