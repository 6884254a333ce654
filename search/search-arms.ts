/** The four ways to search, each alone: passages ranked by words, n-grams, passage vectors, sentence vectors. */

import type { ScoredItem } from './fusion.ts'
import type { LexicalHit } from './lexical-index.ts'
import type { PassageFilter } from './passage-filter.ts'
import type { Snapshot } from './snapshot.ts'

export const ARMS = ['words', 'ngrams', 'dense', 'sentence'] as const
export type Arm = (typeof ARMS)[number]

/** Ways to search that need no vector of the question. */
const LEXICAL_ARMS = ['words', 'ngrams'] as const satisfies readonly Arm[]
export type LexicalArm = (typeof LEXICAL_ARMS)[number]
export type VectorArm = Exclude<Arm, LexicalArm>

export function isLexicalArm(arm: Arm): arm is LexicalArm {
  return (LEXICAL_ARMS as readonly Arm[]).includes(arm)
}

export interface ArmOptions {
  /** Longest list that an arm gives back. */
  depth: number
  allows?: PassageFilter | undefined
}

/** Passages often rank by more than one of their sentences; so many sentences are read for each passage wanted. */
const SENTENCES_PER_PASSAGE = 4

/** Passage numbers with scores, each list best first. */
export function searchLexicalArms(
  { lexical }: Snapshot,
  query: string,
  { depth: limit, allows }: ArmOptions,
): Record<LexicalArm, ScoredItem[]> {
  const toItems = (hits: readonly LexicalHit[]) =>
    hits.map(({ passage, score }) => ({ item: passage, score }))
  return {
    words: toItems(lexical.searchWords(query, { limit, allows })),
    ngrams: toItems(lexical.searchNgrams(query, { limit, allows })),
  }
}

/** Passage numbers with scores, each list best first. */
export function searchVectorArms(
  snapshot: Snapshot,
  queryVector: Float32Array,
  options: ArmOptions,
): Record<VectorArm, ScoredItem[]> {
  const { depth: limit, allows } = options
  return {
    dense: snapshot.passageVectors.search(queryVector, { limit, allows }).filter(isKnown),
    sentence: searchSentences(snapshot, queryVector, options),
  }
}

/** Vectors that are still to be computed are zeros and score exactly 0. */
function isKnown({ score }: ScoredItem): boolean {
  return score !== 0
}

/** A passage scores as its best sentence. */
function searchSentences(
  snapshot: Snapshot,
  queryVector: Float32Array,
  { depth, allows }: ArmOptions,
): ScoredItem[] {
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
