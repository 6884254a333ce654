/** From a search to evidence: quotable units ranked by relevance, and what the decision to answer rests on. */

import type { Embedder } from '../search/embedder.ts'
import { dot } from '../search/exact-vector-index.ts'
import { coverageOf, type QuestionTerms, toQuestionTerms } from '../search/question-terms.ts'
import type { Hit, SearchResult } from '../search/retriever.ts'
import type { Snapshot } from '../search/snapshot.ts'
import { type Background, createBackground } from './background.ts'
import { type DecisionFeatures, toDecisionFeatures } from './decision-features.ts'
import { applyLogistic, type LogisticModel } from './logistic.ts'
import { parseQuestion, type QuestionShape } from './question.ts'
import type { ConversationSearch } from './search-conversation.ts'
import { toUnitFeatures, type UnitFeatures } from './unit-features.ts'
import { toUnits, type Unit } from './units.ts'
import { readRemovalSupport } from './word-removal.ts'
import { meanTokenState, readWordSupport } from './word-support.ts'

export interface ScoredUnit extends Unit {
  features: UnitFeatures
  /** Probability that the unit answers the question, by the relevance model. */
  relevance: number
  /** idf-weighted share of the question's words in the unit, alone and behind title and headings; 0…1. */
  coverage: number
  contextCoverage: number
  /** The same, and closeness in standard deviations above chance, to a follow-up without its topic; null otherwise. */
  own: { coverage: number; contextCoverage: number; denseZ: number } | null
}

export interface Evidence {
  question: string
  /** The question as it was searched, with its topic where it refers back. */
  searchQuery: string
  /** The earlier question that gives the topic, null where there is none. */
  topic: string | null
  shape: QuestionShape
  terms: QuestionTerms
  result: SearchResult
  /** Best first; ties by rank of the passage, then by place. */
  units: ScoredUnit[]
  /** Highest cosine of a sentence, raw and in standard deviations above chance. */
  bestDense: number
  bestDenseZ: number
}

export interface EvidenceReader {
  readUnits(question: string, search: ConversationSearch): Evidence
  /** Null without any unit. Reads token states of the model, so it takes some ten milliseconds. */
  readDecision(evidence: Evidence, signal?: AbortSignal): Promise<DecisionFeatures | null>
}

export interface EvidenceOptions {
  snapshot: Snapshot
  /** The model that the snapshot was made with. */
  embedder: Embedder
  relevance: LogisticModel
}

const HITS = 8
const PASSAGES_FOR_COVERAGE = 3
const CENTRE_PASSAGES = 8

