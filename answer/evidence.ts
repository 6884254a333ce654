/** From hits to evidence: quotable units with the features that tell whether they answer the question. */

import type { Embedder } from '../search/embedder.ts'
import { coverageOf, type QuestionTerms, toQuestionTerms } from '../search/question-terms.ts'
import type { Hit, SearchResult } from '../search/retriever.ts'
import type { Snapshot } from '../search/snapshot.ts'
import { createBackground } from './background.ts'
import { applyLogistic, type LogisticModel } from './logistic.ts'
import { parseQuestion, type QuestionShape } from './question.ts'
import type { ConversationSearch } from './search-conversation.ts'
import { holdsType, isDefinition, leansOnPrevious, statesDuty } from './statement.ts'
import { toUnits, type Unit } from './units.ts'
import { meanTokenState, readWordSupport, type WordSupport } from './word-support.ts'

export interface ScoredUnit extends Unit {
  features: number[]
  /** Probability that the unit answers the question, by the relevance model. */
  relevance: number
  /** Share of the question's words in the unit alone, and together with its headings and title; 0…1. */
  coverage: number
  contextCoverage: number
}

export interface Evidence {
  question: string
  shape: QuestionShape
  terms: QuestionTerms
  result: SearchResult
  /** Best first; ties by rank of the passage, then by place. */
  units: ScoredUnit[]
  /** Features of the decision whether to answer (`ABSTENTION_FEATURES`). */
  decision: number[]
}

export const UNIT_FEATURES = [
  'denseZ',
  'denseBelowBest',
  'coverage',
  'contextCoverage',
  'passageCoverage',
  'typeHeld',
  'typeMissing',
  'reciprocalRank',
  'dutyHeld',
  'definitionHeld',
  'listAsked',
  'listUnasked',
  'leaning',
  'short',
  'firstOfPassage',
] as const

export const ABSTENTION_FEATURES = [
  'bestLogit',
  'bestDenseZ',
  'bestDense',
  'unitCoverage',
  'contextCoverage',
  'passageCoverage',
  'hitsCoverage',
  'largestGap',
  'unknownShare',
  'typeMissing',
  'lexicalAgreement',
  'ngramAgreement',
  'denseAgreement',
  'words',
  'names',
  'nameGaps',
  'nameSoftest',
  'nameSoftness',
  'otherGaps',
  'otherSoftest',
  'softness',
] as const

const HITS = 8
const PASSAGES_FOR_COVERAGE = 3
const CENTRE_PASSAGES = 8

export interface EvidenceOptions {
  snapshot: Snapshot
  /** The model that the snapshot was made with. */
  embedder: Embedder
  relevance: LogisticModel
}

/** Reads from the index what the features need once, and then turns searches into evidence. */
export function createEvidenceReader({ snapshot, embedder, relevance }: EvidenceOptions) {
  const background = createBackground(snapshot)
  const { analyser } = snapshot.lexical
  let centre: Promise<Float32Array> | undefined
  return async (question: string, search: ConversationSearch, signal?: AbortSignal): Promise<Evidence> => {
    const { result } = search
    const shape = parseQuestion(question)
    const terms = toTerms(question, search.topic, snapshot)
    const { mean, deviation } = background(result.queryVector)
    const toZ = (score: number) => (score - mean) / deviation
    const cover = (text: string) => coverageOf(terms, analyser.tokens(text))
    const hits = result.hits.slice(0, HITS).map((hit) => withDenseScores(hit, result.queryVector, snapshot))
    const best = Math.max(...hits.flatMap((hit) => hit.sentences.map((s) => s.denseScore)), -1)
    const units = hits.flatMap((hit) => scoreUnits(hit, { shape, toZ, best, cover, relevance }))
    units.sort((a, b) => b.relevance - a.relevance || a.hit.rank - b.hit.rank || start(a) - start(b))
    const top = units[0]
    centre ??= meanTokenState(sampleTexts(snapshot), embedder)
    const reading = { embedder, analyser, centre: await centre, signal }
    const support = top
      ? await readWordSupport(question, `${toContext(top.hit)}\n${top.hit.text}`, reading)
      : []
    const decision = toDecision({ units, hits, terms, shape, toZ, best, cover, snapshot, support })
    return { question, shape, terms, result, units, decision }
  }
}

/** The words of the question; those of the topic it follows count half. */
function toTerms(question: string, topic: string | null, snapshot: Snapshot): QuestionTerms {
  const own = toQuestionTerms(question, snapshot.lexical)
  if (topic === null) return own
  const known = new Set(own.words.map((word) => word.terms[0]))
  const { words, forms } = toQuestionTerms(topic, snapshot.lexical)
  const added = words
    .filter((word) => !known.has(word.terms[0]))
    .map((word) => ({ ...word, weight: word.weight / 2 }))
  return { forms: [...new Set([...own.forms, ...forms])], words: [...own.words, ...added] }
}

function withDenseScores(hit: Hit, queryVector: Float32Array, snapshot: Snapshot): Hit {
  const first = snapshot.sentenceRange(snapshot.passageIndex(hit.passage.id)!).start
  const sentences = hit.sentences.map((sentence, i) => ({
    ...sentence,
    denseScore: dot(queryVector, snapshot.sentenceVector(first + i)),
  }))
  return { ...hit, sentences }
}

interface UnitContext {
  shape: QuestionShape
  toZ: (score: number) => number
  best: number
  cover: (text: string) => number
  relevance: LogisticModel
}

