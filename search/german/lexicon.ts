/** What the indexed texts say about single words: how often a stem stands alone, and whether it is a noun. */

import { createTermTable, type TermTable } from '../term-table.ts'
import { stem } from './stemmer.ts'
import { isNoCompoundPart } from './stop-words.ts'
import type { Unit } from './unit.ts'

export interface Lexicon {
  /** Occurrences of a stem as a word of its own or a part between hyphens; 0 when unknown. */
  count(stem: string): number
  /** Mostly written with a capital letter. */
  isNoun(stem: string): boolean
  /** A word as it is, or a word without its last -e (Schul-) or a verb without -en (Wohn-). */
  isFree(stem: string): boolean
  /** Seen in the basic form of a verb: small, ending in -en, -eln or -ern. */
  isVerb(stem: string): boolean
}

export interface StoredLexicon {
  /** Stems in sorted order, see TermTable. */
  stems: TermTable
  /** Per stem `count · 8`, plus 1 for a noun, 2 for a free stem, 4 for a verb. */
  counts: Uint32Array
}

/** A lexicon that knows nothing: no compound is split. */
export const EMPTY_LEXICON: Lexicon = {
  count: () => 0,
  isNoun: () => false,
  isFree: () => false,
  isVerb: () => false,
}

/** Longer words are compounds themselves and never parts. */
const MAX_PART_LENGTH = 20
const MAX_COUNT = 0x1fffffff
const NOUN = 1
const FREE = 2
const VERB = 4
const BASIC_FORM = /(?:e|l|r)n$/
const LETTERS = /^\p{L}{3,}$/u

interface Seen {
  count: number
  capitals: number
  isFree: boolean
  isVerb: boolean
}

/** Learns from units with their frequencies; `count` is the number of occurrences. */
export function learnLexicon(units: Iterable<{ unit: Unit; count: number }>): StoredLexicon {
  const seen = new Map<string, Seen>()
  for (const { unit, count } of units) {
    if (unit.kind !== 'word' || count === 0) continue
    for (const word of unit.parts.length > 0 ? unit.parts : [unit.folded])
      learnWord(seen, word, count, unit.capitalised)
  }
  const { table, order } = createTermTable([...seen.keys()])
  const entries = [...seen.values()]
  return { stems: table, counts: Uint32Array.from(order, (i) => pack(entries[i]!)) }
}

function learnWord(seen: Map<string, Seen>, word: string, count: number, capitalised: boolean): void {
  const key = stem(word)
  if (word.length > MAX_PART_LENGTH || !LETTERS.test(word) || isNoCompoundPart(word, key)) return
  const entry = seen.get(key) ?? { count: 0, capitals: 0, isFree: false, isVerb: false }
  entry.count += count
  if (capitalised) entry.capitals += count
  const ending = word.slice(key.length)
  entry.isFree ||= ending === '' || ending === 'e' || (ending === 'en' && !capitalised)
  entry.isVerb ||= !capitalised && BASIC_FORM.test(word)
  seen.set(key, entry)
}

function pack({ count, capitals, isFree, isVerb }: Seen): number {
  const marks = (capitals * 2 > count ? NOUN : 0) + (isFree ? FREE : 0) + (isVerb ? VERB : 0)
  return Math.min(count, MAX_COUNT) * 8 + marks
}

export function openLexicon(stored: StoredLexicon): Lexicon {
  const entry = (key: string) => {
    const at = stored.stems.indexOf(key)
    return at < 0 ? 0 : stored.counts[at]!
  }
  return {
    count: (key) => entry(key) >>> 3,
    isNoun: (key) => (entry(key) & NOUN) !== 0,
    isFree: (key) => (entry(key) & FREE) !== 0,
    isVerb: (key) => (entry(key) & VERB) !== 0,
  }
}
