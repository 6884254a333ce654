import { describe, expect, it } from 'vitest'
import { editDistance, slipBetween } from '../../search/edit-distance.ts'
import { createLexicalIndexBuilder, openLexicalIndex } from '../../search/lexical-index.ts'
import { applyCorrections, weighCorrections } from '../../search/spelling.ts'

const TEXT = `
Die Datenschutzbeauftragte meldet den Angriff der Aufsichtsbehörde. Jeder Angriff ist zu melden, die Datenpanne auch.
Die Gemeinde übt im Krisenstab. Der Krisenstab tagt im Rathaus. Notfall, Notfälle, Übung, Krise, Stab, Empfehlung.
Das BSI und die Regelung der Verwaltung, die Voraussetzungen, die Vorraussetzung nie. Straße, Gebühr, Anfrage, Auftrag.
`
const builder = createLexicalIndexBuilder()
builder.add({ title: 'Leitfaden', headings: '', text: TEXT })
const index = openLexicalIndex(builder.build())
/** A vocabulary in which every second letter of an unknown word is a piece of its own. */
const GOOD_WORDS = new Set([
  'angriff',
  'krisenstab',
  'empfehlung',
  'auftrag',
  'gemeinde',
  'gebühr',
  'regierung',
])
const countTokens = async (texts: string[]) =>
  texts.map((text) => (GOOD_WORDS.has(text.toLowerCase()) ? 1 : Math.ceil(text.length / 2)))
const correct = async (query: string) =>
  applyCorrections(query, await weighCorrections(index.corrections(query), countTokens))

describe('slips', () => {
  it.each([
    ['angrif', 'angriff', 'doubling'],
    ['anngriff', 'angriff', 'doubling'],
    ['agnriff', 'angriff', 'swap'],
    ['nagriff', 'angriff', 'swap'],
    ['angiff', 'angriff', 'missing'],
    ['angreiff', 'angriff', 'missing'],
    ['angrigf', 'angriff', 'wrong'],
    ['emfehlunk', 'empfehlung', null],
    ['emfelung', 'empfehlung', 'two'],
    ['angriffe', 'angriff', null],
    ['regelt', 'regeln', null],
    ['regierung', 'regelung', 'two'],
    ['haus', 'maus', 'wrong'],
    ['krise', 'stab', null],
  ])('%s for %s: %s', (typed, word, slip) => expect(slipBetween(typed, word)).toBe(slip))

  it.each([
    ['', '', 2, 0],
    ['ab', 'ba', 2, 1],
    ['abc', '', 2, 3],
    ['krise', 'kriese', 1, 1],
    ['ca', 'abc', 3, 3],
  ])('distance of "%s" and "%s" within %d', (a, b, limit, distance) =>
    expect(editDistance(a, b, limit)).toBe(distance),
  )
})

describe('corrections', () => {
  it.each([
    ['Wer meldet den Angrif?', 'Wer meldet den Angriff?'],
    ['wer übt im krisenstba', 'wer übt im Krisenstab'],
    ['Was sagt die Emfehlung?', 'Was sagt die Empfehlung?'],
    ['Gmeinde und Geebühr', 'Gemeinde und Gebühr'],
    ['Nagriff', 'Angriff'],
  ])('%s → %s', async (query, corrected) => expect(await correct(query)).toBe(corrected))

  it.each([
    ['known words and their forms', 'Wer meldete die Angriffe der Gemeinden?'],
    ['compounds of known parts', 'Krisenübung und Notfallübung'],
    ['numbers and identifiers', '§ 35 VwVfG, 12345, APP.3.2.A1, Art. 33'],
    ['short names', 'Das BIS und die BSE'],
    ['short words', 'Der Stad'],
    ['hyphenated words', 'Angrif-Übung'],
    ['other first letters', 'Engriff'],
    ['good words that the texts lack', 'Was macht die Regierung?'],
    ['umlauts written otherwise', 'Gebuehr, Strasse'],
  ])('leave alone %s', async (_what, query) => expect(await correct(query)).toBe(query))

  it('prefer the more frequent of equally near words', () => {
    const other = createLexicalIndexBuilder()
    other.add({ title: '', headings: '', text: 'Die Messe, die Masse und die Masse.' })
    const { corrections } = openLexicalIndex(other.build())
    expect(corrections('Misse')).toMatchObject([{ from: 'Misse', to: 'Masse', start: 0, end: 5 }])
  })

  it('say where the word stood', () => {
    const query = 'Bei Angrif: Gmeinde?'
    for (const { start, end, from } of index.corrections(query)) expect(query.slice(start, end)).toBe(from)
    expect(index.corrections(query)).toHaveLength(2)
  })
})
