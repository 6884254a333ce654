/** What is embedded of a passage and of a sentence: their words with as much of the surroundings as makes them clear. */

import type { Passage, PreparedDocument } from './document.ts'

/** Part of the index's fingerprint: raised whenever the inputs, and with them the vectors, change. */
export const EMBEDDING_INPUT_VERSION = 2

/** The passage behind its own heading. */
export function toPassageInput({ text }: Pick<PreparedDocument, 'text'>, passage: Passage): string {
  const own = text.slice(passage.start, passage.end)
  return passage.sentences.length > 0 ? withHeading(passage, own) : own
}

/** The sentence behind the heading of its passage; a list item also behind the sentence that introduces its list. */
export function toSentenceInput(
  { text }: Pick<PreparedDocument, 'text'>,
  passage: Passage,
  index: number,
): string {
  const { kind, start, end } = passage.sentences[index]!
  const own = text.slice(start, end)
  const before = kind === 'listItem' ? passage.sentences.slice(0, index) : []
  const lead = before.findLast((sentence) => sentence.kind === 'paragraph')
  return withHeading(passage, lead ? `${text.slice(lead.start, lead.end)} ${own}` : own)
}

function withHeading({ headingPath }: Passage, text: string): string {
  const heading = headingPath.at(-1)
  return heading ? `${heading}: ${text}` : text
}
