/** Features of the decision whether to answer at all; input of the abstention model. Pure. */

import type { QuestionTerms } from '../search/question-terms.ts'
import type { Hit } from '../search/retriever.ts'
import type { AnswerType, QuestionShape } from './question.ts'
import { findScopeGaps } from './scope.ts'
import { countsNoun, holdsType, statesDuty } from './statement.ts'
import type { Unit } from './units.ts'
import type { RemovalSupport } from './word-removal.ts'
import type { QuestionSupport, WordSupport } from './word-support.ts'

export const DECISION_FEATURES = [
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
  'nameWholeGaps',
  'unitNameGaps',
  'nameSoftest',
  'nameSoftness',
  'otherGaps',
  'otherSoftest',
  'wordSoftness',
  'tokenSoftness',
  'numberGaps',
  'headAsked',
  'headPresent',
  'headInUnit',
  'headSoftness',
  'countMissing',
  'contactMissing',
  'moneyMissing',
  'dateMissing',
  'asksNames',
  'detailMissing',
  'asksYesNo',
  'dutyMissing',
  'landGaps',
  'yearGaps',
  'asksOwnHouse',
  'formLoss',
  'contentLoss',
  'leastLoss',
  'mostLoss',
  'pull',
  'pullShare',
  'leastNounLoss',
  'leastOtherLoss',
] as const

/** What closeness and support can only do for an answer, and gaps only against it. */
export const DECISION_SIGNS: Partial<Record<(typeof DECISION_FEATURES)[number], 1 | -1>> = {
  bestLogit: 1,
  bestDenseZ: 1,
  bestDense: 1,
  unitCoverage: 1,
  contextCoverage: 1,
  passageCoverage: 1,
  hitsCoverage: 1,
  lexicalAgreement: 1,
  ngramAgreement: 1,
  denseAgreement: 1,
  nameSoftest: 1,
  nameSoftness: 1,
  otherSoftest: 1,
  wordSoftness: 1,
  tokenSoftness: 1,
  headPresent: 1,
  headInUnit: 1,
  headSoftness: 1,
  largestGap: -1,
  unknownShare: -1,
  typeMissing: -1,
  nameGaps: -1,
  nameWholeGaps: -1,
  unitNameGaps: -1,
  otherGaps: -1,
  numberGaps: -1,
  countMissing: -1,
  contactMissing: -1,
  moneyMissing: -1,
  dateMissing: -1,
  asksNames: -1,
  detailMissing: -1,
  dutyMissing: -1,
  landGaps: -1,
  yearGaps: -1,
  asksOwnHouse: -1,
  formLoss: 1,
  leastLoss: 1,
  pull: 1,
  pullShare: -1,
  leastNounLoss: 1,
  leastOtherLoss: 1,
}

export type DecisionFeatures = Record<(typeof DECISION_FEATURES)[number], number>

export interface DecisionInput {
  question: string
  /** The best unit, its relevance (0…1), and its text behind title and headings. */
  top: Unit & { relevance: number; coverage: number; contextCoverage: number }
  topInContext: string
  /** Its whole passage, and those of the first hits, each behind title and headings. */
  passageInContext: string
  hitsInContext: string
  /** Highest cosine of a sentence, raw and in standard deviations above chance. */
  bestDense: number
  bestDenseZ: number
  shape: QuestionShape
  terms: QuestionTerms
  support: QuestionSupport
  removal: RemovalSupport
  /** idf-weighted share of the question's words in a text. */
  cover: (text: string) => number
  /** Terms of a text, and the idf of a term in the index. */
  termsOf: (text: string) => string[]
  idf: (term: string) => number
}

/** What a question has no word of counts as supported like a usual word that is. */
const USUAL_SOFTNESS = 0.6

export function toDecisionFeatures(input: DecisionInput): DecisionFeatures {
  const { top, shape, support } = input
  return {
    bestLogit: Math.log(top.relevance / (1 - top.relevance)),
    bestDenseZ: input.bestDenseZ,
    bestDense: input.bestDense,
    unitCoverage: top.coverage,
    contextCoverage: top.contextCoverage,
    passageCoverage: input.cover(input.passageInContext),
    hitsCoverage: input.cover(input.hitsInContext),
    typeMissing: Number(!holdsType(top.text, shape.type)),
    tokenSoftness: support.softness,
    ...toGaps(input),
    ...toAgreement(top.hit),
    ...toSupport(support.words, new Set(input.termsOf(input.topInContext)), input.termsOf),
    ...toHead(input),
    ...toForm(input),
    ...toScope(input),
    ...toLosses(input.removal),
  }
}

