import { describe, expect, it } from 'vitest'
import { learnAliases } from '../../../answer/verify/aliases.ts'
import { canonicalStems, joinedKeys } from '../../../answer/verify/canonical-stem.ts'
import { coverOf, toPool } from '../../../answer/verify/matching.ts'
import { reader } from './builders.ts'

describe('canonical stems', () => {
  it.each([
    ['nimmt', 'genommen'],
    ['aufzunehmen', 'Aufnahme'],
    ['meldet', 'gemeldet'],
    ['melden', 'Meldung'],
    ['mitgeteilt', 'mitzuteilen'],
    ['entscheidet', 'entschieden'],
    ['beantragt', 'Antrag'],
    ['Beschluss', 'beschlossen'],
    ['eingesetzt', 'Einsatz'],
    ['bestätigt', 'Bestätigung'],
    ['verboten', 'Verbot'],
  ])('%s and %s are forms of one word', (a, b) => {
    const keys = canonicalStems(b)
    expect(canonicalStems(a).some((key) => keys.includes(key))).toBe(true)
  })

  it.each([
    ['aufnehmen', 'abnehmen'],
    ['melden', 'anmelden'],
    ['stehen', 'bestehen'],
    ['geben', 'vergeben'],
  ])('%s and %s are not', (a, b) => {
    const keys = canonicalStems(b)
    expect(canonicalStems(a).some((key) => keys.includes(key))).toBe(false)
  })

  it('a particle at the end of the clause belongs to its verb', () => {
    expect(joinedKeys('teilt', 'mit').some((key) => canonicalStems('Mitteilung').includes(key))).toBe(true)
  })
})

describe('a word of the claim in the evidence', () => {
  const cover = (word: string, evidence: string, aliases = learnAliases([evidence])) =>
    coverOf(reader.read(`Es geht um ${word}.`).words.at(-1)!, toPool(reader.read(evidence).words, aliases))

  it.each([
    ['Meldungen', 'Die Meldung ist nötig.', 'same'],
    ['Mitarbeitende', 'Alle Beschäftigten werden geschult.', 'synonym'],
    ['Frist', 'Die Meldefrist läuft ab.', 'part'],
    ['Impfnachweis', 'Der Nachweis der Impfung fehlt.', 'part'],
    ['ZAC', 'Die Zentralen Ansprechstellen Cybercrime (ZAC) helfen.', 'same'],
    ['unvollständig', 'Die Angaben sind vollständig.', 'opposite'],
    ['senken', 'Wir wollen die Hürde erhöhen.', 'opposite'],
    ['Bußgeld', 'Die Meldung ist nötig.', 'none'],
    ['Landesarchiv', 'Das Stadtarchiv bewahrt Akten auf.', 'none'],
  ])('%s beside "%s": %s', (word, evidence, expected) => {
    expect(cover(word, evidence)).toBe(expected)
  })

  it('a short form stands for the long one, also where the pair is introduced elsewhere', () => {
    const aliases = learnAliases([
      'Das Amt für Digitales (AfD-N) und die Überwachungsstelle des Bundes (ÜB) prüfen.',
    ])
    expect(cover('ÜB', 'Zuständig ist die Überwachungsstelle des Bundes.', aliases)).toBe('same')
    expect(cover('Überwachungsstelle', 'Zuständig ist die ÜB.', aliases)).toBe('same')
  })
})
