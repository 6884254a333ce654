/** One file of a source into a document ready for embedding: read, load, chunk. */

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError, isAppError } from '../search/app-error.ts'
import type { DocumentRecord, LoadedDocument, PreparedDocument } from '../search/document.ts'
import { type ChunkOptions, chunkDocument } from './chunker.ts'
import { loaderFor } from './load/select-loader.ts'
import { type SourceFile, toRecordFacts } from './source.ts'

export interface FileBytes {
  bytes: Uint8Array
  /** Hex. */
  sha256: string
}

/** Throws `source_unreadable`. */
export async function readSourceFile({ path, name }: SourceFile): Promise<FileBytes> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === 'ENOENT' ? 'fehlt' : `ist nicht lesbar (${cause.code ?? cause.message})`
    const message = `Die Datei „${name}“ ${reason}. Prüfen Sie Pfad und Leserechte.`
    throw new AppError('source_unreadable', message, { details: { path }, cause })
  })
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** Throws AppError for whatever is wrong with this one file; what `countTokens` throws passes through. */
export async function prepareDocument(
  file: SourceFile,
  { bytes, sha256 }: FileBytes,
  options: ChunkOptions,
): Promise<PreparedDocument> {
  const format = loaderFor(file.name, bytes)
  const loaded = await load(file, () => format.load(bytes, basename(file.name)))
  const record = toRecord(file, loaded, { mediaType: format.mediaType, sizeBytes: bytes.length, sha256 })
  const input = { ...loaded, documentId: record.id, title: record.title }
  const passages = await chunkDocument(input, options)
  if (passages.length === 0) {
    throw new AppError('source_empty', `„${file.name}“ enthält keinen Text. Prüfen Sie die Datei.`)
  }
  return { record, text: loaded.text, blocks: loaded.blocks, passages }
}

/** Whatever else a format's library throws means that the file is broken. */
async function load(file: SourceFile, run: () => Promise<LoadedDocument>): Promise<LoadedDocument> {
  try {
    return await run()
  } catch (cause) {
    if (isAppError(cause)) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    const message = `„${file.name}“ ließ sich nicht lesen (${reason}). Öffnen Sie die Datei zur Probe und speichern Sie sie neu.`
    throw new AppError('source_unreadable', message, { cause })
  }
}

/** Title: what the source knows, else what the file says, else its name. */
function toRecord(
  file: SourceFile,
  loaded: LoadedDocument,
  stored: Pick<DocumentRecord, 'mediaType' | 'sizeBytes' | 'sha256'>,
): DocumentRecord {
  const facts = toRecordFacts(file)
  return {
    id: file.documentId,
    title: file.facts.title ?? loaded.title ?? facts.fileName.replace(/\.[^.]+$/u, '').replaceAll('_', ' '),
    ...facts,
    ...stored,
    pageCount: loaded.pageCount,
    warnings: loaded.warnings,
  }
}
