/**
 * Splits compounds into the stems of their parts by the words that stand alone in the corpus.
 * Of several splits the one with the highest geometric mean of part frequencies wins (Koehn & Knight 2003, "Empirical
 * Methods for Compound Splitting", https://aclanthology.org/E03-1076/). Linking elements (s, es, n, en, e, er, ens) and
 * elided endings (Schul-, Wohn-, Melde-) need no list: the stem of such a part is the stem of its word.
 */

import type { Lexicon } from './lexicon.ts'
import { stem } from './stemmer.ts'
import { isNoCompoundPart } from './stop-words.ts'

const MIN_PART = 4
const MAX_PARTS = 4
const CASE_ENDING = /^(?:e|e?s|e[nrm]|ern)?$/
const MIN_WORD = 6
const MAX_WORD = 60

interface Split {
  parts: string[]
  logCounts: number
}

/** Stems of the parts in order, at least two; empty when the word is no compound of known words. */
export function splitCompound(folded: string, lexicon: Lexicon): string[] {
  const whole = stem(folded)
  if (whole.length < MIN_WORD || whole.length > MAX_WORD || !/^\p{L}+$/u.test(whole)) return []
  const rows: Split[][] = [[{ parts: [], logCounts: 0 }]]
  for (let end = 3; end <= folded.length - 3; end++) rows[end] = modifiersUpTo(folded, end, rows, lexicon)
  let best: Split | null = null
  for (let start = 3; start <= folded.length - 3; start++) {
    const before = rows[start]
    const head = before?.length ? findHead(folded.slice(start), whole.slice(start), lexicon) : null
    if (head) for (const row of before!) best = better(best, add(row, head.part, head.score))
  }
  return best?.parts ?? []
}

/** The best splits of the first `end` letters into modifiers, one per number of parts. */
function modifiersUpTo(folded: string, end: number, rows: Split[][], lexicon: Lexicon): Split[] {
  const byParts: Split[] = []
  for (let start = end - 3; start >= 0; start--) {
    const before = rows[start]
    if (!before?.length) continue
    const part = stem(folded.slice(start, end))
    const score = modifierScore(part, folded.slice(start, end), lexicon)
    if (score === null) continue
    for (const row of before) {
      if (row.parts.length >= MAX_PARTS - 1) continue
      const split = add(row, part, score)
      byParts[split.parts.length] = better(byParts[split.parts.length] ?? null, split)
    }
  }
  return byParts.filter((split) => split !== undefined)
}

/**
 * The last part, as it is stemmed alone (Krisen·stabs·übung) or within the whole (melde·pflichtig). A short stem has to be
 * a noun in one of its cases, not the rest of a derivation (Mitt·eilung).
 */
function findHead(form: string, rest: string, lexicon: Lexicon): { part: string; score: number } | null {
  for (const part of [stem(form), rest]) {
    const score = partScore(part, form, lexicon)
    const isWord =
      part.length >= MIN_PART || (lexicon.isFree(part) && lexicon.isNoun(part) && hasCaseEnding(form, part))
    if (score !== null && isWord) return { part, score }
  }
  return null
}

function hasCaseEnding(form: string, part: string): boolean {
  return CASE_ENDING.test(form.slice(part.length))
}

/** The first parts: in front of a linking element, or a word, or a verb without its ending. */
function modifierScore(part: string, form: string, lexicon: Lexicon): number | null {
  const isBare = form === part || form === `${part}e`
  return isBare && !lexicon.isFree(part) ? null : partScore(part, form, lexicon)
}

/** Log frequency of a possible part, null where it is none. Short parts must be well-known nouns (Amt, Rat, Not). */
function partScore(part: string, form: string, lexicon: Lexicon): number | null {
  const count = lexicon.count(part)
  if (part.length < 3 || count < minimumCount(form.length) || isNoCompoundPart(form, part)) return null
  return form.length >= MIN_PART || lexicon.isNoun(part) ? Math.log(count + 1) : null
}

/** The shorter a part, the more often it has to stand alone: short words turn up by chance inside longer ones. */
function minimumCount(length: number): number {
  return length >= 6 ? 1 : length >= 5 ? 2 : 3
}

function add(row: Split, part: string, score: number): Split {
  return { parts: [...row.parts, part], logCounts: row.logCounts + score }
}

function better(a: Split | null, b: Split): Split {
  if (!a) return b
  const difference = b.logCounts / b.parts.length - a.logCounts / a.parts.length
  return difference > 0 || (difference === 0 && b.parts.length < a.parts.length) ? b : a
}
