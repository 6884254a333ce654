/** What an evaluation asks and what it expects, whatever file it came from. */

import { AppError } from '../search/app-error.ts'

/** A text to be indexed for the evaluation alone. */
export interface DatasetDocument {
  id: string
  title: string
  text: string
}

/** A place that answers the question; without a section any passage of the document does. */
export interface Relevant {
  documentId: string
  /** Innermost heading, verbatim. */
  section?: string
  /** Graded relevance, higher is better; 1 where the dataset knows only yes and no. */
  grade: number
}

export interface DatasetQuestion {
  id: string
  question: string
  /** Empty when the texts do not answer the question. */
  relevant: Relevant[]
  /** Earlier questions of the same conversation, oldest first. */
  earlier: string[]
  /** The question is put to these documents only. */
  documentIds?: string[]
  /** Strings that a right and complete answer contains. */
  contains: string[]
}

export interface Dataset {
  name: string
  /** Null when the questions are about the documents that are already indexed. */
  documents: DatasetDocument[] | null
  questions: DatasetQuestion[]
}

export function datasetInvalid(path: string, what: string, cause?: unknown): AppError {
  const message = `Der Datensatz „${path}“ ist nicht lesbar: ${what} Erwartet wird eine SQuAD-Datei (.json), ein BEIR-Ordner (corpus.jsonl, queries.jsonl, qrels/test.tsv) oder ein Ordner mit Korpusfragen (.yaml).`
  return new AppError('dataset_invalid', message, { details: { path }, cause })
}
