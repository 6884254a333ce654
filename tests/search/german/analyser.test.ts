import { describe, expect, it } from 'vitest'
import { createAnalyser } from '../../../search/german/analyser.ts'
import { learnLexicon, openLexicon } from '../../../search/german/lexicon.ts'
import type { Unit } from '../../../search/german/unit.ts'

/** Words that stand alone in some corpus; compounds are split into these. */
const CORPUS = `
Der Antrag auf Wohngeld. Die Anträge der Berechtigten. Das Geld für die Wohnung, wohnen in der Wohnung, wir wohnen.
Der Angriff im Raum. Cyber-Angriff, Cyber-Sicherheit, Cyber-Lage. Die Sicherheit der Information, sicher und frei.
Die Pflicht zur Meldung, wir melden. Die Krise, der Stab, die Übung. Der Bund und das Amt, ein Amt, viele Ämter, dem Amt.
Die Schule, das Recht, die Verwaltung, der Akt, das Verfahren, das Gesetz, die Behörde, die Aufsicht, der Schutz der Daten,
die Daten, der Beauftragte. Der Stand der Technik. Die Not, der Fall, die Nummer. Das Haus, der Halt, das Jahr, die Leistung.
Das Land, die Regierung, der Kreis, die Stadt, der Tag, der Rat. Hand und Fuß, Wissen und Grund. Die Vergabe, die Unterlagen.
Die Straße, der Bau, die Kosten. Die Nehmung. Das Einkommen, der Nehmer, die Einnahme. Die Person bezieht, bezogen auf sie.
Das Amt, das Amt. Die Not, die Not. Der Rat, der Rat. Der Tag, der Tag. Der Bau, der Bau.
`

function learnt() {
  const frequencies = new Map<Unit, number>()
  const scanner = createAnalyser()
  for (let i = 0; i < 3; i++)
    scanner.scan(CORPUS, (unit) => frequencies.set(unit, (frequencies.get(unit) ?? 0) + 1))
  return createAnalyser({
    lexicon: openLexicon(learnLexicon([...frequencies].map(([unit, count]) => ({ unit, count })))),
  })
}

const analyser = learnt()
const termsOf = (text: string) => new Set(analyser.tokens(text).flatMap((token) => token.terms))
const meet = (a: string, b: string) => {
  const other = termsOf(b)
  return [...termsOf(a)].some((term) => other.has(term))
}

