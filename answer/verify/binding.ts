/** Which value of the evidence a value of the claim is about: the one with the same words around it. */

import type { Span } from '../../search/document.ts'
import { coverOf, toPool } from './matching.ts'
import type { Reading, Word } from './reading.ts'

export interface Placed<Value extends Span> {
  value: Value
  reading: Reading
}

const REACH = 8
const OTHER_CLAUSE = 0.6
const BARRED = 0.4

/** How well the surroundings of two values agree, 0…1. */
export function agreement(claimed: Placed<Span>, given: Placed<Span>): number {
  const near = neighbours(claimed)
  const others = neighbours(given)
  let shared = 0
  let total = 0
  for (const { word, weight } of near) {
    total += weight
    const best = Math.max(0, ...others.map((other) => (matches(word, other.word) ? other.closeness : 0)))
    shared += weight * best
  }
  return total > 0 ? shared / total : 0
}

/**
 * "Für Erdgräber 25 Jahre, für Urnen 15": the claim has a thing beside its value that the evidence has beside the rival only,
 * and lacks the one that the evidence has beside the equal value.
 */
export function isExchanged(claimed: Placed<Span>, equal: Placed<Span>, rival: Placed<Span>): boolean {
  const [own, right, other] = [claimed, equal, rival].map(thingsBeside) as [Word[], Word[], Word[]]
  const has = (words: readonly Word[], word: Word) => words.some((given) => matches(word, given))
  const all = claimed.reading.words.filter(({ kind }) => kind !== 'function')
  return (
    own.some((word) => has(other, word) && !has(right, word)) &&
    right.some(
      (word) => !has(other, word) && !all.some((given) => matches(word, given) || matches(given, word)),
    )
  )
}

/** The nouns nearest to the value on each side, with no comma or "und" between. */
function thingsBeside({ value, reading }: Placed<Span>): Word[] {
  const nouns = reading.words.filter(
    (word) => word.isNoun && word.kind === 'content' && !isBarred(reading.text, value, word),
  )
  const before = nouns.filter((word) => word.end <= value.start).slice(-1)
  const after = nouns.filter((word) => word.start >= value.end).slice(0, 1)
  return [...before, ...after]
}

interface Neighbour {
  word: Word
  /** 1 right beside the value, less farther away and in other clauses. */
  closeness: number
  weight: number
}

function neighbours({ value, reading }: Placed<Span>): Neighbour[] {
  const words = reading.words.filter((word) => word.kind === 'content' || word.kind === 'light')
  const clause = reading.clauses.find((own) =>
    own.words.some((word) => word.start < value.end && value.start < word.end),
  )
  const place = words.filter((word) => word.end <= value.start).length
  return words.flatMap((word, i) => {
    const distance = i < place ? place - 1 - i : i - place
    if (distance > REACH) return []
    const own =
      (clause?.words.includes(word) ? 1 : OTHER_CLAUSE) * (isBarred(reading.text, value, word) ? BARRED : 1)
    const closeness = own / (1 + distance / 3)
    return [{ word, closeness, weight: closeness * (word.kind === 'light' ? 0.3 : 1) * word.weight }]
  })
}

/** A comma or "und" stands between. */
function isBarred(text: string, value: Span, word: Word): boolean {
  const between =
    word.end <= value.start ? text.slice(word.end, value.start) : text.slice(value.end, word.start)
  return /[,;:]|(?<!\p{L})(?:und|oder|sowie|aber)(?!\p{L})/u.test(between)
}

const known = new WeakMap<Word, ReturnType<typeof toPool>>()

function matches(word: Word, other: Word): boolean {
  let pool = known.get(other)
  if (!pool) {
    pool = toPool([other])
    known.set(other, pool)
  }
  const cover = coverOf(word, pool)
  return cover !== 'none' && cover !== 'opposite'
}
