/** Port: nearest vectors by dot product of L2-normalised vectors. Implementations: exact scan, HNSW (hnswlib-node). */

export { openExactVectorIndex } from './exact-vector-index.ts'

export interface VectorHit {
  /** Row number of the vector. */
  item: number
  /** Cosine, higher is better. */
  score: number
}

export interface VectorSearchOptions {
  limit: number
  /** Rows that may be returned; all when absent. */
  allows?: (item: number) => boolean
}

export interface VectorIndex {
  readonly size: number
  readonly dimensions: number
  /** Best first; ties broken by lower item. Fewer than `limit` only when fewer rows are allowed. */
  search(query: Float32Array, options: VectorSearchOptions): VectorHit[]
}
