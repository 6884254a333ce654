import { describe, expect, it } from 'vitest'
import { findScopeGaps } from '../../answer/scope.ts'

describe('Länder of a question', () => {
  it.each([
    ['Wer hilft in Hessen?', 'Der Bund hilft.', 1],
    ['Wer hilft in Hessen?', 'Die hessische Stelle hilft.', 0],
    ['Wer hilft in Thüringen?', 'Das thüringische Amt hilft.', 0],
    ['Wer hilft in Baden-Württemberg?', 'In Hessen hilft das Amt.', 1],
    ['Wer hilft in Sachsen?', 'In Niedersachsen hilft das Amt.', 1],
    ['Wer hilft in Sachsen?', 'In Sachsen-Anhalt hilft das Amt.', 1],
    ['Wer hilft in Niedersachsen?', 'In Niedersachsen hilft das Amt.', 0],
    ['Wer hilft in Hessen und Bayern?', 'Der Bund hilft.', 2],
    ['Wer hilft in NRW?', 'In Nordrhein-Westfalen hilft das Amt.', 0],
    ['Wer hilft der Berlinale?', 'Der Bund hilft.', 0],
    ['Wer hilft?', 'In Hessen hilft das Amt.', 0],
  ])('%s beside "%s": %i missing', (question, text, laender) => {
    expect(findScopeGaps(question, text).laender).toBe(laender)
  })

  it('reads decomposed letters', () => {
    expect(findScopeGaps('Wer hilft in Thüringen?'.normalize('NFD'), 'In Thüringen.').laender).toBe(0)
  })
})

describe('years of a question', () => {
  it.each([
    ['Wie viele Fälle gab es 2021?', 'Es gab 2021 neun.', 0],
    ['Wie viele Fälle gab es 2021?', 'Es gab 2020 neun.', 1],
    ['Was änderte sich 2019, 2020 und 2019?', 'Nichts.', 2],
    ['Wer hat die 20212?', 'Niemand.', 0],
  ])('%s beside "%s": %i missing', (question, text, years) => {
    expect(findScopeGaps(question, text).years).toBe(years)
  })
})

describe("the asker's own house", () => {
  it.each([
    ['Wer ist unser Beauftragter?', true],
    ['Wann ist mein Termin?', true],
    ['Welche Stelle ist in meinem Bundesland zuständig?', true],
    ['Was kostete unsere letzte Übung?', true],
    ['Wer übt?', false],
    ['Ist Unseriöses erkennbar?', false],
    ['Müssen wir üben?', false],
  ])('%s: %s', (question, expected) => {
    expect(findScopeGaps(question, '').ownHouse).toBe(expected)
  })
})
