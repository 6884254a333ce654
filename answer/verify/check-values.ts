/** Numbers, dates and identifiers: each of the claim's has to stand in the evidence, about the same thing. */

import type { Span } from '../../search/document.ts'
import { agreement, isExchanged, type Placed } from './binding.ts'
import { sameCounted } from './counted.ts'
import { contradicts, type DateMention, isWithin } from './dates.ts'
import { type CheckName, type Finding, holds, more, wrong } from './finding.ts'
import type { Identifier } from './identifiers.ts'
import type { Bound, Quantity } from './quantities.ts'
import type { Reading } from './reading.ts'

/** `whole` is what the evidence says besides the aligned sentences: headings and lead-ins. */
export interface ValueCheck {
  claim: Reading
  evidence: readonly Reading[]
}

export function checkValues(check: ValueCheck): Finding[] {
  return [...checkQuantities(check), ...checkDates(check), ...checkIdentifiers(check)]
}

interface Comparison<Value extends Span> {
  name: CheckName
  /** The evidence's value says what the claim's does. */
  same: (claimed: Value, given: Value) => boolean
  /** Both are about one thing, so that one excludes the other. */
  rival: (claimed: Value, given: Value) => boolean
  shown: string
}

/** The value of the evidence that is meant, or null together with the finding that says why there is none. */
function bind<Value extends Span>(
  claimed: Placed<Value>,
  given: readonly Placed<Value>[],
  { name, same, rival, shown }: Comparison<Value>,
  others: readonly Placed<Value>[],
): { found: Placed<Value> | null; finding: Finding } {
  const score = (other: Placed<Value>) => agreement(claimed, other)
  const equal = given.filter(({ value }) => same(claimed.value, value)).sort((a, b) => score(b) - score(a))[0]
  const other = given
    .filter(({ value }) => !same(claimed.value, value) && rival(claimed.value, value))
    .filter(
      (entry) =>
        !others.some(
          (own) =>
            own.value !== claimed.value &&
            same(own.value, entry.value) &&
            agreement(own, entry) >= score(entry),
        ),
    )
    .sort((a, b) => score(b) - score(a))[0]
  const own = wordsOf(claimed)
  if (!equal)
    return {
      found: null,
      finding: other
        ? wrong(name, `${shown} „${own}“: Die Quelle sagt „${wordsOf(other)}“.`)
        : wrong(name, `${shown} „${own}“ steht nicht in der Quelle.`),
    }
  if (
    other &&
    !isRange(equal, other) &&
    (score(other) > 1.15 * score(equal) + 0.03 || isExchanged(claimed, equal, other))
  )
    return {
      found: null,
      finding: wrong(
        name,
        `${shown} „${own}“ steht in der Quelle bei etwas anderem; hier sagt sie „${wordsOf(other)}“.`,
      ),
    }
  return {
    found: equal,
    finding: holds(name, `${shown} „${own}“ steht als „${wordsOf(equal)}“ in der Quelle.`),
  }
}

function checkQuantities({ claim, evidence }: ValueCheck): Finding[] {
  const given = place(evidence, (reading) => reading.quantities)
  return claim.quantities.flatMap((value) => {
    const claimed = { value, reading: claim }
    const { found, finding } = bind(
      claimed,
      given,
      {
        name: 'numbers',
        shown: 'Die Zahl',
        same: (a, b) =>
          a.dimension === b.dimension &&
          Math.abs(a.value - b.value) < 1e-9 * Math.max(1, Math.abs(a.value)) &&
          sameCounted(a.noun, b.noun),
        rival: (a, b) => isRival(a, b),
      },
      place([claim], (reading) => reading.quantities),
    )
    if (!found && isRateOfNoun(value, evidence)) return []
    if (!found) return value.dimension === 'count' && value.value === 2 && !value.noun ? [] : [finding]
    return [compareBounds(value, found.value, claimed, found) ?? finding]
  })
}

const RATE_NOUNS: [string, number, RegExp][] = [
  ['every Monate', 12, /(?<!\p{L})Jahres\p{Ll}{4,}/u],
  ['every Monate', 1, /(?<!\p{L})Monats\p{Ll}{4,}/u],
  ['every Stunden', 168, /(?<!\p{L})Wochen\p{Ll}{4,}/u],
  ['every Stunden', 24, /(?<!\p{L})Tages\p{Ll}{4,}/u],
]

/** "32 Stunden pro Woche" for "32 Wochenstunden", "im Jahr" for a Jahresbeitrag. */
function isRateOfNoun({ dimension, value }: Quantity, evidence: readonly Reading[]): boolean {
  return RATE_NOUNS.some(
    ([own, every, noun]) =>
      own === dimension && every === value && evidence.some(({ text }) => noun.test(text)),
  )
}

/** "zwischen 22 und 6 Uhr": both ends have the same surroundings. */
function isRange(a: Placed<Span>, b: Placed<Span>): boolean {
  if (a.reading !== b.reading) return false
  const [first, second] = a.value.start < b.value.start ? [a, b] : [b, a]
  return /^\s*(?:und|bis|oder|–|-)\s*$/u.test(a.reading.text.slice(first.value.end, second.value.start))
}

