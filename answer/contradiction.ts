/**
 * Tells whether two sentences of different documents contradict each other: another number, date or strength of obligation
 * for the same matter. Rather finds none than a false one: both have to speak of the same things in nearly all their words.
 */

import { agreement } from './verify/binding.ts'
import { contradicts, type DateMention } from './verify/dates.ts'
import { coverOf, toPool } from './verify/matching.ts'
import { type Stance, stanceOf } from './verify/modality.ts'
import type { Quantity } from './verify/quantities.ts'
import type { Reading } from './verify/reading.ts'

export interface Contradiction {
  kind: 'numbers' | 'dates' | 'obligation'
  /** The differing words of both sentences, as they stand there. */
  words: [string, string]
}

/** Share of each sentence's telling words that the other one has to hold; that of statements that differ in a date or verb alone. */
const MIN_SHARED = 0.7
const MIN_SHARED_CLOSE = 0.8
/** So many telling words have to be shared, else it may be chance. */
const MIN_WORDS = 3
/** How far the words around two values have to be the same. */
const MIN_AGREEMENT = 0.45

export function findContradiction(a: Reading, b: Reading): Contradiction | null {
  const shared = Math.min(sharedShare(a, b), sharedShare(b, a))
  if (shared < MIN_SHARED || namesApart(a, b) || [a, b].some(isOfItsDocument)) return null
  const close = shared >= MIN_SHARED_CLOSE
  return findNumbers(a, b) ?? (close ? (findDates(a, b) ?? findObligation(a, b)) : null)
}

/** Share of the telling words of one sentence that the other one holds, 0…1. */
function sharedShare(one: Reading, other: Reading): number {
  const pool = toPool(other.words)
  const telling = one.words.filter((word) => word.kind === 'content')
  const total = telling.reduce((sum, { weight }) => sum + weight, 0)
  const held = telling.filter((word) => isHeld(coverOf(word, pool)))
  if (held.length < MIN_WORDS) return 0
  return held.reduce((sum, { weight }) => sum + weight, 0) / total
}

/** "Dieses Gesetz tritt am … in Kraft" speaks of another matter in every document. */
function isOfItsDocument({ text }: Reading): boolean {
  return /(?<!\p{L})(?:dies(?:e[mnrs]?)?|vorliegende[mnrs]?|hier|nachstehende[mnrs]?|folgende[mnrs]?)(?!\p{L})/iu.test(
    text,
  )
}

function isHeld(cover: ReturnType<typeof coverOf>): boolean {
  return cover !== 'none' && cover !== 'opposite'
}

/** Different sections, articles or requirements are different matters. */
function namesApart(a: Reading, b: Reading): boolean {
  const keys = new Set(b.identifiers.map(({ key }) => key))
  const isOneSided = (a.identifiers.length === 0) !== (b.identifiers.length === 0)
  return isOneSided || (keys.size > 0 && !a.identifiers.every(({ key }) => keys.has(key)))
}

function findNumbers(a: Reading, b: Reading): Contradiction | null {
  if (a.dates.some((own) => b.dates.some((other) => contradicts(own, other)))) return null
  for (const own of a.quantities) {
    const [other, ...more] = b.quantities.filter((quantity) => isRival(own, quantity))
    if (!other || more.length > 0 || a.quantities.some((twin) => twin !== own && isRival(twin, own))) continue
    if (excludes(own, other) && isSamePlace({ value: own, reading: a }, { value: other, reading: b }))
      return { kind: 'numbers', words: [wordsOf(a, own), wordsOf(b, other)] }
  }
  return null
}

const HOURS: Record<string, number> = { Stunden: 1, Werktage: 24, Monate: 730 }

/** Both measure the same. */
function isRival(a: Quantity, b: Quantity): boolean {
  if (a.dimension in HOURS && b.dimension in HOURS) return true
  return a.dimension === b.dimension && (a.dimension !== 'count' || (a.noun !== null && a.noun === b.noun))
}

/** "mindestens 3" leaves room for 5; of two deadlines only one can hold. */
function excludes(a: Quantity, b: Quantity): boolean {
  const scale = (quantity: Quantity) => quantity.value * (HOURS[quantity.dimension] ?? 1)
  const [low, high] = scale(a) <= scale(b) ? [a, b] : [b, a]
  const leeway = a.dimension !== b.dimension || a.bound === 'about' || b.bound === 'about' ? 1.25 : 1.0001
  if (scale(high) <= scale(low) * leeway) return false
  if (a.dimension in HOURS || a.bound === b.bound) return true
  return !(isOpenUpwards(low) || isOpenDownwards(high))
}

function isOpenUpwards({ bound }: Quantity): boolean {
  return bound === 'min' || bound === 'more'
}

function isOpenDownwards({ bound }: Quantity): boolean {
  return bound === 'max' || bound === 'less'
}

function findDates(a: Reading, b: Reading): Contradiction | null {
  const [own, ...ownMore] = a.dates
  const [other, ...otherMore] = b.dates
  if (!own || !other || ownMore.length + otherMore.length > 0) return null
  const isOther = contradicts(own, other) && own.bound === other.bound
  if (
    !isOther ||
    isOfName(a, own) ||
    isOfName(b, other) ||
    !isSamePlace({ value: own, reading: a }, { value: other, reading: b })
  )
    return null
  return { kind: 'dates', words: [wordsOf(a, own), wordsOf(b, other)] }
}

/** "Lagebericht 2024", "Verordnung vom 27. April 2016": what tells editions and acts apart dates nothing. */
function isOfName({ text }: Reading, { start, month, day, part, bound }: DateMention): boolean {
  const isBareYear = month === null && day === null && part === null && bound === null
  return isBareYear || /(?<!\p{L})(?:vom|v\.)\s*$/iu.test(text.slice(0, start))
}

type Placed = { value: Quantity | DateMention; reading: Reading }

function isSamePlace(a: Placed, b: Placed): boolean {
  return Math.min(agreement(a, b), agreement(b, a)) >= MIN_AGREEMENT
}

const STRENGTH: Partial<Record<Stance, string>> = {
  must: 'must',
  shall: 'must',
  should: 'should',
  may: 'may',
  free: 'free',
  forbid: 'forbid',
  shallNot: 'forbid',
  shouldNot: 'shouldNot',
}

function findObligation(a: Reading, b: Reading): Contradiction | null {
  const [own, ...ownMore] = toStances(a)
  const [other, ...otherMore] = toStances(b)
  if (!own || !other || ownMore.length + otherMore.length > 0) return null
  if (STRENGTH[own.stance] === STRENGTH[other.stance]) return null
  return { kind: 'obligation', words: [own.words.join(' '), other.words.join(' ')] }
}

/** Of the clauses that oblige, advise, allow or forbid by a modal word. */
function toStances(reading: Reading) {
  return reading.clauses
    .map((clause) => stanceOf(clause))
    .filter(({ stance, isWeak }) => !isWeak && STRENGTH[stance])
}

function wordsOf({ text }: Reading, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end)
}
