import { describe, expect, it } from 'vitest'
import { findDates } from '../../../answer/verify/dates.ts'
import { findIdentifiers } from '../../../answer/verify/identifiers.ts'
import { numberWord, ordinalWord } from '../../../answer/verify/number-words.ts'
import { findQuantities } from '../../../answer/verify/quantities.ts'

describe('number words', () => {
  it.each([
    ['zwölf', 12],
    ['zweiundzwanzig', 22],
    ['dreihundertfünfzig', 350],
    ['eintausend', 1000],
    ['zweitausendvierundzwanzig', 2024],
    ['anderthalb', 1.5],
    ['ein', null],
    ['einige', null],
    ['Haus', null],
  ])('%s is %s', (word, value) => {
    expect(numberWord(word)).toBe(value)
  })

  it.each([
    ['zweiten', 2],
    ['zwanzigste', 20],
    ['dritter', 3],
    ['ersten', null],
    ['leichten', null],
  ])('%s has the rank %s', (word, value) => {
    expect(ordinalWord(word)).toBe(value)
  })
})

describe('quantities', () => {
  it.each([
    ['bis zu 1,5 Mio. Euro', [[1_500_000, 'Euro', 'max']]],
    ['1.500.000 Euro', [[1_500_000, 'Euro', null]]],
    ['40 v. H.', [[40, '%', null]]],
    ['zwei Prozent', [[2, '%', null]]],
    ['72 Stunden', [[72, 'Stunden', null]]],
    ['innerhalb von drei Tagen', [[72, 'Stunden', 'max']]],
    ['binnen einer Woche', [[168, 'Stunden', 'max']]],
    ['14-tägige Frist', [[336, 'Stunden', null]]],
    ['binnen eines Monats', [[1, 'Monate', 'max']]],
    ['ein halbes Jahr', [[6, 'Monate', null]]],
    ['das 16. Lebensjahr', [[192, 'Monate', null]]],
    ['3 Werktage', [[3, 'Werktage', null]]],
    ['mindestens jährlich', [[12, 'every Monate', 'min']]],
    ['mindestens einmal im Jahr', [[12, 'every Monate', 'min']]],
    ['alle zwei Jahre', [[24, 'every Monate', null]]],
    ['mehr als die Hälfte', [[0.5, 'share', 'more']]],
    ['zwei Drittel', [[2 / 3, 'share', null]]],
    ['rund 250 Prüffragen', [[250, 'count', 'about']]],
    ['ab 50 Beschäftigten', [[50, 'count', 'min']]],
    ['nicht mehr als zehn Personen', [[10, 'count', 'max']]],
    ['80 cm', [[0.8, 'Meter', null]]],
    ['zwei weitere Monate', [[2, 'Monate', null]]],
    ['nicht älter als drei Monate', [[3, 'Monate', 'max']]],
    [
      'drei Tage in der Woche',
      [
        [72, 'Stunden', null],
        [168, 'every Stunden', null],
      ],
    ],
    ['32 Wochenstunden', [[32, 'Stunden', null]]],
    ['höchstens jedoch 130 Euro', [[130, 'Euro', 'max']]],
    ['das Vier-Augen-Prinzip', []],
    ['eine Drei-Tage-Frist', [[72, 'Stunden', null]]],
    ['Zwei Ämter unterschreiben', [[2, 'count', null]]],
    ['8:30 Uhr', [[8.5, 'Uhr', null]]],
    ['NIS2, Artikel 4a und EN-301', []],
    ['eine Meldung', []],
  ])('%s', (text, expected) => {
    const found = findQuantities(text, findIdentifiers(text))
    expect(found.map(({ value, dimension, bound }) => [value, dimension, bound])).toEqual(expected)
  })

  it('slice back to their words', () => {
    const text = 'Bis zu 12.500 Euro binnen drei Wochen für zwölf Vereine.'
    const words = findQuantities(text, []).map(({ start, end }) => text.slice(start, end))
    expect(words).toEqual(['12.500 Euro', 'drei Wochen', 'zwölf'])
  })
})

describe('dates', () => {
  it.each([
    ['am 12.11.2024', [[2024, 11, 12, null]]],
    ['12. November 2024', [[2024, 11, 12, null]]],
    ['2024-11-12', [[2024, 11, 12, null]]],
    ['im November 2024', [[2024, 11, null, null]]],
    ['seit Herbst 2024', [[2024, null, null, 'from']]],
    ['bis zum 6. März 2026', [[2026, 3, 6, 'until']]],
    ['ab dem 2. Dezember 2027', [[2027, 12, 2, 'from']]],
    ['bis Ende Oktober', [[null, 10, null, 'until']]],
    ['vor dem 1.1.2020', [[2020, 1, 1, 'before']]],
    ['2000 Euro', []],
    ['Verordnung (EU) 2016/679', []],
  ])('%s', (text, expected) => {
    expect(findDates(text).map(({ year, month, day, bound }) => [year, month, day, bound])).toEqual(expected)
  })
})

describe('identifiers', () => {
  it.each([
    ['§ 34 Absatz 2', ['§34 abs 2']],
    ['§§ 5 und 6 AGG', ['§5', '§6']],
    ['Artikel 26 Abs. 7 der KI-VO', ['art26 abs 7']],
    ['CON.1.A4 und ORP.4', ['con.1.a4', 'orp.4']],
    ['Anhang-III-Systeme', ['anhang 3']],
    ['Verordnung (EU) 2016/679', ['2016/679']],
    ['Version 1.0', ['version 1.0']],
    ['10.000.000 Euro am 27.11.2020', []],
  ])('%s', (text, expected) => {
    expect(findIdentifiers(text).map(({ key, details }) => [key, ...details].join(' '))).toEqual(expected)
  })
})
