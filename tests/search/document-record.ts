/** The record of a document as tests need it. */

import type { DocumentRecord } from '../../search/document.ts'

/** A Markdown file of which nothing more is known than is said. */
export function createRecord(id: string, known: Partial<DocumentRecord> = {}): DocumentRecord {
  return {
    id,
    title: `Titel ${id}`,
    collection: 'tests',
    publisher: null,
    edition: null,
    date: null,
    licence: null,
    verified: null,
    summary: false,
    originalUrl: null,
    fileUrl: null,
    exampleQuestions: [],
    fileName: `${id.split('/').at(-1)}.md`,
    mediaType: 'text/markdown',
    sizeBytes: 1,
    sha256: 'a'.repeat(64),
    pageCount: null,
    warnings: [],
    ...known,
  }
}
