/** The files that the last ingest could not read, remembered so that an unchanged one is not tried at every start. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { replaceFile } from '../search/snapshot-files.ts'
import { INGEST_FINGERPRINT } from './reuse.ts'
import type { FileFailure, SourceFile } from './source.ts'

const FILE_NAME = 'failed-files.json'

const fileSchema = z.object({
  /** Other loaders may read what these could not. */
  ingestFingerprint: z.string(),
  files: z.array(
    z.object({
      path: z.string(),
      documentId: z.string(),
      sha256: z.string().nullable(),
      code: z.string(),
      message: z.string(),
    }),
  ),
})

/** Replaces what was remembered before. */
export function saveFailures(dataDir: string, failed: readonly FileFailure[]): void {
  const content = { ingestFingerprint: INGEST_FINGERPRINT, files: failed }
  replaceFile(join(dataDir, FILE_NAME), `${JSON.stringify(content, null, 1)}\n`)
}

/** Empty where nothing usable is remembered: then every file is tried again. */
export async function loadFailures(dataDir: string): Promise<FileFailure[]> {
  try {
    const content = fileSchema.parse(JSON.parse(await readFile(join(dataDir, FILE_NAME), 'utf8')))
    return content.ingestFingerprint === INGEST_FINGERPRINT ? content.files : []
  } catch {
    return []
  }
}

/** The same file with the same content. `sha256` null: it could not even be opened, then as now. */
export function isKnownFailure(
  failures: readonly FileFailure[],
  { documentId, name }: SourceFile,
  sha256: string | null,
): boolean {
  return failures.some(
    (failure) => failure.documentId === documentId && failure.path === name && failure.sha256 === sha256,
  )
}
