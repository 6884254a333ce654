/** Vectors for texts that would take hours to embed: near real ones, but not of the text. For speed and size, never for quality. */

import type { Embedder } from '../../search/embedder.ts'
import { createRandom } from '../random.ts'

/** Length of the noise against the mixture of real vectors. */
const NOISE = 0.15

export type DeriveVector = (text: string) => Float32Array

/**
 * A mixture of three of the real vectors (row-major, L2-normalised) with some noise, normalised; chosen by a hash of the
 * text, so that the same text gives the same vector. Mixtures lie where real vectors lie; random directions would not.
 */
export function createVectorDeriver(real: Float32Array, dimensions: number): DeriveVector {
  const rows = real.length / dimensions
  return (text) => {
    const random = createRandom(text)
    const pick = () => Math.floor(random() * rows) * dimensions
    const [a, b, c] = [pick(), pick(), pick()]
    const weight = random()
    const vector = new Float32Array(dimensions)
    let norm = 0
    for (let i = 0; i < dimensions; i++) {
      const noise = (random() - 0.5) * NOISE * Math.sqrt(12 / dimensions)
      const value = real[a + i]! + weight * real[b + i]! + (1 - weight) * 0.5 * real[c + i]! + noise
      vector[i] = value
      norm += value * value
    }
    const length = Math.sqrt(norm)
    for (let i = 0; i < dimensions; i++) vector[i]! /= length
    return vector
  }
}

/** Embeds questions as the real one does, passages and sentences by derivation. */
export function withDerivedVectors(embedder: Embedder, derive: DeriveVector): Embedder {
  return {
    ...embedder,
    embed: async (text, role, signal) =>
      role === 'query' ? embedder.embed(text, role, signal) : derive(text),
    async embedParts({ head, parts }) {
      const texts = [[head, ...parts].join(' '), ...parts]
      return Float32Array.from(texts.flatMap((text) => [...derive(text)]))
    },
  }
}
