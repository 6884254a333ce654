/** Addresses of the page and what they show. Pure; questions never become part of an address. */

import type { Span } from '../server/wire.ts'

export type Route =
  | { view: 'ask' }
  | { view: 'documents' }
  | { view: 'document'; documentId: string; quote: Span | null }

/** Unknown paths show the chat. `search` begins with `?` or is empty. */
export function parseRoute(pathname: string, search: string): Route {
  if (/^\/dokumente\/?$/.test(pathname)) return { view: 'documents' }
  const id = /^\/dokument\/([^/]+)\/?$/.exec(pathname)?.[1]
  if (id === undefined) return { view: 'ask' }
  return { view: 'document', documentId: decode(id), quote: parseQuote(new URLSearchParams(search)) }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function parseQuote(parameters: URLSearchParams): Span | null {
  const start = Number(parameters.get('start') ?? Number.NaN)
  const end = Number(parameters.get('end') ?? Number.NaN)
  const isSpan = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end > start
  return isSpan ? { start, end } : null
}
