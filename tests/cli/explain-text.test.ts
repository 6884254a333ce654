import { describe, expect, it } from 'vitest'
import { urlsFor } from '../../cli/commands/ask.ts'
import { toResultText } from '../../cli/commands/search.ts'
import { parseConfig } from '../../cli/config.ts'
import type { SearchHit, SearchResponse } from '../../server/wire.ts'

const hit: SearchHit = {
  rank: 1,
  score: 3.75,
  passageId: 'p',
  documentId: 'd',
  title: 'Leitfaden',
  collection: 'krise',
  headingPath: ['Leitfaden', 'Fristen'],
  page: null,
  text: 'Die Meldefrist beträgt einen Tag.',
  start: 0,
  end: 33,
  url: '/dokument/d?start=0&end=33',
  highlights: [],
  breakdown: {
    arms: [
      { arm: 'words', rank: 2, score: 9, mean: 4, deviation: 2, standardised: 2.5, weight: 0.5 },
      { arm: 'sentence', rank: null, score: null, mean: 0.8, deviation: 0.1, standardised: -0.5, weight: 1 },
    ],
    terms: [
      { term: 'meldefrist', score: 6 },
      { term: 'frist', score: 3 },
    ],
    lift: 3,
  },
}
const response: SearchResponse = {
  query: 'Meldefirst',
  corrections: [{ from: 'Meldefirst', to: 'Meldefrist' }],
  warnings: [],
  embeddedShare: 1,
  analysedAs: ['meldefrist', 'frist'],
  analysis: {
    words: [
      {
        surface: 'Meldefrist',
        terms: [
          { term: 'meldefrist', weight: 1, idf: 4.6512 },
          { term: 'frist', weight: 0.5, idf: 3.04 },
        ],
      },
    ],
    shortForms: [{ term: 'bsi', weight: 1, idf: 1 }],
    places: [{ term: '=§5/frg', weight: 1, idf: 2 }],
  },
  hits: [hit],
  tookMs: 5,
}
const view = { columns: 100, urlOf: urlsFor(parseConfig({})) }

describe('search --explain', () => {
  const text = toResultText(response, view).replaceAll('\u00a0', ' ')

  it('shows how the question was read: corrected, in parts, with abbreviations and places', () => {
    expect(text).toMatch(/^Gesucht nach: Meldefrist \(statt Meldefirst\)\n/)
    expect(text).toContain('\n  Meldefrist: meldefrist 4,65 (frist 3,04)\n')
    expect(text).toContain('\n  Abkürzung dazu: bsi 1,00\n')
    expect(text).toContain('\n  Genannte Stelle: §5/frg 2,00\n')
  })

  it('shows a table that adds up, a dash where an arm lacks the passage, and the score by words term by term', () => {
    const lines = text.split('\n')
    const cells = (name: string) =>
      lines
        .find((line) => line.trim().startsWith(name))!
        .trim()
        .split(/ {2,}/)
    expect(cells('Wörter  ')).toEqual([
      'Wörter',
      '2',
      '9,0000',
      '4,0000',
      '2,0000',
      '2,5000',
      '0,50',
      '1,2500',
    ])
    expect(cells('Satz')).toEqual(['Satz', '–', '–', '0,8000', '0,1000', '-0,5000', '1,00', '-0,5000'])
    expect(cells('Genannte Stelle   ')).toEqual(['Genannte Stelle', '3,0000'])
    expect(cells('Summe')).toEqual(['Summe', '3,7500'])
    expect(text).toContain('   Wörter = meldefrist 6,0000 + frist 3,0000\n')
  })

  it('without an explanation lists the forms alone', () => {
    const { analysis, ...plain } = response
    const short = toResultText({ ...plain, hits: [{ ...hit, breakdown: undefined }] }, view)
    expect(short).toContain('Verstanden als: meldefrist, frist\n')
    expect(short).not.toContain('Suchweg')
  })
})
