import { describe, expect, it } from 'vitest'
import { check, failed, passage, verifier } from './builders.ts'

const MELDUNG =
  'Die Gemeinde muss den Vorfall binnen 72 Stunden der Aufsichtsbehörde melden, sofern Personen gefährdet sind.'
const GEBUEHR = 'Die Gebühr beträgt mindestens 25 Euro und wird nur auf Antrag erlassen.'
const VERBOT = 'Private Geräte dürfen im Dienst nicht verwendet werden.'

describe('what says the same is supported', () => {
  it.each([
    ['verbatim', MELDUNG, MELDUNG],
    [
      'other order',
      'Sofern Personen gefährdet sind, muss die Gemeinde den Vorfall binnen 72 Stunden der Aufsichtsbehörde melden.',
      MELDUNG,
    ],
    [
      'passive and days',
      'Der Vorfall ist von der Gemeinde innerhalb von drei Tagen der Aufsichtsbehörde zu melden, wenn Personen gefährdet sind.',
      MELDUNG,
    ],
    [
      'number word',
      'Die Gebühr beträgt mindestens fünfundzwanzig Euro und wird nur auf Antrag erlassen.',
      GEBUEHR,
    ],
    ['other negation', 'Es ist verboten, private Geräte im Dienst zu verwenden.', VERBOT],
    ['synonym', 'Private Geräte dürfen im Dienst nicht benutzt werden.', VERBOT],
    ['less exact date', 'Der Plan gilt seit November 2024.', 'Der Plan gilt seit dem 12.11.2024.'],
    [
      'everyday words',
      'Wer die Satzung missachtet, muss mit einem Bußgeld rechnen.',
      'Wer gegen die Satzung verstößt, muss mit einer Geldbuße rechnen.',
    ],
    [
      'permit as a ban',
      'Bäume darf man ohne Genehmigung nicht entfernen.',
      'Das Entfernen von Bäumen ist ohne Genehmigung verboten.',
    ],
    [
      'ban after a short form in brackets',
      'Ohne Erlaubnis der Wasserstelle ist das Einleiten verboten.',
      'Das Einleiten ist ohne Erlaubnis der Wasserstelle (WS) verboten.',
    ],
    [
      'at the latest before',
      'Der Bedarf ist mindestens sechs Wochen vor der Aufnahme zu melden.',
      'Der Bedarf ist spätestens sechs Wochen vor der Aufnahme zu melden.',
    ],
    [
      'duty that gives a measure',
      'Änderungen um mehr als zehn Prozent muss der Verein melden.',
      'Änderungen um mehr als zehn Prozent hat der Verein zu melden.',
    ],
    [
      'deadline beside another clause about the same',
      'Anträge müssen spätestens am 31. März eingegangen sein.',
      'Der Antrag muss bis zum 31. März vorliegen; später eingehende Anträge werden nicht berücksichtigt.',
    ],
    [
      'who is meant, with a noun',
      'Bezieher von Renten sind vom Zuschuss ausgeschlossen.',
      'Wer Renten bezieht, ist vom Zuschuss ausgeschlossen.',
    ],
    ['lack as an adjective', 'Die Luft muss ohne Rauch sein.', 'Die Luft muss rauchfrei sein.'],
    ['free of charge', 'Für die Auskunft fallen keine Kosten an.', 'Die Auskunft ist kostenlos.'],
    ['must be applied for', 'Den Zuschuss muss man beantragen.', 'Der Zuschuss wird auf Antrag gezahlt.'],
    [
      'long form',
      'Die Überwachungsstelle des Bundes prüft jährlich.',
      'Die Überwachungsstelle des Bundes (ÜB) prüft jährlich alle Stellen.',
    ],
  ])('%s', (_title, claim, evidence) => {
    const result = check(claim, evidence)
    expect([result.verdict, failed(result)]).toEqual(['supported', []])
  })
})

