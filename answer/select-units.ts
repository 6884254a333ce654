/** Chooses from ranked evidence what belongs into a short answer. Pure; the order of the result is the order of reading. */

import type { Analyser } from '../search/german/analyser.ts'
import { coverageOf } from '../search/question-terms.ts'
import type { ScoredSentence } from '../search/retriever.ts'
import { comparedSides, pickSides } from './comparison.ts'
import type { Evidence, ScoredUnit } from './evidence.ts'
import type { ChosenSentence } from './render.ts'
import { ITEM_MARKER, narrowList, textOf, type Unit } from './units.ts'

export interface SelectionLimits {
  /** Sentences of running text; list items come on top. */
  maxSentences: number
  /** Lists up to so many items are never narrowed: a part of "drei Pflichten" reads like all of it. */
  maxWholeItems: number
  maxListItems: number
  /** A further unit must be at least so relevant, alone and against the best one. */
  minRelevance: number
  minShareOfBest: number
  /** The same for units of another passage, and of another document, than the best one's. */
  minShareOfBestNearby: number
  minShareOfBestElsewhere: number
  /** The same for units that hold hardly any word of the question: they stand beside what was asked. */
  minShareOfBestBeside: number
  /** Word overlap (Jaccard) from which a unit says nothing new. */
  maxOverlap: number
}

export const SELECTION_LIMITS: SelectionLimits = {
  maxSentences: 4,
  maxWholeItems: 7,
  maxListItems: 14,
  minRelevance: 0.12,
  minShareOfBest: 0.3,
  minShareOfBestNearby: 0.5,
  minShareOfBestElsewhere: 0.75,
  minShareOfBestBeside: 0.5,
  maxOverlap: 0.6,
}

const HARDLY_ANY = 0.1

/** The most direct statement first, then what completes it, by passage and place; both sides of a comparison, if they are there. */
export function selectSentences(
  evidence: Evidence,
  analyser: Analyser,
  limits = SELECTION_LIMITS,
): ChosenSentence[] {
  const sides = comparedSides(evidence.question)
  const compared = sides ? pickSides(evidence.units, sides, analyser) : []
  const units = [...compared, ...evidence.units.filter((unit) => !compared.includes(unit))]
  const picked = pickUnits({ ...evidence, units }, analyser, { ...limits, needed: compared.length })
  return toReadingOrder(picked).flatMap(toChosen)
}

/** The first `needed` units are taken however relevant they are. */
function pickUnits(
  evidence: Evidence,
  analyser: Analyser,
  limits: SelectionLimits & { needed: number },
): Unit[] {
  const best = evidence.units[0]
  if (!best) return []
  const picked: Unit[] = []
  const words: Set<string>[] = []
  let sentences = 0
  for (const [i, unit] of evidence.units.entries()) {
    const isNeeded = i === 0 || i < limits.needed
    if (!isNeeded && !isRelevant(unit, best, limits)) continue
    const own = new Set(analyser.tokens(unit.text).map((token) => token.terms[0]!))
    if (!isNeeded && words.some((other) => overlap(own, other) > limits.maxOverlap)) continue
    const fresh = withoutPicked(fitList(unit, evidence, analyser, limits), picked)
    const added = countSentences(fresh)
    const isTooLong = sentences + added > limits.maxSentences
    if (fresh.sentences.length === 0 || (!isNeeded && isTooLong)) continue
    picked.push(fresh)
    words.push(own)
    sentences += added
  }
  return picked
}

function isRelevant(unit: ScoredUnit, best: ScoredUnit, limits: SelectionLimits): boolean {
  const beside = unit.coverage > HARDLY_ANY ? 0 : limits.minShareOfBestBeside
  const share = Math.max(beside, shareNeeded(unit, best, limits))
  return unit.relevance >= limits.minRelevance && unit.relevance >= share * best.relevance
}

