/** The pipeline: source → load → chunk → embed → write. Knows no formats, no models and no files of the index. */

import { stat } from 'node:fs/promises'
import { AppError } from '../search/app-error.ts'
import type { Embedder } from '../search/embedder.ts'
import type { SnapshotWriter } from '../search/snapshot-writer.ts'
import type { IndexStore } from './index-store.ts'
import { listSources } from './list-sources.ts'
import { expectedCharacters } from './load/select-loader.ts'
import { createProgressMeter, type IngestEvent } from './progress.ts'
import { INGEST_FINGERPRINT } from './reuse.ts'
import type { FileFailure, FileProblem, SourceFile } from './source.ts'
import { type DocumentOutcome, writeDocument } from './write-document.ts'

export interface IngestOptions {
  /** Files, folders or manifests. */
  sources: readonly string[]
  store: IndexStore
  embedder: Embedder
  /** Texts embedded at the same time; two per worker of the embedder keep all of them busy. Default 4. */
  parallel?: number
  onProgress?: (event: IngestEvent) => void
  signal?: AbortSignal
}

/** What `fundstelle ingest --json` prints. */
export interface IngestReport {
  snapshotId: string
  documents: number
  passages: number
  sentences: number
  /** Documents taken over from the index before. */
  reused: number
  failed: FileFailure[]
  skipped: FileProblem[]
  tookMs: number
}

/**
 * A file that fails is reported and left out. The index is switched only when all documents are written; otherwise the
 * old one stays. Throws `source_missing`, `source_empty` (nothing usable at all), `manifest_invalid`, `index_locked`,
 * `aborted`, or what the embedder throws.
 */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  const startedAt = performance.now()
  const { files, skipped } = await listSources(options.sources)
  if (files.length === 0) throw nothingUsable(options.sources, skipped)
  const { model } = options.embedder
  const writer = options.store.openWriter({ model, chunkerFingerprint: INGEST_FINGERPRINT })
  try {
    const outcomes = await writeDocuments(files, writer, options)
    const failed = outcomes.flatMap(({ problems }) => problems)
    if (outcomes.every(({ outcome }) => outcome === 'failed')) throw nothingUsable(options.sources, failed)
    options.onProgress?.({ event: 'writing' })
    const { snapshotId, counts } = await writer.commit()
    const reused = outcomes.filter(({ outcome }) => outcome === 'reused').length
    return {
      snapshotId,
      ...counts,
      reused,
      failed,
      skipped,
      tookMs: Math.round(performance.now() - startedAt),
    }
  } finally {
    writer.abort()
  }
}

async function writeDocuments(
  files: readonly SourceFile[],
  writer: SnapshotWriter,
  options: IngestOptions,
): Promise<DocumentOutcome[]> {
  const { store, parallel = 4, onProgress = () => {}, signal } = options
  const sized = await Promise.all(files.map(async (file) => ({ file, characters: await estimate(file) })))
  const meter = createProgressMeter(sized, () => performance.now())
  const previous = await store.openPrevious()
  const outcomes: DocumentOutcome[] = []
  onProgress({ event: 'started', documents: files.length })
  try {
    for (const { file, characters } of sized) {
      if (signal?.aborted)
        throw new AppError('aborted', 'Das Einlesen wurde abgebrochen; der alte Index bleibt in Kraft.')
      const part = { path: file.name, characters }
      const onVector = (done: number, total: number) => {
        if (meter.isDue()) onProgress({ event: 'progress', progress: meter.advance(part, { done, total }) })
      }
      const document = await writeDocument(file, { ...options, parallel, writer, previous, onVector })
      outcomes.push(document)
      onProgress({ event: 'document', document, progress: meter.finish(part, document) })
    }
  } finally {
    await previous?.close()
  }
  return outcomes
}

/** Text to expect; a file that cannot be read counts as empty here and is reported when its turn comes. */
async function estimate({ path, name }: SourceFile): Promise<number> {
  return stat(path).then(
    ({ size }) => expectedCharacters(name, size),
    () => 0,
  )
}

function nothingUsable(sources: readonly string[], problems: readonly FileProblem[]): AppError {
  const reasons = problems.slice(0, 5).map(({ message }) => message)
  const found = reasons.length > 0 ? reasons.join(' ') : 'Dort liegt keine Datei.'
  const message = `In ${sources.map((source) => `„${source}“`).join(', ')} ist kein lesbares Dokument. ${found} Legen Sie Dokumente dort ab oder nennen Sie mit --source einen anderen Ordner.`
  return new AppError('source_empty', message, { details: { problems } })
}
