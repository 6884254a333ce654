/** Opens the current snapshot: verifies every file, keeps columns and vectors as typed arrays, makes objects on demand. */

import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { EmbeddingModel } from './embedder.ts'
import type { Analyser } from './german/analyser.ts'
import type { IndexFiles, LexicalIndex } from './lexical-index.ts'
import { decodeNumberedStrings } from './numbered-strings.ts'
import type { Snapshot, SnapshotManifest } from './snapshot.ts'
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
} from './snapshot-layout.ts'
import { openTexts, type TextsFile } from './snapshot-texts.ts'
import { createSnapshotView, type SnapshotColumns } from './snapshot-view.ts'
import type { VectorGraphs } from './vector-graphs.ts'
import type { VectorIndex } from './vector-index.ts'

export interface OpenSnapshotOptions {
  analyser: Analyser
  /** The model that will embed questions; without it the snapshot opens whatever model made it. */
  model?: EmbeddingModel
  openLexicalIndex: (files: IndexFiles, analyser: Analyser) => LexicalIndex
  createVectorIndex: (vectors: Float32Array, dimensions: number) => VectorIndex
  /** Without it vectors are searched exactly, also where the snapshot has a graph. */
  graphs?: VectorGraphs
}

/**
 * Throws `index_missing` where there is none, `index_damaged` naming the file that fails its check, `index_mismatch`
 * when format, model or analyser differ; each message holds the command that repairs it.
 */
export async function openSnapshot(dataDir: string, options: OpenSnapshotOptions): Promise<Snapshot> {
  const manifest = loadManifest(dataDir)
  checkFit(dataDir, manifest, options)
  const place = { dataDir, folder: paths.snapshot(dataDir, manifest.snapshotId) }
  const files = await loadFiles(place, manifest)
  const texts = openTexts(join(place.folder, FILES.texts))
  const columns = toColumns(place, manifest, files, texts)
  const view = createSnapshotView(columns)
  const openVectors = (kind: keyof typeof GRAPH_FILES) =>
    openVectorIndex(place, columns, { ...options, kind })
  return {
    ...view,
    lexical: options.openLexicalIndex(lexicalFiles(files), options.analyser),
    passageVectors: await openVectors('passageVectors'),
    sentenceVectors: await openVectors('sentenceVectors'),
    originalPath: (documentId) => paths.original(resolve(dataDir), view.document(documentId)!.sha256),
    close: async () => texts.close(),
  }
}

/** The manifest of the current snapshot alone; says nothing about the other files. */
export function loadManifest(dataDir: string): SnapshotManifest {
  const current = paths.current(dataDir)
  if (!existsSync(current)) throw indexMissing(dataDir)
  const id = readFileSync(current, 'utf8').trim()
  const path = join(paths.snapshot(dataDir, id), FILES.manifest)
  if (!/^[0-9a-f]{16}$/.test(id)) throw indexDamaged(dataDir, current, 'nennt keinen Index')
  const manifest = parseManifest(dataDir, path)
  if (manifest.formatVersion !== FORMAT_VERSION)
    throw indexMismatch(dataDir, 'Er stammt von einer anderen Version von Fundstelle')
  if (toSnapshotId(manifest) !== id) throw indexDamaged(dataDir, path, 'passt nicht zu seiner Kennung')
  return manifest
}

function parseManifest(dataDir: string, path: string): SnapshotManifest {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw indexDamaged(dataDir, path, 'fehlt oder ist nicht lesbar', cause)
  }
}

function checkFit(dataDir: string, manifest: SnapshotManifest, { analyser, model }: OpenSnapshotOptions) {
  if (model && model.fingerprint !== manifest.model.fingerprint) {
    const what = `Er wurde mit einem anderen Embedding-Modell gebaut (${manifest.model.name}) als dem eingestellten (${model.name})`
    throw indexMismatch(dataDir, what)
  }
  if (analyser.fingerprint !== manifest.analyserFingerprint)
    throw indexMismatch(dataDir, 'Er wurde mit einer anderen Wortanalyse gebaut')
}

/** By the graph where the snapshot has one that can be read here, else by looking at every vector. */
async function openVectorIndex(
  { folder }: SnapshotFolder,
  { manifest, ...columns }: SnapshotColumns,
  { kind, graphs, createVectorIndex }: OpenSnapshotOptions & { kind: keyof typeof GRAPH_FILES },
): Promise<VectorIndex> {
  const rows = { vectors: columns[kind], dimensions: manifest.model.dimensions }
  const entry = manifest.files.find((file) => file.name === GRAPH_FILES[kind])
  const graph = entry && (await graphs?.open(join(folder, entry.name), rows, entry.sha256))
  return graph ?? createVectorIndex(rows.vectors, rows.dimensions)
}

/** Every file verified; the texts stay on disk, the graphs are read by their library. */
async function loadFiles(place: SnapshotFolder, manifest: SnapshotManifest): Promise<IndexFiles> {
  const files: IndexFiles = {}
  for (const entry of manifest.files) {
    if (entry.name === FILES.texts || isGraph(entry.name)) await verifyFile(place, entry)
    else files[entry.name] = await loadFile(place, entry)
  }
  return files
}

function toColumns(
  place: SnapshotFolder,
  manifest: SnapshotManifest,
  files: IndexFiles,
  texts: TextsFile,
): SnapshotColumns {
  const bytes = (name: string) => {
    const file = files[name]
    if (!file) throw indexDamaged(place.dataDir, join(place.folder, FILES.manifest), `nennt ${name} nicht`)
    return file
  }
  return {
    manifest,
    documents: parseDocuments(place, bytes(FILES.documents)),
    texts,
    blocks: new Int32Array(bytes(FILES.blocks).buffer),
    passages: new Int32Array(bytes(FILES.passages).buffer),
    passageIds: decodeNumberedStrings(bytes(FILES.passageIds)),
    headingPaths: decodeNumberedStrings(bytes(FILES.headingPaths)),
    sentences: new Int32Array(bytes(FILES.sentences).buffer),
    passageVectors: new Float32Array(bytes(FILES.passageVectors).buffer),
    sentenceVectors: new Float32Array(bytes(FILES.sentenceVectors).buffer),
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

function isGraph(name: string): boolean {
  return Object.values<string>(GRAPH_FILES).includes(name)
}

function lexicalFiles(files: IndexFiles): IndexFiles {
  const ours = new Set<string>(Object.values(FILES))
  return Object.fromEntries(Object.entries(files).filter(([name]) => !ours.has(name)))
}
