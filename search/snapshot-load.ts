/** Reads the files of the current snapshot into typed arrays, each verified against the manifest. */

import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { IndexFiles } from './lexical-index.ts'
import { decodeNumberedStrings, encodeNumberedStrings } from './numbered-strings.ts'
import type { SnapshotManifest, StoredDocuments } from './snapshot.ts'
import { loadFile, type SnapshotFolder, verifyFile } from './snapshot-files.ts'
import {
  FILES,
  FORMAT_VERSION,
  GRAPH_FILES,
  indexDamaged,
  indexMismatch,
  indexMissing,
  manifestSchema,
  paths,
  type StoredDocument,
  storedDocumentSchema,
  toSnapshotId,
  VECTOR_FILES,
} from './snapshot-layout.ts'
import { openTexts } from './snapshot-texts.ts'
import { createSnapshotView, type SnapshotColumns } from './snapshot-view.ts'
import { openRowsFile, rowsInMemory } from './vector-rows.ts'

/** The manifest of the current snapshot alone; says nothing about the other files. */
export function loadManifest(dataDir: string): SnapshotManifest {
  const current = paths.current(dataDir)
  if (!existsSync(current)) throw indexMissing(dataDir)
  const id = readCurrent(dataDir, current)
  const path = join(paths.snapshot(dataDir, id), FILES.manifest)
  if (!/^[0-9a-f]{16}$/.test(id)) throw indexDamaged(dataDir, current, 'nennt keinen Index')
  const manifest = parseManifest(dataDir, path)
  if (manifest.formatVersion !== FORMAT_VERSION)
    throw indexMismatch(dataDir, 'Er stammt von einer anderen Version von Fundstelle')
  if (toSnapshotId(manifest) !== id) throw indexDamaged(dataDir, path, 'passt nicht zu seiner Kennung')
  return manifest
}

function readCurrent(dataDir: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (cause) {
    throw indexDamaged(dataDir, path, 'ist nicht lesbar', cause)
  }
}

function parseManifest(dataDir: string, path: string): SnapshotManifest {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw indexDamaged(dataDir, path, 'fehlt oder ist nicht lesbar', cause)
  }
}

/** Larger files of vectors stay on disk: reading the few rows that a search looks at takes some two microseconds each. */
const KEPT_VECTOR_BYTES = 64 << 20

/** Documents of a snapshot being written, without their vectors. */
export async function openWithoutVectors(
  place: SnapshotFolder,
  manifest: SnapshotManifest,
): Promise<StoredDocuments> {
  const entries = manifest.files.filter(({ name }) => isOwn(name) && !VECTOR_FILES.includes(name))
  const files = await loadFiles(place, entries)
  for (const name of VECTOR_FILES) files[name] = new Uint8Array()
  return openDocuments(place, manifest, files).documents
}

/** What a snapshot stores of its documents, whatever analyser or model it was made with; searching needs more. */
export async function openStoredDocuments(dataDir: string): Promise<StoredDocuments> {
  const manifest = loadManifest(dataDir)
  const place = toPlace(dataDir, manifest)
  const files = await loadFiles(
    place,
    manifest.files.filter(({ name }) => isOwn(name)),
  )
  return openDocuments(place, manifest, files).documents
}

export function toPlace(dataDir: string, { snapshotId }: SnapshotManifest): SnapshotFolder {
  return { dataDir, folder: paths.snapshot(dataDir, snapshotId) }
}

/** Every file verified, but for graphs: those are verified by who uses them. Texts and many vectors stay on disk. */
export async function loadFiles(
  place: SnapshotFolder,
  entries: SnapshotManifest['files'],
): Promise<IndexFiles> {
  const files: IndexFiles = {}
  for (const entry of entries) {
    if (isGraph(entry.name)) continue
    if (staysOnDisk(entry)) await verifyFile(place, entry)
    else files[entry.name] = await loadFile(place, entry)
  }
  return files
}

function staysOnDisk({ name, sizeBytes }: SnapshotManifest['files'][number]): boolean {
  return name === FILES.texts || (VECTOR_FILES.includes(name) && sizeBytes > KEPT_VECTOR_BYTES)
}

/** The files that are the lexical index's. */
export function lexicalFiles(files: IndexFiles): IndexFiles {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !isOwn(name)))
}

/** Columns for those who search in them, and the documents made of them. */
export function openDocuments(
  place: SnapshotFolder,
  manifest: SnapshotManifest,
  files: IndexFiles,
): { columns: SnapshotColumns; documents: StoredDocuments } {
  const columns = toColumns(place, manifest, files)
  const view = createSnapshotView(columns)
  const documents = {
    ...view,
    originalPath: (id: string) => paths.original(resolve(place.dataDir), view.document(id)!.sha256),
    close: async () => columns.close(),
  }
  return { columns, documents }
}

function isGraph(name: string): boolean {
  return Object.values<string>(GRAPH_FILES).includes(name)
}

function isOwn(name: string): boolean {
  return Object.values<string>(FILES).includes(name)
}

function toColumns(place: SnapshotFolder, manifest: SnapshotManifest, files: IndexFiles): SnapshotColumns {
  const bytes = (name: string) => {
    const file = files[name]
    if (!file) throw indexDamaged(place.dataDir, join(place.folder, FILES.manifest), `nennt ${name} nicht`)
    return file
  }
  const { dimensions } = manifest.model
  const openFiles: { close(): void }[] = []
  const keepOpen = <File extends { close(): void }>(file: File): File => {
    openFiles.push(file)
    return file
  }
  const rows = (name: string) => {
    const entry = manifest.files.find((file) => file.name === name)
    return entry && staysOnDisk(entry) && !files[name]
      ? keepOpen(openRowsFile(join(place.folder, name), { sizeBytes: entry.sizeBytes, dimensions }))
      : rowsInMemory(new Float32Array(bytes(name).buffer), dimensions)
  }
  return {
    manifest,
    documents: parseDocuments(place, bytes(FILES.documents)),
    blocks: new Int32Array(bytes(FILES.blocks).buffer),
    links: new Int32Array((files[FILES.links] ?? new Uint8Array()).buffer),
    linkAddresses: decodeNumberedStrings(files[FILES.linkAddresses] ?? encodeNumberedStrings([])),
    passages: new Int32Array(bytes(FILES.passages).buffer),
    passageIds: decodeNumberedStrings(bytes(FILES.passageIds)),
    headingPaths: decodeNumberedStrings(bytes(FILES.headingPaths)),
    sentences: new Int32Array(bytes(FILES.sentences).buffer),
    passageVectors: rows(FILES.passageVectors),
    sentenceVectors: rows(FILES.sentenceVectors),
    texts: keepOpen(openTexts(join(place.folder, FILES.texts))),
    close: () => {
      for (const file of openFiles) file.close()
    },
  }
}

function parseDocuments(place: SnapshotFolder, bytes: Uint8Array): StoredDocument[] {
  try {
    const documents = z.array(storedDocumentSchema).parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    return documents as unknown as StoredDocument[]
  } catch (cause) {
    throw indexDamaged(place.dataDir, join(place.folder, FILES.documents), 'hat eine unbekannte Form', cause)
  }
}
