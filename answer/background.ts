/** How similar a question is to sentences at random: cosines of E5-like models mean little without it. */

import { isPending } from '../search/document.ts'
import { dot } from '../search/exact-vector-index.ts'
import type { Snapshot } from '../search/snapshot.ts'

const SAMPLE = 512
/** Of an index that lacks vectors so many times as many sentences are looked at, to find enough that have theirs. */
const LOOKED_AT = 16

export interface Background {
  mean: number
  deviation: number
}

/** Mean and standard deviation of the question's cosine with evenly spaced sentences of the index. */
export function createBackground(snapshot: Snapshot): (queryVector: Float32Array) => Background {
  const { counts, embeddedPassages } = snapshot.manifest
  const isComplete = embeddedPassages === undefined
  const looked = evenlySpaced(counts.sentences, isComplete ? SAMPLE : SAMPLE * LOOKED_AT)
  const vectors = looked.map((row) => snapshot.sentenceVector(row))
  const known = isComplete ? vectors : vectors.filter((vector) => !isPending(vector))
  const sample = evenlySpaced(known.length, SAMPLE).map((i) => known[i]!)
  return (queryVector) => {
    const scores = sample.map((vector) => dot(vector, queryVector))
    const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)
    const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / Math.max(1, scores.length)
    // A handful of sentences has no meaningful spread; .02 is typical of the embedded model.
    return { mean, deviation: Math.max(0.01, Math.sqrt(variance)) }
  }
}

/** At most `wanted` numbers below `count`. */
function evenlySpaced(count: number, wanted: number): number[] {
  const step = Math.max(1, Math.floor(count / wanted))
  return Array.from({ length: Math.min(wanted, Math.ceil(count / step)) }, (_, i) => i * step)
}
