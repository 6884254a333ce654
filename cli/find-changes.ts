/** Whether an index still holds what its sources say, without a model and without blocking anybody. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { isKnownFailure, loadFailures } from '../ingest/known-failures.ts'
import { listSources } from '../ingest/list-sources.ts'
import { isUnchanged } from '../ingest/reuse.ts'
import type { FileFailure, SourceFile } from '../ingest/source.ts'
import type { Snapshot } from '../search/snapshot.ts'
import { locate } from './locations.ts'

export interface ChangesOptions {
  dataDir: string
  sources: readonly string[]
}

/**
 * True when a document is new, gone or different, or when loaders or chunker have changed. A file that could not be
 * read counts as different only when it has changed since. Throws what listing throws.
 */
export async function hasChanged(snapshot: Snapshot, { dataDir, sources }: ChangesOptions): Promise<boolean> {
  const { files } = await listSources(sources.map(locate))
  const listed = new Set(files.map((file) => file.documentId))
  if (snapshot.documents.some(({ id }) => !listed.has(id))) return true
  const failures = await loadFailures(dataDir)
  for (const file of files) {
    if (!(await isSettled(file, { snapshot, failures }))) return true
  }
  return false
}

interface Known {
  snapshot: Snapshot
  failures: FileFailure[]
}

/** Indexed as it is, or known to be unreadable as it is; what stands in for it then has to be settled too. */
async function isSettled(file: SourceFile, known: Known): Promise<boolean> {
  const sha256 = await hashFile(file.path)
  if (sha256 !== null && isUnchanged(known.snapshot, file, sha256)) return true
  if (!isKnownFailure(known.failures, file, sha256)) return false
  return file.fallback === undefined || isSettled(file.fallback, known)
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
