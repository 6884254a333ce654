/** What is embedded of a passage: its sentences in stretches that are read together, each behind what makes it clear. */

import type { Passage, PreparedDocument } from './document.ts'
import type { TextParts } from './embedder.ts'

/** Part of the index's fingerprint: raised whenever the inputs, or what becomes of them, and with that the vectors change. */
export const EMBEDDING_INPUT_VERSION = 3

/**
 * Some 90 tokens: shorter ones repeat headings and read sentences without what they refer to, longer ones blur them and
 * take more time per token.
 */
const STRETCH_CHARACTERS = 400

/**
 * Stretches of about equal length in order of the text, each behind the passage's own heading, and where it begins within
 * a list, behind the sentence that leads the list in; their parts are the passage's sentences. A passage without
 * sentences is one stretch without parts.
 */
export function toStretches({ text }: Pick<PreparedDocument, 'text'>, passage: Passage): TextParts[] {
  const { sentences, headingPath } = passage
  if (sentences.length === 0) return [{ head: text.slice(passage.start, passage.end), parts: [] }]
  const heading = headingPath.at(-1)
  return planStretches(sentences.map(({ start, end }) => end - start)).map(({ start, end }) => {
    const head = [...(heading ? [`${heading}:`] : []), ...leadIn({ text }, passage, start)]
    const parts = sentences.slice(start, end).map((sentence) => text.slice(sentence.start, sentence.end))
    return { head: head.join(' '), parts }
  })
}

/** Under which the vectors of a passage and its sentences are found again. */
export function toVectorKey(stretches: readonly TextParts[]): string {
  return JSON.stringify(stretches.map(({ head, parts }) => [head, ...parts]))
}

/** Sentence numbers of each stretch; a sentence goes where more than half of it would lie. */
function planStretches(lengths: readonly number[]): { start: number; end: number }[] {
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const aim = total / Math.ceil(total / STRETCH_CHARACTERS)
  const starts = [0]
  let filled = 0
  lengths.forEach((length, i) => {
    if (filled > 0 && filled + length / 2 > aim) {
      starts.push(i)
      filled = 0
    }
    filled += length
  })
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? lengths.length }))
}

function leadIn({ text }: Pick<PreparedDocument, 'text'>, { sentences }: Passage, first: number): string[] {
  if (sentences[first]!.kind !== 'listItem') return []
  const lead = sentences.slice(0, first).findLast(({ kind }) => kind === 'paragraph')
  return lead ? [text.slice(lead.start, lead.end)] : []
}
