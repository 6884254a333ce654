/** The index on disk and in memory: an immutable folder with a manifest, made current by one atomic switch. */

import type { Block, DocumentRecord, EmbeddedDocument, Passage, Span } from './document.ts'
import type { EmbeddingModel } from './embedder.ts'
import type { LexicalIndex } from './lexical-index.ts'
import type { VectorIndex } from './vector-index.ts'

export interface SnapshotManifest {
  formatVersion: number
  createdAt: string
  /** Changes with the content; derived from documents and fingerprints, not from the time. */
  snapshotId: string
  model: EmbeddingModel
  analyserFingerprint: string
  chunkerFingerprint: string
  counts: { documents: number; passages: number; sentences: number }
  /** Passages that have all their vectors; absent where every passage has. */
  embeddedPassages?: number | undefined
  files: { name: string; sizeBytes: number; sha256: string }[]
}

export interface Snapshot {
  readonly manifest: SnapshotManifest
  readonly documents: readonly DocumentRecord[]
  readonly collections: readonly string[]
  document(id: string): DocumentRecord | undefined
  text(documentId: string): string
  blocks(documentId: string): Block[]
  /** First passage number and count of a document; its passages are consecutive. */
  passageRange(documentId: string): Span
  readonly passageCount: number
  passage(index: number): Passage
  passageIndex(passageId: string): number | undefined
  /** Number of the passage that a sentence row belongs to. */
  passageOfSentence(sentence: number): number
  /** Sentence rows of a passage. */
  sentenceRange(passage: number): Span
  readonly lexical: LexicalIndex
  readonly passageVectors: VectorIndex
  readonly sentenceVectors: VectorIndex
  /** Zeros where it is still to be computed. */
  sentenceVector(row: number): Float32Array
  /** The passage and each of its sentences has its vector. */
  isEmbedded(passage: number): boolean
  /** The stored document with its vectors, so that an unchanged source is not embedded again. */
  embedded(documentId: string): EmbeddedDocument | undefined
  /** Absolute path of the stored original file. */
  originalPath(documentId: string): string
  close(): Promise<void>
}

/** Share of the passages that have their vectors, 0…1; below 1 only words and n-grams find the others. */
export function embeddedShare({ counts, embeddedPassages = counts.passages }: SnapshotManifest): number {
  return counts.passages === 0 ? 1 : embeddedPassages / counts.passages
}

/** A snapshot's documents without the means to search them. */
export type StoredDocuments = Omit<Snapshot, 'lexical' | 'passageVectors' | 'sentenceVectors'>