describe('what says something else is not', () => {
  it.each([
    [
      'number',
      'Die Gemeinde muss den Vorfall binnen 24 Stunden der Aufsichtsbehörde melden, sofern Personen gefährdet sind.',
      MELDUNG,
      'numbers',
    ],
    ['a month is not 30 days', 'Die Frist beträgt 30 Tage.', 'Die Frist beträgt einen Monat.', 'numbers'],
    ['date', 'Der Plan gilt seit dem 11.12.2024.', 'Der Plan gilt seit dem 12.11.2024.', 'dates'],
    ['direction of a date', 'Der Plan gilt bis zum 12.11.2024.', 'Der Plan gilt ab dem 12.11.2024.', 'dates'],
    [
      'paragraph',
      'Das regelt § 5 Absatz 3 der Satzung.',
      'Das regelt § 5 Absatz 2 der Satzung.',
      'identifiers',
    ],
    [
      'requirement',
      'Dies fordert CON.1.A5 vom Betreiber.',
      'Dies fordert CON.1.A4 vom Betreiber.',
      'identifiers',
    ],
    [
      'office',
      'Über den Antrag entscheidet der Stadtrat.',
      'Über den Antrag entscheidet die Amtsleitung.',
      'names',
    ],
    ['negation dropped', 'Private Geräte dürfen im Dienst verwendet werden.', VERBOT, 'negation'],
    ['negation added', 'Die Gebühr wird nicht erlassen.', 'Die Gebühr wird erlassen.', 'negation'],
    ['opposite', 'Die Nutzung ist kostenpflichtig.', 'Die Nutzung ist kostenlos.', 'negation'],
    [
      'obligation',
      'Die Gemeinde kann den Vorfall der Aufsichtsbehörde melden, sofern Personen gefährdet sind.',
      MELDUNG,
      'obligation',
    ],
    [
      'must not is not need not',
      'Private Geräte müssen im Dienst nicht verwendet werden.',
      VERBOT,
      'obligation',
    ],
    ['at most', 'Die Gebühr beträgt höchstens 25 Euro.', GEBUEHR, 'quantifiers'],
    ['all for some', 'Alle Gemeinden sind betroffen.', 'Einige Gemeinden sind betroffen.', 'quantifiers'],
    [
      'before for after',
      'Vor der Sicherung ist das Netz zu trennen.',
      'Nach der Sicherung ist das Netz zu trennen.',
      'relations',
    ],
    [
      'words in quotes',
      'Das Amt nennt „einen sicheren Weg für alle“.',
      'Das Amt nennt einen sicheren Weg.',
      'quote',
    ],
    [
      'permit where there is a ban',
      'Das Fällen von Bäumen ist ohne Genehmigung erlaubt.',
      'Das Fällen von Bäumen ist ohne Genehmigung verboten.',
      'negation',
    ],
    [
      'telephone answers binding',
      'Auskünfte am Telefon sind verbindlich.',
      'Auskünfte am Telefon sind unverbindlich.',
      'negation',
    ],
    [
      'one number twice',
      'Die Pflichten nach den §§ 11 und 11 des Gesetzes bleiben bestehen.',
      'Die Pflichten nach den §§ 7 und 11 des Gesetzes bleiben bestehen.',
      'identifiers',
    ],
    [
      'harmless for rough',
      'Genannt wird eine ungefährliche Zahl.',
      'Genannt wird eine ungefähre Zahl.',
      'additions',
    ],
    ['nothing about it', 'Das Freibad öffnet im Sommer.', MELDUNG, 'evidence'],
  ])('%s', (_title, claim, evidence, name) => {
    const result = check(claim, evidence)
    expect(failed(result)).toContain(name)
    expect(result.verdict).not.toBe('supported')
  })

  it('numbers that belong to something else', () => {
    const result = check(
      'Die Frühwarnung erfolgt binnen 72 Stunden.',
      'Frühwarnung binnen 24 Stunden',
      'Meldung binnen 72 Stunden',
    )
    expect([result.verdict, failed(result)]).toEqual(['unsupported', ['numbers']])
  })
})

