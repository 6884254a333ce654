/** The words of the indexed texts as they are written, for recognising typing errors in a question. */

import { SLIPS, type Slip, slipBetween } from './edit-distance.ts'
import { normaliseSpelling } from './german/fold.ts'
import type { Unit } from './german/unit.ts'
import { decodeNumberedStrings, encodeNumberedStrings } from './numbered-strings.ts'
import { createTermTable, type TermTable } from './term-table.ts'

export interface CountedWord {
  unit: Unit
  count: number
  /** As the word first stood in a text. */
  surface: string
}

export interface StoredVocabulary {
  /** Folded words in sorted order. */
  words: TermTable
  /** Occurrences per word. */
  counts: Uint32Array
  /** Most frequent spelling per word, see NumberedStrings. */
  surfaces: Uint8Array
}

/** A known word as it is written in the texts, and the slip that leads from it to the typed one. */
export interface NearWord {
  surface: string
  slip: Slip
}

export interface Vocabulary {
  /** The known word nearest to an unknown folded one: by kind of slip, then by frequency; null where none is near. */
  nearest(folded: string): NearWord | null
}

/** Shorter words have too many neighbours. */
const SHORTEST = 5
/** Only so long a word is recognised through two slips. */
const TWO_SLIPS_FROM = 12
const LETTERS = /^\p{L}+$/u

export function learnVocabulary(words: Iterable<CountedWord>): StoredVocabulary {
  const byFolded = new Map<string, { count: number; surface: string; surfaceCount: number }>()
  for (const { unit, count, surface } of words) {
    if (unit.kind !== 'word' || count === 0 || !isCorrectable(unit.folded)) continue
    const entry = byFolded.get(unit.folded) ?? { count: 0, surface: '', surfaceCount: 0 }
    entry.count += count
    if (count > entry.surfaceCount) Object.assign(entry, { surface, surfaceCount: count })
    byFolded.set(unit.folded, entry)
  }
  const entries = [...byFolded.values()]
  const { table, order } = createTermTable([...byFolded.keys()])
  return {
    words: table,
    counts: Uint32Array.from(order, (i) => entries[i]!.count),
    surfaces: encodeNumberedStrings(Array.from(order, (i) => normaliseSpelling(entries[i]!.surface))),
  }
}

function isCorrectable(folded: string): boolean {
  return folded.length >= SHORTEST - 1 && LETTERS.test(folded)
}

export function openVocabulary({ words, counts, surfaces }: StoredVocabulary): Vocabulary {
  const spellings = decodeNumberedStrings(surfaces)
  return {
    nearest(folded) {
      if (folded.length < SHORTEST || !LETTERS.test(folded)) return null
      const most = folded.length < TWO_SLIPS_FROM ? 1 : 2
      let best: { at: number; slip: Slip } | null = null
      for (const at of candidates(words, folded, most)) {
        const slip = slipBetween(folded, words.at(at))
        if (slip === null || (slip === 'two' && most < 2)) continue
        const order = best ? SLIPS.indexOf(slip) - SLIPS.indexOf(best.slip) : -1
        if (order < 0 || (order === 0 && counts[at]! > counts[best!.at]!)) best = { at, slip }
      }
      return best && { surface: spellings.at(best.at), slip: best.slip }
    },
  }
}

/**
 * Words of about the same length and letters that begin with the same letter, or with the first two letters swapped. One slip
 * takes away one letter and brings another at most.
 */
function* candidates(words: TermTable, folded: string, most: number): Generator<number> {
  const typed = Buffer.from(folded)
  const { length } = typed
  const letters = lettersIn(typed, 0, length)
  for (const beginning of [folded[0]!, folded[1]! + folded[0]!]) {
    const last = words.lowerBound(`${beginning}\u{10FFFF}`)
    for (let at = words.lowerBound(beginning); at < last; at++) {
      const start = words.offsets[at]!
      const end = words.offsets[at + 1]!
      if (Math.abs(end - start - length) > 2 * most) continue
      if (countBits(letters ^ lettersIn(words.bytes, start, end)) <= 2 * most) yield at
    }
  }
}

/** One bit for each letter of a…z that occurs. */
function lettersIn(bytes: Uint8Array, start: number, end: number): number {
  let letters = 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!
    if (byte >= 0x61 && byte <= 0x7a) letters |= 1 << (byte - 0x61)
  }
  return letters
}

function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}
