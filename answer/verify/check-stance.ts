/** Negation and strength of obligation: a clause of the claim binds as much, and in the same direction, as the one beside it. */

import { type ClauseLink, coverageBy, isWeighed } from './align.ts'
import type { Clause } from './clauses.ts'
import { type Finding, holds, more, wrong } from './finding.ts'
import { coverOf, isCovered, type Pool, toPool } from './matching.ts'
import { LEXICAL_DENIALS } from './modality.de.ts'
import { type ClauseStance, findNegators, objectOf, type Stance, stanceOf } from './modality.ts'
import { isExclusive } from './quantifiers.ts'

const NAMES: Record<Stance, string> = {
  must: 'muss',
  shall: 'soll',
  should: 'sollte',
  may: 'kann oder darf',
  forbid: 'darf nicht',
  free: 'muss nicht',
  shouldNot: 'sollte nicht',
  shallNot: 'soll nicht',
  states: 'Feststellung',
  denies: 'verneint',
}
const ONLY_UNDER =
  /(?<!\p{L})(?:nur|erst|ausschließlich|allein|frühestens) (?:mit|nach|wenn|falls|sofern|bei|durch|auf|ab|in|unter|gegen|über|von)(?!\p{L})/iu
const ONLY = /(?<!\p{L})(?:nur|ausschließlich|lediglich)(?!\p{L})/iu
const NEGATIVE: Stance[] = ['forbid', 'shouldNot', 'shallNot', 'denies', 'free']
/** "Ob es zulässig ist, entscheidet …": asks and claims nothing. */
const INDIRECT = /^(?:ob|inwieweit|wie (?:viel|hoch|lang|oft|groß|weit)e?|wann|wo|welche[mnrs]?)(?!\p{L})/iu
const SAME_MATTER = 0.5
/** Stances of the evidence that carry a claim of another stance. */
const CARRIED: Partial<Record<Stance, Stance[]>> = {
  states: ['must'],
  may: ['states'],
  forbid: ['denies'],
  denies: ['forbid'],
  free: ['denies'],
}

/** The best outcome counts: where several clauses of the evidence fit equally well, one that agrees is enough. */
export function checkStance(links: readonly ClauseLink[]): Finding[] {
  return links.flatMap((link) => {
    if (link.clause.isRelative && stanceOf(link.clause).stance === 'states') return []
    if (INDIRECT.test(link.clause.text)) return []
    const outcomes = besideOf(link).map(({ clause, pool }) => compare(link.clause, clause, pool))
    const good = outcomes.find((findings) => findings.every(({ ok }) => ok))
    const best = good ?? outcomes.sort((a, b) => severity(a) - severity(b))[0] ?? []
    return isLoose(link) ? best.map(soften) : best
  })
}

/**
 * A claim without a condition of its own may say it with a noun ("Gäste unter Alkohol haben keinen Zutritt" for "Wer …, hat"): what
 * binds is then the clause that the condition belongs to.
 */
function besideOf(link: ClauseLink): ClauseLink['beside'] {
  const { clause, unit, beside } = link
  const first = beside[0]?.clause
  const saying = first ? sayingItself(link, beside[0]!.pool) : []
  if (saying.length > 0) return saying
  if (!first?.isConditional || clause.isConditional) return [...beside, ...denyingAlike(link)]
  const { clauses } = unit.reading()
  const at = clauses.indexOf(first)
  const main = [clauses[at + 1], clauses[at - 1]].find(
    (other) => other && !other.isConditional && !other.isRelative,
  )
  const pool = main && toPool(main.words)
  return pool && clause.words.some((word) => word.kind === 'content' && isCovered(word, pool))
    ? [{ clause: main, pool }]
    : beside
}

/** "Ablehnen darf er nur …": not the clause that says he agrees, but the one that says he may decline. */
function sayingItself({ clause, unit }: ClauseLink, pool: Pool): ClauseLink['beside'] {
  const turned = clause.words.filter((word) => word.kind === 'content' && coverOf(word, pool) === 'opposite')
  if (turned.length === 0) return []
  const others = unit.reading().clauses.map((other) => ({ clause: other, pool: toPool(other.words) }))
  return others.filter((other) => turned.every((word) => coverOf(word, other.pool) === 'same'))
}