describe('what says more, or less of a condition, is partly supported', () => {
  it.each([
    [
      'condition dropped',
      'Die Gemeinde muss den Vorfall binnen 72 Stunden der Aufsichtsbehörde melden.',
      MELDUNG,
      'conditions',
    ],
    [
      'phrase of a condition dropped',
      'Das Nutzungsrecht kann verlängert werden.',
      'Das Nutzungsrecht kann auf Antrag verlängert werden.',
      'conditions',
    ],
    [
      'condition of few telling words dropped',
      'Der Landtag hebt die Feststellung auf.',
      'Der Landtag hebt die Feststellung auf, wenn die Voraussetzungen nicht mehr vorliegen.',
      'conditions',
    ],
    [
      'condition with its verb first, after a semicolon',
      'Die Sache wird versteigert.',
      'Der Finder erwirbt die Sache; verzichtet er, wird die Sache versteigert.',
      'conditions',
    ],
    [
      'phrase dropped within a condition',
      'Es gilt, soweit die Länder es für anwendbar erklären.',
      'Es gilt, soweit die Länder es mit Zustimmung des Bundes für anwendbar erklären.',
      'conditions',
    ],
    [
      'condition told as a fact',
      'Der Keller ist feucht.',
      'Ist der Keller feucht, wird das Archiv verlegt.',
      'conditions',
    ],
    [
      'a word put in the place of another',
      'Es gilt in allen Bereichen und findet im Nutzer der Vorgaben auch in der Zone Anwendung.',
      'Es gilt in allen Bereichen und findet im Umfeld der Vorgaben auch in der Zone Anwendung.',
      'context',
    ],
    ['only dropped', 'Der Ausweis gilt in der Zone.', 'Der Ausweis gilt nur in der Zone.', 'quantifiers'],
    [
      'addition',
      'Die Gebühr beträgt mindestens 25 Euro, wird nur auf Antrag erlassen und gilt als Verwaltungskosten.',
      GEBUEHR,
      'additions',
    ],
    [
      'as a rule dropped',
      'Die Leistung wird für zwölf Monate bewilligt.',
      'Die Leistung wird in der Regel für zwölf Monate bewilligt.',
      'quantifiers',
    ],
  ])('%s', (_title, claim, evidence, name) => {
    const result = check(claim, evidence)
    expect([result.verdict, failed(result)]).toEqual(['partly', [name]])
  })
})

describe('the verifier', () => {
  it('names the words on both sides', () => {
    const result = check('Die Frist beträgt 48 Stunden.', 'Die Frist beträgt 72 Stunden.')
    expect(result.findings.find(({ ok }) => !ok)?.detail).toMatch(/„48 Stunden“.*„72 Stunden“/u)
  })

  it('aligns to the sentences it used, by place', () => {
    const evidence = [
      passage(['Das Amt ist im Rathaus.']),
      passage(['Vorab gilt dies.', 'Die Frist beträgt drei Tage.']),
    ]
    const { claims } = verifier.verify('Drei Tage beträgt die Frist.', evidence)
    expect(claims[0]!.aligned).toHaveLength(1)
    const { passage: number, start, end } = claims[0]!.aligned[0]!
    expect(evidence[number]!.text.slice(start, end)).toBe('Die Frist beträgt drei Tage.')
  })

  it('takes what a passage is about from its headings, but proves nothing by them', () => {
    const evidence = [passage(['Die Meldung muss binnen 24 Stunden erfolgen.'], ['NIS-2 und Kommunen'])]
    expect(
      verifier.verify('Nach NIS-2 muss die Meldung binnen 24 Stunden erfolgen.', evidence).claims[0]!.verdict,
    ).toBe('supported')
  })

  it('without evidence supports nothing', () => {
    expect(verifier.verify('Die Frist beträgt drei Tage.', []).claims[0]!.verdict).toBe('unsupported')
  })

  it('a part of a sentence that lost its condition is not verbatim', () => {
    expect(
      check('Die Meldung ist Pflicht.', 'Die Meldung ist Pflicht, wenn Personen gefährdet sind.').verdict,
    ).toBe('partly')
  })
})
