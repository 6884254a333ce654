import { describe, expect, it } from 'vitest'
import type { DocumentDetail } from '../../server/wire.ts'
import { cutAtLinks, cutAtMarks, sectionsOf, splitSections, toContent } from '../../web/document/blocks.ts'
import { leitfaden } from './fixtures.ts'

describe('cutAtMarks', () => {
  const text = 'Eins zwei drei'
  it.each([
    ['no mark', [], ['Eins zwei drei']],
    ['a mark inside', [{ start: 5, end: 9 }], ['Eins ', '[zwei]', ' drei']],
    ['a mark over the block’s edges', [{ start: -3, end: 4 }], ['[Eins]', ' zwei drei']],
    [
      'overlapping marks',
      [
        { start: 0, end: 6 },
        { start: 4, end: 9 },
      ],
      ['[Eins]', '[ z]', '[wei]', ' drei'],
    ],
    ['a mark elsewhere', [{ start: 40, end: 50 }], ['Eins zwei drei']],
  ])('cuts a block with %s', (_title, marks, expected) => {
    const pieces = cutAtMarks(text, { start: 0, end: text.length }, marks)
    expect(pieces.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))).toEqual(expected)
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  })
})

describe('cutAtLinks', () => {
  const text = 'Quellen: BSI, heise online.'
  const links = [
    { start: 9, end: 12, href: 'https://a.de' },
    { start: 14, end: 26, href: 'https://b.de' },
  ]
  const shown = (marks: { start: number; end: number }[], block = { start: 0, end: text.length, links }) =>
    cutAtLinks(text, block, marks).map(({ link, pieces }) => {
      const words = pieces.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join('')
      return link ? `${words} → ${link.href}` : words
    })

  it.each([
    ['no mark', [], ['Quellen: ', 'BSI → https://a.de', ', ', 'heise online → https://b.de', '.']],
    [
      'a mark over a link and parts of another',
      [{ start: 4, end: 19 }],
      ['Quel[len: ]', '[BSI] → https://a.de', '[, ]', '[heise] online → https://b.de', '.'],
    ],
    [
      'marks within a link',
      [
        { start: 14, end: 16 },
        { start: 20, end: 22 },
      ],
      ['Quellen: ', 'BSI → https://a.de', ', ', '[he]ise [on]line → https://b.de', '.'],
    ],
  ])('keeps each link in one piece with %s', (_title, marks, expected) => {
    expect(shown(marks)).toEqual(expected)
  })

  it('needs no words around links, nor links', () => {
    expect(shown([], { start: 9, end: 12, links: links.slice(0, 1) })).toEqual(['BSI → https://a.de'])
    expect(shown([], { start: 9, end: 12, links: [] })).toEqual(['BSI'])
  })
})

describe('splitSections', () => {
  it('keeps a heading with the heading directly under it', () => {
    const sections = splitSections(leitfaden.blocks)
    const titles = sections.map(({ start }) =>
      leitfaden.text.slice(leitfaden.blocks[start]!.start, leitfaden.blocks[start]!.end),
    )
    expect(titles).toEqual([
      'Leitfaden IT-Notfall',
      'Erste Schritte nach einem Angriff',
      'Meldefristen',
      'Krisenstab und Kommunikation',
    ])
  })

  it('finds the section that holds a quote', () => {
    const start = leitfaden.text.indexOf('72 Stunden')
    const sections = splitSections(leitfaden.blocks)
    expect(sectionsOf(sections, leitfaden.blocks, { start, end: start + 5 })).toEqual({ start: 2, end: 2 })
  })
})

describe('toContent', () => {
  it('reads paragraphs, lists and headings from line breaks when the server sends no blocks', () => {
    const text = 'Titel\n\nEin Absatz:\n\neins\nzwei'
    const detail = {
      outline: [{ text: 'Titel', level: 1, page: null, start: 0, end: 5 }],
    } as unknown as DocumentDetail
    const { blocks } = toContent(detail, text)
    expect(blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['heading', 'Titel'],
      ['paragraph', 'Ein Absatz:'],
      ['listItem', 'eins'],
      ['listItem', 'zwei'],
    ])
  })
})
