/** Finds for each clause of a claim the sentence of the evidence that may support it, and the clause within it. */

import type { Span } from '../../search/document.ts'
import type { Alias } from './aliases.ts'
import type { Clause } from './clauses.ts'
import type { EvidenceUnit } from './evidence-units.ts'
import { coverOf, type Pool, toPool } from './matching.ts'
import type { Reading, Word } from './reading.ts'

/** A clause of the claim beside the sentence that supports it best. */
export interface ClauseLink {
  clause: Clause
  unit: EvidenceUnit
  /** Clauses of the unit that fit nearly as well as the best one, best first. */
  beside: { clause: Clause; pool: Pool }[]
  /** Share of the clause's words that the unit holds, by weight, 0…1. */
  coverage: number
}

export interface Alignment {
  links: ClauseLink[]
  /** At most three, in order of the claim. */
  units: EvidenceUnit[]
  /** Share of all words of the claim that the aligned units hold. */
  coverage: number
}

export interface AlignOptions {
  aliases: readonly Alias[]
  /** Cosine of the claim and a unit, where there is a model. */
  similarity?: (unit: EvidenceUnit) => number
}

const MAX_UNITS = 3
const CANDIDATES = 8
const NEARLY = 0.95
const WHOLE_CLAIM = 0.6
const DENSE = 0.3
const VALUES = 0.5
const LITTLE_ELSE = 0.1

/** Null where no sentence shares a word with the claim. */
export function align(
  claim: Reading,
  units: readonly EvidenceUnit[],
  options: AlignOptions,
): Alignment | null {
  const all = claim.words.filter(isWeighed)
  const ranked = rank(claim, units, all, options)
  if (ranked.length === 0) return null
  const chosen: EvidenceUnit[] = []
  const links: ClauseLink[] = []
  for (const clause of claim.clauses) {
    const words = clause.words.filter(isWeighed)
    if (words.length === 0 && !hasValue(clause)) continue
    const allowed = chosen.length < MAX_UNITS ? ranked : ranked.filter(({ unit }) => chosen.includes(unit))
    const best = allowed
      .map((entry) => ({
        ...entry,
        total:
          clauseScore(words, clause, claim, entry.unit) +
          WHOLE_CLAIM * entry.score +
          LITTLE_ELSE * entry.likeness,
      }))
      .sort((a, b) => b.total - a.total)[0]!
    if (!chosen.includes(best.unit)) chosen.push(best.unit)
    links.push(toLink(clause, claim, best.unit, options.aliases))
  }
  if (links.length === 0) return null
  return {
    links,
    units: chosen,
    coverage: coverageBy(
      all,
      chosen.map((unit) => unit.pool()),
    ),
  }
}

/** Words that carry the meaning; light ones help to tell sentences apart but are not required. */
export function isWeighed(word: Word): boolean {
  return word.kind === 'content' || word.kind === 'light'
}

interface Ranked {
  unit: EvidenceUnit
  score: number
  /** Share of the unit's words that the claim holds: of two that hold the claim, the one that says little else. */
  likeness: number
}

function rank(
  claim: Reading,
  units: readonly EvidenceUnit[],
  words: readonly Word[],
  { similarity }: AlignOptions,
): Ranked[] {
  const total = sumWeights(words)
  const values = valuesOf(claim)
  const first = units
    .map((unit) => ({
      unit,
      score:
        quickCoverage(words, unit, total) +
        (similarity ? DENSE * Math.max(0, similarity(unit)) : 0) +
        0.1 * values.filter((value) => unit.text.includes(value)).length,
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, CANDIDATES)
  const clauses = claim.clauses.flatMap((clause) => {
    const own = clause.words.filter(isWeighed)
    const weight = sumWeights(own)
    const best = units
      .map((unit) => ({ unit, score: quickCoverage(own, unit, weight) }))
      .sort((a, b) => b.score - a.score)
    return own.length > 0
      ? best
          .slice(0, 3)
          .filter(({ score }) => score > 0)
          .map(({ unit }) => unit)
      : []
  })
  const pool = toPool(claim.words)
  const candidates = [...new Set([...first.map(({ unit }) => unit), ...clauses])]
  return candidates
    .map((unit) => ({
      unit,
      score:
        coverageBy(words, [unit.pool()]) +
        (similarity ? DENSE * Math.max(0, similarity(unit)) : 0) +
        VALUES * sharedValues(claim, unit.reading()),
      likeness: coverageBy(unit.reading().words.filter(isWeighed), [pool]),
    }))
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) => b.score - a.score || a.unit.passage - b.unit.passage || a.unit.span.start - b.unit.span.start,
    )
}