/** Clauses that deny by the same verb: "verzichtet er" beside "verzichtet der Finder auf das Eigentum". */
function denyingAlike({ clause, unit, beside }: ClauseLink): ClauseLink['beside'] {
  const denials = findNegators(clause.words).filter(({ kind }) => kind !== 'function')
  if (denials.length === 0) return []
  const alike = (other: Clause) =>
    other.words.some((word) => word.own.some((key) => denials[0]!.own.includes(key)))
  return unit
    .reading()
    .clauses.filter((other) => alike(other) && !beside.some((entry) => entry.clause === other))
    .map((other) => ({ clause: other, pool: toPool(other.words) }))
}

/** "fieberfrei" for "kein Fieber": the part that the claim has as a word of its own is denied by the other. */
function countLacking(given: Clause, claimed: Clause): number {
  return given.words.filter((word) => {
    if (LEXICAL_DENIALS.test(word.lower)) return false
    const root = /^(\p{Ll}{4,}?)(?:frei|los)(?:e[mnrs]?)?$/u.exec(word.lower)?.[1]
    const at = claimed.words.findIndex(
      ({ isNoun, lower }) => isNoun && (lower === root || `${lower}s` === root),
    )
    return at >= 0 && !claimed.words.slice(Math.max(0, at - 2), at).some(({ lower }) => lower === 'ohne')
  }).length
}

/** Clauses that share less than half of the claim's words do not contradict each other: they may speak of different things. */
function isLoose({ clause, beside: [best] }: ClauseLink): boolean {
  return best !== undefined && coverageBy(clause.words.filter(isWeighed), [best.pool]) < SAME_MATTER
}

function soften(finding: Finding): Finding {
  return finding.weight === 'wrong' ? { ...finding, weight: 'more' } : finding
}

function severity(findings: readonly Finding[]): number {
  return findings.some(({ weight }) => weight === 'wrong') ? 2 : 1
}

function compare(claimed: Clause, given: Clause, pool: Pool): Finding[] {
  const opposites = claimed.words.filter(
    (word) => word.kind === 'content' && coverOf(word, pool) === 'opposite',
  )
  const isOnly =
    ONLY_UNDER.test(claimed.text) ||
    ONLY_UNDER.test(given.text) ||
    (isExclusive(claimed.text) && stanceOf(given).stance === 'must')
  const own = normalised(claimed, stanceOf(claimed, opposites.length), isOnly)
  const other = normalised(given, stanceOf(given, countLacking(given, claimed)), isOnly)
  if (isBareCondition(claimed, own) && !given.isConditional && !NEGATIVE.includes(other.stance)) return []
  const said = describe(own)
  const written = describe(other)
  if (
    objectOf(claimed) !== objectOf(given) &&
    (objectOf(claimed) ?? objectOf(given)) &&
    own.stance === other.stance
  )
    return [wrong('negation', `${said}; Quelle: ${written}, „${given.text}“.`)]
  for (const a of alternatives(own)) {
    for (const b of alternatives(other)) {
      if (
        agrees(a, b, given) ||
        (a === 'may' && b === 'must' && isOnlyUnder(claimed)) ||
        (a === 'must' && b === 'may' && isBoundTo(given, claimed)) ||
        (a === 'states' && b === 'may' && isMeasure(claimed)) ||
        (a === 'must' && b === 'states' && isOnRequest(claimed, given))
      ) {
        const isPlain = own.stance === 'states' && other.stance === 'states'
        return isPlain
          ? [holds('negation', 'Keine Verneinung auf beiden Seiten.')]
          : [holds('obligation', `${said}; Quelle: ${written}.`)]
      }
    }
  }
  if (opposites.length > 0) {
    const words = opposites.map((word) => `„${word.surface}“`).join(', ')
    return [wrong('negation', `${words} sagt das Gegenteil der Quelle: „${given.text}“.`)]
  }
  const isDenied = NEGATIVE.includes(own.stance) !== NEGATIVE.includes(other.stance)
  if (isDenied) return [wrong('negation', `${said}; Quelle: ${written}, „${given.text}“.`)]
  const isStronger = other.stance === 'states' || own.stance === 'states'
  const finding = isStronger && !(own.stance === 'states' && own.isNegated) ? more : wrong
  return [finding('obligation', `${said}; Quelle: ${written}.`)]
}

