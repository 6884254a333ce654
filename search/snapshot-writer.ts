/** Writes a new snapshot beside the current one and makes it current by one atomic switch. */

import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { AppError } from './app-error.ts'
import type { EmbeddedDocument } from './document.ts'
import type { EmbeddingModel } from './embedder.ts'
import type { LexicalIndexBuilder } from './lexical-index.ts'
import { openPendingVectors, type PendingVectors, type PendingVectorsFile } from './pending-vectors.ts'
import type { SnapshotManifest, StoredDocuments } from './snapshot.ts'
import { openSnapshotContent, type SnapshotContent } from './snapshot-content.ts'
import { describeFile, loadFile, replaceFile, type SnapshotFolder } from './snapshot-files.ts'
import {
  FILES,
  FORMAT_VERSION,
  GRAPH_FILES,
  paths,
  TEMPORARY_PREFIX,
  toSnapshotId,
} from './snapshot-layout.ts'
import { openWithoutVectors } from './snapshot-load.ts'
import { takeLock } from './snapshot-lock.ts'
import { describeVectors, shareFiles } from './snapshot-share.ts'
import { placeSnapshot, removeHalfWritten, switchTo } from './snapshot-switch.ts'
import type { VectorGraphs } from './vector-graphs.ts'

export interface SnapshotWriterOptions {
  model: EmbeddingModel
  analyserFingerprint: string
  chunkerFingerprint: string
  /** Empty; filled with the passages as documents are added. */
  lexical: LexicalIndexBuilder
  /** Without it vectors are searched exactly, however many. */
  graphs?: VectorGraphs
}

export interface SnapshotWriter {
  /** Appends a document and keeps a copy of its file, if any. Ids must not repeat; vectors must match the sentences. */
  add(document: EmbeddedDocument, originalPath: string | null): void
  /** Ends the adding and tells which vectors the documents lack. */
  finishDocuments(): Promise<PendingVectors>
  /**
   * Makes the documents current as they were added: those without vectors are found by their words only. The writer goes
   * on filling in vectors for `commit`.
   */
  publish(): Promise<SnapshotManifest>
  /**
   * Makes the documents added so far the current snapshot; each vector must be there by now. A reader sees the old one or
   * the new one, nothing between.
   */
  commit(): Promise<SnapshotManifest>
  /** Leaves everything as it was. Does nothing after a commit. */
  abort(): void
}

/**
 * Takes the data folder's lock, removes what a killed writer left, and starts an empty snapshot.
 * Throws `index_locked` while another process writes.
 */
export function openSnapshotWriter(dataDir: string, options: SnapshotWriterOptions): SnapshotWriter {
  const unlock = takeLock(dataDir)
  try {
    mkdirSync(paths.originals(dataDir), { recursive: true })
    mkdirSync(paths.snapshots(dataDir), { recursive: true })
    removeHalfWritten(dataDir)
    return createWriter(dataDir, options, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

function createWriter(dataDir: string, options: SnapshotWriterOptions, unlock: () => void): SnapshotWriter {
  const folder = paths.snapshot(dataDir, `${TEMPORARY_PREFIX}${process.pid}`)
  mkdirSync(folder)
  const content = openSnapshotContent(folder, {
    dimensions: options.model.dimensions,
    lexical: options.lexical,
  })
  let finished: Finished | null = null
  let replaced: string | null = null
  let isOpen = true
  /** Open files would keep some systems from moving their folder. */
  const release = async () => {
    finished?.vectors.close()
    await finished?.documents.close()
    finished = null
  }
  const close = () => {
    isOpen = false
    content.close()
    void release()
    rmSync(folder, { recursive: true, force: true })
    unlock()
  }
  const finish = async (): Promise<Finished> => {
    if (finished) return finished
    const written = content.finish()
    const documents = await openWithoutVectors({ dataDir, folder }, toManifest(written, options))
    finished = { written, documents, vectors: openPendingVectors(folder, documents, written.pending) }
    return finished
  }
  return {
    add(document, originalPath) {
      content.add(document)
      if (originalPath !== null) keepOriginal(paths.original(dataDir, document.record.sha256), originalPath)
    },
    finishDocuments: async () => (await finish()).vectors,
    async publish() {
      const { written, vectors } = await finish()
      const copy = `${folder}-words`
      mkdirSync(copy)
      try {
        const embeddedPassages = written.counts.passages - vectors.pendingPassages
        const files = shareFiles(written.files, { from: folder, to: copy, withVectors: vectors.known > 0 })
        const manifest = toManifest({ ...written, files }, options, embeddedPassages)
        await place({ dataDir, folder: copy }, manifest)
        replaced = switchTo(dataDir, manifest.snapshotId)
        return manifest
      } finally {
        rmSync(copy, { recursive: true, force: true })
      }
    },
    async commit() {
      try {
        const { written, vectors } = await finish()
        if (vectors.left > 0) throw new AppError('internal', `Es fehlen noch ${vectors.left} Vektoren.`)
        const files = vectors.texts > 0 ? await describeVectors(folder, written.files) : written.files
        await release()
        const graphs = await writeGraphs({ dataDir, folder }, files, options)
        const manifest = toManifest({ ...written, files: [...files, ...graphs] }, options)
        await place({ dataDir, folder }, manifest)
        switchTo(dataDir, manifest.snapshotId, replaced)
        return manifest
      } finally {
        close()
      }
    },
    abort() {
      if (isOpen) close()
    },
  }
}

interface Finished {
  written: SnapshotContent
  documents: StoredDocuments
  vectors: PendingVectorsFile
}

async function place({ dataDir, folder }: SnapshotFolder, manifest: SnapshotManifest): Promise<void> {
  replaceFile(join(folder, FILES.manifest), JSON.stringify(manifest, null, 1))
  await placeSnapshot(dataDir, folder, manifest.snapshotId)
}

/** Copies by way of a temporary name, so that a file under its hash is always whole. */
function keepOriginal(target: string, source: string): void {
  if (existsSync(target)) return
  copyFileSync(source, `${target}.new`)
  renameSync(`${target}.new`, target)
}

/** Manifest entries of the graphs made; none where the vectors are few. */
async function writeGraphs(
  place: SnapshotFolder,
  files: SnapshotManifest['files'],
  { graphs, model: { dimensions } }: SnapshotWriterOptions,
): Promise<SnapshotManifest['files']> {
  const entries: SnapshotManifest['files'] = []
  for (const kind of ['passageVectors', 'sentenceVectors'] as const) {
    const entry = files.find((file) => file.name === FILES[kind])!
    if (!graphs || entry.sizeBytes < graphs.minRows * dimensions * Float32Array.BYTES_PER_ELEMENT) continue
    const vectors = new Float32Array((await loadFile(place, entry)).buffer)
    const name = GRAPH_FILES[kind]
    const isBuilt = await graphs.build(join(place.folder, name), vectors, dimensions)
    if (isBuilt) entries.push(await describeFile(place.folder, name))
  }
  return entries
}

function toManifest(
  { counts, files }: Pick<SnapshotContent, 'counts' | 'files'>,
  options: SnapshotWriterOptions,
  embeddedPassages?: number,
): SnapshotManifest {
  const { model, analyserFingerprint, chunkerFingerprint } = options
  const content = {
    formatVersion: FORMAT_VERSION,
    model,
    analyserFingerprint,
    chunkerFingerprint,
    counts,
    files,
    ...(embeddedPassages !== undefined && { embeddedPassages }),
  }
  return { ...content, snapshotId: toSnapshotId(content), createdAt: new Date().toISOString() }
}
