/** Checks a record against the index as it is now: are the documents the same, and do the quotes still stand? */

import type { Span } from '../../search/document.ts'
import type { StoredDocuments } from '../../search/snapshot.ts'
import { toViewerUrl } from '../render.ts'
import type { AnswerRecord, RecordCitation } from './answer-record.ts'
import { findQuote } from './find-quote.ts'

/** `renamed`: the same file under another id. */
export type DocumentState = 'unchanged' | 'changed' | 'renamed' | 'missing'
/** `moved`: the words stand in the document, but at another place. */
export type QuoteState = 'stands' | 'moved' | 'gone'

export interface CheckedSource {
  n: number
  documentId: string
  title: string
  state: DocumentState
  edition: string | null
  sha256: string
  /** The document as it is now. */
  now: { documentId: string; edition: string | null; sha256: string } | null
}

export interface CheckedQuote extends Span {
  /** Number of the sentence in the answer, from 1. */
  sentence: number
  source: number
  documentId: string
  quote: string
  state: QuoteState
  /** Where the words stand now; `url` is a path of the viewer. */
  now: (Span & { documentId: string; url: string }) | null
}

export interface RecordCheck {
  question: string
  answeredAt: string
  /** No quote is gone. */
  stands: boolean
  /** The index is the one that the answer was made from. */
  sameIndex: boolean
  sources: CheckedSource[]
  quotes: CheckedQuote[]
}

type Documents = Pick<StoredDocuments, 'manifest' | 'documents' | 'document' | 'text'>

export function checkRecord(record: AnswerRecord, documents: Documents): RecordCheck {
  const { question, answeredAt, sources, sentences, index } = record
  const quotes = sentences.flatMap(({ citations }, number) =>
    citations.map((citation) => checkQuote(citation, number + 1, documents)),
  )
  return {
    question,
    answeredAt,
    stands: quotes.every(({ state }) => state !== 'gone'),
    sameIndex: index.snapshotId === documents.manifest.snapshotId,
    sources: sources.map(({ n, documentId, title, edition, sha256 }) => {
      const now = findDocument({ documentId, sha256 }, documents)
      const state = stateOf({ documentId, sha256 }, now)
      return { n, documentId, title, state, edition, sha256, now: now && toFacts(now) }
    }),
    quotes,
  }
}

type Known = ReturnType<Documents['document']>

function toFacts({ id, edition, sha256 }: NonNullable<Known>): CheckedSource['now'] {
  return { documentId: id, edition, sha256 }
}

/** By its id, else the same file under another one. */
function findDocument({ documentId, sha256 }: { documentId: string; sha256: string }, documents: Documents) {
  const byId = documents.document(documentId)
  return byId ?? documents.documents.find((document) => document.sha256 === sha256) ?? null
}

function stateOf(then: { documentId: string; sha256: string }, now: Known | null): DocumentState {
  if (!now) return 'missing'
  if (now.id !== then.documentId) return 'renamed'
  return now.sha256 === then.sha256 ? 'unchanged' : 'changed'
}

function checkQuote(citation: RecordCitation, sentence: number, documents: Documents): CheckedQuote {
  const { source, documentId, start, end, quote } = citation
  const known = { sentence, source, documentId, start, end, quote }
  const document = findDocument(citation, documents)
  const place = document && findQuote(documents.text(document.id), { quote, start })
  if (!document || !place) return { ...known, state: 'gone', now: null }
  const isSame = document.id === documentId && place.start === start && place.end === end
  const now = { documentId: document.id, ...place, url: toViewerUrl(document.id, place) }
  return { ...known, state: isSame ? 'stands' : 'moved', now }
}
