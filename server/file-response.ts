/** Sends a file of the data folder: conditional and range requests (RFC 9110, one range), shown inline. */

import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { AppEnv } from './app.ts'
import { HttpError } from './http-error.ts'
import { texts } from './texts.de.ts'

export interface StoredFile {
  path: string
  mediaType: string
  fileName: string
  /** With its quotes. */
  etag: string
}

/** Throws HttpError `original_missing` or `range_not_satisfiable`. */
export async function sendFile(c: Context<AppEnv>, file: StoredFile): Promise<Response> {
  const size = await fileSize(file)
  c.header('ETag', file.etag)
  c.header('Accept-Ranges', 'bytes')
  c.header('Content-Type', toContentType(file.mediaType))
  c.header('Content-Disposition', toDisposition(file.fileName))
  if (isUnchanged(c, file.etag)) return c.body(null, 304)
  const range = requestedRange(c, file.etag, size)
  const { start, end } = range ?? { start: 0, end: size - 1 }
  c.header('Content-Length', String(end - start + 1))
  if (range) c.header('Content-Range', `bytes ${start}-${end}/${size}`)
  const status = range ? 206 : 200
  if (c.req.method === 'HEAD' || size === 0) return c.body(null, status)
  const stream = createReadStream(file.path, { start, end })
  return c.body(Readable.toWeb(stream) as ReadableStream, status)
}

export function isUnchanged(c: Context<AppEnv>, etag: string): boolean {
  const known = c.req.header('if-none-match')
  return known !== undefined && (known === '*' || known.split(',').some((tag) => weak(tag) === weak(etag)))
}

function weak(tag: string): string {
  return tag.trim().replace(/^W\//, '')
}

async function fileSize({ path, fileName }: StoredFile): Promise<number> {
  try {
    return (await stat(path)).size
  } catch {
    throw new HttpError('original_missing', texts.originalMissing(fileName))
  }
}

/** Inclusive ends. Null for the whole file: no range, several ranges, a form we do not know, or an outdated If-Range. */
function requestedRange(c: Context<AppEnv>, etag: string, size: number) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(c.req.header('range')?.trim() ?? '')
  const condition = c.req.header('if-range')
  if (!match || (match[1] === '' && match[2] === '') || (condition && condition !== etag)) return null
  const isSuffix = match[1] === ''
  const start = isSuffix ? Math.max(0, size - Number(match[2])) : Number(match[1])
  const end = isSuffix || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1)
  if (!isSuffix && match[2] !== '' && Number(match[2]) < start) return null
  if (start > end) {
    const headers = { 'Content-Range': `bytes */${size}` }
    throw new HttpError('range_not_satisfiable', texts.rangeNotSatisfiable(size), { headers })
  }
  return { start, end }
}

function toContentType(mediaType: string): string {
  return /^text\//.test(mediaType) && !/charset=/i.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType
}

/** RFC 6266: an ASCII name for old readers, the real one encoded. */
function toDisposition(fileName: string): string {
  const ascii = fileName.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `inline; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
