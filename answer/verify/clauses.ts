/** Cuts a sentence into clauses: what a modal verb, a negation or a condition reaches. By commas, conjunctions and verbs. */

import { isParticle } from './canonical-stem.ts'
import { CONDITIONAL, CONTENT_CLAUSE, DETERMINERS, FINITE, RELATIVE } from './grammar.de.ts'
import type { Word } from './reading.ts'

export interface Clause {
  words: Word[]
  /** A condition or exception. */
  isConditional: boolean
  /** Joined to the clause before by "oder". */
  isAlternative: boolean
  isRelative: boolean
  /** "ist … zu melden", "hat … zu prüfen". */
  isToBeDone: boolean
  /** The clause whose modal verb it shares: "muss prüfen und melden". */
  lead: Clause | null
  /** The clause's own text. */
  text: string
}

interface Draft {
  words: Word[]
  /** What stands between it and the clause before. */
  joint: string
}

const CONJUNCTIONS = new Set(['und', 'oder', 'aber', 'sondern', 'jedoch'])
const BREAK = /[,;:()–—]|\s-\s/u

/** A short form, a file number or a name in brackets does not end its clause. */
const ASIDE = /\([^\s()]+(?: [^\s()]+)?\)/gu

export function toClauses(text: string, words: readonly Word[]): Clause[] {
  const drafts = splitAtConjunctions(splitAtMarks(text, words))
  const clauses: Clause[] = []
  for (const [i, draft] of drafts.entries()) {
    const before = clauses.at(-1)
    const own = toClause(text, draft, { before, isFirst: i === 0, next: drafts[i + 1] })
    const interrupted = interruptedBy(clauses)
    if (interrupted && resumes(draft, interrupted)) {
      merge(text, interrupted, own)
      continue
    }
    if (before && belongsToPrevious(own, draft, before)) merge(text, before, own)
    else clauses.push(own)
    if (before && clauses.at(-1) === own && sharesVerb(own, draft, before)) own.lead = before.lead ?? before
  }
  return clauses
}

/** The clause before a relative one, with whatever "und" or "oder" joins to that. */
function interruptedBy(clauses: readonly Clause[]): Clause | undefined {
  const at = clauses.findLastIndex(({ isRelative }) => isRelative)
  const isOpen = clauses.slice(at + 1).every(({ words }) => /^(?:und|oder)$/u.test(words[0]!.lower))
  return at > 0 && isOpen ? clauses[at - 1] : undefined
}

function splitAtMarks(text: string, words: readonly Word[]): Draft[] {
  const drafts: Draft[] = []
  const asides = [...text.matchAll(ASIDE)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))
  const isBreak = (gap: string, from: number) =>
    BREAK.test(
      gap.replace(/[()]/gu, (mark, at: number) =>
        asides.some(({ start, end }) => start <= from + at && from + at < end) ? ' ' : mark,
      ),
    )
  for (const [i, word] of words.entries()) {
    const gap = i === 0 ? '' : text.slice(words[i - 1]!.end, word.start)
    if (i === 0 || isBreak(gap, words[i - 1]!.end)) drafts.push({ words: [word], joint: gap })
    else drafts.at(-1)!.words.push(word)
  }
  return drafts
}

/** "vom Netz trennen und ausschalten" are two clauses, "Länder und Kommunen" is none. */
function splitAtConjunctions(drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap(({ words, joint }) => {
    const parts: Draft[] = [{ words: [], joint }]
    for (const [i, word] of words.entries()) {
      const current = parts.at(-1)!
      const isRange = words[i - 1]?.kind === 'value' && words[i + 1]?.kind === 'value'
      const splits =
        i > 0 && !isRange && CONJUNCTIONS.has(word.lower) && areTwoClauses(current.words, words.slice(i + 1))
      if (splits) parts.push({ words: [word], joint: ` ${word.lower} ` })
      else current.words.push(word)
    }
    return parts
  })
}

