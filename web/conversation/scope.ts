/** Where a conversation searches: what its page binds it to, and what the reader chose within. Pure. */

import type { DocumentList } from '../../server/wire.ts'
import type { Filter } from './request.ts'

/** The part of the list that the bound collections leave; no binding leaves everything. */
export function limitList(list: DocumentList, boundTo: readonly string[]): DocumentList {
  if (boundTo.length === 0) return list
  return {
    documents: list.documents.filter((document) => boundTo.includes(document.collection)),
    collections: list.collections.filter((collection) => boundTo.includes(collection.name)),
  }
}

/**
 * The server takes documents *of* collections when both are given; a reader who ticks a collection and a further
 * document wants both. So a mixed choice becomes a list of documents.
 */
export function toSearchFilter(choice: Filter, list: DocumentList, boundTo: readonly string[]): Filter {
  const { collections, documentIds } = choice
  if (collections.length === 0 && documentIds.length === 0)
    return { collections: [...boundTo], documentIds: [] }
  if (collections.length === 0 || documentIds.length === 0) return choice
  const chosen = list.documents.filter(
    ({ id, collection }) => collections.includes(collection) || documentIds.includes(id),
  )
  return { collections: [], documentIds: chosen.map(({ id }) => id) }
}
