/** The pipeline: source → load → chunk → publish → embed → write. Knows no formats, no models and no files of the index. */

import { stat } from 'node:fs/promises'
import { AppError } from '../search/app-error.ts'
import type { Embedder } from '../search/embedder.ts'
import type { PendingVectors } from '../search/pending-vectors.ts'
import type { SnapshotWriter } from '../search/snapshot-writer.ts'
import type { VectorCache } from '../search/vector-cache.ts'
import { embedPending } from './embed-pending.ts'
import type { IndexStore } from './index-store.ts'
import { listSources } from './list-sources.ts'
import { expectedCharacters } from './load/select-loader.ts'
import { createEmbedMeter, createReadMeter, type IngestEvent } from './progress.ts'
import { readAhead } from './read-ahead.ts'
import { type DocumentOutcome, type ReadOptions, readDocument } from './read-document.ts'
import { INGEST_FINGERPRINT } from './reuse.ts'
import type { FileFailure, FileProblem, SourceFile } from './source.ts'

export interface IngestOptions {
  /** Files, folders or manifests. */
  sources: readonly string[]
  store: IndexStore
  embedder: Embedder
  /** Passages embedded at the same time; two per worker of the embedder keep all of them busy. Default 4. */
  parallel?: number
  /** Missing vectors from which on the documents can be searched by words before they are computed. Default 2,000. */
  publishFrom?: number
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
  /** Until the documents could be found by their words, vectors or not. */
  searchableMs: number
  tookMs: number
}

/** Two cores embed about a hundred texts a second: fewer are not worth a switch between. */
const PUBLISH_FROM = 2000
/** Without a graph, which an unfinished index has not, more vectors would take a search too long. */
const MAX_SCANNED_VECTORS = 100_000
/** Documents read while one is written. */
const READ_AHEAD = 2
const NOTE_INTERVAL_MS = 1000

/**
 * Documents are read first, and where many vectors are missing, published for a search by words; then the vectors are
 * computed and the index is switched once more. A file that fails is reported and left out. Whatever ends it early leaves
 * the index as it is by then, and the next call goes on with the vectors already computed. Throws `source_missing`,
 * `source_empty` (nothing usable at all), `manifest_invalid`, `index_locked`, `aborted`, or what the embedder throws.
 */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  const startedAt = performance.now()
  const elapsedMs = () => Math.round(performance.now() - startedAt)
  const { files, skipped } = await listSources(options.sources)
  if (files.length === 0) throw nothingUsable(options.sources, skipped)
  const { store, embedder } = options
  const { model } = embedder
  const writer = store.openWriter({ model, chunkerFingerprint: INGEST_FINGERPRINT })
  try {
    const cache = store.openVectorCache(model)
    try {
      return { ...(await writeIndex(files, { ...options, writer, cache, elapsedMs })), skipped }
    } finally {
      cache.close()
    }
  } finally {
    writer.abort()
  }
}

async function writeIndex(files: readonly SourceFile[], run: Run): Promise<Omit<IngestReport, 'skipped'>> {
  const { store, writer, cache, onProgress, elapsedMs } = run
  const { outcomes, unfinishedId } = await writeDocuments(files, run)
  const failed = outcomes.flatMap(({ problems }) => problems)
  if (outcomes.every(({ outcome }) => outcome === 'failed')) throw nothingUsable(run.sources, failed)
  const publishedMs = await completeVectors(run, unfinishedId)
  onProgress?.({ event: 'writing' })
  const { snapshotId, counts } = await writer.commit()
  cache.remove()
  store.noteEmbedded(null)
  const reused = outcomes.filter(({ outcome }) => outcome === 'reused').length
  const tookMs = elapsedMs()
  return { snapshotId, ...counts, reused, failed, searchableMs: publishedMs ?? tookMs, tookMs }
}

interface Run extends IngestOptions {
  writer: SnapshotWriter
  cache: VectorCache
  /** Since the call. */
  elapsedMs: () => number
}

interface Written {
  outcomes: DocumentOutcome[]
  /** The current snapshot where it lacks vectors: an ingest before was cut short. */
  unfinishedId: string | null
}

async function writeDocuments(files: readonly SourceFile[], run: Run): Promise<Written> {
  const { store, embedder, writer, cache, onProgress = () => {}, signal } = run
  const sized = await Promise.all(files.map(async (file) => ({ file, characters: await estimate(file) })))
  const meter = createReadMeter(sized, () => performance.now())
  const previous = await store.openPrevious()
  const options: ReadOptions = { previous, embedder, findVectors: cache.get }
  const outcomes: DocumentOutcome[] = []
  onProgress({ event: 'started', documents: files.length })
  const read = async (part: (typeof sized)[number]) => ({
    ...part,
    ...(await readDocument(part.file, options)),
  })
  try {
    for await (const { file, characters, outcome, written } of readAhead(sized, read, READ_AHEAD)) {
      throwIfAborted(signal)
      if (written) writer.add(written.document, written.path)
      outcomes.push(outcome)
      const progress = meter.finish({ path: file.name, characters }, outcome)
      onProgress({ event: 'document', document: outcome, progress })
    }
  } finally {
    await previous?.close()
  }
  const isUnfinished = previous?.manifest.embeddedPassages !== undefined
  return { outcomes, unfinishedId: isUnfinished ? previous.manifest.snapshotId : null }
}

/** Gives back when the documents could be found by their words, null where they can only with their vectors. */
async function completeVectors(run: Run, unfinishedId: string | null): Promise<number | null> {
  const { writer, publishFrom = PUBLISH_FROM, parallel = 4, onProgress, elapsedMs } = run
  const pending = await writer.finishDocuments()
  const isWorthIt = pending.texts >= publishFrom && pending.known <= MAX_SCANNED_VECTORS
  const published = isWorthIt ? await writer.publish() : null
  const publishedMs = published && elapsedMs()
  if (published) onProgress?.({ event: 'searchable' })
  const onPassage = toReporter(run, { pending, snapshotId: published?.snapshotId ?? unfinishedId })
  await embedPending(pending, { ...run, parallel, onPassage })
  return publishedMs
}

function toReporter(
  { store, onProgress }: Run,
  work: { pending: PendingVectors; snapshotId: string | null },
) {
  const { pending, snapshotId } = work
  const { passages, pendingPassages, texts } = pending
  const meter = createEmbedMeter({ passages, pendingPassages, pendingTexts: texts }, () => performance.now())
  let notedAt = 0
  return (done: { passages: number; texts: number }) => {
    if (!meter.isDue()) return
    onProgress?.({ event: 'embedding', progress: meter.measure(done) })
    if (snapshotId === null || performance.now() - notedAt < NOTE_INTERVAL_MS) return
    notedAt = performance.now()
    store.noteEmbedded({ snapshotId, passages: passages - pendingPassages + done.passages })
  }
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new AppError('aborted', 'Das Einlesen wurde abgebrochen; der alte Index bleibt in Kraft.')
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
