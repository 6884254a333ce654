/**
 * Approximate nearest vectors with hnswlib-node: HNSW graphs (Malkov & Yashunin 2018, https://arxiv.org/abs/1603.09320).
 * The package is optional; where it is not compiled, the exact scan gives the same answers.
 */

import type { HierarchicalNSW } from 'hnswlib-node'
import { AppError } from './app-error.ts'
import { dot, requireDimensions } from './exact-vector-index.ts'
import { createTopK } from './top-k.ts'
import type { VectorIndex, VectorSearchOptions } from './vector-index.ts'
import type { VectorRows } from './vector-rows.ts'

type Hnswlib = typeof import('hnswlib-node')

export interface HnswBuildOptions {
  /** Links per node; more find better and need more memory. */
  m?: number
  efConstruction?: number
  signal?: AbortSignal
}

/** On 41,034 law sentences and foreign questions with M 16: recall@10 .995, and .994 at 1,200, .989 at 800, .974 at 400. */
export const DEFAULT_EF = 1600
/** Long lists need more candidates than results: recall@100 is .922 at ef 300, .948 at 400, .995 at 1,600. */
const EF_PER_RESULT = 3
const RANDOM_SEED = 20_24
const POINTS_PER_TURN = 200
const REBUILD = 'Bauen Sie den Index neu auf: npx fundstelle ingest --source PFAD --data ORDNER'

/** null when hnswlib-node works here, otherwise a German sentence that says why it does not and what helps. */
export async function whyHnswIsMissing(): Promise<string | null> {
  try {
    await loadLibrary()
    return null
  } catch (error) {
    return (error as Error).message
  }
}

/**
 * Writes the graph of `vectors` (row-major, L2-normalised) to `path`. The same vectors give the same file. Gives way to other work after every few points. Throws `native_missing` without hnswlib-node.
 */
export async function buildHnswFile(
  path: string,
  vectors: Float32Array,
  dimensions: number,
  { m = 16, efConstruction = 200, signal }: HnswBuildOptions = {},
): Promise<void> {
  const { HierarchicalNSW } = await loadLibrary()
  const size = vectors.length / dimensions
  const graph = new HierarchicalNSW('ip', dimensions)
  graph.initIndex({ maxElements: Math.max(size, 1), m, efConstruction, randomSeed: RANDOM_SEED })
  for (let item = 0; item < size; item++) {
    graph.addPoint(Array.from(vectors.subarray(item * dimensions, (item + 1) * dimensions)), item)
    if (item % POINTS_PER_TURN === 0) await new Promise(setImmediate)
    if (signal?.aborted) throw new AppError('aborted', 'Der Aufbau des Suchgraphen wurde abgebrochen.')
  }
  await graph.writeIndex(path)
}

/** The vectors that a graph was built from, and the index that finds them without it. */
export interface GraphedVectors {
  rows: VectorRows
  exact: VectorIndex
}

/**
 * Opens a graph whose file is known to be whole: the library crashes the process on a damaged one. Scores are computed from
 * the vectors, so they equal the exact ones; what the graph cannot find is left to the exact index. Throws
 * `native_missing`, or `index_damaged` when the file is of other vectors. `ef` candidates are looked at, more for long lists.
 */
export async function openHnswVectorIndex(
  path: string,
  { rows, exact }: GraphedVectors,
  ef = DEFAULT_EF,
): Promise<VectorIndex> {
  const { size, dimensions } = rows
  const { HierarchicalNSW } = await loadLibrary()
  const graph = new HierarchicalNSW('ip', dimensions)
  await graph.readIndex(path)
  if (graph.getCurrentCount() !== size) throw damaged(path)
  const search = { graph, ef, size }
  const buffer = new Float32Array(dimensions)
  return {
    size,
    dimensions,
    search(query, options) {
      requireDimensions(query, dimensions)
      const items = nearestItems(search, query, options)
      if (items === null) return exact.search(query, options)
      const best = createTopK(options.limit)
      for (const item of items) best.offer(item, dot(query, rows.read(item, item + 1, buffer)))
      return best.take()
    },
  }
}

/** null when the graph cannot fill the list, as with a filter that lets few rows pass. */
function nearestItems(
  { graph, ef, size }: { graph: HierarchicalNSW; ef: number; size: number },
  query: Float32Array,
  { limit, allows }: VectorSearchOptions,
): number[] | null {
  const wanted = Math.min(limit, size)
  if (wanted === 0) return []
  graph.setEf(Math.max(ef, EF_PER_RESULT * wanted))
  const { neighbors } = graph.searchKnn(Array.from(query), wanted, allows)
  return neighbors.length < wanted ? null : neighbors
}

async function loadLibrary(): Promise<Hnswlib> {
  try {
    const library = (await import('hnswlib-node')) as Hnswlib & { default?: Hnswlib }
    return library.HierarchicalNSW ? library : library.default!
  } catch (cause) {
    throw new AppError(
      'native_missing',
      'hnswlib-node ist hier nicht gebaut; gesucht wird exakt, mit gleichem Ergebnis. Für sehr große Bestände: npm run build:native',
      { cause },
    )
  }
}

function damaged(path: string): AppError {
  return new AppError('index_damaged', `Die Indexdatei „${path}“ gehört zu anderen Vektoren. ${REBUILD}`, {
    details: { file: path },
  })
}
