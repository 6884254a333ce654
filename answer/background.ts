/** How similar a question is to sentences at random: cosines of E5-like models mean little without it. */

import { dot } from '../search/exact-vector-index.ts'
import type { Snapshot } from '../search/snapshot.ts'

const SAMPLE = 512

export interface Background {
  mean: number
  deviation: number
}

/** Mean and standard deviation of the question's cosine with evenly spaced sentences of the index. */
export function createBackground(snapshot: Snapshot): (queryVector: Float32Array) => Background {
  const count = snapshot.manifest.counts.sentences
  const step = Math.max(1, Math.floor(count / SAMPLE))
  const sample: Float32Array[] = []
  for (let row = 0; row < count && sample.length < SAMPLE; row += step)
    sample.push(snapshot.sentenceVector(row))
  return (queryVector) => {
    const scores = sample.map((vector) => dot(vector, queryVector))
    const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)
    const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / Math.max(1, scores.length)
    // A handful of sentences has no meaningful spread; .02 is typical of the embedded model.
    return { mean, deviation: Math.max(0.01, Math.sqrt(variance)) }
  }
}
