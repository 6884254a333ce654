/** How a snapshot lies on disk: paths, file names, column order. Writer and reader agree here; nobody else needs it. */

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from './app-error.ts'
import type { BlockKind, DocumentRecord } from './document.ts'
import type { SnapshotManifest } from './snapshot.ts'

/** Raised whenever files of an older version can no longer be read. */
export const FORMAT_VERSION = 1

/** Graphs over the vectors of the same place, only where there are many. */
export const GRAPH_FILES = {
  passageVectors: 'passage-vectors.hnsw',
  sentenceVectors: 'sentence-vectors.hnsw',
} as const

/** What is neither here nor a graph belongs to the lexical index. */
export const FILES = {
  manifest: 'manifest.json',
  documents: 'documents.json',
  texts: 'texts.utf8',
  blocks: 'blocks.i32',
  links: 'links.i32',
  linkAddresses: 'link-addresses.strings',
  passages: 'passages.i32',
  passageIds: 'passage-ids.strings',
  headingPaths: 'heading-paths.strings',
  sentences: 'sentences.i32',
  passageVectors: 'passage-vectors.f32',
  sentenceVectors: 'sentence-vectors.f32',
} as const

/** Rows of floats; the only files that are filled in after they were written. */
export const VECTOR_FILES: readonly string[] = [FILES.passageVectors, FILES.sentenceVectors]

/** Columns per row of the .i32 files; pages are 0 where unknown. */
export const BLOCK_COLUMNS = 6 // start, end, kind, level, ordered, page
export const LINK_COLUMNS = 3 // start, end, address
export const PASSAGE_COLUMNS = 6 // document, start, end, page, heading path, first sentence row
export const SENTENCE_COLUMNS = 4 // start, end, kind, page

/** The index of a kind is its code on disk: append only. */
export const BLOCK_KINDS: readonly BlockKind[] = [
  'heading',
  'paragraph',
  'listItem',
  'tableRow',
  'code',
  'reference',
]

/** Joins the headings of a path in the string table; no heading contains it. */
export const HEADING_SEPARATOR = '\u001f'

export const paths = {
  current: (dataDir: string) => join(dataDir, 'current'),
  lock: (dataDir: string) => join(dataDir, 'ingest.lock'),
  snapshots: (dataDir: string) => join(dataDir, 'snapshots'),
  snapshot: (dataDir: string, id: string) => join(dataDir, 'snapshots', id),
  originals: (dataDir: string) => join(dataDir, 'originals'),
  vectorCache: (dataDir: string) => join(dataDir, 'vectors.partial'),
  embeddingProgress: (dataDir: string) => join(dataDir, 'embedding-progress'),
  original: (dataDir: string, sha256: string) => join(dataDir, 'originals', sha256),
}

/** Half-written snapshots; removed by the next writer. */
export const TEMPORARY_PREFIX = '.writing-'

export const manifestSchema = z.object({
  formatVersion: z.int(),
  createdAt: z.string(),
  snapshotId: z.string(),
  model: z.object({
    name: z.string(),
    fingerprint: z.string(),
    dimensions: z.int().positive(),
    maxTokens: z.int().positive(),
  }),
  analyserFingerprint: z.string(),
  chunkerFingerprint: z.string(),
  counts: z.object({ documents: z.int(), passages: z.int(), sentences: z.int() }),
  embeddedPassages: z.int().optional(),
  files: z.array(z.object({ name: z.string(), sizeBytes: z.int(), sha256: z.string() })),
})

/** Where a document's parts lie: bytes of the texts file, rows of the column files. `end` is exclusive. */
export const storedDocumentSchema = z.object({
  record: z.looseObject({ id: z.string(), title: z.string(), collection: z.string(), sha256: z.string() }),
  textBytes: z.tuple([z.int(), z.int()]),
  blocks: z.tuple([z.int(), z.int()]),
  /** Absent in an index of the time before links were kept. */
  links: z.tuple([z.int(), z.int()]).optional(),
  passages: z.tuple([z.int(), z.int()]),
  /** What the original prints as page number, where it differs from the page. */
  pageLabels: z.record(z.string(), z.string()),
})

export interface StoredDocument extends Omit<z.infer<typeof storedDocumentSchema>, 'record'> {
  record: DocumentRecord
}

export function ingestCommand(dataDir: string): string {
  return `npx fundstelle ingest --source ORDNER --data ${dataDir}`
}

/** Hash over all of the manifest but its time: changes with the content and with whatever made it. */
export function toSnapshotId(manifest: Omit<SnapshotManifest, 'snapshotId' | 'createdAt'>): string {
  const { formatVersion, model, analyserFingerprint, chunkerFingerprint, counts, files } = manifest
  const { embeddedPassages } = manifest
  const content = [
    [formatVersion, analyserFingerprint, chunkerFingerprint],
    [model.name, model.fingerprint, model.dimensions, model.maxTokens],
    [counts.documents, counts.passages, counts.sentences],
    files.map((file) => [file.name, file.sizeBytes, file.sha256]),
    ...(embeddedPassages === undefined ? [] : [embeddedPassages]),
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
}

export function indexMissing(dataDir: string): AppError {
  const message = `Im Datenordner „${dataDir}“ ist noch kein Index. Bauen Sie ihn mit „${ingestCommand(dataDir)}“.`
  return new AppError('index_missing', message, { details: { dataDir } })
}

export function indexMismatch(dataDir: string, what: string): AppError {
  const message = `Der Index in „${dataDir}“ passt nicht: ${what}. Bauen Sie ihn neu mit „${ingestCommand(dataDir)}“.`
  return new AppError('index_mismatch', message, { details: { dataDir } })
}

export function indexDamaged(dataDir: string, file: string, what: string, cause?: unknown): AppError {
  const message = `Der Index ist beschädigt: ${file} ${what}. Bauen Sie ihn neu mit „${ingestCommand(dataDir)}“.`
  return new AppError('index_damaged', message, { details: { file }, cause })
}
