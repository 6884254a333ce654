import { describe, expect, it } from 'vitest'
import { loadHtml } from '../../ingest/load/html-loader.ts'
import { loadMarkdown } from '../../ingest/load/markdown-loader.ts'
import type { LoadedDocument } from '../../search/document.ts'
import { encode } from './builders.ts'

/** As written, and as it stands in the text. */
const LABELS = [
  ['BSI', 'BSI'],
  ['heise   online', 'heise online'],
  ['Deutscher\nStädtetag', 'Deutscher Städtetag'],
  ['Stä\u00ADdte\u200Btag', 'Städtetag'],
  ['u\u0308ber Ku\u0308che', 'über Küche'],
  ['😀 Zahl 5', '😀 Zahl 5'],
] as const
const GAPS = [
  ', ',
  ' ',
  '  \n',
  ' und\u00A0\u00A0',
  '\u00AD',
  ' o\u0308ffnen ',
  '\n\n',
  '\n\nQuellen: ',
  ' 😀 ',
]

/** The same documents on every run: a linear congruential generator picks the pieces. */
function randomDocuments(count: number) {
  let seed = 7
  const pick = <T>(items: readonly T[]): T => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return items[Math.floor((seed / 2147483648) * items.length)]!
  }
  const sizes = Array.from({ length: 12 }, (_, index) => index + 1)
  return Array.from({ length: count }, () =>
    Array.from({ length: pick(sizes) }, (_, index) => ({
      gap: pick(GAPS),
      label: pick(LABELS),
      href: `https://example.org/${index}?a=1&b=(2)`,
    })),
  )
}

type Piece = ReturnType<typeof randomDocuments>[number][number]

function toMarkdown(pieces: Piece[]): string {
  return pieces.map(({ gap, label, href }) => `Wort${gap}[${label[0]}](<${href}>)`).join(' ')
}

function toHtml(pieces: Piece[]): string {
  const inner = pieces.map(
    ({ gap, label, href }) =>
      `Wort${gap.replaceAll('\n\n', '</p><p>')}<a href="${href.replaceAll('&', '&amp;')}"> ${label[0]} </a>`,
  )
  return `<p>${inner.join(' ')}</p>`
}

function linksOf({ text, blocks }: LoadedDocument): [string, string][] {
  return blocks.flatMap(({ links = [] }) =>
    links.map(({ start, end, href }): [string, string] => [text.slice(start, end), href]),
  )
}

describe.each([
  ['Markdown', loadMarkdown, toMarkdown],
  ['HTML', loadHtml, toHtml],
])('links of any %s', (_, load, write) => {
  it('slice back to their words, whatever white space and characters are folded around them', async () => {
    for (const pieces of randomDocuments(300)) {
      const document = await load(encode(write(pieces)), 'a')
      expect(linksOf(document)).toEqual(pieces.map(({ label, href }) => [label[1], href]))
      for (const { start, end, links = [] } of document.blocks)
        expect(links.every((link) => start <= link.start && link.end <= end)).toBe(true)
    }
  })
})