/** 30 Tage and one month measure the same thing in ways that cannot be converted. */
function isRival(a: Quantity, b: Quantity): boolean {
  const time = ['Stunden', 'Monate', 'Werktage']
  if (a.dimension === 'count' && b.dimension === 'count') return sameCounted(a.noun, b.noun)
  return a.dimension === b.dimension || (time.includes(a.dimension) && time.includes(b.dimension))
}

const BOUND_WORDS: Record<NonNullable<Bound>, string> = {
  min: 'mindestens',
  max: 'höchstens',
  more: 'mehr als',
  less: 'weniger als',
  about: 'ungefähr',
}
const UPWARD: Bound[] = ['min', 'more']
const DOWNWARD: Bound[] = ['max', 'less']

function compareBounds(
  own: Quantity,
  given: Quantity,
  claimed: Placed<Quantity>,
  found: Placed<Quantity>,
): Finding | null {
  if (own.bound === given.bound || isBoundElsewhere(own, given, claimed)) return null
  const detail = `„${withBound(own, claimed)}“ statt „${withBound(given, found)}“.`
  const opposite =
    (UPWARD.includes(own.bound) && DOWNWARD.includes(given.bound)) ||
    (DOWNWARD.includes(own.bound) && UPWARD.includes(given.bound))
  if (opposite) return wrong('quantifiers', detail)
  const isTime = ['Stunden', 'Monate', 'Werktage', 'Uhr'].includes(own.dimension)
  // "binnen 72 Stunden" and "eine Frist von 72 Stunden" say the same.
  if (
    isTime &&
    (own.bound === null || given.bound === null) &&
    !UPWARD.includes(own.bound) &&
    !UPWARD.includes(given.bound)
  )
    return null
  return more('quantifiers', detail)
}

/** "mindestens eine Übung pro Jahr" for "mindestens einmal jährlich". */
function isBoundElsewhere(own: Quantity, given: Quantity, { reading }: Placed<Quantity>): boolean {
  const words =
    given.bound === 'min' ? /mindestens|wenigstens/iu : given.bound === 'max' ? /höchstens|maximal/iu : null
  return own.bound === null && own.dimension.startsWith('every ') && words?.test(reading.text) === true
}

function withBound({ bound }: Quantity, placed: Placed<Quantity>): string {
  return `${bound ? `${BOUND_WORDS[bound]} ` : 'genau '}${wordsOf(placed)}`
}

function checkDates({ claim, evidence }: ValueCheck): Finding[] {
  const given = place(evidence, (reading) => reading.dates)
  return claim.dates.flatMap((value) => {
    const claimed = { value, reading: claim }
    const { found, finding } = bind(
      claimed,
      given,
      {
        name: 'dates',
        shown: 'Das Datum',
        same: isWithin,
        rival: contradicts,
      },
      place([claim], (reading) => reading.dates),
    )
    if (!found) return [finding]
    return [
      directionDiffers(value, found.value)
        ? wrong('dates', `„${before(claimed)}“ statt „${before(found)}“.`)
        : finding,
    ]
  })
}

function directionDiffers(own: DateMention, given: DateMention): boolean {
  const later = ['from', 'after']
  const earlier = ['until', 'before']
  return (
    (later.includes(own.bound ?? '') && earlier.includes(given.bound ?? '')) ||
    (earlier.includes(own.bound ?? '') && later.includes(given.bound ?? ''))
  )
}

function checkIdentifiers({ claim, evidence }: ValueCheck): Finding[] {
  const given = place(evidence, (reading) => reading.identifiers)
  return claim.identifiers.map((value, i) => {
    if (claim.identifiers.slice(0, i).some((other) => isRepeated(other, value)))
      return wrong(
        'identifiers',
        `„${wordsOf({ value, reading: claim })}“ nennt dasselbe zweimal, die Quelle nicht.`,
      )
    const claimed = { value, reading: claim }
    const comparison = {
      name: 'identifiers' as const,
      shown: 'Die Angabe',
      same: sameIdentifier,
      rival: (a: Identifier, b: Identifier) => a.kind === b.kind,
    }
    return bind(
      claimed,
      given,
      comparison,
      place([claim], (reading) => reading.identifiers),
    ).finding
  })
}

/** "§§ 11 und 11": one reference that names the same twice. */
function isRepeated(first: Identifier, second: Identifier): boolean {
  return first.start === second.start && first.key === second.key && first.law === second.law
}

/** Absatz, Satz and Nummer count where the claim names them, and the law where both do. */
function sameIdentifier(own: Identifier, given: Identifier): boolean {
  if (own.key !== given.key || (own.law && given.law && own.law !== given.law)) return false
  return own.details.every((detail) => given.details.includes(detail))
}

function place<Value extends Span>(
  evidence: readonly Reading[],
  read: (reading: Reading) => Value[],
): Placed<Value>[] {
  return evidence.flatMap((reading) => read(reading).map((value) => ({ value, reading })))
}

function wordsOf({ value, reading }: Placed<Span>): string {
  return reading.text.slice(value.start, value.end)
}

function before({ value, reading }: Placed<Span>): string {
  return reading.text.slice(Math.max(0, value.start - 12), value.end).replace(/^\S*\s/u, '')
}
