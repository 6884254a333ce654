/** Retrieval figures of a dataset on an opened index: the fused search and, where wanted, each arm alone. */

import type { Turn } from '../answer/answer.ts'
import { searchConversation } from '../answer/search-conversation.ts'
import { toAllowedPassages } from '../search/passage-filter.ts'
import type { Retriever } from '../search/retriever.ts'
import { ARMS, type Arm, searchLexicalArms, searchVectorArms } from '../search/search-arms.ts'
import type { Snapshot } from '../search/snapshot.ts'
import type { Dataset, DatasetQuestion } from './dataset.ts'
import { type Figure, ndcgAt, quantile, recallAt, reciprocalRankAt, toFigure } from './metrics.ts'

export interface RetrievalFigures {
  ndcgAt10: Figure
  mrrAt10: Figure
  recallAt1: Figure
  recallAt5: Figure
  recallAt10: Figure
  /** Share of questions whose first hits hold a passage of an expected document. */
  rightDocumentAt1: Figure
  rightDocumentAt3: Figure
  /** The same for expected sections; null where the dataset names none. */
  rightSectionAt1: Figure | null
  rightSectionAt3: Figure | null
}

export interface RetrievalReport {
  dataset: string
  questions: number
  fused: RetrievalFigures
  arms: Partial<Record<Arm, RetrievalFigures>>
  msPerQuery: { mean: number; p50: number; p99: number }
}

export interface RetrievalEvaluation {
  dataset: Dataset
  snapshot: Snapshot
  retriever: Retriever
  /** Arms to measure alone. */
  arms?: readonly Arm[]
  signal?: AbortSignal
}

/** Passages read per question: enough for ten different documents where each has a few. */
const DEPTH = 50

/** Questions that nothing answers are left out. One question at a time, so that times are those of a single user. */
export async function evaluateRetrieval(evaluation: RetrievalEvaluation): Promise<RetrievalReport> {
  const { dataset, arms = [] } = evaluation
  const questions = dataset.questions.filter((question) => question.relevant.length > 0)
  const fused: Outcome[] = []
  const alone: Record<Arm, Outcome[]> = { words: [], ngrams: [], dense: [], sentence: [] }
  const times: number[] = []
  for (const question of questions) {
    const { searchQuery, result } = await search(question, evaluation)
    times.push(result.tookMs)
    fused.push(
      toOutcome(
        question,
        result.hits.map((hit) => toPlace(hit.passage)),
      ),
    )
    if (arms.length === 0) continue
    const ranked = rankAlone(evaluation.snapshot, {
      question,
      query: searchQuery,
      queryVector: result.queryVector,
    })
    for (const arm of arms) alone[arm].push(toOutcome(question, ranked[arm]))
  }
  return {
    dataset: dataset.name,
    questions: questions.length,
    fused: toFigures(fused),
    arms: Object.fromEntries(arms.map((arm) => [arm, toFigures(alone[arm])])),
    msPerQuery: { mean: mean(times), p50: quantile(times, 0.5), p99: quantile(times, 0.99) },
  }
}

/** A follow-up question is searched as in a conversation. */
function search(
  { question, earlier, documentIds }: DatasetQuestion,
  { retriever, signal }: RetrievalEvaluation,
) {
  const conversation = earlier.map((content): Turn => ({ role: 'user', content }))
  return searchConversation(retriever, { query: question, limit: DEPTH, documentIds, signal }, conversation)
}

interface Place {
  documentId: string
  section: string | undefined
}

interface AloneRequest {
  question: DatasetQuestion
  query: string
  queryVector: Float32Array
}

function rankAlone(snapshot: Snapshot, { question, query, queryVector }: AloneRequest): Record<Arm, Place[]> {
  const { allows } = toAllowedPassages(snapshot, question)
  const options = { depth: DEPTH, allows }
  const ranked = {
    ...searchLexicalArms(snapshot, query, options),
    ...searchVectorArms(snapshot, queryVector, options),
  }
  const entries = ARMS.map((arm) => [arm, ranked[arm].map(({ item }) => toPlace(snapshot.passage(item)))])
  return Object.fromEntries(entries)
}

function toPlace(passage: { documentId: string; headingPath: string[] }): Place {
  return { documentId: passage.documentId, section: passage.headingPath.at(-1) }
}

type Outcome = Record<keyof RetrievalFigures, number | null>

function toOutcome({ relevant }: DatasetQuestion, places: Place[]): Outcome {
  const grades = new Map(relevant.map((place) => [place.documentId, place.grade]))
  const documents = [...new Set(places.map((place) => place.documentId))]
  const hasSections = relevant.some((place) => place.section !== undefined)
  const hit = (k: number, isRight: (place: Place) => boolean) => Number(places.slice(0, k).some(isRight))
  const isRightDocument = (place: Place) => grades.has(place.documentId)
  const isRightSection = (place: Place) =>
    relevant.some(({ documentId, section }) => documentId === place.documentId && section === place.section)
  return {
    ndcgAt10: ndcgAt(10, documents, grades),
    mrrAt10: reciprocalRankAt(10, documents, grades),
    recallAt1: recallAt(1, documents, grades),
    recallAt5: recallAt(5, documents, grades),
    recallAt10: recallAt(10, documents, grades),
    rightDocumentAt1: hit(1, isRightDocument),
    rightDocumentAt3: hit(3, isRightDocument),
    rightSectionAt1: hasSections ? hit(1, isRightSection) : null,
    rightSectionAt3: hasSections ? hit(3, isRightSection) : null,
  }
}

function toFigures(outcomes: Outcome[]): RetrievalFigures {
  const figure = (key: keyof RetrievalFigures) =>
    toFigure(outcomes.map((outcome) => outcome[key]).filter((value) => value !== null))
  const orNull = (value: Figure) => (value.count > 0 ? value : null)
  return {
    ndcgAt10: figure('ndcgAt10'),
    mrrAt10: figure('mrrAt10'),
    recallAt1: figure('recallAt1'),
    recallAt5: figure('recallAt5'),
    recallAt10: figure('recallAt10'),
    rightDocumentAt1: figure('rightDocumentAt1'),
    rightDocumentAt3: figure('rightDocumentAt3'),
    rightSectionAt1: orNull(figure('rightSectionAt1')),
    rightSectionAt3: orNull(figure('rightSectionAt3')),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
