/** Whether an index still holds what its sources say, without a model and without blocking anybody. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { listSources } from '../ingest/list-sources.ts'
import { isUnchanged } from '../ingest/reuse.ts'
import type { SourceFile } from '../ingest/source.ts'
import type { Snapshot } from '../search/snapshot.ts'
import { locate } from './locations.ts'

/** True when a document is new, gone or different, or when loaders or chunker have changed. Throws what listing throws. */
export async function hasChanged(snapshot: Snapshot, sources: readonly string[]): Promise<boolean> {
  const { files } = await listSources(sources.map(locate))
  const listed = new Set(files.map((file) => file.documentId))
  if (snapshot.documents.some(({ id }) => !listed.has(id))) return true
  for (const file of files) {
    if (!(await isIndexed(snapshot, file))) return true
  }
  return false
}

async function isIndexed(snapshot: Snapshot, file: SourceFile): Promise<boolean> {
  const sha256 = await hashFile(file.path)
  if (sha256 !== null && isUnchanged(snapshot, file, sha256)) return true
  return file.fallback !== undefined && isIndexed(snapshot, file.fallback)
}

/** Null for a file that cannot be read; ingest will say why. */
async function hashFile(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch {
    return null
  }
}