function quickCoverage(words: readonly Word[], unit: EvidenceUnit, total: number): number {
  let covered = 0
  for (const word of words) {
    const isHeld =
      word.own.some((key) => unit.keys.has(key)) ||
      word.groups.some((group) => unit.keys.has(`g${group}`)) ||
      (word.parts.length > 0 && word.parts.some((keys) => keys.some((key) => unit.keys.has(key))))
    if (isHeld) covered += weightOf(word)
  }
  return total > 0 ? covered / total : 0
}

function clauseScore(words: readonly Word[], clause: Clause, claim: Reading, unit: EvidenceUnit): number {
  return coverageBy(words, [unit.pool()]) + sharedValues(valuesWithin(claim, clause), unit.reading())
}

/** A reading with the values of one clause only. */
function valuesWithin(reading: Reading, clause: Clause): Reading {
  const [start, end] = [clause.words[0]!.start, clause.words.at(-1)!.end]
  const within = (value: Span) => value.start >= start && value.end <= end
  return {
    ...reading,
    quantities: reading.quantities.filter(within),
    dates: reading.dates.filter(within),
    identifiers: reading.identifiers.filter(within),
  }
}

/** Opposites count: they show what the claim is about. */
export function coverageBy(words: readonly Word[], pools: readonly Pool[]): number {
  const total = sumWeights(words)
  if (total === 0) return 0
  let covered = 0
  for (const word of words) {
    const best = Math.max(...pools.map((pool) => WORTH[coverOf(word, pool)]))
    covered += best * weightOf(word)
  }
  return covered / total
}

const WORTH = { same: 1, synonym: 0.9, part: 0.8, opposite: 0.7, none: 0 }

function toLink(clause: Clause, claim: Reading, unit: EvidenceUnit, aliases: readonly Alias[]): ClauseLink {
  const words = clause.words.filter(isWeighed)
  const candidates = unit.reading().clauses.map((other, i, all) => {
    const antecedent =
      other.isRelative && i > 0 ? all[i - 1]!.words.filter(({ isNoun }) => isNoun).slice(-1) : []
    const pool = toPool([...antecedent, ...other.words], aliases)
    const sameKind = other.isConditional === clause.isConditional ? 0.25 : 0
    const values = sharedValues(valuesWithin(claim, clause), valuesWithin(unit.reading(), other))
    return { clause: other, pool, score: coverageBy(words, [pool]) + sameKind + values }
  })
  candidates.sort((a, b) => b.score - a.score)
  const best = candidates[0]?.score ?? 0
  const beside = candidates
    .filter(({ score }) => score >= NEARLY * best)
    .map(({ clause: own, pool }) => ({ clause: own, pool }))
  return { clause, unit, beside, coverage: coverageBy(words, [unit.pool()]) }
}

function weightOf(word: Word): number {
  return word.kind === 'light' ? 0.3 * word.weight : word.weight
}

function sumWeights(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + weightOf(word), 0)
}

function hasValue(clause: Clause): boolean {
  return clause.words.some((word) => word.kind === 'value')
}

function valuesOf({ text, quantities, dates, identifiers }: Reading): string[] {
  return [...quantities, ...dates, ...identifiers].map(({ start, end }) => text.slice(start, end))
}

/** Share of the claim's quantities and identifiers that the other sentence holds. */
function sharedValues(claim: Reading, other: Reading): number {
  const total = claim.quantities.length + claim.identifiers.length + claim.dates.length
  if (total === 0) return 0
  const quantities = claim.quantities.filter((own) =>
    other.quantities.some((theirs) => theirs.dimension === own.dimension && theirs.value === own.value),
  )
  const identifiers = claim.identifiers.filter((own) =>
    other.identifiers.some((theirs) => theirs.key === own.key),
  )
  const dates = claim.dates.filter((own) =>
    other.dates.some(
      (theirs) => theirs.year === own.year && theirs.month === own.month && theirs.day === own.day,
    ),
  )
  return (0.3 * (quantities.length + identifiers.length + dates.length)) / total
}
