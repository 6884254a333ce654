import { describe, expect, it } from 'vitest'
import type { Analyser, Token } from '../../search/german/analyser.ts'
import type { LexicalIndex } from '../../search/lexical-index.ts'
import { coverageOf, toHighlights, toQuestionTerms } from '../../search/question-terms.ts'
import { fakeAnalyser } from './snapshot-builders.ts'

/** Splits "a-b" into the whole word and its parts, as the German analyser does with compounds. */
const analyser: Analyser = {
  ...fakeAnalyser,
  tokens: (text) =>
    [...text.matchAll(/[\p{L}-]+/gu)].map((match): Token => {
      const own = match[0].toLowerCase()
      const terms = own.includes('-') ? [own, ...own.split('-')] : [own]
      const span = { start: match.index, end: match.index + own.length }
      return { surface: match[0], ...span, terms, weights: terms.map(() => 1) }
    }),
}

const lexical: LexicalIndex = {
  size: 10,
  analyser,
  searchWords: () => [],
  searchNgrams: () => [],
  namedPassages: () => new Map(),
  corrections: () => [],
  analyse: () => ({ words: [], shortForms: [], places: [] }),
  termScores: () => [],
  idf: (term) => (term === 'selten' ? 3 : 1),
}

function coverage(question: string, text: string): number {
  return coverageOf(toQuestionTerms(question, lexical), analyser.tokens(text))
}

describe('coverage of a question', () => {
  it.each([
    ['frist selten', 'Selten läuft die Frist.', 1],
    ['frist selten', 'Die Frist läuft.', 1 / 4],
    ['frist selten', 'Nichts davon.', 0],
    ['krisen-stab', 'Der Krisen-Stab tagt.', 1],
    ['krisen-stab', 'Der Stab tagt.', 1 / 2],
    ['frist frist', 'Die Frist.', 1],
    ['', 'Die Frist.', 0],
  ])('weighs the words of "%s" in "%s" by their rarity', (question, text, expected) => {
    expect(coverage(question, text)).toBeCloseTo(expected, 10)
  })
})

describe('highlights', () => {
  it('marks words that share a form with the question, at their place in the document', () => {
    const question = toQuestionTerms('krisen-stab', lexical)
    expect(toHighlights(question, analyser.tokens('Der Stab tagt.'), 100)).toEqual([{ start: 104, end: 108 }])
  })

  it('lists every form once', () => {
    expect(toQuestionTerms('krisen-stab stab', lexical).forms).toEqual(['krisen-stab', 'krisen', 'stab'])
  })
})
