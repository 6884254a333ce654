/**
 * The record of an answer: everything that is needed to read it, to cite it and to check it later. Plain data, the same
 * in the browser and in a terminal.
 */

import type { Answer, AnswerSentence, Citation } from '../answer.ts'

export const RECORD_FORMAT = 'fundstelle-record'
export const RECORD_VERSION = 1

/** Stands for itself: names its document and the hash of the file that it was read from. */
export interface RecordCitation extends Citation {
  documentId: string
  sha256: string
}

export interface RecordSentence extends Omit<AnswerSentence, 'citations'> {
  citations: RecordCitation[]
}

type Kept =
  | 'answerId'
  | 'answeredAt'
  | 'status'
  | 'searchQuery'
  | 'corrections'
  | 'composer'
  | 'answer'
  | 'sources'
  | 'abstention'
  | 'warnings'
  | 'index'

export interface AnswerRecord extends Pick<Answer, Kept> {
  format: typeof RECORD_FORMAT
  formatVersion: typeof RECORD_VERSION
  question: string
  sentences: RecordSentence[]
}

export function buildRecord(question: string, answer: Answer): AnswerRecord {
  const { answerId, answeredAt, status, searchQuery, composer, sources, abstention, warnings, index } = answer
  return {
    format: RECORD_FORMAT,
    formatVersion: RECORD_VERSION,
    answerId,
    answeredAt,
    question,
    searchQuery,
    ...(answer.corrections && { corrections: answer.corrections }),
    status,
    composer,
    answer: answer.answer,
    sentences: answer.sentences.map((sentence) => toRecordSentence(sentence, answer)),
    sources,
    ...(abstention && { abstention }),
    warnings,
    index,
  }
}

function toRecordSentence(sentence: AnswerSentence, { sources }: Answer): RecordSentence {
  const citations = sentence.citations.map((citation) => {
    const { documentId, sha256 } = sources.find(({ n }) => n === citation.source)!
    return { ...citation, documentId, sha256 }
  })
  return { ...sentence, citations }
}