/** Share of the question's weight in the heaviest word that the passage lacks, and in words that no passage holds. */
function toGaps({ terms, termsOf, passageInContext, idf }: DecisionInput) {
  const total = terms.words.reduce((sum, word) => sum + word.weight, 0)
  const present = new Set(termsOf(passageInContext))
  const absent = idf('\u0000')
  const missing = terms.words.filter((word) => !word.terms.some((term) => present.has(term)))
  const unknown = terms.words.filter((word) => word.terms.every((term) => idf(term) >= absent))
  return {
    largestGap: total > 0 ? Math.max(0, ...missing.map((word) => word.weight)) / total : 1,
    unknownShare: total > 0 ? unknown.reduce((sum, word) => sum + word.weight, 0) / total : 1,
    words: Math.log(1 + terms.words.length),
  }
}

function toAgreement({ explain }: Hit) {
  const reciprocal = (rank: number | null) => (rank === null ? 0 : 1 / rank)
  return {
    lexicalAgreement: reciprocal(explain.lexicalRank),
    ngramAgreement: reciprocal(explain.ngramRank),
    denseAgreement: reciprocal(explain.sentenceRank),
  }
}

function toSupport(words: readonly WordSupport[], inUnit: Set<string>, termsOf: (text: string) => string[]) {
  const names = words.filter((word) => word.isName)
  const others = words.filter((word) => !word.isName)
  const share = (part: WordSupport[], all: WordSupport[]) => part.length / Math.max(1, all.length)
  const isInUnit = (word: WordSupport) => termsOf(word.word).some((term) => inUnit.has(term))
  return {
    names: Math.min(3, names.length),
    nameGaps: share(
      names.filter((word) => !word.part),
      names,
    ),
    nameWholeGaps: share(
      names.filter((word) => !word.whole),
      names,
    ),
    unitNameGaps: share(
      names.filter((word) => !isInUnit(word)),
      names,
    ),
    nameSoftest: Math.min(USUAL_SOFTNESS, ...names.map((word) => word.soft)),
    nameSoftness: meanSoftness(names),
    otherGaps: share(
      others.filter((word) => !word.part),
      others,
    ),
    otherSoftest: Math.min(USUAL_SOFTNESS, ...others.map((word) => word.soft)),
    wordSoftness: meanSoftness(words),
    numberGaps: words.filter((word) => /\d/u.test(word.word) && !word.whole).length,
  }
}

/** What "Welche …" and "Wie viele …" ask for: is it there, and is it counted there? */
function toHead(input: DecisionInput) {
  const { shape, support, top, topInContext, passageInContext, termsOf } = input
  const { head, countsHead } = shape
  const word = support.words.find((candidate) => candidate.word === head)
  const headTerms = new Set(head === null ? [] : termsOf(head))
  const isForm = (text: string) => termsOf(text).some((term) => headTerms.has(term))
  const isIn = (text: string) => head === null || termsOf(text).some((term) => headTerms.has(term))
  return {
    headAsked: Number(head !== null),
    headPresent: Number(word?.part ?? isIn(passageInContext)),
    headInUnit: Number(isIn(topInContext)),
    headSoftness: word?.soft ?? USUAL_SOFTNESS,
    countMissing: Number(countsHead && !countsNoun(top.text, isForm)),
  }
}

function toForm({ shape, top, topInContext }: DecisionInput) {
  const lacks = (type: AnswerType) => Number(shape.type === type && !holdsType(top.text, type))
  return {
    contactMissing: lacks('contact'),
    moneyMissing: lacks('money'),
    dateMissing: lacks('date'),
    asksNames: Number(shape.asksNames),
    detailMissing: Number(shape.detail !== null && !topInContext.toLowerCase().includes(shape.detail)),
    asksYesNo: Number(shape.form === 'yesNo'),
    dutyMissing: Number(shape.asksDuty && !statesDuty(top.text)),
  }
}

/** Places and years are looked for around the unit too: in its passage, headings, title and edition. */
function toScope({ question, passageInContext, top }: DecisionInput) {
  const { edition } = top.hit.document
  const gaps = findScopeGaps(question, `${passageInContext}\n${edition ?? ''}`)
  return { landGaps: gaps.laender, yearGaps: gaps.years, asksOwnHouse: Number(gaps.ownHouse) }
}

function toLosses({ form, content, least, most, pull, pullShare, leastNoun, leastOther }: RemovalSupport) {
  return {
    formLoss: form,
    contentLoss: content,
    leastLoss: least,
    mostLoss: most,
    pull,
    pullShare,
    leastNounLoss: leastNoun,
    leastOtherLoss: leastOther,
  }
}

function meanSoftness(words: readonly WordSupport[]): number {
  if (words.length === 0) return USUAL_SOFTNESS
  return words.reduce((sum, word) => sum + word.soft, 0) / words.length
}
