/** Retrieval as ingest, answer and server see it: a question in, ranked passages with scored sentences out. */

import type { DocumentRecord, Passage, Sentence, Span } from './document.ts'
import type { ScoreShare } from './fusion.ts'
import type { QuestionAnalysis, TermScore } from './question-analysis.ts'
import type { Arm } from './search-arms.ts'
import type { Correction } from './spelling.ts'

export interface SearchRequest {
  query: string
  limit: number
  documentIds?: string[]
  collections?: string[]
  /** Also say how the question was read and what each hit's score is made of. */
  explain?: boolean
  signal?: AbortSignal
}

/** Ranks from 1 in each arm, null where the arm did not return the passage. */
export interface Explain {
  lexicalRank: number | null
  ngramRank: number | null
  denseRank: number | null
  sentenceRank: number | null
}

/** The score of a hit is the sum of weight · standardised over the arms, and the lift. */
export interface Breakdown {
  arms: (ScoreShare & { arm: Arm })[]
  /** What the score by words is made of, highest first. */
  terms: TermScore[]
  /** What a place that the question names by number is raised by, otherwise 0. */
  lift: number
}

export interface ScoredSentence extends Sentence {
  /** Cosine of question and sentence. */
  denseScore: number
  /** idf-weighted share of the question's terms that the sentence holds, 0…1. */
  coverage: number
}

export interface Hit {
  rank: number
  score: number
  passage: Passage
  document: DocumentRecord
  text: string
  /** Words of the question within the document text (absolute offsets). */
  highlights: Span[]
  explain: Explain
  /** Where the request asks for it. */
  breakdown?: Breakdown
  sentences: ScoredSentence[]
}

export interface SearchResult {
  /** As it was asked. */
  query: string
  /** Typing errors that were put right before searching, in order; absent where there were none. */
  corrections?: readonly Correction[]
  /** Passages with vectors, 0…1, where the index is still being completed; the others were found by their words only. */
  embeddedShare?: number
  /** The question's terms as the index understood them. */
  analysedAs: string[]
  /** Where the request asks for it. */
  analysis?: QuestionAnalysis
  queryVector: Float32Array
  hits: Hit[]
  tookMs: number
}

export interface Retriever {
  /** Throws AppError `unknown_document`/`unknown_collection` for filters that name nothing. */
  search(request: SearchRequest): Promise<SearchResult>
}
