/** Reads one sentence: its words with the keys they may be found by, and the clauses that bind them. */

import type { Span } from '../../search/document.ts'
import type { Analyser, Token } from '../../search/german/analyser.ts'
import { canonicalOfStem, canonicalStems, isParticle, joinedKeys } from './canonical-stem.ts'
import { type Clause, toClauses } from './clauses.ts'
import { type DateMention, findDates } from './dates.ts'
import { FUNCTION_WORDS } from './grammar.de.ts'
import { findIdentifiers, type Identifier } from './identifiers.ts'
import { isModalWord } from './modality.ts'
import { findQuantities, type Quantity } from './quantities.ts'
import { groupsOf, headGroupsOf, isLight, sidesOf } from './word-groups.ts'

export interface Word extends Span {
  surface: string
  lower: string
  /** `content` has to be in the evidence; `light` and `modal` words are content that other checks judge, or none. */
  kind: 'content' | 'light' | 'modal' | 'function' | 'value'
  /** Forms of the word itself. */
  own: string[]
  /** Keys of the parts of a compound, in order; empty for a simple word. */
  parts: string[][]
  /** Groups of words that may stand for it, and sides that it takes in a pair of opposites. */
  groups: number[]
  sides: string[]
  /** Groups of the last part of a long noun that the analyser has not taken apart: Teilzeitbeschäftigung. */
  headGroups: number[]
  /** How telling it is: idf against that of an unknown word, 0…1. */
  weight: number
  isNoun: boolean
}

export interface Reading {
  text: string
  words: Word[]
  clauses: Clause[]
  quantities: Quantity[]
  dates: DateMention[]
  identifiers: Identifier[]
}

export interface Reader {
  read(text: string): Reading
}

export interface ReaderOptions {
  analyser: Analyser
  /** Inverse document frequency of an analysed term. */
  idf: (term: string) => number
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-‐‑:*_'’](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu
const UNKNOWN_TERM = '\u0000unbekannt'

export function createReader({ analyser, idf }: ReaderOptions): Reader {
  const most = Math.max(idf(UNKNOWN_TERM), 1e-6)
  return {
    read(text) {
      const identifiers = findIdentifiers(text)
      const dates = findDates(text).filter((date) => !identifiers.some((other) => overlaps(other, date)))
      const quantities = findQuantities(text, [...identifiers, ...dates])
      const values: Span[] = [...identifiers, ...dates, ...quantities]
      const tokens = analyser.tokens(text)
      let at = 0
      const words = [...text.matchAll(WORD)].map((match, i) => {
        const span = { start: match.index, end: match.index + match[0].length }
        while (at < tokens.length && tokens[at]!.end <= span.start) at++
        const found: Token[] = []
        for (let k = at; k < tokens.length && tokens[k]!.start < span.end; k++) found.push(tokens[k]!)
        return toWord(match[0], span, {
          isFirst: i === 0,
          isValue: values.some((value) => overlaps(value, span)),
          terms: found.flatMap((token) => token.terms),
          weight: Math.min(1, Math.max(0.15, ...found.map((token) => idf(token.terms[0]!) / most))),
        })
      })
      const clauses = toClauses(text, words)
      for (const clause of clauses) joinParticles(clause.words)
      return { text, words, clauses, quantities, dates, identifiers }
    },
  }
}

function toWord(
  surface: string,
  span: Span,
  found: { isFirst: boolean; isValue: boolean; terms: string[]; weight: number },
): Word {
  const lower = surface.toLowerCase()
  const isCapital = /^\p{Lu}/u.test(surface)
  const { isFirst } = found
  const own = canonicalStems(surface)
  const isNoun = isCapital && !(isFirst && FUNCTION_WORDS.has(lower))
  const kind = kindOf({ lower, own, isNoun: isFirst ? null : isCapital, isValue: found.isValue })
  return {
    ...span,
    surface,
    lower,
    kind,
    own,
    parts: found.terms
      .slice(1)
      .filter((term) => term !== own[0])
      .map(canonicalOfStem),
    groups: groupsOf(own),
    sides: sidesOf(own),
    headGroups: isNoun ? headGroupsOf(surface) : [],
    weight: found.weight,
    isNoun,
  }
}

function kindOf(word: {
  lower: string
  own: string[]
  isNoun: boolean | null
  isValue: boolean
}): Word['kind'] {
  if (word.isValue) return 'value'
  if (FUNCTION_WORDS.has(word.lower) || word.lower.length < 2) return 'function'
  if (isModalWord(word.lower)) return 'modal'
  return isLight(word.own, word.isNoun) ? 'light' : 'content'
}

/** "teilt … mit" is a form of mitteilen. */
function joinParticles(words: readonly Word[]): void {
  const last = words.at(-1)
  if (!last || last.surface !== last.lower || !isParticle(last.lower)) return
  const verb = words.find((word) => word !== last && isLowerOrFirst(word, words) && isVerbForm(word))
  if (!verb) return
  verb.own = [...new Set([...joinedKeys(verb.lower, last.lower), ...verb.own])]
  verb.groups = groupsOf(verb.own)
  verb.sides = sidesOf(verb.own)
  last.kind = 'function'
}

/** "Zieht ein Gewitter auf": at the head of a sentence a verb has a capital. */
function isLowerOrFirst(word: Word, words: readonly Word[]): boolean {
  return (
    /^\p{Ll}{2,}$/u.test(word.surface) ||
    (word === words[0] && word.start === 0 && /(?:t|en)$/u.test(word.lower))
  )
}

function isVerbForm(word: Word): boolean {
  return (
    word.kind !== 'function' &&
    word.kind !== 'value' &&
    word.kind !== 'modal' &&
    !/(?:e[mrs]|ig|lich|isch)$/u.test(word.lower)
  )
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