/** Either the second part begins with a verb of its own, or the first one is complete: it ends with its verb. */
function areTwoClauses(first: readonly Word[], second: readonly Word[]): boolean {
  if (!hasVerb(first) || !hasVerb(second)) return false
  const last = first.at(-1)!
  const opening = second.slice(0, 4)
  const ends =
    last.surface === last.lower && last.kind !== 'function' && /(?:t|en|ern|eln)$/u.test(last.lower)
  const begins = opening.some(
    (word, i) =>
      (FINITE.has(word.lower) && word !== second.at(-1)) ||
      (i === 0 && word.surface === word.lower && /t$/u.test(word.lower)),
  )
  const isParticleEnd = isParticle(last.lower) && last.surface === last.lower && !second.at(-1)!.isNoun
  return (
    ends ||
    isParticleEnd ||
    FINITE.has(last.lower) ||
    begins ||
    (last.kind === 'value' && hasInfinitive(second) && !(first.some(isToBe) && !hasInfinitive(first)))
  )
}

function toClause(
  text: string,
  { words, joint }: Draft,
  { before, isFirst, next }: { before: Clause | undefined; isFirst: boolean; next: Draft | undefined },
): Clause {
  const own = text.slice(words[0]!.start, words.at(-1)!.end)
  const isCoordinated = /^ (?:und|oder) $/u.test(joint)
  const continues = isCoordinated && before?.isConditional === true && !FINITE.has(words[1]?.lower ?? '')
  return {
    words: [...words],
    text: own,
    isConditional:
      CONDITIONAL.test(own) || continues || ((isFirst || /[;:]/u.test(joint)) && startsWithVerb(words, next)),
    isAlternative: joint === ' oder ',
    isRelative: joint.includes(',') && RELATIVE.test(own) && hasVerb(words.slice(1)),
    isToBeDone: isToBeDone(words),
    lead: null,
  }
}

/** "Wird ein Schlüssel bekannt, ist er zu ersetzen": the verb stands first, and the next clause begins with one. */
function startsWithVerb(words: readonly Word[], next: Draft | undefined): boolean {
  const [first, second] = words
  const after = next?.words[0]
  if (!first || !second || !after || after.surface !== after.lower) return false
  if (words.length < 3 && !/^(?:er|sie|es|man|niemand|jemand|dies|das)$/u.test(second.lower)) return false
  const isVerb =
    FINITE.has(first.lower) ||
    (first.kind !== 'function' && /(?:t|en)$/u.test(first.lower) && !first.surface.includes('-'))
  const opensMain =
    FINITE.has(after.lower) ||
    ((after.kind === 'content' || after.kind === 'light') && /(?:t|en)$/u.test(after.lower))
  const followed =
    DETERMINERS.has(second.lower) || second.isNoun || second.kind === 'content' || second.lower === 'bei'
  return isVerb && opensMain && followed && !DETERMINERS.has(first.lower)
}

function belongsToPrevious(clause: Clause, draft: Draft, before: Clause): boolean {
  if (clause.isConditional !== before.isConditional && CONDITIONAL.test(clause.text)) return false
  if (CONTENT_CLAUSE.test(clause.text)) return true
  if (/;/u.test(draft.joint)) return false
  if (
    before.words.every(
      (word) =>
        word.kind === 'function' ||
        (!before.isConditional && (word.kind === 'modal' || word.kind === 'light')),
    )
  )
    return !clause.isConditional
  if (isGapped(draft)) return false
  if (!hasVerb(draft.words)) return true
  if (/^ \p{L}+ $/u.test(draft.joint) || draft.words.some((word) => isOwnNegation(word.lower))) return false
  return (
    hasInfinitive(draft.words) && !draft.words.some((word) => FINITE.has(word.lower) || word.lower === 'um')
  )
}

/** "Akten, die verjährt sind, | werden vernichtet": the main clause goes on with its verb. */
function resumes({ words, joint }: Draft, before: Clause): boolean {
  if (!joint.includes(',')) return false
  const hasFinite = before.words.some((word) => FINITE.has(word.lower))
  if (FINITE.has(words[0]!.lower)) return !hasFinite
  const isRest = hasVerb([words.at(-1)!]) && !words.some((word) => FINITE.has(word.lower))
  return hasFinite && isRest && before.words.at(-1)!.isNoun
}

/** "…, jüngere nur in Begleitung": another subject for the verb before, under a limit of its own. */
function isGapped({ words, joint }: Draft): boolean {
  const at = words.findIndex(({ lower }) => lower === 'nur')
  return joint.includes(',') && at > 0 && at <= 3 && !hasVerb(words) && !CONJUNCTIONS.has(words[0]!.lower)
}

/** "trennen, aber nicht auszuschalten": what is negated or contrasted alone stays alone. */
function isOwnNegation(lower: string): boolean {
  return /^(?:nicht|kein(?:e[nmrs]?)?|aber|sondern|jedoch)$/u.test(lower)
}

