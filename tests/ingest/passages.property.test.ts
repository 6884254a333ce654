import { describe, expect, it } from 'vitest'
import { chunkDocument } from '../../ingest/chunker.ts'
import { loadHtml } from '../../ingest/load/html-loader.ts'
import { loadMarkdown } from '../../ingest/load/markdown-loader.ts'
import { loadPlainText } from '../../ingest/load/plain-text-loader.ts'
import { countTokens, encode } from './builders.ts'
import { expectSoundBlocks, expectSoundPassages } from './passage-properties.ts'

const PIECES = [
  '# Überschrift\n\n',
  '## § 5 Fristen\n\n',
  'Ein Satz z. B. nach Abs. 1 Nr. 3. Noch einer! ',
  '- Punkt eins\n- Punkt zwei\n\n',
  '1. erstens\n2. zweitens\n\n    a) tief\n\n',
  '| a | b |\n|---|---|\n| c | d |\n\n',
  'Quelle: [x](https://y.de)\n\n',
  '\n\n',
  '<p>HTML <b>drin</b></p>\n\n',
  '```\ncode\n```\n\n',
  'wort '.repeat(700),
  '„Zitat. Zwei.“ ',
  '😀\u00AD\u200B\u0000 ',
  '> Zitat\n\n',
  '(1) Die Behörde',
  '***',
  '---\n',
  'x'.repeat(3000),
]

/** The same documents on every run: a linear congruential generator picks the pieces. */
function randomDocuments(count: number): string[] {
  let seed = 42
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * below)
  }
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + random(14) }, () => PIECES[random(PIECES.length)]).join(''),
  )
}

describe.each([
  ['Markdown', loadMarkdown],
  ['HTML', loadHtml],
  ['plain text', loadPlainText],
])('passages of any %s', (_, load) => {
  it('slice back, do not overlap, hold every block once, and keep within the model', async () => {
    for (const source of randomDocuments(60)) {
      const document = await load(encode(source), 'a')
      if (document.text !== '') expectSoundBlocks(document)
      const passages = await chunkDocument(
        { ...document, documentId: 'a', title: 'T' },
        { countTokens, maxTokens: 512 },
      )
      expectSoundPassages(document, passages)
      const counts = await countTokens(
        passages.flatMap(({ sentences }) => sentences.map((s) => document.text.slice(s.start, s.end))),
      )
      expect(Math.max(0, ...counts)).toBeLessThanOrEqual(480)
    }
  })
})
