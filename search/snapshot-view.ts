/** A snapshot's typed arrays seen as documents, passages and sentences, each made when it is asked for. */

import { type Block, type DocumentRecord, isPending, type Passage, type Span } from './document.ts'
import type { NumberedStrings } from './numbered-strings.ts'
import type { Snapshot, SnapshotManifest } from './snapshot.ts'
import { toBlock, toLink, toPassageRow, toPlace, toSentence, withLinks } from './snapshot-columns.ts'
import { HEADING_SEPARATOR, PASSAGE_COLUMNS, type StoredDocument } from './snapshot-layout.ts'
import type { TextsFile } from './snapshot-texts.ts'
import type { VectorRows } from './vector-rows.ts'

export interface SnapshotColumns {
  manifest: SnapshotManifest
  documents: StoredDocument[]
  texts: TextsFile
  blocks: Int32Array
  links: Int32Array
  linkAddresses: NumberedStrings
  passages: Int32Array
  passageIds: NumberedStrings
  headingPaths: NumberedStrings
  sentences: Int32Array
  /** Empty where no vector is known yet, as the sentences' ones. */
  passageVectors: VectorRows
  sentenceVectors: VectorRows
  /** Closes the files that are read as needed. */
  close(): void
}

export type SnapshotView = Omit<
  Snapshot,
  'lexical' | 'passageVectors' | 'sentenceVectors' | 'originalPath' | 'close'
>

/** Methods that take a document id throw a RangeError for one that is not there, unless they may return undefined. */
export function createSnapshotView(columns: SnapshotColumns): SnapshotView {
  const { manifest, documents, texts, passages, sentences } = columns
  const dimensions = manifest.model.dimensions
  const byId = new Map(documents.map((document) => [document.record.id, document]))
  const passageOfSentence = toPassageOfSentence(passages, manifest.counts.sentences)
  const passageCount = manifest.counts.passages
  const isComplete = manifest.embeddedPassages === undefined
  const noVector = new Float32Array(dimensions)

  function vectorAt(rows: VectorRows, row: number): Float32Array {
    return rows.size === 0 ? noVector : rows.read(row, row + 1)
  }

  function stored(documentId: string): StoredDocument {
    const document = byId.get(documentId)
    if (!document) throw new RangeError(`no document ${documentId}`)
    return document
  }

  function sentenceRange(passage: number): Span {
    const start = toPassageRow(passages, passage).firstSentence
    const isLast = passage + 1 >= passageCount
    const end = isLast ? manifest.counts.sentences : toPassageRow(passages, passage + 1).firstSentence
    return { start, end }
  }

  function passageAt(index: number): Passage {
    if (!(index >= 0 && index < passageCount)) throw new RangeError(`no passage ${index}`)
    const row = toPassageRow(passages, index)
    const document = documents[row.document]!
    const path = columns.headingPaths.at(row.headingPath)
    const { start, end } = sentenceRange(index)
    return {
      id: columns.passageIds.at(index),
      documentId: document.record.id,
      start: row.start,
      end: row.end,
      headingPath: path === '' ? [] : path.split(HEADING_SEPARATOR),
      ...toPlace(row.page, document.pageLabels),
      sentences: range(start, end).map((sentence) => toSentence(sentences, sentence)),
    }
  }

  const text = (documentId: string) => texts.read(...stored(documentId).textBytes)
  const blocks = (documentId: string): Block[] => {
    const { blocks: rows, links: linkRows = [0, 0], pageLabels } = stored(documentId)
    const links = range(...linkRows).map((row) => toLink(columns.links, row, columns.linkAddresses.at))
    return withLinks(
      range(...rows).map((row) => toBlock(columns.blocks, row, pageLabels)),
      links,
    )
  }

  return {
    manifest,
    documents: documents.map((document) => document.record),
    collections: [...new Set(documents.map((document) => document.record.collection))].sort(),
    document: (id): DocumentRecord | undefined => byId.get(id)?.record,
    text,
    blocks,
    passageRange: (documentId) => toSpan(stored(documentId).passages),
    passageCount,
    passage: passageAt,
    passageIndex: (passageId) => columns.passageIds.find(passageId),
    passageOfSentence: (sentence) => passageOfSentence[sentence]!,
    sentenceRange,
    sentenceVector: (row) => vectorAt(columns.sentenceVectors, row),
    isEmbedded(passage) {
      if (isComplete) return true
      const { start, end } = sentenceRange(passage)
      const own = [
        vectorAt(columns.passageVectors, passage),
        ...range(start, end).map((row) => vectorAt(columns.sentenceVectors, row)),
      ]
      return !own.some(isPending)
    },
    embedded(documentId) {
      const document = byId.get(documentId)
      if (!document) return undefined
      const [first, end] = document.passages
      const firstSentence = first < end ? sentenceRange(first).start : 0
      const endSentence = first < end ? sentenceRange(end - 1).end : 0
      return {
        record: document.record,
        text: text(documentId),
        blocks: blocks(documentId),
        passages: range(first, end).map(passageAt),
        passageVectors: columns.passageVectors.read(first, end),
        sentenceVectors: columns.sentenceVectors.read(firstSentence, endSentence),
      }
    },
  }
}

/** Looked up for every sentence of a filtered search, hence a table rather than a search in the passages. */
function toPassageOfSentence(passages: Int32Array, sentenceCount: number): Int32Array {
  const table = new Int32Array(sentenceCount)
  for (let passage = 0, row = 0; passage * PASSAGE_COLUMNS < passages.length; passage++) {
    const isLast = (passage + 1) * PASSAGE_COLUMNS >= passages.length
    const end = isLast ? sentenceCount : toPassageRow(passages, passage + 1).firstSentence
    for (; row < end; row++) table[row] = passage
  }
  return table
}

function toSpan([start, end]: [number, number]): Span {
  return { start, end }
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i)
}
