/** Port: where ingest finds the index it had and writes the new one; and its implementation on a data folder. */

import { isAppError } from '../search/app-error.ts'
import type { EmbeddingModel } from '../search/embedder.ts'
import { removeEmbeddingProgress, saveEmbeddedPassages } from '../search/embedding-progress.ts'
import type { Analyser } from '../search/german/analyser.ts'
import type { StoredDocuments } from '../search/snapshot.ts'
import { paths } from '../search/snapshot-layout.ts'
import { openStoredDocuments } from '../search/snapshot-reader.ts'
import {
  openSnapshotWriter,
  type SnapshotWriter,
  type SnapshotWriterOptions,
} from '../search/snapshot-writer.ts'
import { openVectorCache, type VectorCache } from '../search/vector-cache.ts'

export interface IndexStore {
  /** The current index, or null where there is none that can be read. The caller closes it. */
  openPrevious(): Promise<StoredDocuments | null>
  /** Throws `index_locked` while another process writes. */
  openWriter(options: Pick<SnapshotWriterOptions, 'model' | 'chunkerFingerprint'>): SnapshotWriter
  /** The vectors of an ingest that was cut short. Only while the writer is open. */
  openVectorCache(model: EmbeddingModel): VectorCache
  /** Tells other processes how many passages of the published snapshot have vectors by now; null when none is unfinished. */
  noteEmbedded(progress: { snapshotId: string; passages: number } | null): void
}

export interface IndexStoreOptions extends Pick<SnapshotWriterOptions, 'graphs'> {
  dataDir: string
  analyser: Pick<Analyser, 'fingerprint'>
  /** A new, empty builder for each index. */
  createLexicalIndexBuilder: () => SnapshotWriterOptions['lexical']
}

export function createIndexStore({
  dataDir,
  createLexicalIndexBuilder,
  analyser,
  graphs,
}: IndexStoreOptions): IndexStore {
  return {
    openPrevious: () => openPrevious(dataDir),
    openWriter: (options) =>
      openSnapshotWriter(dataDir, {
        ...options,
        analyserFingerprint: analyser.fingerprint,
        lexical: createLexicalIndexBuilder(),
        graphs,
      }),
    openVectorCache: (model) => openVectorCache(paths.vectorCache(dataDir), model),
    noteEmbedded: (progress) =>
      progress
        ? saveEmbeddedPassages(dataDir, progress.snapshotId, progress.passages)
        : removeEmbeddingProgress(dataDir),
  }
}

/** A missing or damaged index only means that nothing can be reused. */
async function openPrevious(dataDir: string): Promise<StoredDocuments | null> {
  try {
    return await openStoredDocuments(dataDir)
  } catch (error) {
    if (isAppError(error) && error.code.startsWith('index_')) return null
    throw error
  }
}
