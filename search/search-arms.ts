/** The four ways to search, each alone: passages ranked by words, n-grams, passage vectors, sentence vectors. */

import type { ScoredItem } from './fusion.ts'
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

/** Passage numbers with scores, each list best first. */
export function searchArms(snapshot: Snapshot, request: ArmRequest): Record<Arm, ScoredItem[]> {
  const { query, queryVector, depth: limit, allows } = request
  const { lexical, passageVectors } = snapshot
  return {
    words: lexical
      .searchWords(query, { limit, allows })
      .map(({ passage, score }) => ({ item: passage, score })),
    ngrams: lexical
      .searchNgrams(query, { limit, allows })
      .map(({ passage, score }) => ({ item: passage, score })),
    dense: passageVectors.search(queryVector, { limit, allows }).filter(isKnown),
    sentence: searchSentences(snapshot, request),
  }
}

/** Vectors that are still to be computed are zeros and score exactly 0. */
function isKnown({ score }: ScoredItem): boolean {
  return score !== 0
}

/** A passage scores as its best sentence. */
function searchSentences(snapshot: Snapshot, { queryVector, depth, allows }: ArmRequest): ScoredItem[] {
  const hits = snapshot.sentenceVectors.search(queryVector, {
    limit: depth * SENTENCES_PER_PASSAGE,
    allows: allows && ((row) => allows(snapshot.passageOfSentence(row))),
  })
  const best = new Map<number, number>()
  for (const { item, score } of hits.filter(isKnown)) {
    const passage = snapshot.passageOfSentence(item)
    if (!best.has(passage)) best.set(passage, score)
  }
  return [...best].slice(0, depth).map(([item, score]) => ({ item, score }))
}
