/** How far a text holds the words of a question: coverage of sentences and places to highlight. */

import type { Span } from './document.ts'
import type { Token } from './german/analyser.ts'
import type { LexicalIndex } from './lexical-index.ts'

export interface QuestionTerms {
  /** Every form that the index looks for, in order of the question, each once. */
  forms: string[]
  words: { terms: string[]; weight: number }[]
}

/** Words of the question with their idf; a word that occurs twice counts once. */
export function toQuestionTerms(query: string, lexical: LexicalIndex): QuestionTerms {
  const words = new Map<string, { terms: string[]; weight: number }>()
  for (const { terms } of lexical.analyser.tokens(query)) {
    const own = terms[0]
    if (own !== undefined) words.set(own, { terms, weight: lexical.idf(own) })
  }
  const forms = [...words.values()].flatMap((word) => word.terms)
  return { forms: [...new Set(forms)], words: [...words.values()] }
}

/**
 * idf-weighted share of the question's words that the tokens hold, 0…1. A word whose own form is not there counts by
 * the share of its other forms (parts of a compound) that are.
 */
export function coverageOf(question: QuestionTerms, tokens: readonly Token[]): number {
  const present = new Set(tokens.flatMap((token) => token.terms))
  let covered = 0
  let total = 0
  for (const { terms, weight } of question.words) {
    const [own, ...others] = terms
    const held = others.filter((term) => present.has(term)).length
    covered += weight * (present.has(own!) ? 1 : others.length > 0 ? held / others.length : 0)
    total += weight
  }
  return total > 0 ? covered / total : 0
}

/** Places of words that share a form with the question, shifted by `offset`. */
export function toHighlights(question: QuestionTerms, tokens: readonly Token[], offset: number): Span[] {
  const wanted = new Set(question.forms)
  return tokens
    .filter((token) => token.terms.some((term) => wanted.has(term)))
    .map((token) => ({ start: token.start + offset, end: token.end + offset }))
}
