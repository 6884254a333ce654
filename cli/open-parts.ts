/** Opens the parts that the commands work with: the embedder, the index, and answering on top of both. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createAnswering } from '../answer/answering.ts'
import { createIncompleteAnswering } from '../answer/incomplete-index.ts'
import type { Embedder } from '../search/embedder.ts'
import { createRetriever } from '../search/hybrid-retriever.ts'
import { INDEX_PARTS } from '../search/index-parts.ts'
import type { ModelOptions } from '../search/model-settings.ts'
import { loadManifest, openSnapshot } from '../search/snapshot-reader.ts'
import { openTransformersEmbedder } from '../search/transformers-embedder.ts'
import type { ServedIndex } from '../server/live-index.ts'
import type { Config } from './config.ts'
import { openWriter } from './language-model.ts'
import { locate } from './locations.ts'

export function toModelOptions(config: Config): ModelOptions {
  const path = locate(config.EMBEDDING_MODEL)
  return {
    model: existsSync(path) ? path : config.EMBEDDING_MODEL,
    cacheDir: join(config.DATA_DIR, 'models'),
    queryPrefix: config.EMBEDDING_QUERY_PREFIX ?? undefined,
    passagePrefix: config.EMBEDDING_PASSAGE_PREFIX ?? undefined,
    pooling: config.EMBEDDING_POOLING ?? undefined,
    dimensions: config.EMBEDDING_DIMENSIONS ?? undefined,
  }
}

/** Throws AppError `model_missing` or `model_damaged`. */
export function openEmbedder(config: Config, workers = 1): Promise<Embedder> {
  return openTransformersEmbedder({ ...toModelOptions(config), workers })
}

/** Also one that still lacks vectors. Throws AppError `index_missing`, `index_damaged` or `index_mismatch`. */
export async function openIndex(config: Config, embedder: Embedder): Promise<ServedIndex> {
  const snapshot = await openSnapshot(config.DATA_DIR, { ...INDEX_PARTS, model: embedder.model })
  const retriever = createRetriever({ snapshot, embedder })
  const writer = await openWriter(config)
  const isComplete = snapshot.manifest.embeddedPassages === undefined
  const create = isComplete ? createAnswering : createIncompleteAnswering
  return { snapshot, retriever, answering: create({ snapshot, retriever, embedder, writer }) }
}

/** Opens embedder and index for one piece of work and closes both. */
export async function withIndex<Result>(
  config: Config,
  work: (index: ServedIndex, embedder: Embedder) => Promise<Result>,
): Promise<Result> {
  loadManifest(config.DATA_DIR) // Fails at once where there is no index, before the model is loaded.
  const embedder = await openEmbedder(config)
  try {
    const index = await openIndex(config, embedder)
    try {
      return await work(index, embedder)
    } finally {
      await index.snapshot.close()
    }
  } finally {
    await embedder.close()
  }
}
