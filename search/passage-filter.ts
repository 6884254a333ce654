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

export type SearchFilters = Pick<SearchRequest, 'documentIds' | 'collections'>

/** Empty filters count as none. Throws `unknown_document` or `unknown_collection` listing what is not there. */
export function knownFilters(
  snapshot: Snapshot,
  { documentIds = [], collections = [] }: SearchFilters,
): SearchFilters {
  const documents = documentIds.filter((id) => !snapshot.document(id))
  if (documents.length > 0) {
    const message = `Nicht im Index: ${quote(documents)}. Alle Dokumente nennt /api/v1/documents.`
    throw new AppError('unknown_document', message, { details: { documentIds: documents } })
  }
  const unknown = collections.filter((name) => !snapshot.collections.includes(name))
  if (unknown.length > 0) {
    const message = `Unbekannte Sammlung: ${quote(unknown)}. Es gibt: ${quote(snapshot.collections)}.`
    throw new AppError('unknown_collection', message, { details: { collections: unknown } })
  }
  return {
    documentIds: documentIds.length > 0 ? documentIds : undefined,
    collections: collections.length > 0 ? collections : undefined,
  }
}

function quote(names: readonly string[]): string {
  return names.map((name) => `„${name}“`).join(', ')
}

/** Throws as `knownFilters` does. Empty lists restrict nothing. */
export function toAllowedPassages(snapshot: Snapshot, filters: SearchFilters): AllowedPassages {
  const { documentIds, collections } = knownFilters(snapshot, filters)
  if (!documentIds && !collections) return { count: snapshot.passageCount, allows: undefined }
  const ids = new Set(documentIds)
  const allowed = new Uint8Array(snapshot.passageCount)
  let count = 0
  for (const { id, collection } of snapshot.documents) {
    if (documentIds && !ids.has(id)) continue
    if (collections && !collections.includes(collection)) continue
    const { start, end } = snapshot.passageRange(id)
    allowed.fill(1, start, end)
    count += end - start
  }
  return { count, allows: (passage) => allowed[passage] === 1 }
}
