/** From hits to evidence: quotable units with the features that tell whether they answer the question. */

import { coverageOf, type QuestionTerms, toQuestionTerms } from '../search/question-terms.ts'
import type { Hit, SearchResult } from '../search/retriever.ts'
import type { Snapshot } from '../search/snapshot.ts'
import { createBackground } from './background.ts'
import { applyLogistic, type LogisticModel } from './logistic.ts'
import { parseQuestion, type QuestionShape } from './question.ts'
import { holdsType, isDefinition, leansOnPrevious, statesDuty } from './statement.ts'
import { toUnits, type Unit } from './units.ts'

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
] as const

const HITS = 8
const PASSAGES_FOR_COVERAGE = 3

/** Reads a snapshot once and then turns search results into evidence. Pure besides that. */
export function createEvidenceReader(snapshot: Snapshot, relevance: LogisticModel) {
  const background = createBackground(snapshot)
  const { analyser } = snapshot.lexical
  return (question: string, result: SearchResult): Evidence => {
    const shape = parseQuestion(question)
    const terms = toQuestionTerms(result.query, snapshot.lexical)
    const { mean, deviation } = background(result.queryVector)
    const toZ = (score: number) => (score - mean) / deviation
    const cover = (text: string) => coverageOf(terms, analyser.tokens(text))
    const hits = result.hits.slice(0, HITS)
    const best = Math.max(...hits.flatMap((hit) => hit.sentences.map((s) => s.denseScore)), -1)
    const units = hits.flatMap((hit) => {
      const context = toContext(hit)
      const passageCoverage = cover(`${context}\n${hit.text}`)
      return toUnits(hit).map((unit): ScoredUnit => {
        const dense = Math.max(...unit.sentences.map((sentence) => sentence.denseScore))
        const coverage = cover(unit.text)
        const contextCoverage = cover(`${context}\n${unit.text}`)
        const features = [
          toZ(dense),
          toZ(dense) - toZ(best),
          coverage,
          contextCoverage,
          passageCoverage,
          ...toFormFeatures(unit, shape),
        ]
        return { ...unit, coverage, contextCoverage, features, relevance: applyLogistic(relevance, features) }
      })
    })
    units.sort((a, b) => b.relevance - a.relevance || a.hit.rank - b.hit.rank || start(a) - start(b))
    const decision = toDecision({ units, hits, terms, shape, toZ, best, cover, snapshot })
    return { question, shape, terms, result, units, decision }
  }
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
}

function toDecision({ units, hits, terms, shape, toZ, best, cover, snapshot }: DecisionContext): number[] {
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

function start(unit: Unit): number {
  return unit.sentences[0]!.start
}

function reciprocal(rank: number | null): number {
  return rank === null ? 0 : 1 / rank
}
