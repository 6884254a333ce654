/** Computes the vectors that an index being written still lacks, some passages at the same time. */

import type { Embedder } from '../search/embedder.ts'
import { toVectorKey } from '../search/embedding-input.ts'
import type { PendingPassage, PendingVectors } from '../search/pending-vectors.ts'
import type { VectorCache } from '../search/vector-cache.ts'
import { embedPassage } from './embed-passage.ts'

export interface EmbedOptions {
  embedder: Embedder
  /** Passages that are embedded at the same time, so that memory stays bounded. */
  parallel: number
  /** Keeps the vectors of each passage at once, so that a killed ingest goes on here; equal passages are embedded once. */
  cache?: Pick<VectorCache, 'get' | 'put'>
  /** Called after each passage whose vectors are all there. */
  onPassage?: (done: { passages: number; texts: number }) => void
  signal?: AbortSignal
}

/** Rejects with whatever the embedder throws first, `aborted` included. */
export async function embedPending(pending: PendingVectors, options: EmbedOptions): Promise<void> {
  const { embedder, parallel, cache, onPassage, signal } = options
  const passages = pending.list()[Symbol.iterator]()
  const done = { passages: 0, texts: 0 }
  let isStopped = false

  const embed = async ({ stretches }: PendingPassage, rows: number): Promise<Float32Array> => {
    const key = toVectorKey(stretches)
    const known = cache?.get(key, rows)
    if (known) return known
    const vectors = await embedPassage(embedder, stretches, signal)
    cache?.put(key, vectors)
    return vectors
  }
  const work = async () => {
    for (let next = passages.next(); !next.done && !isStopped; next = passages.next()) {
      const { sentences } = next.value
      const rows = 1 + sentences.end - sentences.start
      pending.set(next.value, await embed(next.value, rows))
      done.passages++
      done.texts += rows
      onPassage?.(done)
    }
  }
  const stopOthers = (error: unknown) => {
    isStopped = true
    throw error
  }
  await Promise.all(Array.from({ length: Math.max(1, parallel) }, () => work().catch(stopOthers)))
}
