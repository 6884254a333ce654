/** What must hold of the passages of any document. */

import { expect } from 'vitest'
import type { Block, LoadedDocument, Passage } from '../../search/document.ts'

export function expectSoundPassages({ text, blocks }: LoadedDocument, passages: readonly Passage[]): void {
  expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length)
  let end = 0
  for (const passage of passages) {
    expect(passage.start).toBeGreaterThanOrEqual(end)
    expect(passage.end).toBeGreaterThan(passage.start)
    end = passage.end
    let at = passage.start
    for (const sentence of passage.sentences) {
      expect(sentence.start).toBeGreaterThanOrEqual(at)
      expect(sentence.end).toBeLessThanOrEqual(passage.end)
      const words = text.slice(sentence.start, sentence.end)
      expect(words).toBe(words.trim())
      expect(['heading', 'reference']).not.toContain(sentence.kind)
      at = sentence.end
    }
  }
  expectCoverage(text, blocks, passages)
}

/** The sentences of all passages hold each block's words exactly once. */
function expectCoverage(text: string, blocks: readonly Block[], passages: readonly Passage[]): void {
  const content = blocks.filter(({ kind }) => kind !== 'heading' && kind !== 'reference')
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end).replace(/\s/gu, '')).join('')
  expect(words(passages.flatMap(({ sentences }) => sentences)) === words(content)).toBe(true)
}

export function expectSoundBlocks({ text, blocks }: LoadedDocument): void {
  let end = 0
  for (const block of blocks) {
    expect(block.start).toBeGreaterThanOrEqual(end)
    expect(block.end).toBeGreaterThan(block.start)
    end = block.end
  }
  expect(end).toBe(text.length)
}
