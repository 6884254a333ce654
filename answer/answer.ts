/** The shapes of an answer (CONTRACT: POST /api/v1/ask). Plain data, no behaviour. */

import type { Span } from '../search/document.ts'

export type AnswerStatus = 'answered' | 'partial' | 'abstained'
export type Verdict = 'supported' | 'partly' | 'unsupported'

export interface Turn {
  role: 'user' | 'assistant'
  content: string
}

export interface AskRequest {
  question: string
  conversation?: Turn[]
  documentIds?: string[]
  collections?: string[]
  mode?: 'auto' | 'extractive' | 'generative'
  language?: 'de' | 'en'
}

/** Words in a source's document that carry a sentence; `quote` is verbatim `text.slice(start, end)`. */
export interface Citation extends Span {
  /** Number of the source, from 1. */
  source: number
  quote: string
}

export interface Check {
  check: string
  ok: boolean
  detail?: string
}

/** `start`/`end` count in `answer` and leave the `[n]` marks out. */
export interface AnswerSentence extends Span {
  text: string
  verdict: Verdict
  citations: Citation[]
  checks: Check[]
}

export interface AnswerSource extends Span {
  n: number
  passageId: string
  documentId: string
  title: string
  edition: string | null
  publisher: string | null
  headingPath: string[]
  page: number | null
  text: string
  /** Path of the viewer on this server, at the passage. */
  url: string
  originalUrl: string | null
  sha256: string
}

/** A passage near the question that the answer does not cite. */
export interface NearPassage {
  passageId: string
  documentId: string
  title: string
  headingPath: string[]
  page: number | null
  text: string
  url: string
}

/** Two quoted sentences of different documents that say different things about one matter. */
export interface Contradiction {
  kind: 'numbers' | 'dates' | 'obligation'
  /** Their places in `sentences`. */
  sentences: [number, number]
  /** The words that differ, in the same order. */
  words: [string, string]
}

export interface Abstention {
  /** Stable code: `nothing_found`, `not_covered`, `empty_question` … */
  reason: string
  /** Honest German sentence for the reader. */
  message: string
  nearest: NearPassage[]
}

/** What the answer was made from, so that it can be explained and checked later. */
export interface IndexFacts {
  snapshotId: string
  /** When the index was made, ISO 8601. */
  createdAt: string
  /** Name of the embedding model. */
  model: string
  modelFingerprint: string
  /** Fingerprint of the word analysis. */
  analyser: string
  /** Fingerprint of the division into passages. */
  chunker: string
}

export interface Answer {
  answerId: string
  /** ISO 8601, UTC. */
  answeredAt: string
  status: AnswerStatus
  /** Markdown with `[1]` marks. */
  answer: string
  sentences: AnswerSentence[]
  sources: AnswerSource[]
  alsoFound: NearPassage[]
  /** Absent where none was noticed; said to the reader in `warnings`. */
  contradictions?: Contradiction[]
  abstention?: Abstention
  searchQuery: string
  /** Typing errors of the question that were put right before searching; absent where there were none. */
  corrections?: { from: string; to: string }[]
  composer: string
  warnings: string[]
  index: IndexFacts
  tookMs: number
}

/** What happens while answering, in order: status*, sources | abstained, (sentence | delta)*, done. */
export type AskEvent =
  | { event: 'status'; data: { stage: string } }
  | { event: 'sources'; data: { sources: AnswerSource[]; searchQuery: string } }
  | { event: 'abstained'; data: { abstention: Abstention } }
  | { event: 'sentence'; data: AnswerSentence }
  | { event: 'delta'; data: { text: string } }
  | { event: 'done'; data: Answer }

export interface AskOptions {
  signal?: AbortSignal
  onEvent?: (event: AskEvent) => void
}

export interface Answering {
  ask(request: AskRequest, options?: AskOptions): Promise<Answer>
}
