/** Port: where documents come from. A source lists files with what is known of them; it does not open them. */

import { basename } from 'node:path'
import type { DocumentRecord } from '../search/document.ts'

/** What a source may know of a document beyond its file; absent fields are left to the file. */
export type KnownFacts = Partial<
  Pick<
    DocumentRecord,
    | 'title'
    | 'collectionTitle'
    | 'publisher'
    | 'edition'
    | 'date'
    | 'licence'
    | 'verified'
    | 'summary'
    | 'originalUrl'
    | 'fileUrl'
    | 'exampleQuestions'
  >
>

export interface SourceFile {
  documentId: string
  /** Absolute. */
  path: string
  /** Path as reports show it, relative to the source root, with `/`. */
  name: string
  collection: string
  facts: KnownFacts
  /** Loaded under the same id when this file fails: the summary where the original is unreadable. */
  fallback?: SourceFile
}

export interface FileProblem {
  path: string
  code: string
  message: string
}

/** A file of a known format that could not be read. */
export interface FileFailure extends FileProblem {
  documentId: string
  /** Hash of the bytes that were tried, null when there were none to be had. */
  sha256: string | null
}

export interface SourceListing {
  /** In order of the index: by document id, or as the manifest lists them. */
  files: SourceFile[]
  /** Files of formats that are not read. */
  skipped: FileProblem[]
}

/** Throws AppError `source_missing`, `source_unreadable` or `manifest_invalid`. */
export type Source = () => Promise<SourceListing>

/** What a record says beside title and content; all that a manifest may change without the file changing. */
export function toRecordFacts({ facts, collection, name }: SourceFile) {
  return {
    collection,
    collectionTitle: facts.collectionTitle,
    publisher: facts.publisher ?? null,
    edition: facts.edition ?? null,
    date: facts.date ?? null,
    licence: facts.licence ?? null,
    verified: facts.verified ?? null,
    summary: facts.summary ?? false,
    originalUrl: facts.originalUrl ?? null,
    fileUrl: facts.fileUrl ?? null,
    exampleQuestions: facts.exampleQuestions ?? [],
    fileName: basename(name),
  } satisfies Partial<DocumentRecord>
}
