/** Search graphs kept beside a snapshot's vectors where there are enough of them to be worth it. */

import { isAppError } from './app-error.ts'
import { buildHnswFile, openHnswVectorIndex, whyHnswIsMissing } from './hnsw-vector-index.ts'
import type { VectorIndex } from './vector-index.ts'

/** Rows × dimensions, row-major, L2-normalised. */
export interface VectorRows {
  vectors: Float32Array
  dimensions: number
}

export interface VectorGraphs {
  /** Below so many rows looking at all of them is as fast. */
  minRows: number
  /** False where graphs cannot be made here; the exact search then does the same job. */
  build(path: string, rows: VectorRows): Promise<boolean>
  /** Null where graphs cannot be read here. Throws `index_damaged` when the file is not the one of the hash. */
  open(path: string, rows: VectorRows, sha256: string): Promise<VectorIndex | null>
}

export const HNSW_GRAPHS: VectorGraphs = {
  minRows: 35_000,
  async build(path, { vectors, dimensions }) {
    if ((await whyHnswIsMissing()) !== null) return false
    await buildHnswFile(path, vectors, dimensions)
    return true
  },
  async open(path, { vectors, dimensions }, sha256) {
    try {
      return await openHnswVectorIndex(path, vectors, dimensions, { sha256 })
    } catch (error) {
      if (isAppError(error) && error.code === 'native_missing') return null
      throw error
    }
  },
}
