/** The built web pages, read once and kept in memory, text also compressed. */

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface WebFile {
  body: Uint8Array<ArrayBuffer>
  gzip: Uint8Array<ArrayBuffer> | null
  contentType: string
  etag: string
}

/** By path below the web folder, with `/`: `index.html`, `assets/x-1a2b.js`. */
export type WebFiles = ReadonlyMap<string, WebFile>

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}
const COMPRESSIBLE = /^text\/|json|svg/

/** Null when the pages are not built. */
export async function openWebFiles(folder: string): Promise<WebFiles | null> {
  if (!existsSync(join(folder, 'index.html'))) return null
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = await Promise.all(
    paths.sort().map(async (path) => {
      const name = relative(folder, path).split(sep).join('/')
      return [name, toWebFile(name, await readFile(path))] as const
    }),
  )
  return new Map(files)
}

function toWebFile(name: string, bytes: Buffer): WebFile {
  const contentType = CONTENT_TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream'
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  const gzip = COMPRESSIBLE.test(contentType) && bytes.length > 1024 ? new Uint8Array(gzipSync(bytes)) : null
  return { body: new Uint8Array(bytes), gzip, contentType, etag: `"${hash}"` }
}
