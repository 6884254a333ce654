import { describe, expect, it } from 'vitest'
import { findContradiction } from '../../answer/contradiction.ts'
import { createReader } from '../../answer/verify/reading.ts'
import { createAnalyser } from '../../search/german/analyser.ts'

const reader = createReader({ analyser: createAnalyser(), idf: () => 5 })
const find = (a: string, b: string) => findContradiction(reader.read(a), reader.read(b))

describe('a contradiction', () => {
  it.each([
    [
      'Die Kommune meldet einen Vorfall binnen 24 Stunden dem Amt.',
      'Die Kommune meldet einen Vorfall innerhalb von 72 Stunden dem Amt.',
      'numbers',
    ],
    [
      'Ein Vorfall ist dem Amt binnen 24 Stunden zu melden.',
      'Vorfälle müssen dem Amt binnen drei Tagen gemeldet werden.',
      'numbers',
    ],
    [
      'Passwörter der Beschäftigten haben mindestens 8 Zeichen.',
      'Passwörter der Beschäftigten haben mindestens 12 Zeichen.',
      'numbers',
    ],
    ['Kopien der Server sind täglich anzulegen.', 'Kopien der Server sind wöchentlich anzulegen.', 'numbers'],
    [
      'Die Erklärung der Gemeinde muss jährlich geprüft werden.',
      'Die Erklärung der Gemeinde sollte jährlich geprüft werden.',
      'obligation',
    ],
    [
      'Private Geräte dürfen dienstlich genutzt werden.',
      'Private Geräte dürfen nicht dienstlich genutzt werden.',
      'obligation',
    ],
    [
      'Das Siegel wurde der Gemeinde am 3. März 2024 verliehen.',
      'Das Siegel wurde der Gemeinde am 5. April 2024 verliehen.',
      'dates',
    ],
  ])('%s – %s', (a, b, kind) => {
    expect(find(a, b)?.kind).toBe(kind)
    expect(find(b, a)?.kind).toBe(kind)
  })

  it('names the words on both sides', () => {
    expect(find('Das Heft umfasst 19 Checklisten.', 'Das Heft umfasst 18 Checklisten.')?.words).toEqual([
      '19',
      '18',
    ])
  })

  it.each([
    [
      'Die Frühwarnung ist binnen 24 Stunden abzugeben.',
      'Der Abschlussbericht ist binnen 72 Stunden abzugeben.',
    ],
    ['Ein Vorfall ist binnen 72 Stunden zu melden.', 'Ein Vorfall ist binnen drei Tagen zu melden.'],
    ['Die Frist für die Meldung beträgt einen Monat.', 'Die Frist für die Meldung beträgt 30 Tage.'],
    ['Im Jahr 2024 gab es 78 Vorfälle.', 'Im Jahr 2025 gab es 119 Vorfälle.'],
    ['Der Bericht 2024 nennt Angriffe auf Städte.', 'Der Bericht 2025 nennt Angriffe auf Städte.'],
    ['Nach § 8 ist binnen 24 Stunden zu melden.', 'Nach § 9 ist binnen 72 Stunden zu melden.'],
    [
      'Dieses Landesgesetz der Kommunen gilt ab dem 1. Mai 2020.',
      'Dieses Landesgesetz der Kommunen gilt ab dem 1. Mai 2024.',
    ],
    [
      'Maßgeblich ist die Verordnung des Rates vom 1. Mai 2020.',
      'Maßgeblich ist die Verordnung des Rates vom 2. Juni 2024.',
    ],
    ['Die Frist beträgt drei Jahre.', 'Die Frist beträgt drei Monate.'],
    ['Das Team besteht aus mindestens 3 Personen.', 'Das Team besteht aus 5 Personen.'],
    ['Die Erklärung muss jährlich geprüft werden.', 'Die Erklärung ist jährlich zu prüfen.'],
  ])('is none between: %s – %s', (a, b) => {
    expect(find(a, b)).toBeNull()
    expect(find(b, a)).toBeNull()
  })
})
