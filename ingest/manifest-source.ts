/** The source behind a corpus manifest: its entries, and the originals that were put beside it. */

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '../search/app-error.ts'
import { SUPPORTED_EXTENSIONS } from './load/select-loader.ts'
import { type Manifest, type ManifestEntry, parseManifest } from './manifest.ts'
import type { Source, SourceFile } from './source.ts'

export const ORIGINALS_FOLDER = 'originals'

/** Files in the order of the manifest. An original replaces the summary, which stays as fallback. */
export function createManifestSource(manifestPath: string): Source {
  return async () => {
    const manifest = await loadManifestFile(manifestPath)
    const root = dirname(resolve(manifestPath))
    return {
      files: manifest.documents.map((entry) => withTitle(toSourceFile(entry, root), manifest)),
      skipped: [],
    }
  }
}

/** Throws `source_unreadable` or `manifest_invalid`. */
export async function loadManifestFile(path: string): Promise<Manifest> {
  const source = await readFile(path, 'utf8').catch((cause) => {
    const message = `Das Manifest „${path}“ ist nicht lesbar. Prüfen Sie Pfad und Leserechte.`
    throw new AppError('source_unreadable', message, { details: { path }, cause })
  })
  return parseManifest(source, path)
}

function toSourceFile(entry: ManifestEntry, root: string): SourceFile {
  const original = findOriginal(entry.id, root)
  const written = entry.file === null ? null : toFile(entry, { root, name: entry.file })
  if (!original) return written ?? toFile(entry, { root, name: `${ORIGINALS_FOLDER}/${entry.id}.pdf` })
  const verified = `Indexiert ist die Originaldatei ${basename(original)}.`
  const file = toFile({ ...entry, summary: false, verified }, { root, name: original })
  return written ? { ...file, fallback: written } : file
}

function withTitle(file: SourceFile, manifest: Manifest): SourceFile {
  const collectionTitle = manifest.collections[file.collection]
  if (collectionTitle === undefined) return file
  const fallback = file.fallback && { fallback: withTitle(file.fallback, manifest) }
  return { ...file, facts: { ...file.facts, collectionTitle }, ...fallback }
}

/** `originals/<id>.pdf`, or another format that can be loaded. */
function findOriginal(id: string, root: string): string | undefined {
  const endings = ['.pdf', ...SUPPORTED_EXTENSIONS]
  return endings
    .map((ending) => `${ORIGINALS_FOLDER}/${id}${ending}`)
    .find((name) => existsSync(join(root, name)))
}

function toFile(entry: ManifestEntry, { root, name }: { root: string; name: string }): SourceFile {
  const { id, file: _, collection, landingPage, ...facts } = entry
  return {
    documentId: id,
    path: resolve(root, name),
    name,
    collection,
    facts: { ...facts, originalUrl: landingPage },
  }
}
