/** Which passages a search may return, from the documents and collections it names. */

import { AppError } from './app-error.ts'
import type { SearchRequest } from './retriever.ts'
import type { Snapshot } from './snapshot.ts'

export type PassageFilter = (passage: number) => boolean

export interface AllowedPassages {
  count: number
  /** Undefined where every passage is allowed. */
  allows: PassageFilter | undefined
}

/** Throws `unknown_document` or `unknown_collection` listing what is not there. Empty lists restrict nothing. */
export function toAllowedPassages(
  snapshot: Snapshot,
  { documentIds, collections }: Pick<SearchRequest, 'documentIds' | 'collections'>,
): AllowedPassages {
  if (!documentIds?.length && !collections?.length) return { count: snapshot.passageCount, allows: undefined }
  checkKnown(snapshot, documentIds ?? [], collections ?? [])
  const ids = new Set(documentIds)
  const allowed = new Uint8Array(snapshot.passageCount)
  let count = 0
  for (const { id, collection } of snapshot.documents) {
    if (documentIds?.length && !ids.has(id)) continue
    if (collections?.length && !collections.includes(collection)) continue
    const { start, end } = snapshot.passageRange(id)
    allowed.fill(1, start, end)
    count += end - start
  }
  return { count, allows: (passage) => allowed[passage] === 1 }
}

function checkKnown(snapshot: Snapshot, documentIds: string[], collections: string[]): void {
  const documents = documentIds.filter((id) => !snapshot.document(id))
  if (documents.length > 0) {
    const message = `Unbekanntes Dokument: ${documents.join(', ')}. Die vorhandenen nennt /api/v1/documents.`
    throw new AppError('unknown_document', message, { details: { documentIds: documents } })
  }
  const unknown = collections.filter((name) => !snapshot.collections.includes(name))
  if (unknown.length > 0) {
    const message = `Unbekannte Sammlung: ${unknown.join(', ')}. Es gibt: ${snapshot.collections.join(', ')}.`
    throw new AppError('unknown_collection', message, { details: { collections: unknown } })
  }
}
