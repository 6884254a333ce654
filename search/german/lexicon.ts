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
}

export interface StoredLexicon {
  /** Stems in sorted order, see TermTable. */
  stems: TermTable
  /** Per stem `count · 2`, plus 1 for a noun. */
  counts: Uint32Array
}

/** A lexicon that knows nothing: no compound is split. */
export const EMPTY_LEXICON: Lexicon = { count: () => 0, isNoun: () => false }

/** Longer words are compounds themselves and never parts. */
const MAX_PART_LENGTH = 20
const LETTERS = /^\p{L}{3,}$/u

/** Learns from units with their frequencies; `count` is the number of occurrences. */
export function learnLexicon(units: Iterable<{ unit: Unit; count: number }>): StoredLexicon {
  const seen = new Map<string, { count: number; capitals: number }>()
  for (const { unit, count } of units) {
    if (unit.kind !== 'word') continue
    for (const word of unit.parts.length > 0 ? unit.parts : [unit.folded]) {
      if (word.length > MAX_PART_LENGTH || !LETTERS.test(word) || isNoCompoundPart(word)) continue
      const key = stem(word)
      const entry = seen.get(key) ?? { count: 0, capitals: 0 }
      entry.count += count
      if (unit.capitalised) entry.capitals += count
      seen.set(key, entry)
    }
  }
  const { table, order } = createTermTable([...seen.keys()])
  const entries = [...seen.values()]
  const counts = Uint32Array.from(order, (i) => {
    const { count, capitals } = entries[i]!
    return Math.min(count, 0x7fffffff) * 2 + (capitals * 2 > count ? 1 : 0)
  })
  return { stems: table, counts }
}

export function openLexicon(stored: StoredLexicon): Lexicon {
  const entry = (key: string) => {
    const at = stored.stems.indexOf(key)
    return at < 0 ? 0 : stored.counts[at]!
  }
  return { count: (key) => entry(key) >>> 1, isNoun: (key) => (entry(key) & 1) === 1 }
}
