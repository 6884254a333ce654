/** Groups the sentences of a passage into units that may be quoted alone: a sentence with what it leans on, or a list with its lead. */

import type { Span } from '../search/document.ts'
import type { Hit, ScoredSentence } from '../search/retriever.ts'
import { leansOnPrevious } from './statement.ts'

export interface Unit {
  hit: Hit
  kind: 'sentence' | 'list'
  /** In document order. A list starts with its lead-in, and what that leans on, where it has one. */
  sentences: ScoredSentence[]
  /** Place of the sentence that the unit is about: the one after those it leans on; for a list its first or its lead-in. */
  focus: number
  text: string
}

const maxLeaning = 2

/** White space and at most the numbers that stand before an item ("3.", "1. aa)"); `numbers` is empty without any. */
export const ITEM_MARKER =
  /^\s*(?<numbers>(?:(?:\d{1,3}(?:\.\d{1,3})*[a-z]?|(?<letter>[a-z])\k<letter>?)[.)]\s*)*)$/iu

export function toUnits(hit: Hit): Unit[] {
  const units: Unit[] = []
  for (let i = 0; i < hit.sentences.length; ) {
    const end = listEnd(hit, i)
    if (end > i) {
      units.push(toUnit(hit, 'list', i, end))
      i = end
    } else {
      units.push(toUnit(hit, 'sentence', i, i + 1))
      i++
    }
  }
  return units
}

/** A list unit cut down to what leads it in and some of its items. */
export function narrowList(unit: Unit, keep: (sentence: ScoredSentence) => boolean): Unit {
  const sentences = unit.sentences.filter((sentence) => sentence.kind !== 'listItem' || keep(sentence))
  return { ...unit, sentences, text: toText(unit.hit, sentences) }
}

function toUnit(hit: Hit, kind: Unit['kind'], from: number, to: number): Unit {
  const start = leaningStart(hit, from)
  const sentences = hit.sentences.slice(start, to)
  return { hit, kind, sentences, focus: from - start, text: toText(hit, sentences) }
}

/** End of the list that begins at `at`, itself or by its lead-in; `at` where none does. */
function listEnd(hit: Hit, at: number): number {
  const { sentences } = hit
  const first = sentences[at]!
  if (first.kind !== 'listItem' && (first.kind !== 'paragraph' || !isFollowedByItem(hit, at))) return at
  let last = at
  while (isFollowedByItem(hit, last)) last++
  return last + 1
}

/** Nothing but an item's number stands between; a heading there begins something else. */
function isFollowedByItem(hit: Hit, at: number): boolean {
  const next = hit.sentences[at + 1]
  return next?.kind === 'listItem' && ITEM_MARKER.test(gap(hit, hit.sentences[at]!, next))
}

function leaningStart(hit: Hit, at: number): number {
  let start = at
  while (start > 0 && at - start < maxLeaning && isJoined(hit, start)) start--
  return start
}

/** The sentence leans on the one before it in the same paragraph. */
function isJoined(hit: Hit, at: number): boolean {
  const sentence = hit.sentences[at]!
  const before = hit.sentences[at - 1]!
  if (sentence.kind !== 'paragraph' || before.kind !== 'paragraph') return false
  return leansOnPrevious(textOf(hit, sentence)) && !/\n\s*\n/u.test(gap(hit, before, sentence))
}

function toText(hit: Hit, sentences: readonly ScoredSentence[]): string {
  return sentences.map((sentence) => textOf(hit, sentence)).join('\n')
}

/** Words of the hit's document, given by their place in the document. */
export function textOf(hit: Hit, span: Span): string {
  return hit.text.slice(span.start - hit.passage.start, span.end - hit.passage.start)
}

function gap(hit: Hit, before: ScoredSentence, after: ScoredSentence): string {
  return hit.text.slice(before.end - hit.passage.start, after.start - hit.passage.start)
}
