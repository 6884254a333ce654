/** Conditions and exceptions: what the evidence ties its statement to has to be in the claim, and nothing else. */

import type { Alias } from './aliases.ts'
import type { ClauseLink } from './align.ts'
import { coverageBy } from './align.ts'
import type { Clause } from './clauses.ts'
import { CASE_NOUN, CONDITION_PHRASES } from './conditions.de.ts'
import type { EvidenceUnit } from './evidence-units.ts'
import { type Finding, holds, more } from './finding.ts'
import { isCovered, type Pool, toPool } from './matching.ts'
import { stanceOf } from './modality.ts'
import type { Quantity } from './quantities.ts'
import type { Reading, Word } from './reading.ts'

const KEPT = 0.6
const LEFT = 0.3
/** "ab 16 Jahren" says it with its number; a clause of its own needs some of its words. */
const COUNTED = 0.5
/** "gedeckt sind" for "ihre Deckung gewährleistet ist". */
const ASSURED = /^(?:gewährleistet|sichergestellt|gegeben)$/u
/** Such a condition says no more than that there is what the claim speaks of. */
const EXISTENCE =
  /^(?:wird|werden|ist|sind|liegt|liegen|vor|besteht|bestehen|gibt|es|tritt|treten|auf|ein|entsteht|entstehen|auftritt|auftreten|vorliegt|vorliegen|eintritt|festgestellt|bekannt|bemerkt|entdeckt|wenn|falls|sofern|sobald|ein|eine|einen|der|die|das|solche[rs]?)$/u
/** "Wer einen Hund hält": the owner of a dog says it with fewer words. */
const KEPT_WHO = 0.45

interface Condition {
  shown: string
  /** Null for a phrase. */
  clause: Clause | null
  words: Word[]
  quantities: Quantity[]
  isAlternative: boolean
}

export function checkConditions(
  claim: Reading,
  links: readonly ClauseLink[],
  aliases: readonly Alias[],
): Finding[] {
  const claimed = toPool(claim.words, aliases)
  const units = [...new Set(links.map(({ unit }) => unit))]
  const findings: Finding[] = []
  for (const unit of units) {
    const conditions = conditionsOf(unit, links)
    const isSpelledOut = countMarkers(claim) >= countMarkers(unit.reading())
    for (const condition of conditions) {
      if (condition.isAlternative) continue
      const isKept =
        isHeld(condition, { pool: claimed, quantities: claim.quantities }) &&
        (isSpelledOut || isExistence(condition) || isLeft(condition, claim, unit))
      findings.push(
        isKept
          ? holds('conditions', `Die Bedingung „${condition.shown}“ ist genannt.`)
          : more('conditions', `Die Bedingung „${condition.shown}“ der Quelle fehlt.`),
      )
    }
  }
  return [...findings, ...addedConditions(claim, links, units), ...assertedConditions(links)]
}

/** Clauses with wenn, sofern and the like, and phrases such as "auf Antrag". */
function countMarkers(reading: Reading): number {
  return reading.clauses.reduce(
    (sum, clause) => sum + Number(clause.isConditional) + phrasesOf(clause, reading).length,
    0,
  )
}

/**
 * Where the claim spells out fewer conditions, a condition must leave a trace of its own: words of the claim that do not
 * answer to the rest of the sentence.
 */
function isLeft({ words }: Condition, claim: Reading, unit: EvidenceUnit): boolean {
  const content = words.filter((word) => word.kind === 'content')
  if (content.length === 0) return true
  const rest = unit.reading().words.filter((word) => word.kind === 'content' && !words.includes(word))
  const left = claim.words.filter((word) => word.kind === 'content')
  for (const word of rest) {
    const pool = toPool([word])
    const at = left.findIndex((own) => isCovered(own, pool))
    if (at >= 0) left.splice(at, 1)
  }
  return coverageBy(content, [toPool(left)]) >= LEFT
}

/** "Werden Vorfälle festgestellt, sind sie zu melden": who reports them has them. */
function isExistence({ clause, words }: Condition): boolean {
  return (
    clause?.words.every((word) => EXISTENCE.test(word.lower) || (word.isNoun && words.includes(word))) ??
    false
  )
}

/** By its words or, where it says "ab 16 Jahren", by its numbers. */
function isHeld(
  { shown, words, quantities }: Condition,
  by: { pool: Pool; quantities: readonly Quantity[] },
): boolean {
  const isSame = (own: Quantity) =>
    by.quantities.some((other) => other.dimension === own.dimension && other.value === own.value)
  const isCounted = quantities.every(isSame)
  const limits = quantities.filter(({ bound }) => bound !== null)
  if (limits.length > 0 && !limits.some(isSame)) return false
  if (quantities.length > 0 && isCounted && (words.length < 3 || coverageBy(words, [by.pool]) >= COUNTED))
    return true
  return words.length === 0 || coverageBy(words, [by.pool]) >= (/^wer /iu.test(shown) ? KEPT_WHO : KEPT)
}

