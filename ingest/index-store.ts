/** Port: where ingest finds the index it had and writes the new one; and its implementation on a data folder. */

import { isAppError } from '../search/app-error.ts'
import type { Snapshot } from '../search/snapshot.ts'
import { type OpenSnapshotOptions, openSnapshot } from '../search/snapshot-reader.ts'
import {
  openSnapshotWriter,
  type SnapshotWriter,
  type SnapshotWriterOptions,
} from '../search/snapshot-writer.ts'

export interface IndexStore {
  /** The current index, or null where there is none that can be read. The caller closes it. */
  openPrevious(): Promise<Snapshot | null>
  /** Throws `index_locked` while another process writes. */
  openWriter(options: Pick<SnapshotWriterOptions, 'model' | 'chunkerFingerprint'>): SnapshotWriter
}

export interface IndexStoreOptions extends Omit<OpenSnapshotOptions, 'model'> {
  dataDir: string
  /** A new, empty builder for each index. */
  createLexicalIndexBuilder: () => SnapshotWriterOptions['lexical']
}

export function createIndexStore({
  dataDir,
  createLexicalIndexBuilder,
  ...reading
}: IndexStoreOptions): IndexStore {
  return {
    openPrevious: () => openPrevious(dataDir, reading),
    openWriter: (options) =>
      openSnapshotWriter(dataDir, {
        ...options,
        analyserFingerprint: reading.analyser.fingerprint,
        lexical: createLexicalIndexBuilder(),
        graphs: reading.graphs,
      }),
  }
}

/** A missing, damaged or outdated index only means that nothing can be reused. */
async function openPrevious(dataDir: string, options: OpenSnapshotOptions): Promise<Snapshot | null> {
  try {
    return await openSnapshot(dataDir, options)
  } catch (error) {
    if (isAppError(error) && error.code.startsWith('index_')) return null
    throw error
  }
}
