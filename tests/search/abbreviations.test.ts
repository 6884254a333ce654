import { describe, expect, it } from 'vitest'
import { createAbbreviationCollector, longFormBefore } from '../../search/abbreviations.ts'
import { createAnalyser } from '../../search/german/analyser.ts'
import { createLexicalIndexBuilder, openLexicalIndex } from '../../search/lexical-index.ts'

describe('long forms before a bracket', () => {
  it.each([
    [
      'Zuständig ist das Bundesamt für Sicherheit in der Informationstechnik',
      'BSI',
      'Bundesamt für Sicherheit in der Informationstechnik',
    ],
    ['Systeme mit künstlicher Intelligenz', 'KI', 'künstlicher Intelligenz'],
    ['nach der Datenschutz-Grundverordnung', 'DSGVO', 'Datenschutz-Grundverordnung'],
    ['die KI-Verordnung', 'KI-VO', 'KI-Verordnung'],
    ['der Deutsche Städte- und Gemeindebund', 'DStGB', 'Deutsche Städte- und Gemeindebund'],
    ['das Verwaltungsverfahrensgesetz', 'VwVfG', 'Verwaltungsverfahrensgesetz'],
  ])('%s (%s)', (before, short, long) => expect(longFormBefore(before, short)).toBe(long))

  it.each([
    ['eine Verordnung', 'EU'],
    ['der Verordnung', 'EU'],
    ['Das gilt. In der Behörde', 'DB'],
    ['die Polizei', 'BKA'],
    ['KI', 'KI'],
    ['', 'KI'],
  ])('are none: %s (%s)', (before, short) => expect(longFormBefore(before, short)).toBeNull())
})

describe('abbreviations of the texts', () => {
  const of = (...texts: string[]) => {
    const collector = createAbbreviationCollector()
    for (const text of texts) collector.add(text)
    return collector.abbreviations(createAnalyser())
  }

  it('come with the terms of both forms, whatever case the long form stands in', () => {
    const texts = ['Die Künstliche Intelligenz (KI) lernt.', 'Regeln zu künstlicher Intelligenz (KI)']
    expect(of(...texts)).toEqual([{ short: 'ki', long: ['kunstlich', 'intelligenz'] }])
  })

  it('leave out letters that stand for several things', () => {
    expect(of('Amt für Bauen (AB), Anstalt der Banken (AB), Abend im Bad (AB)')).toEqual([])
  })
})

describe('search by short and long form', () => {
  const builder = createLexicalIndexBuilder()
  const texts = [
    'Das Bundesamt für Sicherheit in der Informationstechnik (BSI) hilft.',
    'Melden Sie den Vorfall dem BSI.',
    'Das Bundesamt für Sicherheit in der Informationstechnik berät.',
    'Das Bundesamt für Justiz, die Sicherheit, der Sport.',
  ]
  for (const text of texts) builder.add({ title: '', headings: '', text })
  const index = openLexicalIndex(builder.build())
  const found = (query: string) =>
    index
      .searchWords(query, { limit: 10 })
      .map(({ passage }) => passage)
      .sort()

  it('finds the long form by the short one', () => expect(found('BSI')).toEqual([0, 1, 2]))

  it('finds the short form by the long one', () => {
    expect(found('Bundesamt für Sicherheit in der Informationstechnik')).toContain(1)
    expect(found('Bundesamt für Justiz')).not.toContain(1)
  })
})
