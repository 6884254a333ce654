/** The vectors of one passage, its own and those of its sentences, from the stretches that are read in one pass each. */

import type { Embedder, TextParts } from '../search/embedder.ts'
import { normalise } from '../search/exact-vector-index.ts'

/**
 * Rows: L2-normalised vector of the passage, then of its sentences in order. The passage's is the mean of its stretches,
 * weighted by length.
 */
export async function embedPassage(
  embedder: Pick<Embedder, 'model' | 'embedParts'>,
  stretches: readonly TextParts[],
  signal?: AbortSignal,
): Promise<Float32Array> {
  const { dimensions } = embedder.model
  const own = new Float32Array(dimensions)
  const sentences: number[] = []
  for (const stretch of stretches) {
    const rows = await embedder.embedParts(stretch, signal)
    const length = stretches.length === 1 ? 1 : stretch.parts.join('').length
    for (let d = 0; d < dimensions; d++) own[d]! += length * rows[d]!
    sentences.push(...rows.subarray(dimensions))
  }
  return Float32Array.of(...normalise(own), ...sentences)
}
