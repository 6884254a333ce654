/** The index of a dataset's own texts: made once below the data folder, found again by what it was made from. */

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { chunkDocument } from '../ingest/chunker.ts'
import { embedPending } from '../ingest/embed-pending.ts'
import { withKnownVectors } from '../ingest/known-vectors.ts'
import { loadPlainText } from '../ingest/load/plain-text-loader.ts'
import { INGEST_FINGERPRINT } from '../ingest/reuse.ts'
import { isAppError } from '../search/app-error.ts'
import type { PreparedDocument } from '../search/document.ts'
import type { Embedder } from '../search/embedder.ts'
import { INDEX_PARTS } from '../search/index-parts.ts'
import type { Snapshot } from '../search/snapshot.ts'
import { openSnapshot } from '../search/snapshot-reader.ts'
import { openSnapshotWriter } from '../search/snapshot-writer.ts'
import type { DatasetDocument } from './dataset.ts'
import { toTextRecord } from './text-record.ts'

export interface DatasetIndexOptions {
  documents: readonly DatasetDocument[]
  dataDir: string
  embedder: Embedder
  /** Called after each passage when the index has to be made. */
  onPassage?: (done: number, total: number) => void
  signal?: AbortSignal
}

/** The caller closes the snapshot. */
export async function openDatasetIndex(options: DatasetIndexOptions): Promise<Snapshot> {
  const folder = join(options.dataDir, 'eval', fingerprint(options))
  const open = () => openSnapshot(folder, { ...INDEX_PARTS, model: options.embedder.model })
  try {
    return await open()
  } catch (error) {
    if (!isAppError(error) || !error.code.startsWith('index_')) throw error
  }
  await writeIndex(folder, options)
  return open()
}

async function writeIndex(folder: string, { documents, embedder, onPassage, signal }: DatasetIndexOptions) {
  const writer = openSnapshotWriter(folder, {
    model: embedder.model,
    analyserFingerprint: INDEX_PARTS.analyser.fingerprint,
    chunkerFingerprint: INGEST_FINGERPRINT,
    lexical: INDEX_PARTS.createLexicalIndexBuilder(),
    graphs: INDEX_PARTS.graphs,
  })
  try {
    for (const document of documents) {
      const prepared = await prepare(document, embedder)
      writer.add(
        withKnownVectors(prepared, embedder.model.dimensions, () => undefined),
        null,
      )
    }
    const pending = await writer.finishDocuments()
    await embedPending(pending, {
      embedder,
      parallel: 4,
      onPassage: ({ passages }) => onPassage?.(passages, pending.passages),
      signal,
    })
    await writer.commit()
  } finally {
    writer.abort()
  }
}

async function prepare({ id, title, text }: DatasetDocument, embedder: Embedder): Promise<PreparedDocument> {
  const bytes = Buffer.from(text, 'utf8')
  const loaded = await loadPlainText(bytes, id)
  const { countTokens, model } = embedder
  const passages = await chunkDocument(
    { ...loaded, documentId: id, title },
    { countTokens, maxTokens: model.maxTokens },
  )
  const record = toTextRecord({ id, title, collection: 'eval', bytes })
  return { record, text: loaded.text, blocks: loaded.blocks, passages }
}

function fingerprint({ documents, embedder }: DatasetIndexOptions): string {
  const hash = createHash('sha256')
  hash.update(
    JSON.stringify([embedder.model.fingerprint, INDEX_PARTS.analyser.fingerprint, INGEST_FINGERPRINT]),
  )
  for (const { id, title, text } of documents) hash.update(JSON.stringify([id, title, text]))
  return hash.digest('hex').slice(0, 16)
}
