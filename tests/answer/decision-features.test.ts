import { describe, expect, it } from 'vitest'
import { DECISION_FEATURES, type DecisionInput, toDecisionFeatures } from '../../answer/decision-features.ts'
import { parseQuestion } from '../../answer/question.ts'
import { toUnits } from '../../answer/units.ts'
import type { WordSupport } from '../../answer/word-support.ts'
import { coverageOf } from '../../search/question-terms.ts'
import { fakeAnalyser } from '../search/snapshot-builders.ts'
import { createHit, paragraph, toTerms } from './builders.ts'

const termsOf = (text: string) => fakeAnalyser.tokens(text).flatMap((token) => token.terms)
const supported = (word: string, rest: Partial<WordSupport> = {}): WordSupport => ({
  word,
  isName: true,
  whole: true,
  part: true,
  soft: 0.7,
  ...rest,
})

/** The decision about a question whose best unit is the first sentence of a passage; words of `unknown` are in no passage. */
function decide(
  question: string,
  sentences: string[],
  {
    words = [],
    unknown = [],
    ...rest
  }: { words?: WordSupport[]; unknown?: string[] } & Partial<DecisionInput> = {},
) {
  const hit = createHit(paragraph(...sentences))
  const terms = toTerms(question)
  const unit = toUnits(hit)[0]!
  return toDecisionFeatures({
    question,
    top: { ...unit, relevance: 0.5, coverage: 0.25, contextCoverage: 0.5 },
    topInContext: unit.text,
    passageInContext: hit.text,
    hitsInContext: hit.text,
    bestDense: 0.9,
    bestDenseZ: 4,
    shape: parseQuestion(question),
    terms,
    support: { words, softness: 0.4 },
    removal: REMOVAL,
    cover: (text) => coverageOf(terms, fakeAnalyser.tokens(text)),
    termsOf,
    idf: (term) => (unknown.includes(term) || term === '\u0000' ? 9 : 1),
    ...rest,
  })
}

const REMOVAL = {
  form: 0.01,
  content: 0.05,
  least: -0.01,
  most: 0.03,
  pull: -0.02,
  pullShare: 0.5,
  leastNoun: 0,
  leastOther: -0.01,
}