describe('German analysis: words that must meet', () => {
  it.each([
    // Umlauts, ß and their substitutes.
    ['Straße', 'Strasse'],
    ['STRASSE', 'Straßen'],
    ['Gebühr', 'Gebuehren'],
    ['Gebühr', 'Gebuhr'],
    ['Gebühren', 'GEBÜHREN'],
    ['Überprüfung', 'Ueberpruefung'],
    ['Maßnahme', 'Massnahmen'],
    ['Behörde', 'Behoerden'],
    ['Größe', 'Groesse'],
    ['Öffentlichkeit', 'Oeffentlichkeit'],
    ['Ämter', 'Aemter'],
    ['prüfen', 'pruefen'],
    ['Café', 'Cafe'],
    ['neue', 'neuen'],
    ['Mauer', 'Mauern'],
    ['Quelle', 'Quellen'],
    ['Steuer', 'Steuern'],
    ['Feuer', 'feuern'],
    ['Treue', 'treu'],
    // Inflection.
    ['Antrag', 'Anträge'],
    ['Antrag', 'Anträgen'],
    ['Haus', 'Häuser'],
    ['Land', 'Länder'],
    ['Kommune', 'Kommunen'],
    ['Gemeinde', 'Gemeinden'],
    ['Bescheid', 'Bescheides'],
    ['Verwaltungsakt', 'Verwaltungsaktes'],
    ['Erlaubnis', 'Erlaubnisse'],
    ['System', 'Systeme'],
    ['verarbeiten', 'verarbeitet'],
    ['Verarbeitung', 'verarbeiten'],
    ['digitalisieren', 'Digitalisierung'],
    ['digitalisiert', 'digitalisierte'],
    ['informieren', 'informiert'],
    ['personenbezogen', 'personenbezogener'],
    ['Mitarbeiter', 'Mitarbeiterinnen'],
    ['Leser', 'Leserinnen'],
    ['Barrierefreiheit', 'barrierefrei'],
    ['meldepflichtig', 'Meldepflicht'],
    ['Zuständigkeit', 'zuständig'],
    // Gender marks.
    ['Bürger', 'Bürger:innen'],
    ['Bürgerinnen', 'Bürger*innen'],
    ['Bürger', 'BürgerInnen'],
    ['Mitarbeiter', 'Mitarbeiter/-innen'],
    ['Antragsteller', 'Antragsteller_innen'],
    // Hyphens and compounds.
    ['Cyberangriff', 'Cyber-Angriff'],
    ['Cyber-Angriff', 'Angriffe im Cyberraum'],
    ['Cyberangriff', 'Angriff'],
    ['IT-Sicherheit', 'Sicherheit'],
    ['IT-Sicherheit', 'IT'],
    ['KI-System', 'KI'],
    ['Wohngeldberechtigte', 'Wohngeld'],
    ['Krisenstabsübung', 'Krise'],
    ['Krisenstabsübung', 'Übung'],
    ['Meldepflicht', 'Pflicht'],
    ['Schulpflicht', 'Schule'],
    ['Bundesregierung', 'Regierung'],
    ['Landkreis', 'Kreis'],
    ['Notfallnummer', 'Nummer'],
    ['Bauamt', 'Amt'],
    ['Stadtrat', 'Rat'],
    ['Datenschutzbeauftragter', 'Datenschutz'],
    ['Datenschutzbeauftragter', 'Beauftragte'],
    ['Verwaltungsverfahrensgesetz', 'Gesetz'],
    ['Aufsichtsbehörde', 'Behörden'],
    ['Straßenbaukosten', 'Kosten der Straße'],
    ['Wohnraum', 'Raum zum Wohnen'],
    ['Cybersicherheit', 'sichere Verwaltung'],
    // Identifiers.
    ['§ 35 Abs. 2 VwVfG', '§ 35 VwVfG'],
    ['Paragraf 35 VwVfG', '§ 35 VwVfG'],
    ['Paragraph 35', '§35'],
    ['VwVfG § 35', '§ 35 VwVfG'],
    ['§§ 35, 36 VwVfG', '§ 36 VwVfG'],
    ['§ 35a', '§ 35a Abs. 1'],
    ['Art. 33 DSGVO', 'Artikel 33 DS-GVO'],
    ['Artikel 33 Absatz 1', 'Art. 33'],
    ['SGB X', 'SGB 10'],
    ['§ 31 SGB X', 'SGB 10 § 31'],
    ['APP.3.2.A1', 'app.3.2.a1'],
    ['APP.3.2', 'APP.3.2.A1'],
    ['NIS-2', 'NIS2'],
    ['NIS 2', 'NIS-2-Richtlinie'],
    ['ISO/IEC 27001', 'ISO 27001:2013'],
    // Dates and numbers.
    ['1. Januar 2025', '01.01.2025'],
    ['1.1.2025', '2025-01-01'],
    ['Januar 2025', '15. Januar 2025'],
    ['im Jahr 2025', '31.12.2025'],
    ['3. März', '17. März 2024'],
    ['1.500.000', '1500000'],
    ['1,5 Mio. Euro', '1.500.000 Euro'],
    ['2 Milliarden', '2.000.000.000'],
    ['1 500 000', '1.500.000'],
    ['5 %', '5 Prozent'],
    ['2,5%', '2,5 Prozent'],
    ['Version v1.2.3', '1.2.3'],
    // Hidden characters, case, English.
    ['Ver\u00ADwal\u00ADtung', 'Verwaltung'],
    ['ﬁnanz', 'Finanz'],
    ['update', 'Updates'],
    ['value', 'values'],
    ['Backup', 'BACKUPS'],
    ['Ransomware', 'ransomware'],
    ['nicht', 'NICHT'],
    ['keine', 'kein'],
  ])('%s = %s', (a, b) => expect(meet(a, b)).toBe(true))
})

describe('German analysis: words that must not meet', () => {
  it.each([
    ['Genehmigung', 'Nehmung'],
    ['Stand', 'Standard'],
    ['Unternehmen', 'Nehmung'],
    ['Übereinkommen', 'Einkommen'],
    ['Handlung', 'Hand'],
    ['Wissenschaft', 'Wissen'],
    ['Kontrolle', 'Rolle'],
    ['Amt', 'Samt'],
    ['Rat', 'Verrat'],
    ['Tag', 'Vertrag'],
    ['Not', 'Notar'],
    ['§ 35', '§ 36'],
    ['§ 35', '§ 35a'],
    ['§ 35', '35 Euro'],
    ['§ 33', 'Art. 33'],
    ['APP.3.2.A1', 'SYS.3.2.A1'],
    ['1. Januar 2025', '2. Februar 2024'],
    ['1.500', '15.000'],
    ['1,5', '15'],
    ['5 %', '50 Prozent'],
    ['neue', 'neun'],
    ['Mauer', 'Maus'],
    ['schön', 'schon'],
    ['Fragen', 'Frachten'],
    ['NIS2', 'ISO2'],
    ['§ 5 SGB X', '§ 6 SGG'],
  ])('%s ≠ %s', (a, b) => expect(meet(a, b)).toBe(false))
})

