/** Decides what of an earlier index still holds for a file, so that nothing is embedded twice. Pure. */

import type { DocumentRecord, EmbeddedDocument } from '../search/document.ts'
import type { EmbeddingModel } from '../search/embedder.ts'
import { EMBEDDING_INPUT_VERSION } from '../search/embedding-input.ts'
import type { SnapshotManifest, StoredDocuments } from '../search/snapshot.ts'
import { CHUNKER_FINGERPRINT } from './chunker.ts'
import { LOADERS_FINGERPRINT } from './load/select-loader.ts'
import { type SourceFile, toRecordFacts } from './source.ts'

const INPUT_FINGERPRINT = `input-${EMBEDDING_INPUT_VERSION}`

/** Kept in the snapshot's manifest: changes when the same file may become other passages or vectors. */
export const INGEST_FINGERPRINT = `${LOADERS_FINGERPRINT}/${CHUNKER_FINGERPRINT}/${INPUT_FINGERPRINT}`

/** The same text still gives the same vector: same model, same way to write its input. */
export function canReuseVectors(manifest: SnapshotManifest, model: EmbeddingModel): boolean {
  const input = manifest.chunkerFingerprint.split('/').at(-1)
  return manifest.model.fingerprint === model.fingerprint && input === INPUT_FINGERPRINT
}

/** The stored document can stand as it is: same file, same facts, same loaders and chunker. Vectors are judged apart. */
export function isUnchanged(snapshot: StoredDocuments, file: SourceFile, sha256: string): boolean {
  const record = snapshot.document(file.documentId)
  if (!record || record.sha256 !== sha256) return false
  return snapshot.manifest.chunkerFingerprint === INGEST_FINGERPRINT && hasSameFacts(record, file)
}

/** The stored document whose vectors may be taken over, text by text. */
export function reusableDocument(
  snapshot: StoredDocuments | null,
  model: EmbeddingModel,
  documentId: string,
): EmbeddedDocument | undefined {
  return snapshot && canReuseVectors(snapshot.manifest, model) ? snapshot.embedded(documentId) : undefined
}

function hasSameFacts(record: DocumentRecord, file: SourceFile): boolean {
  const known: Partial<DocumentRecord> = { title: file.facts.title ?? record.title, ...toRecordFacts(file) }
  const keys = Object.keys(known) as (keyof DocumentRecord)[]
  return keys.every((key) => JSON.stringify(known[key]) === JSON.stringify(record[key]))
}
