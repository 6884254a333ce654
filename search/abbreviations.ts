/**
 * Short forms that the texts explain themselves: "Bundesamt für Sicherheit in der Informationstechnik (BSI)". The long form
 * is found backwards from the bracket, letter by letter (Schwartz & Hearst 2003, "A Simple Algorithm for Identifying
 * Abbreviation Definitions in Biomedical Text", https://psb.stanford.edu/psb-online/proceedings/psb03/schwartz.pdf).
 */

import type { Analyser } from './german/analyser.ts'
import { isStopWord } from './german/stop-words.ts'

/** Terms of the words of a long form, and the term of its short form. */
export interface Abbreviation {
  short: string
  long: string[]
}

export interface AbbreviationCollector {
  add(text: string): void
  /** Short forms that the texts explain mostly in one way, sorted by short form. */
  abbreviations(analyser: Analyser): Abbreviation[]
}

/** At least two capitals, so that no remark in brackets is taken for one. */
const SHORT_FORM = /(?<=\p{L}) \(((?=[^()]*\p{Lu}[^()]*\p{Lu})\p{L}[\p{L}\d-]{1,9})s?\)/gu
const LONGEST_LONG_FORM = 160
/** An explanation that is one of many for the same letters is none. */
const CLEAR_SHARE = 0.5

export function createAbbreviationCollector(): AbbreviationCollector {
  const explained = new Map<string, Map<string, number>>()
  return {
    add(text) {
      for (const match of text.matchAll(SHORT_FORM)) {
        const short = match[1]!
        const long = longFormBefore(
          text.slice(Math.max(0, match.index - LONGEST_LONG_FORM), match.index),
          short,
        )
        if (long === null) continue
        const forms = explained.get(short) ?? new Map<string, number>()
        forms.set(long, (forms.get(long) ?? 0) + 1)
        explained.set(short, forms)
      }
    },
    abbreviations(analyser) {
      const found = [...explained].flatMap(([short, forms]) => clearest(short, forms, analyser))
      const byShort = new Map(found.map((each) => [each.short, each]))
      return [...byShort.values()].sort((a, b) => (a.short < b.short ? -1 : 1))
    },
  }
}

function clearest(short: string, forms: ReadonlyMap<string, number>, analyser: Analyser): Abbreviation[] {
  const shortTerms = analyser.tokens(short)
  if (shortTerms.length !== 1) return []
  const term = shortTerms[0]!.terms[0]!
  const byTerms = new Map<string, number>()
  let all = 0
  for (const [form, count] of forms) {
    const key = analyser
      .tokens(form)
      .map((token) => token.terms[0]!)
      .join(' ')
    byTerms.set(key, (byTerms.get(key) ?? 0) + count)
    all += count
  }
  const [best] = [...byTerms].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  if (!best || best[1] < all * CLEAR_SHARE) return []
  const long = [...new Set(best[0].split(' '))]
  return long.includes(term) || long[0] === '' ? [] : [{ short: term, long }]
}

/** The fewest words before the bracket that hold the letters of the short form in order, the first one at a word's beginning. */
export function longFormBefore(before: string, short: string): string | null {
  const letters = short.toLowerCase().replace(/[^\p{L}\d]/gu, '')
  const text = before.toLowerCase()
  let at = text.length
  for (let i = letters.length - 1; i >= 0; i--) {
    do at--
    while (at >= 0 && (text[at] !== letters[i] || (i === 0 && /[\p{L}\d]/u.test(text[at - 1] ?? ' '))))
    if (at < 0) return null
  }
  const long = before.slice(at)
  return isLongForm(long, letters.length) ? long : null
}

/** Within one clause, not longer than the letters can stand for, and not begun by a function word (eine Verordnung). */
function isLongForm(long: string, letters: number): boolean {
  const words = long.split(/\s+/u)
  const most = Math.min(letters + 5, letters * 2)
  return (
    long.length > letters * 2 && words.length <= most && !/[.,;:!?()]/u.test(long) && !isStopWord(words[0]!)
  )
}
