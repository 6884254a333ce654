/** The vectors that a snapshot being written still lacks: which texts they are of, and their place in its files. */

import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { toPassageInput, toSentenceInput } from './embedding-input.ts'
import type { StoredDocuments } from './snapshot.ts'
import type { SnapshotContent } from './snapshot-content.ts'
import { FILES } from './snapshot-layout.ts'

export interface PendingText {
  kind: 'passage' | 'sentence'
  /** Of the passage or sentence in the snapshot. */
  row: number
  /** What is embedded. */
  input: string
}

export interface PendingVectors {
  /** Of the snapshot. */
  readonly passages: number
  /** Those that lack a vector of their own or of one of their sentences, at first. */
  readonly pendingPassages: number
  /** Passages and sentences without vector, at first. */
  readonly texts: number
  /** Texts of the snapshot that had their vector from the start. */
  readonly known: number
  /** Texts whose vectors have not been set yet. */
  readonly left: number
  /** The missing texts of one passage after the other, in order. */
  list(): Iterable<PendingText[]>
  set(text: PendingText, vector: Float32Array): void
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
    passage: openSync(join(folder, FILES.passageVectors), 'r+'),
    sentence: openSync(join(folder, FILES.sentenceVectors), 'r+'),
  }
  const texts = pending.passages.length + pending.sentences.length
  let left = texts
  let pendingPassages = 0
  for (const _ of groupByPassage(documents, pending)) pendingPassages++
  return {
    passages: documents.passageCount,
    pendingPassages,
    texts,
    known: documents.passageCount + documents.manifest.counts.sentences - texts,
    get left() {
      return left
    },
    *list() {
      for (const group of groupByPassage(documents, pending)) yield toTexts(documents, group)
    },
    set({ kind, row }, vector) {
      const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)
      writeSync(files[kind], bytes, 0, bytes.length, row * bytes.length)
      left--
    },
    close() {
      for (const file of Object.values(files)) closeSync(file)
    },
  }
}

interface Group {
  passage: number
  lacksOwn: boolean
  sentences: number[]
}

function* groupByPassage(documents: StoredDocuments, pending: SnapshotContent['pending']): Generator<Group> {
  let nextPassage = 0
  let nextSentence = 0
  for (let passage = 0; passage < documents.passageCount; passage++) {
    const { end } = documents.sentenceRange(passage)
    const lacksOwn = pending.passages[nextPassage] === passage
    if (lacksOwn) nextPassage++
    const sentences: number[] = []
    while (pending.sentences[nextSentence]! < end) sentences.push(pending.sentences[nextSentence++]!)
    if (lacksOwn || sentences.length > 0) yield { passage, lacksOwn, sentences }
  }
}

function toTexts(documents: StoredDocuments, { passage, lacksOwn, sentences }: Group): PendingText[] {
  const found = documents.passage(passage)
  const document = { text: documents.text(found.documentId) }
  const first = documents.sentenceRange(passage).start
  const own = { kind: 'passage' as const, row: passage, input: toPassageInput(document, found) }
  return [
    ...(lacksOwn ? [own] : []),
    ...sentences.map((row) => ({
      kind: 'sentence' as const,
      row,
      input: toSentenceInput(document, found, row - first),
    })),
  ]
}