/** Reads from the index once what the features need. */
export function createEvidenceReader({ snapshot, embedder, relevance }: EvidenceOptions): EvidenceReader {
  const background = createBackground(snapshot)
  const { analyser, idf } = snapshot.lexical
  const termsOf = (text: string) => analyser.tokens(text).flatMap((token) => token.terms)
  const coverBy = (terms: QuestionTerms) => (text: string) => coverageOf(terms, analyser.tokens(text))
  let centre: Promise<Float32Array> | undefined
  const readCentre = () => {
    centre ??= meanTokenState(sampleTexts(snapshot), embedder).catch((error: unknown) => {
      centre = undefined
      throw error
    })
    return centre
  }
  const toOwnReading = (question: string, vector: Float32Array): ((unit: Unit) => ScoredUnit['own']) => {
    const cover = coverBy(toQuestionTerms(question, snapshot.lexical))
    const toZ = toZScore(background(vector))
    return ({ hit, sentences, text }) => {
      const own = new Set(sentences.map(({ start }) => start))
      const scored = withDenseScores(hit, vector, snapshot).sentences.filter(({ start }) => own.has(start))
      const denseZ = toZ(Math.max(...scored.map(({ denseScore }) => denseScore)))
      return { coverage: cover(text), contextCoverage: cover(inContext(hit, text)), denseZ }
    }
  }
  return {
    readUnits(question, { topic, searchQuery, result, ownVector }) {
      const shape = parseQuestion(question)
      const terms = toTerms(question, topic, snapshot)
      const toZ = toZScore(background(result.queryVector))
      const hits = result.hits.slice(0, HITS).map((hit) => withDenseScores(hit, result.queryVector, snapshot))
      const bestDense = Math.max(-1, ...hits.flatMap((hit) => hit.sentences.map((s) => s.denseScore)))
      const bestScore = Math.max(...hits.map((hit) => hit.score))
      const isIntroductory = toIntroductory(hits)
      const readOwn = ownVector === null ? () => null : toOwnReading(question, ownVector)
      const context = {
        shape,
        toZ,
        bestDense,
        bestScore,
        cover: coverBy(terms),
        relevance,
        isIntroductory,
        readOwn,
      }
      const units = hits.flatMap((hit) => scoreUnits(hit, context)).sort(compareUnits)
      const bestDenseZ = toZ(bestDense)
      return { question, searchQuery, topic, shape, terms, result, units, bestDense, bestDenseZ }
    },
    async readDecision(evidence, signal) {
      const { question, searchQuery, units, result, terms } = evidence
      const top = units[0]
      if (!top) return null
      const passageInContext = inContext(top.hit, top.hit.text)
      const reading = { embedder, analyser, signal }
      const underHeading = [...top.hit.passage.headingPath.slice(-1), top.text].join('\n')
      const [support, removal] = await Promise.all([
        readWordSupport(question, passageInContext, { ...reading, centre: await readCentre() }),
        readRemovalSupport(searchQuery, underHeading, { ...reading, questionVector: vectorOf(evidence) }),
      ])
      const first = result.hits.slice(0, PASSAGES_FOR_COVERAGE)
      return toDecisionFeatures({
        ...evidence,
        top,
        topInContext: inContext(top.hit, top.text),
        passageInContext,
        hitsInContext: first.map((hit) => inContext(hit, hit.text)).join('\n'),
        support,
        removal,
        cover: coverBy(terms),
        termsOf,
        idf,
      })
    },
  }
}

/** Of the question as it was searched, where it was searched as a whole. */
function vectorOf({ topic, result }: Evidence): Float32Array | undefined {
  return topic === null ? result.queryVector : undefined
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
  bestDense: number
  bestScore: number
  cover: (text: string) => number
  relevance: LogisticModel
  isIntroductory: (hit: Hit) => boolean
  readOwn: (unit: Unit) => ScoredUnit['own']
}

/** Under fewer headings than another hit of the same document. */
function toIntroductory(hits: readonly Hit[]): (hit: Hit) => boolean {
  const depth = ({ passage }: Hit) => passage.headingPath.length
  return (hit) => hits.some((other) => other.document.id === hit.document.id && depth(other) > depth(hit))
}

function scoreUnits(
  hit: Hit,
  { shape, toZ, bestDense, bestScore, cover, relevance, isIntroductory, readOwn }: UnitContext,
): ScoredUnit[] {
  const passageCoverage = cover(inContext(hit, hit.text))
  return toUnits(hit).map((unit) => {
    const coverage = cover(unit.text)
    const contextCoverage = cover(inContext(hit, unit.text))
    const features = toUnitFeatures(unit, shape, {
      dense: toZ(Math.max(...unit.sentences.map((sentence) => sentence.denseScore))),
      bestDense: toZ(bestDense),
      coverage,
      contextCoverage,
      passageCoverage,
      bestScore,
      isIntroductory: isIntroductory(hit),
    })
    return {
      ...unit,
      coverage,
      contextCoverage,
      features,
      relevance: applyLogistic(relevance, features),
      own: readOwn(unit),
    }
  })
}

function compareUnits(a: ScoredUnit, b: ScoredUnit): number {
  return b.relevance - a.relevance || a.hit.rank - b.hit.rank || a.sentences[0]!.start - b.sentences[0]!.start
}

function toZScore({ mean, deviation }: Background): (score: number) => number {
  return (score) => (score - mean) / deviation
}

function inContext(hit: Hit, text: string): string {
  return [hit.document.title, ...hit.passage.headingPath, text].join('\n')
}

/** Evenly spaced passages, enough to know where token states lie on average. */
function sampleTexts(snapshot: Snapshot): string[] {
  const count = Math.min(CENTRE_PASSAGES, snapshot.passageCount)
  return Array.from({ length: count }, (_, i) => {
    const { documentId, start, end } = snapshot.passage(Math.floor((i * snapshot.passageCount) / count))
    return snapshot.text(documentId).slice(start, end)
  })
}