function shareNeeded({ hit }: ScoredUnit, best: ScoredUnit, limits: SelectionLimits): number {
  if (hit.passage.id === best.hit.passage.id) return limits.minShareOfBest
  return hit.document.id === best.hit.document.id
    ? limits.minShareOfBestNearby
    : limits.minShareOfBestElsewhere
}

/** Short lists stay whole; of a long one only the items are kept that hold what the lead-in does not, where there are such. */
function fitList(unit: Unit, { terms }: Evidence, analyser: Analyser, limits: SelectionLimits): Unit {
  if (unit.kind !== 'list') return unit
  const items = toItems(unit)
  if (items.length <= limits.maxWholeItems) return unit
  const cover = (sentences: ScoredSentence[]) =>
    coverageOf(terms, analyser.tokens(sentences.map((s) => textOf(unit.hit, s)).join('\n')))
  const lead = unit.sentences.filter((sentence) => sentence.kind !== 'listItem')
  const ground = cover(lead)
  const gains = items.map((item) => cover([...lead, ...item]) - ground)
  const best = Math.max(...gains)
  const hit = items.filter((_, i) => gains[i]! >= best / 2)
  const kept = best >= 0.25 && hit.length * 3 <= items.length ? hit : items.slice(0, limits.maxListItems)
  return kept.length < items.length
    ? narrowList(unit, (sentence) => kept.some((item) => item.includes(sentence)))
    : unit
}

/** An item's sentences stay together. */
function toItems(unit: Unit): ScoredSentence[][] {
  const items: ScoredSentence[][] = []
  for (const sentence of unit.sentences) {
    if (sentence.kind !== 'listItem') continue
    if (items.length === 0 || ITEM_MARKER.test(lineBefore(unit, sentence))) items.push([sentence])
    else items.at(-1)!.push(sentence)
  }
  return items
}

function withoutPicked(unit: Unit, picked: readonly Unit[]): Unit {
  const taken = new Set(
    picked
      .filter((other) => other.hit.passage.id === unit.hit.passage.id)
      .flatMap((other) => other.sentences),
  )
  const sentences = unit.sentences.filter((sentence) => !taken.has(sentence))
  return { ...unit, sentences }
}

function countSentences(unit: Unit): number {
  return unit.sentences.filter((sentence) => sentence.kind !== 'listItem').length
}

/** Passages in the order they were picked; within one the best unit first, the others as they stand in the text. */
function toReadingOrder(units: readonly Unit[]): Unit[] {
  const passages = [...new Set(units.map((unit) => unit.hit.passage.id))]
  const documents = [...new Set(units.map((unit) => unit.hit.document.id))]
  const place = (unit: Unit) =>
    documents.indexOf(unit.hit.document.id) * 1000 + passages.indexOf(unit.hit.passage.id)
  const first = units[0]
  return [...units].sort(
    (a, b) => place(a) - place(b) || Number(b === first) - Number(a === first) || startOf(a) - startOf(b),
  )
}

function toChosen(unit: Unit): ChosenSentence[] {
  const { passage, document } = unit.hit
  let number = 0
  return unit.sentences.map((sentence, i) => {
    const marker = ITEM_MARKER.exec(lineBefore(unit, sentence))
    const isItem = sentence.kind === 'listItem'
    const continuesItem = isItem && marker === null && unit.sentences[i - 1]?.kind === 'listItem'
    const isNumbered = isItem && !!marker?.groups?.numbers
    number += Number(isNumbered)
    return { sentence, passage, document, continuesItem, ...(isNumbered && { listNumber: number }) }
  })
}

/** What stands in the sentence's line before it: nothing or a number at the start of a list item. */
function lineBefore(unit: Unit, sentence: ScoredSentence): string {
  const before = unit.hit.text.slice(0, sentence.start - unit.hit.passage.start)
  return before.slice(before.lastIndexOf('\n') + 1)
}

function overlap(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length
  return shared / Math.max(1, a.size + b.size - shared)
}

function startOf(unit: Unit): number {
  return unit.sentences[0]!.start
}