function agrees(own: Stance, given: Stance, clause: Clause): boolean {
  if (own === given) return true
  if (own === 'must' && given === 'states')
    return (
      isVerbless(clause) ||
      /(?<!\p{L})(?:binnen|innerhalb|spätestens|frühestens|nur|erst|haft(?:e[nt]|et))(?!\p{L})/iu.test(
        clause.text,
      )
    )
  return CARRIED[own]?.includes(given) ?? false
}

/** "darf nur mit Erlaubnis", "darf nicht ohne Erlaubnis": the permit is a must. */
function isOnlyUnder(clause: Clause): boolean {
  return ONLY_UNDER.test(clause.text) || (isExclusive(clause.text) && stanceOf(clause).isNegated)
}

/** "Dürfen nur in Behältnissen transportiert werden": for the transport they are a must. */
export function isBoundTo(given: Clause, claimed: Clause): boolean {
  if (ONLY.test(claimed.text)) return false
  const at = given.words.findIndex(({ lower }, i) => ONLY.test(lower) && ONLY_UNDER.test(textFrom(given, i)))
  const led = given.words.slice(at + 1).find(({ isNoun }) => isNoun)
  return at >= 0 && led !== undefined && isCovered(led, toPool(claimed.words))
}

function textFrom({ words }: Clause, at: number): string {
  return words
    .slice(at, at + 2)
    .map(({ lower }) => lower)
    .join(' ')
}

/** "Die Frist beträgt vier Wochen", "haben zwei Wochen Zeit": how long something may take. */
function isMeasure({ words }: Clause): boolean {
  return (
    words.some(({ lower }) => /^(?:betr(?:ägt|agen)|gilt|gelten|hat|haben)$/u.test(lower)) &&
    words.some(({ lower }) => /(?:frist|dauer|zeit|zeitraum)$/u.test(lower)) &&
    words.some(({ kind }) => kind === 'value')
  )
}

/** It claims nothing: only what it makes the rest depend on counts. */
function isBareCondition({ isConditional }: Clause, { stance }: ClauseStance): boolean {
  return isConditional && stance === 'states'
}

/** A noun or a verb with a meaning of its own may be read as an obligation or not. */
function alternatives({ stance, isWeak, isNegated }: ClauseStance): Stance[] {
  return isWeak ? [stance, isNegated ? 'denies' : 'states'] : [stance]
}

/** "Ohne Zustimmung dürfen keine …" and "nur mit Zustimmung dürfen …" are one. */
function normalised(clause: Clause, stance: ClauseStance, isOnly = true): ClauseStance {
  if (!isOnly || !NEGATIVE.includes(stance.stance) || !isExclusive(clause.text)) return stance
  const positive: Partial<Record<Stance, Stance>> = {
    forbid: 'may',
    denies: 'states',
    shouldNot: 'should',
    shallNot: 'shall',
  }
  return { ...stance, stance: positive[stance.stance] ?? stance.stance, isNegated: false }
}

/** "wird auf Antrag gezahlt": it must be applied for. */
function isOnRequest(claimed: Clause, given: Clause): boolean {
  return (
    /(?<!\p{L})auf (?:\p{Ll}+ )?Antrag(?!\p{L})/u.test(given.text) &&
    /(?:beantrag|Antrag)/u.test(claimed.text)
  )
}

function isVerbless(clause: Clause): boolean {
  return !clause.words.some((word) => /^\p{Ll}+(?:t|en)$/u.test(word.surface) && word.kind !== 'value')
}

function describe({ stance, words }: ClauseStance): string {
  return words.length > 0 ? `${NAMES[stance]} („${[...new Set(words)].join(' … ')}“)` : NAMES[stance]
}

/** For tests: how a single clause reads. */
export function readStance(clause: Clause): Stance {
  return normalised(clause, stanceOf(clause)).stance
}
