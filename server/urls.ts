/** Paths on this server that responses point to, besides the viewer's (`toViewerUrl`). */

export function documentUrl(documentId: string, part: 'text' | 'original'): string {
  return `/api/v1/documents/${encodeURIComponent(documentId)}/${part}`
}
