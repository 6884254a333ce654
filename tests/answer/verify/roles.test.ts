/** Who does what to whom: by case, number, voice and word order. */

import { describe, expect, it } from 'vitest'
import { readRoles } from '../../../answer/verify/roles.ts'
import { check, failed, reader } from './builders.ts'

const agentsOf = (sentence: string) =>
  readRoles(reader.read(sentence).clauses[0]!).agents.map(({ surface }) => surface)

describe('who acts', () => {
  it.each([
    ['article', 'Der Landkreis unterstützt die Gemeinde.', ['Landkreis']],
    ['object first', 'Den Landkreis unterstützt die Gemeinde.', ['Gemeinde']],
    ['dative of a feminine', 'Der Behörde teilt das Unternehmen den Vorfall mit.', ['Unternehmen']],
    ['number of the verb', 'Die Gemeinde unterstützen die Vereine.', ['Vereine']],
    ['word order', 'Das Amt informiert die Kommune.', ['Amt']],
    ['passive', 'Das Unternehmen wird vom Amt informiert.', ['Amt']],
    ['is to be done', 'Der Schaden ist vom Verein zu melden.', ['Verein']],
    ['has to do', 'Den Schaden hat der Verein der Stadt zu melden.', ['Verein']],
    ['two together', 'Der Vorstand und die Leitung prüfen den Plan.', ['Vorstand', 'Leitung']],
    ['nobody', 'Der Antrag wird geprüft.', []],
    ['a noun with a verb’s name', 'Die Eltern melden den Bedarf an.', ['Eltern']],
  ])('%s', (_title, sentence, agents) => {
    expect(agentsOf(sentence)).toEqual(agents)
  })
})

describe('parts that are exchanged', () => {
  it.each([
    ['by number', 'Die Vereine unterrichten die Stadt.', 'Die Stadt unterrichtet die Vereine.'],
    ['by word order', 'Die Kommune informiert das Amt.', 'Das Amt informiert die Kommune.'],
    ['by case', 'Der Mieter haftet dem Betreiber.', 'Der Betreiber haftet dem Mieter.'],
    ['after "und"', 'Das Amt meldet es dem Betrieb.', 'Der Betrieb prüft es und meldet es dem Amt.'],
    ['beside a pronoun', 'Der Betrieb meldet das der Behörde.', 'Sie meldet das dem Betrieb.'],
    ['in the passive', 'Das Amt wird vom Unternehmen geprüft.', 'Das Amt prüft das Unternehmen.'],
  ])('%s', (_title, claim, evidence) => {
    expect(failed(check(claim, evidence))).toContain('roles')
  })

  it.each([
    ['passive for active', 'Die Kommune wird vom Amt informiert.', 'Das Amt informiert die Kommune.'],
    ['object first', 'Den Betrieb prüft die Aufsicht.', 'Die Aufsicht prüft den Betrieb.'],
    ['a thing as object', 'Die Meldung prüft die Behörde.', 'Die Behörde prüft die Meldung.'],
    [
      'subject shared by "und"',
      'Der Rat berät die Verwaltung.',
      'Der Rat tagt jährlich und berät die Verwaltung.',
    ],
    [
      'a short form',
      'Das BSI informiert die Kommune.',
      'Das Bundesamt für Sicherheit in der Informationstechnik (BSI) informiert die Kommune.',
    ],
    ['something that acts', 'Die Software warnt die Leitung.', 'Die Software warnt die Leitung und das Amt.'],
    ['the other side of it', 'Der Verein erhält von der Stadt Geld.', 'Die Stadt gibt dem Verein Geld.'],
  ])('are not: %s', (_title, claim, evidence) => {
    expect(failed(check(claim, evidence))).not.toContain('roles')
  })
})
