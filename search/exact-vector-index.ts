/** Nearest vectors by looking at all of them: exact, nothing to build, the faster way up to some 35,000 rows. */

import { AppError } from './app-error.ts'
import { createTopK } from './top-k.ts'
import type { VectorIndex } from './vector-index.ts'

/** `vectors` is row-major, L2-normalised, and is used as it is, not copied. */
export function openExactVectorIndex(vectors: Float32Array, dimensions: number): VectorIndex {
  if (dimensions < 1 || vectors.length % dimensions !== 0) {
    throw new AppError(
      'index_damaged',
      `Die Vektoren passen nicht zur Dimension ${dimensions} (${vectors.length} Werte). Bauen Sie den Index neu auf: npx fundstelle ingest --source PFAD --data ORDNER`,
    )
  }
  const size = vectors.length / dimensions
  return {
    size,
    dimensions,
    search(query, { limit, allows }) {
      requireDimensions(query, dimensions)
      const best = createTopK(limit)
      for (let item = 0; item < size; item++) {
        if (!allows || allows(item)) best.offer(item, dot(query, vectors, item * dimensions))
      }
      return best.take()
    },
  }
}

/** Throws when a query vector comes from a model of another size. */
export function requireDimensions(query: Float32Array, dimensions: number): void {
  if (query.length === dimensions) return
  throw new AppError(
    'index_mismatch',
    `Der Fragevektor hat ${query.length} statt ${dimensions} Dimensionen: Index und Modell passen nicht zusammen. Bauen Sie den Index mit diesem Modell neu auf: npx fundstelle ingest --source PFAD --data ORDNER`,
  )
}

/** Dot product (cosine of normalised vectors) of `query` with the row of `vectors` that begins at `offset`; four sums keep the processor's pipeline full. */
export function dot(query: Float32Array, vectors: Float32Array, offset = 0): number {
  const length = query.length
  const unrolled = length - (length % 4)
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  for (let i = 0; i < unrolled; i += 4) {
    a += query[i]! * vectors[offset + i]!
    b += query[i + 1]! * vectors[offset + i + 1]!
    c += query[i + 2]! * vectors[offset + i + 2]!
    d += query[i + 3]! * vectors[offset + i + 3]!
  }
  for (let i = unrolled; i < length; i++) a += query[i]! * vectors[offset + i]!
  return a + b + (c + d)
}
