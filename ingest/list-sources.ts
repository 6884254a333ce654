/** From the paths a user names to one list of files with unique document ids. */

import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '../search/app-error.ts'
import { createFileSource, createFolderSource } from './folder-source.ts'
import { MANIFEST_NAMES } from './manifest.ts'
import { createManifestSource } from './manifest-source.ts'
import type { Source, SourceFile, SourceListing } from './source.ts'

/**
 * A manifest is read as such, a folder that holds one by it, any other folder recursively. An id that an earlier source
 * already has gets the name of its source in front. Throws `source_missing` for a path that is not there.
 */
export async function listSources(paths: readonly string[]): Promise<SourceListing> {
  const all: SourceListing = { files: [], skipped: [] }
  const taken = new Set<string>()
  for (const path of new Set(paths.map((path) => resolve(path)))) {
    const { files, skipped } = await (await toSource(path))()
    all.files.push(...files.map((file) => withUniqueId(file, { taken, prefix: basename(path) })))
    all.skipped.push(...skipped)
  }
  return all
}

async function toSource(path: string): Promise<Source> {
  const found = await stat(path).catch((cause) => {
    const message = `Die Quelle „${path}“ gibt es nicht. Nennen Sie mit --source eine vorhandene Datei oder einen Ordner.`
    throw new AppError('source_missing', message, { details: { path }, cause })
  })
  if (!found.isDirectory()) return isManifest(path) ? createManifestSource(path) : createFileSource(path)
  const manifest = findManifest(path)
  return manifest ? createManifestSource(manifest) : createFolderSource(path)
}

/** Path of the manifest in a folder, if it holds one. */
export function findManifest(folder: string): string | undefined {
  return MANIFEST_NAMES.map((name) => join(folder, name)).find((path) => existsSync(path))
}

function isManifest(path: string): boolean {
  return (MANIFEST_NAMES as readonly string[]).includes(basename(path))
}

function withUniqueId(
  file: SourceFile,
  { taken, prefix }: { taken: Set<string>; prefix: string },
): SourceFile {
  let documentId = file.documentId
  for (let folder = prefix; taken.has(documentId); folder = basename(dirname(file.path))) {
    documentId = `${folder}/${documentId}`
  }
  taken.add(documentId)
  return { ...file, documentId, ...(file.fallback && { fallback: { ...file.fallback, documentId } }) }
}
