/** Sources without a manifest: a folder with everything below it, or a single file. */

import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '../search/app-error.ts'
import { isSupported, SUPPORTED_EXTENSIONS } from './load/select-loader.ts'
import type { FileProblem, Source, SourceFile } from './source.ts'

const IGNORED_FOLDERS = new Set(['node_modules', '__MACOSX'])

/**
 * Recursive; hidden files and folders are left out, files of unknown formats are listed as skipped. The collection is
 * the first folder below the root, or the root's own name.
 */
export function createFolderSource(root: string): Source {
  return async () => {
    const files: SourceFile[] = []
    const skipped: FileProblem[] = []
    for (const name of (await listNames(resolve(root))).sort()) {
      if (isSupported(name)) files.push(toSourceFile(resolve(root), name))
      else skipped.push({ path: name, code: 'unsupported_format', message: unsupportedMessage(name) })
    }
    return { files, skipped }
  }
}

/** One file, under its own name; its format is judged when it is loaded. */
export function createFileSource(path: string): Source {
  const file = resolve(path)
  return async () => ({ files: [toSourceFile(dirname(file), basename(file))], skipped: [] })
}

async function listNames(folder: string, below = ''): Promise<string[]> {
  const names: string[] = []
  for (const entry of await readFolder(folder)) {
    if (entry.name.startsWith('.') || IGNORED_FOLDERS.has(entry.name)) continue
    const name = below + entry.name
    if (entry.isDirectory()) names.push(...(await listNames(join(folder, entry.name), `${name}/`)))
    else if (entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(join(folder, entry.name)))))
      names.push(name)
  }
  return names
}

async function readFolder(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (cause) {
    const message = `Der Ordner „${folder}“ ist nicht lesbar. Prüfen Sie die Leserechte.`
    throw new AppError('source_unreadable', message, { details: { path: folder }, cause })
  }
}

/** A dangling link is no folder: it is listed as a file and reported when it cannot be read. */
async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

function toSourceFile(root: string, name: string): SourceFile {
  const [first, ...rest] = name.split('/')
  const collection = rest.length > 0 ? first! : basename(root)
  return { documentId: name.normalize('NFC'), path: join(root, name), name, collection, facts: {} }
}

function unsupportedMessage(name: string): string {
  return `Das Format von „${name}“ wird nicht gelesen. Lesbar sind: ${SUPPORTED_EXTENSIONS.join(', ')}.`
}
