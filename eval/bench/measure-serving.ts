/** What searching costs one stack with an index that is there: start, times, throughput, memory. Runs in a process of its own. */

import process from 'node:process'
import { openTransformersEmbedder } from '../../search/transformers-embedder.ts'
import { quantile } from '../metrics.ts'
import { NO_MODEL } from './no-model.ts'
import { loadStack } from './open-stack.ts'
import type { OpenStack, Place, StackName } from './stack.ts'

export interface ServeJob {
  kind: 'serve'
  stack: StackName
  model: string
  workers: number
  folder: string
  queries: string[]
  /** Asked once for their hits, without being timed. */
  judged: string[]
}

export interface Percentiles {
  p50: number
  p99: number
}

/** Times in milliseconds. */
export interface ServeFigures {
  /** From the start of the process to the first answered search. */
  startMs: number
  /** With the embedding of the question. */
  query: Percentiles
  /** Without it. */
  search: Percentiles
  /** The embedding alone; null where questions are not embedded. */
  embed: Percentiles | null
  /** Answered searches a second with 16 clients. */
  throughput: number
  memoryMiB: number
  /** Of `judged`, in its order. */
  places: Place[][]
}

const LIMIT = 10
/** So that ten different documents are among them where each has a few. */
const JUDGED_LIMIT = 50
const CLIENTS = 16
const TIMED_QUERIES = 200

export async function measureServing(job: ServeJob): Promise<ServeFigures> {
  const stack = await loadStack(job.stack)
  const embedder = stack.embeds
    ? await openTransformersEmbedder({ model: job.model, workers: job.workers })
    : null
  const opened = await stack.open(job.folder, embedder ?? NO_MODEL)
  await opened.search(job.queries[0]!, LIMIT)
  const startMs = performance.now()
  const queries = Array.from({ length: TIMED_QUERIES }, (_, i) => job.queries[i % job.queries.length]!)
  const vectors = new Map<string, Float32Array>()
  for (const query of job.queries)
    vectors.set(query, embedder ? await embedder.embed(query, 'query') : new Float32Array())
  const places: Place[][] = []
  for (const query of job.judged) places.push(await opened.search(query, JUDGED_LIMIT))
  const figures = {
    startMs,
    query: await timeEach(queries, (query) => opened.search(query, LIMIT)),
    search: await timeEach(queries, (query) => opened.searchKnown(query, vectors.get(query)!, LIMIT)),
    embed: embedder && (await timeEach(queries, (query) => embedder.embed(query, 'query'))),
    throughput: await measureThroughput(opened, queries),
    memoryMiB: process.memoryUsage.rss() / 1024 / 1024,
    places,
  }
  await opened.close()
  await embedder?.close()
  return figures
}

async function timeEach(
  queries: readonly string[],
  run: (query: string) => Promise<unknown>,
): Promise<Percentiles> {
  const times: number[] = []
  for (const query of queries) {
    const startedAt = performance.now()
    await run(query)
    times.push(performance.now() - startedAt)
  }
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
}

/** Each client asks its next question when it has the answer to the one before. */
async function measureThroughput(opened: OpenStack, queries: readonly string[]): Promise<number> {
  const startedAt = performance.now()
  const next = queries[Symbol.iterator]()
  const client = async () => {
    for (const query of next) await opened.search(query, LIMIT)
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return queries.length / ((performance.now() - startedAt) / 1000)
}
