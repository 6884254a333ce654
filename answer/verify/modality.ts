/** How strongly a clause binds: must, shall, should, may, or the contrary, from its verbs, participles and nouns. */

import type { Clause } from './clauses.ts'
import { LEXICAL_DENIALS, MODAL_FORMS, NEGATORS, WEAK_FORMS } from './modality.de.ts'
import type { Word } from './reading.ts'

/** `forbid` may not, `free` need not; the last three are advised or wished against, and plainly denied. */
export type Stance =
  | 'must'
  | 'shall'
  | 'should'
  | 'may'
  | 'forbid'
  | 'free'
  | 'shouldNot'
  | 'shallNot'
  | 'states'
  | 'denies'

export interface ClauseStance {
  stance: Stance
  /** Said by a noun or a verb with a meaning of its own (Pflicht, verlangt): no sure sign. */
  isWeak: boolean
  /** The words that say so. */
  words: string[]
  isNegated: boolean
}

type Force = keyof typeof MODAL_FORMS
const NEGATED: Record<Force, Stance> = {
  must: 'free',
  shall: 'shallNot',
  should: 'shouldNot',
  may: 'forbid',
  forbid: 'may',
  free: 'must',
  advisedAgainst: 'should',
}
const PLAIN: Record<Force, Stance> = {
  must: 'must',
  shall: 'shall',
  should: 'should',
  may: 'may',
  forbid: 'forbid',
  free: 'free',
  advisedAgainst: 'shouldNot',
}

export function isModalWord(lower: string): boolean {
  return forceOf(lower) !== null
}

/** `flips`: how often the contrary is said besides the negating words (unverschlüsselt for not verschlüsselt). */
export function stanceOf(clause: Clause, flips = 0): ClauseStance {
  const negating = findNegators(clause.words)
  const isNegated = (negating.length + flips) % 2 === 1
  const ownStrong = clause.words.filter((word) => forceOf(word.lower))
  const strong =
    ownStrong.length > 0 ? ownStrong : (clause.lead?.words.filter((word) => forceOf(word.lower)) ?? [])
  const isToBeDone = clause.isToBeDone || (ownStrong.length === 0 && clause.lead?.isToBeDone === true)
  const denied = negating.map((word) => word.surface)
  const last = strong.find((word) => !isLexical(word.lower)) ?? strong[0]
  const force = last ? forceOf(last.lower)! : isToBeDone ? 'must' : needs(clause.words, isNegated)
  if (force) {
    // "ist nicht zu benutzen" forbids, "hat nicht zu prüfen" frees.
    const isForbidden = !last && isToBeDone && clause.words.some(({ lower }) => /^(?:ist|sind)$/u.test(lower))
    const said = last ? strong.map((word) => word.surface) : isToBeDone ? ['zu + Infinitiv'] : ['brauchen']
    return {
      stance: isNegated ? (isForbidden ? 'forbid' : NEGATED[force]) : PLAIN[force],
      isWeak: false,
      words: [...denied, ...said],
      isNegated,
    }
  }
  const weak = clause.words.find((word) => word.surface !== 'Bedarf' && weakForceOf(word.lower))
  if (weak) {
    const stance = isNegated ? NEGATED[weakForceOf(weak.lower)!] : PLAIN[weakForceOf(weak.lower)!]
    return { stance, isWeak: true, words: [...denied, weak.surface], isNegated }
  }
  return { stance: isNegated ? 'denies' : 'states', isWeak: true, words: denied, isNegated }
}

/** Turns the sense of its sentence round, as a negation or a ban. */
export function isDenial(lower: string): boolean {
  return (
    NEGATORS.test(lower) || LEXICAL_DENIALS.test(lower) || forceOf(lower) === 'forbid' || lower === 'ohne'
  )
}

/** Negating words of a clause; "nicht nur", "nicht mehr als" and "nicht zuletzt" negate nothing. */
export function findNegators(words: readonly Word[]): Word[] {
  return words.filter((word, i) => {
    if (LEXICAL_DENIALS.test(word.lower) || isWithoutDoing(words, i) || isExempt(word, words)) return true
    if (word.own.some((key) => key === 'ausbleib' || key === 'wegfall')) return true
    if (!NEGATORS.test(word.lower)) return false
    const next = words
      .slice(i + 1, i + 3)
      .map((other) => other.lower)
      .join(' ')
    return !/^(?:nur|allein|bloß|zuletzt|selten|mehr als|weniger als|(?:länger|älter|größer|höher|kürzer|kleiner|jünger|schwerer|breiter|später) als|(?:unter|über) \d|überschr|übersteig|unterschr(?:eit|itt))/u.test(
      `${next} `,
    )
  })
}

/** "von der Gebühr befreit": pays none. */
function isExempt({ lower }: Word, words: readonly Word[]): boolean {
  return (
    /^befreit(?:e[nmrs]?)?$/u.test(lower) &&
    words.some((other) => /(?:steuer|gebühr|beitrag|entgelt|kosten|pflicht)(?:e?[ns])?$/u.test(other.lower))
  )
}

/** "ohne Gründe nennen zu müssen": need not. */
function isWithoutDoing(words: readonly Word[], at: number): boolean {
  if (words[at]!.lower !== 'ohne') return false
  const to = words.findIndex(({ lower }, i) => i > at && lower === 'zu')
  return to > at && forceOf(words[to + 1]?.lower ?? '') === 'must'
}

/** "kein … brauchen": need not. */
function needs(words: readonly Word[], isNegated: boolean): Force | null {
  return isNegated &&
    words.some((word) => /^(?:brauch(?:t|en|te|ten)|bedarf|bedürfen|benötig(?:t|en))$/u.test(word.lower))
    ? 'must'
    : null
}

/** Null for a word that neither obliges nor allows. */
export function forceOf(lower: string): Force | null {
  for (const [force, pattern] of Object.entries(MODAL_FORMS)) if (pattern.test(lower)) return force as Force
  return null
}

function weakForceOf(lower: string): Force | null {
  for (const [force, pattern] of Object.entries(WEAK_FORMS)) if (pattern.test(lower)) return force as Force
  return null
}

/** "kann den Besuch untersagen": under a modal verb the ban is what is allowed. Null where there is no modal verb. */
export function objectOf(clause: Clause): 'forbid' | null {
  const forces = clause.words
    .map((word) => ({ lower: word.lower, force: forceOf(word.lower) }))
    .filter(({ force }) => force)
  const hasVerb = forces.some(({ lower }) => !isLexical(lower))
  return hasVerb && forces.some(({ lower, force }) => isLexical(lower) && force === 'forbid')
    ? 'forbid'
    : null
}

/** A modal verb decides before participles and adjectives. */
function isLexical(lower: string): boolean {
  return !/^(?:muss|müss|soll|kann|könn|konnt|darf|dürf|durft|musst)/u.test(lower)
}