/** Conditions of the sentence that bear on what the claim took from it; those of a part after a semicolon stay with that part. */
function conditionsOf(unit: EvidenceUnit, links: readonly ClauseLink[]): Condition[] {
  const reading = unit.reading()
  const used = links
    .filter((link) => link.unit === unit && !link.clause.isConditional)
    .flatMap((link) => link.beside.slice(0, 1))
  if (used.length === 0) return []
  const sharedConditions = links
    .filter((link) => link.unit === unit && link.clause.isConditional)
    .flatMap((link) => link.beside.slice(0, 1))
  const parts = partsOf(reading)
  const near = parts.filter((part) => used.some(({ clause }) => part.includes(clause)))
  const clauses = near.flat()
  return [
    ...clauses
      .filter((clause) => clause.isConditional && !isUsed(clause, used))
      .map((clause) => toCondition(clause, reading)),
    ...clauses
      .filter((clause) => isRestrictive(clause, clauses))
      .map((clause) => toCondition(clause, reading)),
    ...[...used, ...sharedConditions].flatMap(({ clause }) => phrasesOf(clause, reading)),
  ].filter(({ words, quantities }) => words.length + quantities.length > 0)
}

function isUsed(clause: Clause, used: readonly { clause: Clause }[]): boolean {
  return used.some((other) => other.clause === clause)
}

function toCondition(clause: Clause, { quantities }: Reading): Condition {
  const [start, end] = [clause.words[0]!.start, clause.words.at(-1)!.end]
  const all = clause.words.filter((word) => word.kind === 'content')
  const telling = all.filter(({ lower }) => !EXISTENCE.test(lower) && !ASSURED.test(lower))
  const content = telling.some(({ isNoun }) => isNoun) ? telling : all
  const light = clause.words.filter((word) => word.kind === 'light')
  return {
    shown: clause.text,
    clause,
    words: content.length > 0 ? content : light,
    quantities: quantities.filter((quantity) => quantity.start >= start && quantity.end <= end),
    isAlternative: clause.isAlternative,
  }
}

/** A relative clause of "Systeme, die …" or "alle, die …" says which ones; after "der", "die", "das" it only adds. */
function isRestrictive(clause: Clause, clauses: readonly Clause[]): boolean {
  if (!clause.isRelative) return false
  const before = clauses[clauses.indexOf(clause) - 1]
  const noun = before?.words.at(-1)
  if (!before || !noun?.isNoun) return false
  const at = before.words.length - 1
  const lead = before.words.slice(Math.max(0, at - 3), at).map((word) => word.lower)
  return !lead.some((word) => /^(?:d(?:er|ie|as|em|en|es)|am|im|beim|zum|zur|vom|dies\p{L}*)$/u.test(word))
}

function phrasesOf(clause: Clause, { text }: Reading): Condition[] {
  const found: Condition[] = []
  const start = clause.words[0]!.start
  const end = clause.words.at(-1)!.end
  const part = text.slice(start, end)
  for (const pattern of CONDITION_PHRASES)
    for (const match of part.matchAll(pattern)) {
      const noun = match[1]!.toLowerCase()
      const words = clause.words.filter((word) => word.lower === noun && word.start >= start + match.index)
      found.push({ shown: match[0], clause: null, words, quantities: [], isAlternative: false })
    }
  for (const [i, word] of clause.words.entries()) {
    if (!/^(?:bei|beim)$/u.test(word.lower)) continue
    const at = clause.words.findIndex((other, j) => j > i && j <= i + 3 && other.isNoun)
    const noun = clause.words[at]
    if (!noun || !CASE_NOUN.test(noun.lower)) continue
    found.push({
      shown: text.slice(word.start, noun.end),
      clause: null,
      words: [noun],
      quantities: [],
      isAlternative: false,
    })
  }
  return found
}

/** Clauses between semicolons. */
function partsOf(reading: Reading): Clause[][] {
  const parts: Clause[][] = [[]]
  for (const [i, clause] of reading.clauses.entries()) {
    const before = reading.clauses[i - 1]
    if (before && /;/u.test(reading.text.slice(before.words.at(-1)!.end, clause.words[0]!.start)))
      parts.push([])
    parts.at(-1)!.push(clause)
  }
  return parts
}

/** "Es liegen Mängel vor" is not what "Liegen Mängel vor, wird geschlossen" says. */
function assertedConditions(links: readonly ClauseLink[]): Finding[] {
  return links.flatMap(({ clause, unit, beside }) => {
    const given = beside[0]?.clause
    if (!given?.isConditional || clause.isConditional || clause.isRelative) return []
    if (/^(?:ausgenommen|außer|mit Ausnahme)(?!\p{L})/iu.test(given.text)) return []
    if (!['states', 'denies'].includes(stanceOf(clause).stance)) return []
    const rest = toPool(unit.reading().words.filter((word) => !given.words.includes(word)))
    const isMore = clause.words.some((word) => word.kind === 'content' && isCovered(word, rest))
    return isMore ? [] : [more('conditions', `„${given.text}“ nennt die Quelle nur als Bedingung.`)]
  })
}

function addedConditions(
  claim: Reading,
  links: readonly ClauseLink[],
  units: readonly EvidenceUnit[],
): Finding[] {
  return links
    .filter(({ clause }) => clause.isConditional)
    .flatMap(({ clause }) => {
      const condition = toCondition(clause, claim)
      const isGiven = units.some((unit) =>
        isHeld(condition, { pool: unit.pool(), quantities: unit.reading().quantities }),
      )
      return isGiven ? [] : [more('conditions', `Die Bedingung „${clause.text}“ steht nicht in der Quelle.`)]
    })
}