describe('features of the decision', () => {
  it('are exactly the named ones, all finite', () => {
    for (const question of ['Wie viele Ämter üben?', '?', 'Was kostet das?']) {
      const features = decide(question, ['Das Amt übt.'])
      expect(Object.keys(features).sort()).toEqual([...DECISION_FEATURES].sort())
      expect(Object.values(features).every(Number.isFinite)).toBe(true)
    }
  })

  it('pass on relevance, closeness and ranks', () => {
    expect(decide('Wer übt?', ['Das Amt übt.'])).toMatchObject({
      bestLogit: 0,
      bestDense: 0.9,
      bestDenseZ: 4,
      unitCoverage: 0.25,
      contextCoverage: 0.5,
      lexicalAgreement: 1,
      ngramAgreement: 0,
      denseAgreement: 1,
      tokenSoftness: 0.4,
      formLoss: 0.01,
      contentLoss: 0.05,
      pull: -0.02,
    })
  })

  it('measure the heaviest missing word and the words that no passage holds', () => {
    const features = decide('Amt Übung Mond Sterne', ['Das Amt plant eine Übung.'], { unknown: ['mond'] })
    expect(features).toMatchObject({ largestGap: 0.25, unknownShare: 0.25, passageCoverage: 0.5 })
  })

  it('count a question without words as all gap', () => {
    expect(decide('?', ['Das Amt übt.'])).toMatchObject({ largestGap: 1, unknownShare: 1, words: 0 })
  })

  it('tell names that are there from those that are not', () => {
    const words = [
      supported('Amt'),
      supported('Sachsen', { whole: false, part: false, soft: 0.1 }),
      supported('Notfallübung', { whole: false, soft: 0.4 }),
      supported('planen', { isName: false, part: false, soft: 0.3 }),
      supported('2027', { whole: false, part: false, soft: 0.2 }),
    ]
    const features = decide('Wer?', ['Das Amt übt.', 'Sachsen fehlt.'], { words })
    expect(features).toMatchObject({
      names: 3,
      nameGaps: 0.5,
      nameWholeGaps: 0.75,
      unitNameGaps: 0.75,
      otherGaps: 1,
      numberGaps: 1,
    })
    expect(features.nameSoftest).toBeCloseTo(0.1)
    expect(features.nameSoftness).toBeCloseTo(0.35)
    expect(features.otherSoftest).toBeCloseTo(0.3)
  })

  it('count a question without names like one whose names are usual', () => {
    expect(decide('Wer?', ['Das Amt übt.'])).toMatchObject({
      nameGaps: 0,
      nameSoftest: 0.6,
      nameSoftness: 0.6,
      wordSoftness: 0.6,
    })
  })

  it('look for the noun that is asked for', () => {
    const there = { words: [supported('Ämter', { soft: 0.8 })] }
    expect(decide('Wie viele Ämter üben?', ['Zwölf Ämter üben.'], there)).toMatchObject({
      headAsked: 1,
      headPresent: 1,
      headInUnit: 1,
      headSoftness: 0.8,
      countMissing: 0,
    })
    expect(decide('Wie viele Ämter üben?', ['Viele Ämter üben.'], there).countMissing).toBe(1)
    const gone = { words: [supported('Ämter', { part: false, soft: 0.1 })] }
    expect(decide('Wie viele Ämter üben?', ['Zwölf Kreise üben.'], gone)).toMatchObject({
      headPresent: 0,
      headInUnit: 0,
    })
    expect(decide('Wer übt?', ['Das Amt übt.'])).toMatchObject({
      headAsked: 0,
      headPresent: 1,
      headInUnit: 1,
    })
  })

  it('look into the passage for an asked noun that was taken for a repetition', () => {
    expect(decide('Welche Ämter üben?', ['Zwölf Ämter üben.'])).toMatchObject({
      headPresent: 1,
      headInUnit: 1,
    })
  })

  it.each<[string, string, string]>([
    ['contactMissing', 'Unter welcher Rufnummer?', 'Rufen Sie 0800 274 1000 an.'],
    ['moneyMissing', 'Was kostet das?', 'Es kostet 500 Euro.'],
    ['dateMissing', 'Wann begann das?', 'Es begann 2019.'],
    ['typeMissing', 'Wie lange dauert das?', 'Es dauert 12 Stunden.'],
  ])('%s: the best unit lacks what "%s" asks for', (name, question, statement) => {
    expect(decide(question, [statement])).toMatchObject({ [name]: 0 })
    expect(decide(question, ['Das ist offen.'])).toMatchObject({ [name]: 1, typeMissing: 1 })
  })

  it('see that a duty is asked for and none is stated', () => {
    expect(decide('Müssen wir das melden?', ['Das Amt übt.']).dutyMissing).toBe(1)
    expect(decide('Müssen wir das melden?', ['Das Amt muss üben.']).dutyMissing).toBe(0)
    expect(decide('Wer übt?', ['Das Amt übt.']).dutyMissing).toBe(0)
  })

  it('see places and years of the question that are not around the unit', () => {
    expect(decide('Wer half 2021 in Hessen?', ['Der Bund half 2021.'])).toMatchObject({
      landGaps: 1,
      yearGaps: 0,
    })
    expect(decide('Ist unser Rathaus sicher?', ['Rathäuser sind sicher.']).asksOwnHouse).toBe(1)
  })

  it('say what form the question has', () => {
    expect(decide('Muss das sein?', ['Ja.'])).toMatchObject({ asksYesNo: 1, asksNames: 0, detailMissing: 0 })
    expect(decide('Wie heißen sie genau?', ['So.'])).toMatchObject({
      asksYesNo: 0,
      asksNames: 1,
      detailMissing: 1,
    })
    expect(decide('In welchem Kapitel steht es?', ['Es steht in Kapitel 7.']).detailMissing).toBe(0)
  })
})
