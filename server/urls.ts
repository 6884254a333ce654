/** Paths on this server that responses point to. */

import type { Span } from '../search/document.ts'

export function viewerUrl(documentId: string, span?: Span): string {
  const place = span ? `?start=${span.start}&end=${span.end}` : ''
  return `/dokument/${encodeURIComponent(documentId)}${place}`
}

export function documentUrl(documentId: string, part: 'text' | 'original'): string {
  return `/api/v1/documents/${encodeURIComponent(documentId)}/${part}`
}
