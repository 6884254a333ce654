/** What must hold of the passages of any document. */

import { expect } from 'vitest'
import type { Block, LoadedDocument, Passage } from '../../search/document.ts'

export function expectSoundPassages({ text, blocks }: LoadedDocument, passages: readonly Passage[]): void {
  expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length)
  expect(passages.filter((passage, index) => passage.start < (passages[index - 1]?.end ?? 0))).toEqual([])
  expect(passages.filter((passage) => !hasSoundSentences(text, passage))).toEqual([])
  expectCoverage(text, blocks, passages)
}

/** In order within the passage, without white space at their ends, of a kind that can answer. */
function hasSoundSentences(text: string, passage: Passage): boolean {
  let at = passage.start
  for (const { start, end, kind } of passage.sentences) {
    if (start < at || end <= start || kind === 'heading' || kind === 'reference') return false
    const words = text.slice(start, end)
    if (words !== words.trim()) return false
    at = end
  }
  return at <= passage.end && passage.end > passage.start
}

/** The sentences of all passages hold each block's words exactly once; what parts the cells of a row is no word. */
function expectCoverage(text: string, blocks: readonly Block[], passages: readonly Passage[]): void {
  const content = blocks.filter(({ kind }) => kind !== 'heading' && kind !== 'reference')
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end).replace(/[\s|]/gu, '')).join('')
  expect(words(passages.flatMap(({ sentences }) => sentences)) === words(content)).toBe(true)
}

export function expectSoundBlocks({ text, blocks }: LoadedDocument): void {
  expect(
    blocks.filter((block, index) => block.start < (blocks[index - 1]?.end ?? 0) || block.end <= block.start),
  ).toEqual([])
  expect(blocks.at(-1)?.end).toBe(text.length)
}
