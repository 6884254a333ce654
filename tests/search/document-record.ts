/** The record of a document as tests need it. */

import { toTextRecord } from '../../eval/text-record.ts'
import type { DocumentRecord } from '../../search/document.ts'

/** A Markdown file of which nothing more is known than is said. */
export function createRecord(id: string, known: Partial<DocumentRecord> = {}): DocumentRecord {
  return {
    ...toTextRecord({ id, title: `Titel ${id}`, collection: 'tests', bytes: new Uint8Array(1) }),
    fileName: `${id.split('/').at(-1)}.md`,
    mediaType: 'text/markdown',
    sha256: 'a'.repeat(64),
    ...known,
  }
}
