/** The four ways to search, each alone: passage numbers ranked by words, n-grams, passage vectors, sentence vectors. */

import type { PassageFilter } from './passage-filter.ts'
import type { Snapshot } from './snapshot.ts'

export const ARMS = ['words', 'ngrams', 'dense', 'sentence'] as const
export type Arm = (typeof ARMS)[number]

export interface ArmRequest {
  query: string
  queryVector: Float32Array
  /** Longest list that an arm gives back. */
  depth: number
  allows?: PassageFilter | undefined
}

/** Passages often rank by more than one of their sentences; so many sentences are read for each passage wanted. */
const SENTENCES_PER_PASSAGE = 4

/** Each list best first. */
export function searchArms(snapshot: Snapshot, request: ArmRequest): Record<Arm, number[]> {
  const { query, queryVector, depth: limit, allows } = request
  return {
    words: snapshot.lexical.searchWords(query, { limit, allows }).map((hit) => hit.passage),
    ngrams: snapshot.lexical.searchNgrams(query, { limit, allows }).map((hit) => hit.passage),
    dense: snapshot.passageVectors.search(queryVector, { limit, allows }).map((hit) => hit.item),
    sentence: searchSentences(snapshot, request),
  }
}

function searchSentences(snapshot: Snapshot, { queryVector, depth, allows }: ArmRequest): number[] {
  const hits = snapshot.sentenceVectors.search(queryVector, {
    limit: depth * SENTENCES_PER_PASSAGE,
    allows: allows && ((row) => allows(snapshot.passageOfSentence(row))),
  })
  const passages = new Set(hits.map((hit) => snapshot.passageOfSentence(hit.item)))
  return [...passages].slice(0, depth)
}
