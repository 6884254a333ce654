/** Search graphs kept beside a snapshot's vectors where there are enough of them to be worth it. */

import { isAppError } from './app-error.ts'
import {
  buildHnswFile,
  type GraphedVectors,
  openHnswVectorIndex,
  whyHnswIsMissing,
} from './hnsw-vector-index.ts'
import type { VectorIndex } from './vector-index.ts'

export interface VectorGraphs {
  /** Below so many rows all of them are looked at, also where a graph is there. */
  minRows: number
  /** `vectors` are row-major and L2-normalised. False where graphs cannot be made here; the exact search then does the same job. */
  build(path: string, vectors: Float32Array, dimensions: number): Promise<boolean>
  /** The file is whole. Null where graphs cannot be read here. Throws `index_damaged` when it is of other vectors. */
  open(path: string, vectors: GraphedVectors): Promise<VectorIndex | null>
}

export const HNSW_GRAPHS: VectorGraphs = {
  // So many are scanned in some 16 ms on a busy machine, well below the 50 ms that nothing may take at a time.
  minRows: 200_000,
  async build(path, vectors, dimensions) {
    if ((await whyHnswIsMissing()) !== null) return false
    await buildHnswFile(path, vectors, dimensions)
    return true
  },
  async open(path, vectors) {
    try {
      return await openHnswVectorIndex(path, vectors)
    } catch (error) {
      if (isAppError(error) && error.code === 'native_missing') return null
      throw error
    }
  },
}
