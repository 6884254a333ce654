/** How much of the exact nearest vectors the search graph finds, and what it takes, on the sentence vectors of an index. */

import process from 'node:process'
import type { Embedder } from '../../search/embedder.ts'
import { openExactVectorIndex } from '../../search/exact-vector-index.ts'
import { buildHnswFile, openHnswVectorIndex, whyHnswIsMissing } from '../../search/hnsw-vector-index.ts'
import type { StoredDocuments } from '../../search/snapshot.ts'
import type { VectorIndex } from '../../search/vector-index.ts'
import { rowsInMemory } from '../../search/vector-rows.ts'

export interface RecallRow {
  /** Candidates per search; null for the exact scan. */
  ef: number | null
  /** Share of the ten nearest that are found, on average over the questions. */
  recallAt10: number
  recallAt100: number
  /** Processor time per search for ten and for a hundred results: it hardly depends on what else runs. */
  msAt10: number
  msAt100: number
}

export interface GraphRecall {
  vectors: number
  questions: number
  rows: RecallRow[]
}

export interface GraphRecallOptions {
  /** File to write the graph to. */
  path: string
  documents: StoredDocuments
  questions: readonly string[]
  embedder: Embedder
}

const CANDIDATES = [64, 256, 400, 800, 1200, 1600]
const MAX_QUESTIONS = 300

/** Null without hnswlib-node. */
export async function measureGraphRecall(options: GraphRecallOptions): Promise<GraphRecall | null> {
  if ((await whyHnswIsMissing()) !== null) return null
  const { path, documents, embedder } = options
  const { dimensions } = embedder.model
  const vectors = sentenceVectors(documents, dimensions)
  const questions = options.questions.slice(0, MAX_QUESTIONS)
  const queries = await Promise.all(questions.map((question) => embedder.embed(question, 'query')))
  const rows = rowsInMemory(vectors, dimensions)
  const exact = await openExactVectorIndex(rows)
  await buildHnswFile(path, vectors, dimensions)
  const truth = { ten: find(exact, queries, 10), hundred: find(exact, queries, 100) }
  const found: RecallRow[] = []
  for (const ef of [...CANDIDATES, null]) {
    const index = ef === null ? exact : await openHnswVectorIndex(path, { rows, exact }, ef)
    const ten = find(index, queries, 10)
    const hundred = find(index, queries, 100)
    found.push({
      ef,
      recallAt10: share(ten.found, truth.ten.found),
      recallAt100: share(hundred.found, truth.hundred.found),
      msAt10: ten.ms,
      msAt100: hundred.ms,
    })
  }
  return { vectors: exact.size, questions: queries.length, rows: found }
}

function sentenceVectors(documents: StoredDocuments, dimensions: number): Float32Array {
  const { sentences } = documents.manifest.counts
  const vectors = new Float32Array(sentences * dimensions)
  for (let row = 0; row < sentences; row++) vectors.set(documents.sentenceVector(row), row * dimensions)
  return vectors
}

function find(index: VectorIndex, queries: readonly Float32Array[], limit: number) {
  const before = process.cpuUsage()
  const found = queries.map((query) => index.search(query, { limit }).map(({ item }) => item))
  const { user, system } = process.cpuUsage(before)
  return { found, ms: (user + system) / 1000 / queries.length }
}

function share(found: readonly number[][], truth: readonly number[][]): number {
  const shares = truth.map((items, i) => {
    const own = new Set(found[i])
    return items.filter((item) => own.has(item)).length / items.length
  })
  return shares.reduce((sum, value) => sum + value, 0) / shares.length
}
