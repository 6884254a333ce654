/** Loads a document's structure and text, and makes sure that quotes still stand where they were cited. */

import type { Citation } from '../../server/wire.ts'
import type { Client } from '../api/client.ts'
import { type DocumentContent, toContent } from './blocks.ts'

export async function loadContent(client: Client, documentId: string): Promise<DocumentContent> {
  const [detail, text] = await Promise.all([client.loadDocument(documentId), client.loadText(documentId)])
  return toContent(detail, text)
}

/** A page that stays open may hold an older text: it is loaded once more before a quote counts as gone. */
export async function loadQuotedContent(
  client: Client,
  documentId: string,
  citations: readonly Citation[],
): Promise<{ content: DocumentContent; stands: boolean }> {
  const stands = (content: DocumentContent) =>
    citations.every(({ start, end, quote }) => content.text.slice(start, end) === quote)
  const content = await loadContent(client, documentId)
  if (stands(content)) return { content, stands: true }
  client.forgetDocument(documentId)
  const fresh = await loadContent(client, documentId)
  return { content: fresh, stands: stands(fresh) }
}
