/** Cuts a sentence into clauses: what a modal verb, a negation or a condition reaches. By commas, conjunctions and verbs. */

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

export function toClauses(text: string, words: readonly Word[]): Clause[] {
  const drafts = splitAtConjunctions(splitAtMarks(text, words))
  const clauses: Clause[] = []
  for (const [i, draft] of drafts.entries()) {
    const before = clauses.at(-1)
    const own = toClause(text, draft, { before, isFirst: i === 0, next: drafts[i + 1] })
    if (before && belongsToPrevious(own, draft, before)) merge(text, before, own)
    else clauses.push(own)
    if (before && clauses.at(-1) === own && sharesVerb(own)) own.lead = before.lead ?? before
  }
  return clauses
}

function splitAtMarks(text: string, words: readonly Word[]): Draft[] {
  const drafts: Draft[] = []
  for (const [i, word] of words.entries()) {
    const gap = i === 0 ? '' : text.slice(words[i - 1]!.end, word.start)
    if (i === 0 || BREAK.test(gap)) drafts.push({ words: [word], joint: gap })
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
      const splits =
        i > 0 && CONJUNCTIONS.has(word.lower) && hasVerb(current.words) && hasVerb(words.slice(i + 1))
      if (splits) parts.push({ words: [word], joint: ` ${word.lower} ` })
      else current.words.push(word)
    }
    return parts
  })
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
    isConditional: CONDITIONAL.test(own) || continues || (isFirst && startsWithVerb(words, next)),
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
  if (!first || !second || !after || after.surface !== after.lower || words.length < 3) return false
  const isVerb = FINITE.has(first.lower) || (/(?:t|en)$/u.test(first.lower) && !first.surface.includes('-'))
  const opensMain = FINITE.has(after.lower) || (after.kind === 'content' && /(?:t|en)$/u.test(after.lower))
  const followed =
    DETERMINERS.has(second.lower) || second.isNoun || second.kind === 'content' || second.lower === 'bei'
  return isVerb && opensMain && followed && !DETERMINERS.has(first.lower)
}

function belongsToPrevious(clause: Clause, draft: Draft, before: Clause): boolean {
  if (clause.isConditional !== before.isConditional && CONDITIONAL.test(clause.text)) return false
  if (CONTENT_CLAUSE.test(clause.text)) return true
  if (/;/u.test(draft.joint)) return false
  if (
    before.words.every((word) => word.kind === 'function' || word.kind === 'modal' || word.kind === 'light')
  )
    return !clause.isConditional
  if (!hasVerb(draft.words)) return true
  if (/^ \p{L}+ $/u.test(draft.joint) || draft.words.some((word) => isOwnNegation(word.lower))) return false
  return (
    hasInfinitive(draft.words) && !draft.words.some((word) => FINITE.has(word.lower) || word.lower === 'um')
  )
}

/** "trennen, aber nicht auszuschalten": what is negated or contrasted alone stays alone. */
function isOwnNegation(lower: string): boolean {
  return /^(?:nicht|kein(?:e[nmrs]?)?|aber|sondern|jedoch)$/u.test(lower)
}

function sharesVerb({ words, isConditional, isRelative }: Clause): boolean {
  return !isConditional && !isRelative && !words.some((word) => FINITE.has(word.lower)) && hasVerb(words)
}

function merge(text: string, before: Clause, clause: Clause): void {
  const isBare = clause.words.length <= 3 && hasInfinitive(clause.words)
  before.isToBeDone ||= clause.isToBeDone || (isBare && before.words.some(isToBe))
  before.words.push(...clause.words)
  before.text = text.slice(before.words[0]!.start, before.words.at(-1)!.end)
}

/** A finite verb, an infinitive or a participle, as far as the form shows it. */
export function hasVerb(words: readonly Word[]): boolean {
  return words.some((word, i) => {
    if (FINITE.has(word.lower)) return true
    if (word.kind === 'modal' && word.surface === word.lower) return /(?:t|en)$/u.test(word.lower)
    if (word.surface !== word.lower || (word.kind !== 'content' && word.kind !== 'light')) return false
    const next = words[i + 1]
    if (/(?:lich|isch|bar|haft|sam|ig|los|weise)(?:e[nmrs]?)?$/u.test(word.lower)) return false
    return next === undefined ? /(?:t|en|ern|eln)$/u.test(word.lower) : /t$/u.test(word.lower) && !next.isNoun
  })
}

function isToBeDone(words: readonly Word[]): boolean {
  const at = words.findIndex(isToBe)
  const isWish = words.some((word) => /^(?:um|bereit|geeignet|leicht|schwer)$/u.test(word.lower))
  return at >= 0 && !isWish && hasInfinitive(words)
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
