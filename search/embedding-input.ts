/** What is embedded of a passage and of a sentence: their words with as much of the surroundings as makes them clear. */

import type { Passage, PreparedDocument } from './document.ts'

/** Part of the index's fingerprint: raised whenever the inputs, and with them the vectors, change. */
export const EMBEDDING_INPUT_VERSION = 1

/** The headings above the passage, then its text. */
export function toPassageInput({ text }: PreparedDocument, passage: Passage): string {
  return [...passage.headingPath, text.slice(passage.start, passage.end)].join('\n')
}

/** The sentence; a list item follows the sentence that introduces its list, or else its heading. */
export function toSentenceInput({ text }: PreparedDocument, passage: Passage, index: number): string {
  const { kind, start, end } = passage.sentences[index]!
  const own = text.slice(start, end)
  if (kind !== 'listItem') return own
  const lead = passage.sentences.slice(0, index).findLast((sentence) => sentence.kind === 'paragraph')
  const context = lead ? text.slice(lead.start, lead.end) : passage.headingPath.at(-1)
  return context ? `${context} ${own}` : own
}