/** A clause that ends with an infinitive or participle and has no finite verb takes it from the clause before. */
function sharesVerb({ words, isConditional, isRelative }: Clause, { joint }: Draft, before: Clause): boolean {
  if (isRelative || isConditional !== before.isConditional || /;/u.test(joint)) return false
  const last = words.at(-1)!
  const isOwnFinite = (word: Word, i: number) => {
    const next = words[i + 1]
    if (FINITE.has(word.lower)) return true
    const isLowerVerb = word.kind !== 'function' && word.surface === word.lower && /[^s]t$/u.test(word.lower)
    return isLowerVerb && next !== undefined && !next.isNoun && !FINITE.has(next.lower)
  }
  return hasVerb([last]) && !words.slice(0, -1).some(isOwnFinite)
}

function merge(text: string, before: Clause, clause: Clause): void {
  const end = before.words.at(-1)!.end
  const isAdjacent = text.slice(end, clause.words[0]!.start).length < 4
  const isBare = clause.words.length <= 3 && hasInfinitive(clause.words)
  const isListed = hasInfinitive(clause.words) && isFurtherPlace(clause)
  before.isToBeDone ||= clause.isToBeDone || ((isBare || isListed) && before.words.some(isToBe))
  before.words.push(...clause.words)
  before.text = [before.text, clause.text].join(isAdjacent ? text.slice(end, clause.words[0]!.start) : ' ')
}

/** "sind in Kirchen, auf Friedhöfen und an Schulen zu führen": the next of several places. */
function isFurtherPlace({ words }: Clause): boolean {
  return (
    /^(?:in|im|auf|an|am|bei|beim|vor|mit|für|unter|über)$/u.test(words[0]!.lower) &&
    words.some(({ lower }) => lower === 'und' || lower === 'oder' || lower === 'sowie')
  )
}

/** A finite verb, an infinitive or a participle, as far as the form shows it. */
export function hasVerb(words: readonly Word[]): boolean {
  return words.some((word, i) => {
    if (FINITE.has(word.lower)) return true
    if (word.kind === 'modal' && word.surface === word.lower) return /(?:t|en)$/u.test(word.lower)
    if (word.surface !== word.lower || (word.kind !== 'content' && word.kind !== 'light')) return false
    const next = words[i + 1]
    if (/(?:lich|isch|bar|haft|sam|ig|los|weise)(?:e[nmrs]?)?$/u.test(word.lower)) return false
    return next === undefined
      ? /(?:t|en|ern|eln)$/u.test(word.lower)
      : !next.isNoun && (/t$/u.test(word.lower) || isPlural(word, next))
  })
}

/** "gehören nicht in …": before a noun the same ending makes an adjective. */
function isPlural(word: Word, next: Word): boolean {
  return /en$/u.test(word.lower) && next.kind === 'function' && !CONJUNCTIONS.has(next.lower)
}

function isToBeDone(words: readonly Word[]): boolean {
  const at = words.findIndex(isToBe)
  const isWish = words.some((word, i) => WISH.test(word.lower) && !isMeasure(words.slice(i + 1)))
  return at >= 0 && !isWish && hasInfinitive(words)
}

const WISH = /^(?:um|bereit|geeignet|leicht|schwer)$/u

/** "um mehr als 15 Prozent": no purpose. */
function isMeasure(after: readonly Word[]): boolean {
  return after.slice(0, 3).some(({ kind }) => kind === 'value')
}

function isToBe(word: Word): boolean {
  return /^(?:ist|sind|war|waren|bleibt|bleiben|hat|haben|hatte|hatten)$/u.test(word.lower)
}

const SEPARABLE =
  /^(?:ab|an|auf|aus|bei|bekannt|bereit|durch|ein|fest|fort|frei|her|hin|los|mit|nach|nieder|sicher|statt|teil|um|vor|weg|weiter|wieder|zurück|zusammen|hinzu|heran|heraus|herbei|voraus)\p{Ll}*zu\p{Ll}{2,}n$/u

function hasInfinitive(words: readonly Word[]): boolean {
  return words.some(
    (word, i) =>
      (word.lower === 'zu' && /^\p{Ll}+n$/u.test(words[i + 1]?.surface ?? '')) ||
      (word.surface === word.lower && SEPARABLE.test(word.lower)),
  )
}
