import { describe, expect, it } from 'vitest'
import { comparedSides } from '../../answer/comparison.ts'

describe('the sides of a comparison', () => {
  it.each([
    [
      'Was ist der Unterschied zwischen WiBA und dem IT-Grundschutz-Profil?',
      ['WiBA', 'IT-Grundschutz-Profil'],
    ],
    ['Wie unterscheiden sich Jailbreaks von Prompt Injections?', ['Jailbreaks', 'Prompt Injections']],
    ['Was unterscheidet die Meldung von der Frühwarnung?', ['Meldung', 'Frühwarnung']],
    ['Vergleich von NIS-2 und DSGVO', ['NIS-2', 'DSGVO']],
    ['Wie lang ist die Frist laut BSI und laut VITAKO?', ['BSI', 'VITAKO']],
    ['Wie steht der Bericht 2024 im Vergleich zum Bericht 2025 da?', ['Bericht 2024', 'Bericht 2025']],
    ['WiBA oder IT-Grundschutz?', ['WiBA', 'IT-Grundschutz']],
    ['Was bringt WiBA im Vergleich zum Grundschutz?', ['WiBA', 'Grundschutz']],
  ])('%s', (question, sides) => {
    expect(comparedSides(question)).toEqual(sides)
  })

  it.each([
    'Müssen wir melden oder reicht ein Vermerk?',
    'Gibt es Fördergeld oder nur Programme der Länder?',
    'Welche Maßnahmen nennt das Amt laut Bericht?',
    'Was ist ein ISMS?',
  ])('are none in: %s', (question) => {
    expect(comparedSides(question)).toBeNull()
  })
})
