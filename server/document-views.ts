/** From the snapshot to what the document routes show: records with counts, outlines, passages with neighbours. */

import { toViewerUrl } from '../answer/render.ts'
import type { DocumentRecord } from '../search/document.ts'
import type { Snapshot } from '../search/snapshot.ts'
import { documentUrl } from './urls.ts'
import type {
  Collection,
  DocumentDetail,
  DocumentList,
  DocumentSummary,
  OutlineEntry,
  Passage,
  PassageDetail,
} from './wire.ts'

const MAX_EXAMPLE_QUESTIONS = 6

export function toDocumentList(snapshot: Snapshot): DocumentList {
  return {
    documents: snapshot.documents.map((record) => toDocumentSummary(snapshot, record)),
    collections: snapshot.collections.map((name) => toCollection(snapshot, name)),
  }
}

export function toDocumentDetail(snapshot: Snapshot, record: DocumentRecord): DocumentDetail {
  const text = snapshot.text(record.id)
  const blocks = snapshot.blocks(record.id)
  const outline: OutlineEntry[] = blocks
    .filter((block) => block.kind === 'heading')
    .map(({ level, page, start, end }) => ({ text: text.slice(start, end), level, page, start, end }))
  return { ...toDocumentSummary(snapshot, record), textLength: text.length, outline, blocks }
}

export function toPassageDetail(snapshot: Snapshot, number: number): PassageDetail {
  const { start, end } = snapshot.passageRange(snapshot.passage(number).documentId)
  return {
    ...toPassage(snapshot, number),
    previous: number > start ? toPassage(snapshot, number - 1) : null,
    next: number + 1 < end ? toPassage(snapshot, number + 1) : null,
  }
}

function toDocumentSummary(snapshot: Snapshot, record: DocumentRecord): DocumentSummary {
  const { start, end } = snapshot.passageRange(record.id)
  const sentences =
    end > start ? snapshot.sentenceRange(end - 1).end - snapshot.sentenceRange(start).start : 0
  const { collectionTitle, ...shown } = record
  return {
    ...shown,
    passages: end - start,
    sentences,
    url: toViewerUrl(record.id),
    textUrl: documentUrl(record.id, 'text'),
    storedUrl: documentUrl(record.id, 'original'),
  }
}

function toCollection(snapshot: Snapshot, name: string): Collection {
  const documents = snapshot.documents.filter((document) => document.collection === name)
  return {
    name,
    title: documents.find((document) => document.collectionTitle)?.collectionTitle ?? capitalise(name),
    documents: documents.length,
    exampleQuestions: pickQuestions(documents),
  }
}

/** The first question of each document, then the second of each, and so on. */
function pickQuestions(documents: DocumentRecord[]): string[] {
  const longest = Math.max(0, ...documents.map((document) => document.exampleQuestions.length))
  const byRound = Array.from({ length: longest }, (_, round) =>
    documents.flatMap((document) => document.exampleQuestions[round] ?? []),
  )
  return byRound.flat().slice(0, MAX_EXAMPLE_QUESTIONS)
}

function toPassage(snapshot: Snapshot, number: number): Passage {
  const { id, documentId, headingPath, page, pageLabel, start, end } = snapshot.passage(number)
  const { title, collection } = snapshot.document(documentId)!
  return {
    passageId: id,
    documentId,
    title,
    collection,
    headingPath,
    page,
    ...(pageLabel !== undefined && { pageLabel }),
    text: snapshot.text(documentId).slice(start, end),
    start,
    end,
    url: toViewerUrl(documentId, { start, end }),
  }
}

function capitalise(name: string): string {
  return name.charAt(0).toLocaleUpperCase('de') + name.slice(1)
}