function scoreUnits(hit: Hit, { shape, toZ, best, cover, relevance }: UnitContext): ScoredUnit[] {
  const context = toContext(hit)
  const passageCoverage = cover(`${context}\n${hit.text}`)
  return toUnits(hit).map((unit) => {
    const dense = Math.max(...unit.sentences.map((sentence) => sentence.denseScore))
    const coverage = cover(unit.text)
    const contextCoverage = cover(`${context}\n${unit.text}`)
    const similarity = [toZ(dense), toZ(dense) - toZ(best), coverage, contextCoverage, passageCoverage]
    const features = [...similarity, ...toFormFeatures(unit, shape)]
    return { ...unit, coverage, contextCoverage, features, relevance: applyLogistic(relevance, features) }
  })
}

function toFormFeatures(unit: Unit, shape: QuestionShape): number[] {
  const focus = textAt(unit, unit.focus)
  const listAsked = shape.form === 'enumeration' || shape.form === 'steps'
  const held = holdsType(unit.text, shape.type)
  return [
    Number(shape.type !== 'any' && held),
    Number(shape.type !== 'any' && !held),
    1 / unit.hit.rank,
    Number(shape.asksDuty && statesDuty(unit.text)),
    Number(shape.form === 'definition' && isDefinition(focus)),
    Number(unit.kind === 'list' && listAsked),
    Number(unit.kind === 'list' && !listAsked),
    Number(leansOnPrevious(focus)),
    Number(unit.text.split(/\s+/u).length < 5),
    Number(unit.sentences[0]!.start === unit.hit.passage.sentences[0]?.start),
  ]
}

interface DecisionContext {
  units: ScoredUnit[]
  hits: Hit[]
  terms: QuestionTerms
  shape: QuestionShape
  toZ: (score: number) => number
  best: number
  cover: (text: string) => number
  snapshot: Snapshot
  support: WordSupport[]
}

function toDecision({
  units,
  hits,
  terms,
  shape,
  toZ,
  best,
  cover,
  snapshot,
  support,
}: DecisionContext): number[] {
  const top = units[0]
  if (!top) return ABSTENTION_FEATURES.map(() => 0)
  const passageText = `${toContext(top.hit)}\n${top.hit.text}`
  const together = hits.slice(0, PASSAGES_FOR_COVERAGE).map((hit) => `${toContext(hit)}\n${hit.text}`)
  const { explain } = top.hit
  return [
    Math.log(top.relevance / (1 - top.relevance)),
    toZ(best),
    best,
    top.coverage,
    top.contextCoverage,
    cover(passageText),
    cover(together.join('\n')),
    largestGap(terms, snapshot, passageText),
    unknownShare(terms, snapshot),
    Number(!holdsType(top.text, shape.type)),
    reciprocal(explain.lexicalRank),
    reciprocal(explain.ngramRank),
    reciprocal(explain.sentenceRank),
    Math.log(1 + terms.words.length),
    ...toSupportFeatures(support),
  ]
}

/** What a question has no word of counts as supported like a usual word that is. */
const USUAL_SOFTNESS = 0.6

function toSupportFeatures(support: readonly WordSupport[]): number[] {
  const names = support.filter((word) => word.isName)
  const others = support.filter((word) => !word.isName)
  const softest = (words: readonly WordSupport[]) => Math.min(...words.map((w) => w.soft), USUAL_SOFTNESS)
  const softness = (words: readonly WordSupport[]) =>
    words.length === 0 ? USUAL_SOFTNESS : words.reduce((sum, word) => sum + word.soft, 0) / words.length
  const gaps = (words: readonly WordSupport[]) =>
    words.filter((word) => !word.part).length / Math.max(1, words.length)
  return [
    Math.min(3, names.length),
    gaps(names),
    softest(names),
    softness(names),
    gaps(others),
    softest(others),
    softness(support),
  ]
}

/** Largest share of the question's weight that a single word holds which the text lacks entirely. */
function largestGap(terms: QuestionTerms, snapshot: Snapshot, text: string): number {
  const present = new Set(snapshot.lexical.analyser.tokens(text).flatMap((token) => token.terms))
  const total = terms.words.reduce((sum, word) => sum + word.weight, 0)
  const missing = terms.words.filter((word) => !word.terms.some((term) => present.has(term)))
  return total > 0 ? Math.max(0, ...missing.map((word) => word.weight)) / total : 1
}

/** Share of the question's weight in words that no passage of the index holds. */
function unknownShare(terms: QuestionTerms, snapshot: Snapshot): number {
  const absent = snapshot.lexical.idf('\u0000')
  const total = terms.words.reduce((sum, word) => sum + word.weight, 0)
  const unknown = terms.words.filter((word) =>
    word.terms.every((term) => snapshot.lexical.idf(term) >= absent),
  )
  return total > 0 ? unknown.reduce((sum, word) => sum + word.weight, 0) / total : 1
}

function toContext(hit: Hit): string {
  return [hit.document.title, ...hit.passage.headingPath].join('\n')
}

function textAt(unit: Unit, index: number): string {
  const { start: from, end } = unit.sentences[index]!
  return unit.hit.text.slice(from - unit.hit.passage.start, end - unit.hit.passage.start)
}

/** Evenly spaced passages, enough to know where token states lie on average. */
function sampleTexts(snapshot: Snapshot): string[] {
  const count = Math.min(CENTRE_PASSAGES, snapshot.passageCount)
  return Array.from({ length: count }, (_, i) => {
    const { documentId, start: from, end } = snapshot.passage(Math.floor((i * snapshot.passageCount) / count))
    return snapshot.text(documentId).slice(from, end)
  })
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

function start(unit: Unit): number {
  return unit.sentences[0]!.start
}

function reciprocal(rank: number | null): number {
  return rank === null ? 0 : 1 / rank
}
