/** Figures of ranked lists and their uncertainty. Pure. */

import { createRandom } from './random.ts'

/**
 * nDCG@k with linear gain and log2 discount (Järvelin, Kekäläinen 2002; as trec_eval and BEIR compute it).
 * `ranked` holds each item once; `grades` the relevant ones.
 */
export function ndcgAt(k: number, ranked: readonly string[], grades: ReadonlyMap<string, number>): number {
  const gains = ranked.slice(0, k).map((item) => grades.get(item) ?? 0)
  const best = [...grades.values()].sort((a, b) => b - a).slice(0, k)
  const ideal = discountedGain(best)
  return ideal > 0 ? discountedGain(gains) / ideal : 0
}

/** 1 / rank of the first relevant item, 0 when it comes after rank k. */
export function reciprocalRankAt(
  k: number,
  ranked: readonly string[],
  grades: ReadonlyMap<string, number>,
): number {
  const at = ranked.slice(0, k).findIndex((item) => grades.has(item))
  return at < 0 ? 0 : 1 / (at + 1)
}

/** Share of the relevant items within the first k. */
export function recallAt(k: number, ranked: readonly string[], grades: ReadonlyMap<string, number>): number {
  if (grades.size === 0) return 0
  return ranked.slice(0, k).filter((item) => grades.has(item)).length / grades.size
}

function discountedGain(gains: readonly number[]): number {
  return gains.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0)
}

/** Mean with the 95 % interval of its bootstrap distribution. */
export interface Figure {
  mean: number
  low: number
  high: number
  count: number
}

const RESAMPLES = 1000

/** Percentile bootstrap (Efron 1979) with a fixed seed: the same values give the same interval. */
export function toFigure(values: readonly number[]): Figure {
  const count = values.length
  if (count === 0) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN, count }
  const random = createRandom(20261123)
  const means = Float64Array.from({ length: RESAMPLES }, () => {
    let sum = 0
    for (let i = 0; i < count; i++) sum += values[Math.floor(random() * count)]!
    return sum / count
  }).sort()
  const at = (share: number) => means[Math.floor(share * (RESAMPLES - 1))]!
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / count,
    low: at(0.025),
    high: at(0.975),
    count,
  }
}

/** Values at these shares (0…1) of the sorted numbers, nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
