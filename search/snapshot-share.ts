/** The files of a snapshot that is searchable already and is still being completed: all but the vectors are the same. */

import { copyFileSync, linkSync } from 'node:fs'
import { join } from 'node:path'
import type { SnapshotManifest } from './snapshot.ts'
import { describeFile, openFileSink } from './snapshot-files.ts'
import { VECTOR_FILES } from './snapshot-layout.ts'

type FileEntry = SnapshotManifest['files'][number]

export interface ShareOptions {
  /** Folders. */
  from: string
  to: string
  /** False where none is known: then their files are empty. */
  withVectors: boolean
}

/** Gives the manifest entries of the shared files. Vectors are copied, since their files are filled in further. */
export function shareFiles(
  files: readonly FileEntry[],
  { from, to, withVectors }: ShareOptions,
): FileEntry[] {
  return files.map((entry) => {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (!VECTOR_FILES.includes(entry.name)) linkOrCopy(source, target)
    else if (withVectors) copyFileSync(source, target)
    else return openFileSink(to, entry.name).finish()
    return entry
  })
}

/** Some file systems know no hard links. */
function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch {
    copyFileSync(source, target)
  }
}

/** The entries anew after vectors were filled in. */
export function describeVectors(folder: string, files: readonly FileEntry[]): Promise<FileEntry[]> {
  return Promise.all(
    files.map((entry) => (VECTOR_FILES.includes(entry.name) ? describeFile(folder, entry.name) : entry)),
  )
}
