/** The vectors that a snapshot being written still lacks: which passages they are of, and their place in its files. */

import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from './document.ts'
import type { TextParts } from './embedder.ts'
import { toStretches } from './embedding-input.ts'
import type { StoredDocuments } from './snapshot.ts'
import type { SnapshotContent } from './snapshot-content.ts'
import { FILES } from './snapshot-layout.ts'

export interface PendingPassage {
  /** Row of the passage in the snapshot, and those of its sentences. */
  row: number
  sentences: Span
  /** What is embedded. */
  stretches: TextParts[]
}

export interface PendingVectors {
  /** Of the snapshot. */
  readonly passages: number
  /** Those that lack a vector of their own or of one of their sentences, at first. */
  readonly pendingPassages: number
  /** These passages and their sentences. */
  readonly texts: number
  /** Passages and sentences that had their vector from the start. */
  readonly known: number
  /** Passages whose vectors have not been set yet. */
  readonly left: number
  /** In order. */
  list(): Iterable<PendingPassage>
  /** Rows: the vector of the passage, then of its sentences. */
  set(passage: PendingPassage, vectors: Float32Array): void
}

export interface PendingVectorsFile extends PendingVectors {
  close(): void
}

/** Fills the vector files of `folder`, which have a row of zeros for each missing vector. */
export function openPendingVectors(
  folder: string,
  documents: StoredDocuments,
  pending: SnapshotContent['pending'],
): PendingVectorsFile {
  const files = {
    passages: openSync(join(folder, FILES.passageVectors), 'r+'),
    sentences: openSync(join(folder, FILES.sentenceVectors), 'r+'),
  }
  const { passageCount, sentenceRange, manifest } = documents
  const rows = pendingRows(documents, pending)
  const texts = rows.reduce((sum, row) => sum + 1 + lengthOf(sentenceRange(row)), 0)
  let left = rows.length
  return {
    passages: passageCount,
    pendingPassages: rows.length,
    texts,
    known: passageCount + manifest.counts.sentences - texts,
    get left() {
      return left
    },
    *list() {
      for (const row of rows) yield toPendingPassage(documents, row)
    },
    set({ row, sentences }, found) {
      const rowBytes = found.byteLength / (1 + lengthOf(sentences))
      const bytes = new Uint8Array(found.buffer, found.byteOffset, found.byteLength)
      writeSync(files.passages, bytes, 0, rowBytes, row * rowBytes)
      writeSync(files.sentences, bytes, rowBytes, bytes.length - rowBytes, sentences.start * rowBytes)
      left--
    },
    close() {
      for (const file of Object.values(files)) closeSync(file)
    },
  }
}

/** Ascending. */
function pendingRows(
  { passageOfSentence }: StoredDocuments,
  { passages, sentences }: SnapshotContent['pending'],
): number[] {
  const rows = new Set(passages)
  for (const row of sentences) rows.add(passageOfSentence(row))
  return [...rows].sort((a, b) => a - b)
}

function toPendingPassage(documents: StoredDocuments, row: number): PendingPassage {
  const passage = documents.passage(row)
  const stretches = toStretches({ text: documents.text(passage.documentId) }, passage)
  return { row, sentences: documents.sentenceRange(row), stretches }
}

function lengthOf({ start, end }: Span): number {
  return end - start
}
