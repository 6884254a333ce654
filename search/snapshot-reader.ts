/** Opens the current snapshot for searching: its documents, its lexical index and its vectors. */

import { join } from 'node:path'
import type { EmbeddingModel } from './embedder.ts'
import type { Analyser } from './german/analyser.ts'
import type { IndexFiles, LexicalIndex } from './lexical-index.ts'
import type { Snapshot, SnapshotManifest } from './snapshot.ts'
import { type SnapshotFolder, verifyFile } from './snapshot-files.ts'
import { GRAPH_FILES, indexMismatch } from './snapshot-layout.ts'
import { lexicalFiles, loadFiles, loadManifest, openDocuments, toPlace } from './snapshot-load.ts'
import type { SnapshotColumns } from './snapshot-view.ts'
import type { VectorGraphs } from './vector-graphs.ts'
import type { VectorIndex } from './vector-index.ts'
import type { VectorRows } from './vector-rows.ts'

export { loadManifest, openStoredDocuments } from './snapshot-load.ts'

export interface OpenSnapshotOptions {
  analyser: Analyser
  /** The model that will embed questions; without it the snapshot opens whatever model made it. */
  model?: EmbeddingModel
  openLexicalIndex: (files: IndexFiles, analyser: Analyser) => LexicalIndex
  createVectorIndex: (rows: VectorRows) => VectorIndex | Promise<VectorIndex>
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
  const place = toPlace(dataDir, manifest)
  const files = await loadFiles(place, manifest.files)
  const { columns, documents } = openDocuments(place, manifest, files)
  try {
    return {
      ...documents,
      lexical: options.openLexicalIndex(lexicalFiles(files), options.analyser),
      passageVectors: await openVectorIndex(place, columns, { ...options, kind: 'passageVectors' }),
      sentenceVectors: await openVectorIndex(place, columns, { ...options, kind: 'sentenceVectors' }),
    }
  } catch (error) {
    await documents.close()
    throw error
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

/** By the graph where there are many vectors and one that can be read here, else by looking at every vector. */
async function openVectorIndex(
  place: SnapshotFolder,
  { manifest, ...columns }: SnapshotColumns,
  { kind, graphs, createVectorIndex }: OpenSnapshotOptions & { kind: keyof typeof GRAPH_FILES },
): Promise<VectorIndex> {
  const rows = columns[kind]
  const exact = await createVectorIndex(rows)
  const entry = manifest.files.find((file) => file.name === GRAPH_FILES[kind])
  if (!entry || !graphs || rows.size < graphs.minRows) return exact
  await verifyFile(place, entry)
  return (await graphs.open(join(place.folder, entry.name), { rows, exact })) ?? exact
}