describe('tokens', () => {
  const samples = [
    'Gemäß § 35 Abs. 2 Satz 1 VwVfG ist der Verwaltungsakt, §§ 36, 37 ff., kein Vertrag.',
    'Bürger*innen zahlen am 1. Januar 2025 1,5 Mio. Euro (5 %) nach Art. 33 DSGVO; APP.3.2.A1, NIS-2.',
    'Cafe\u0301 und Über\u00ADgang – „Gebühr“ z. B. und/oder SGB X § 31, info@example.org!',
    '',
    '§',
    '§ §§ 1. 1.. Abs. Art. 😀 𝔘 中文 12 345 678',
  ]

  it.each(samples)('slice back to their surface: %s', (text) => {
    for (const token of analyser.tokens(text)) {
      expect(text.slice(token.start, token.end)).toBe(token.surface)
      expect(token.terms.length).toBe(token.weights.length)
      expect(token.terms.length).toBeGreaterThan(0)
    }
  })

  it.each(samples)('are the same for composed and decomposed text: %s', (text) => {
    const terms = (value: string) => analyser.tokens(value).map((token) => token.terms)
    expect(terms(text.normalize('NFD'))).toEqual(terms(text.normalize('NFC')))
    expect(analyser.ngrams(text.normalize('NFD'))).toEqual(analyser.ngrams(text.normalize('NFC')))
  })

  it('do not depend on what was analysed before', () => {
    const text = samples.join('\n')
    expect(learnt().tokens(text)).toEqual(analyser.tokens(text))
  })

  it('leave out function words but keep negation and obligation', () => {
    const surfaces = analyser
      .tokens('Wer muss dann nicht zu der Behörde und darf kein Auto nur für sich haben')
      .map((t) => t.surface)
    expect(surfaces).toEqual(['muss', 'nicht', 'Behörde', 'darf', 'kein', 'Auto', 'nur'])
  })

  it('give the whole identifier first, and parts less weight', () => {
    expect(analyser.tokens('§ 35 Abs. 2 VwVfG')[0]).toMatchObject({
      surface: '§ 35 Abs. 2',
      weights: [1, 1, 0.5, 0.5],
    })
    expect(analyser.tokens('APP.3.2.A1')[0]).toMatchObject({
      terms: ['app.3.2.a1', 'app.3.2', 'app.3'],
      weights: [1, 0.5, 0.5],
    })
    expect(analyser.tokens('Cyber-Angriff')[0]).toMatchObject({
      terms: ['cyberangriff', 'cyb', 'angriff'],
      weights: [1, 0.5, 0.5],
    })
  })

  it('and n-grams survive very long runs of characters', () => {
    for (const text of [
      'a'.repeat(200_000),
      `§ 5 ${'Aa'.repeat(50_000)}`,
      '1.'.repeat(50_000),
      '§ 1, '.repeat(20_000),
    ]) {
      expect(() => [analyser.tokens(text), analyser.ngrams(text)]).not.toThrow()
    }
  })

  it('split only hyphenated words without a lexicon', () => {
    const plain = createAnalyser()
    expect(plain.tokens('Bauamt')[0]!.terms).toEqual(['bauamt'])
    expect(plain.tokens('Bau-Amt')[0]!.terms).toEqual(['bauamt', 'bau', 'amt'])
  })
})

describe('n-grams', () => {
  it('are four characters long and mark both ends of a word', () => {
    expect(analyser.ngrams('Gebühr')).toEqual(['_geb', 'gebu', 'ebuh', 'buhr', 'uhr_'])
    expect(analyser.ngrams('IT')).toEqual(['_it_'])
  })
})

describe('fingerprint', () => {
  it('is raised whenever this golden analysis changes', () => {
    const golden = analyser.tokens(
      'Nach § 35 Abs. 2 VwVfG melden Behörden Cyber-Angriffe am 1. Mai 2025 (NIS-2) zu 5 %.',
    )
    expect([createAnalyser().fingerprint, ...golden.map((token) => token.terms.join('|'))]).toEqual([
      'german-5',
      '§35/vwvfg|§35|§35abs2/vwvfg|§35abs2',
      'vwvfg',
      'meld',
      'behord',
      'cyberangriff|cyb|angriff',
      '2025-05-01|2025-05|mai|2025',
      'nis2|nis',
      '5%|5',
    ])
  })
})
