/** The embedded model, and indexes made of sources of this clone, for the scripts that measure and fit. Needs dist/. */

import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** A compiled module by its path below dist/. */
export const load = (path) => import(join(root, 'dist', path))

const { createIndexStore } = await load('ingest/index-store.js')
const { ingest } = await load('ingest/ingest.js')
const { createRetriever } = await load('search/hybrid-retriever.js')
const { INDEX_PARTS } = await load('search/index-parts.js')
const { openSnapshot } = await load('search/snapshot-reader.js')
const { openTransformersEmbedder } = await load('search/transformers-embedder.js')

export function openEmbedder() {
  return openTransformersEmbedder({ model: join(root, 'models', 'multilingual-e5-small-de'), workers: 2 })
}

/** Brings the index in `dataDir` up to date with `source`; the built-in corpus when none is given. */
export async function updateIndex(embedder, dataDir, source = join(root, 'corpus')) {
  const store = createIndexStore({ dataDir, ...INDEX_PARTS })
  await ingest({ sources: [source], store, embedder })
}

/** The caller closes the snapshot. */
export async function openIndex(embedder, dataDir) {
  const snapshot = await openSnapshot(dataDir, { ...INDEX_PARTS, model: embedder.model })
  return { snapshot, retriever: createRetriever({ snapshot, embedder }), embedder }
}
