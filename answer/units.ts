/** Groups the sentences of a passage into units that may be quoted alone: a sentence with what it leans on, or a list with its lead. */

import type { Hit, ScoredSentence } from '../search/retriever.ts'
import { leansOnPrevious } from './statement.ts'

export interface Unit {
  hit: Hit
  kind: 'sentence' | 'list'
  /** In document order. A list starts with its lead-in where it has one. */
  sentences: ScoredSentence[]
  /** Place of the sentence that the unit is about: for a sentence unit the one after those it leans on. */
  focus: number
  text: string
}

const maxLeaning = 2

export function toUnits(hit: Hit): Unit[] {
  const units: Unit[] = []
  for (let i = 0; i < hit.sentences.length; ) {
    const end = listEnd(hit.sentences, i)
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

/** A list unit cut down to its lead-in and some of its items. */
export function narrowList(unit: Unit, keep: (sentence: ScoredSentence) => boolean): Unit {
  const sentences = unit.sentences.filter(
    (sentence, i) => (i === 0 && sentence.kind !== 'listItem') || keep(sentence),
  )
  return { ...unit, sentences, text: toText(unit.hit, sentences) }
}

function toUnit(hit: Hit, kind: Unit['kind'], from: number, to: number): Unit {
  const start = kind === 'sentence' ? leaningStart(hit, from) : from
  const sentences = hit.sentences.slice(start, to)
  return {
    hit,
    kind,
    sentences,
    focus: kind === 'sentence' ? sentences.length - 1 : 0,
    text: toText(hit, sentences),
  }
}

function listEnd(sentences: readonly ScoredSentence[], at: number): number {
  const first = sentences[at]!
  const items = first.kind === 'listItem' ? at : at + 1
  if (first.kind !== 'listItem' && !isLeadInOf(first, sentences[items])) return at
  let end = items
  while (sentences[end]?.kind === 'listItem') end++
  return end
}

function isLeadInOf(sentence: ScoredSentence, next: ScoredSentence | undefined): boolean {
  return next?.kind === 'listItem' && sentence.kind === 'paragraph'
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

function textOf(hit: Hit, span: { start: number; end: number }): string {
  return hit.text.slice(span.start - hit.passage.start, span.end - hit.passage.start)
}

function gap(hit: Hit, before: ScoredSentence, after: ScoredSentence): string {
  return hit.text.slice(before.end - hit.passage.start, after.start - hit.passage.start)
}
