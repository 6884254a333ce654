/** Short forms and what they stand for, learnt from "Langform (KURZ)" in the evidence and from a small table. */

import { canonicalStems } from './canonical-stem.ts'
import { SHORT_FORMS } from './synonyms.de.ts'

export interface Alias {
  short: string[]
  /** Keys of the long form's words that carry meaning, in order. */
  long: string[][]
}

const IN_BRACKETS = /\((\p{Lu}[\p{L}\d-]{1,11})\)/gu
const BEFORE_BRACKETS = /(?<![\p{L}\d])(\p{Lu}[\p{L}\d-]{1,11})\s\(([^()\n]{6,90})\)/gu
const MAX_LONG = 110
const MAX_WORDS = 10
const EMPTY = /^(?:d(?:er|ie|as|em|en|es)|für|und|in|im|zu[mr]?|vo[mn]|mit|auf|an|am|bei|ein(?:e[mnrs]?)?)$/iu

const KNOWN: Alias[] = SHORT_FORMS.trim()
  .split('\n')
  .map((line) => toAlias(line.split(':')[0]!, line.split(':')[1]!.trim().split(/\s+/)))

/** The pairs of all texts together with those that everybody knows. */
export function learnAliases(texts: readonly string[]): Alias[] {
  const found = texts.flatMap((text) => [...shortInBrackets(text), ...longInBrackets(text)])
  return [...found, ...KNOWN]
}

function shortInBrackets(text: string): Alias[] {
  return [...text.matchAll(IN_BRACKETS)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - MAX_LONG), match.index)
    const words =
      before
        .split(/[.;:()„“"]/u)
        .at(-1)!
        .match(/[\p{L}-]+/gu) ?? []
    return pairOf(match[1]!, words.slice(-MAX_WORDS))
  })
}

function longInBrackets(text: string): Alias[] {
  return [...text.matchAll(BEFORE_BRACKETS)].flatMap((match) =>
    pairOf(match[1]!, match[2]!.match(/[\p{L}-]+/gu) ?? []),
  )
}

function pairOf(short: string, words: string[]): Alias[] {
  const long = /\p{Lu}.*\p{Lu}/u.test(short) ? longForm(words, short) : null
  return long ? [toAlias(short, long)] : []
}

/** The last words before the bracket that begin like the short form and hold its letters in order. */
function longForm(words: string[], short: string): string[] | null {
  const letters = short.toLowerCase().replace(/[^\p{L}]/gu, '')
  for (let from = words.length - 1; from >= 0; from--) {
    const candidate = words.slice(from)
    if (!candidate[0]!.toLowerCase().startsWith(letters[0]!)) continue
    if (isSubsequence(letters, candidate.join('').toLowerCase())) return candidate
  }
  return null
}

function isSubsequence(letters: string, text: string): boolean {
  let at = 0
  for (const letter of text) if (letter === letters[at]) at++
  return at === letters.length
}

function toAlias(short: string, words: string[]): Alias {
  return {
    short: canonicalStems(short),
    long: words.filter((word) => !EMPTY.test(word)).map((word) => canonicalStems(word)),
  }
}
