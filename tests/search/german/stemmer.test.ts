import { describe, expect, it } from 'vitest'
import { foldWord } from '../../../search/german/fold.ts'
import { stem } from '../../../search/german/stemmer.ts'

describe('stem', () => {
  /** From the vocabulary that Snowball publishes with its German stemmer (umlauts dropped at the end, as there). */
  it.each([
    ['aufeinander', 'aufeinand'],
    ['aufenthalt', 'aufenthalt'],
    ['auferlegten', 'auferlegt'],
    ['kategorischen', 'kategor'],
    ['kategorisch', 'kategor'],
    ['katers', 'kat'],
    ['häuser', 'haus'],
    ['häusern', 'haus'],
    ['erlaubnisse', 'erlaubnis'],
    ['freundlichkeit', 'freundlich'],
    ['verantwortlichkeiten', 'verantwort'],
    ['schönheit', 'schonheit'],
    ['systeme', 'system'],
    ['systemen', 'system'],
    ['regeln', 'regel'],
    ['arbeitest', 'arbeit'],
    ['verarbeitet', 'verarbeit'],
    ['lehrerinnen', 'lehr'],
    ['bedeutung', 'bedeut'],
    ['gültigkeit', 'gultig'],
    ['übung', 'ubung'],
    ['bauen', 'bau'],
    ['bayern', 'bay'],
    ['steuerung', 'steuer'],
  ])('stems %s to %s as Snowball does', (word, expected) => expect(stem(foldWord(word))).toBe(expected))

  it('leaves short words alone', () => {
    for (const word of ['', 'a', 'ki', 'bsi', 'amt']) expect(stem(word)).toBe(word)
  })

  it('gives a beginning of the word', () => {
    for (const word of ['gemeinden', 'verwaltungsakten', 'prufungen', 'handeln', 'datenschutz']) {
      expect(word.startsWith(stem(word))).toBe(true)
    }
  })
})

describe('foldWord', () => {
  it.each([
    ['Gebuehr', 'gebuhr'],
    ['Gebühr', 'gebuhr'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['neue', 'neue'],
    ['Mauer', 'mauer'],
    ['Quelle', 'quelle'],
    ['Statue', 'statue'],
    ['values', 'values'],
    ['Autoeinsatz', 'autoeinsatz'],
    ['Ver\u00ADwal\u00ADtung', 'verwaltung'],
    ['Ångström', 'angstrom'],
    ['U\u0308ber', 'uber'],
  ])('folds %s to %s', (word, expected) => expect(foldWord(word)).toBe(expected))
})
