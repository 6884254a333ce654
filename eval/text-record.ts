/** The record of a plain text that comes from no file: of a dataset, or generated. */

import { createHash } from 'node:crypto'
import type { DocumentRecord } from '../search/document.ts'

export interface NamedText {
  id: string
  title: string
  collection: string
  /** UTF-8. */
  bytes: Uint8Array
}

export function toTextRecord({ id, title, collection, bytes }: NamedText): DocumentRecord {
  return {
    id,
    title,
    collection,
    publisher: null,
    edition: null,
    date: null,
    licence: null,
    verified: null,
    summary: false,
    originalUrl: null,
    fileUrl: null,
    exampleQuestions: [],
    fileName: id,
    mediaType: 'text/plain',
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    pageCount: null,
    warnings: [],
  }
}
