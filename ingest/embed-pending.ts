/** Computes the vectors that an index being written still lacks, some texts at the same time. */

import type { Embedder } from '../search/embedder.ts'
import type { PendingVectors } from '../search/pending-vectors.ts'
import type { VectorCache } from '../search/vector-cache.ts'

export interface EmbedOptions {
  embedder: Embedder
  /** Texts that are embedded at the same time, so that memory stays bounded. */
  parallel: number
  /** Keeps each vector at once, so that a killed ingest goes on here; equal texts are embedded once. */
  cache?: Pick<VectorCache, 'get' | 'put'>
  /** Called after each passage whose vectors are all there. */
  onPassage?: (done: { passages: number; texts: number }) => void
  signal?: AbortSignal
}

/** Rejects with whatever the embedder throws first, `aborted` included. */
export async function embedPending(pending: PendingVectors, options: EmbedOptions): Promise<void> {
  const { embedder, parallel, cache, onPassage, signal } = options
  const groups = pending.list()[Symbol.iterator]()
  const done = { passages: 0, texts: 0 }
  let isStopped = false

  const embed = async (input: string): Promise<Float32Array> => {
    const known = cache?.get(input)
    if (known) return known
    const vector = await embedder.embed(input, 'passage', signal)
    cache?.put(input, vector)
    return vector
  }
  const work = async () => {
    for (let next = groups.next(); !next.done && !isStopped; next = groups.next()) {
      for (const text of next.value) pending.set(text, await embed(text.input))
      done.passages++
      done.texts += next.value.length
      onPassage?.(done)
    }
  }
  const stopOthers = (error: unknown) => {
    isStopped = true
    throw error
  }
  await Promise.all(Array.from({ length: Math.max(1, parallel) }, () => work().catch(stopOthers)))
}
