import { describe, expect, it } from 'vitest'
import { decides, mayDecide } from '../../answer/deciding.ts'

describe('a sentence that decides a yes/no question', () => {
  it.each([
    ['Müssen wir melden?', 'Der Vorfall ist dem Amt zu melden.'],
    ['Müssen wir melden?', 'Eine Meldung ist freiwillig.'],
    ['Darf das Amt helfen?', 'Das Amt unterstützt nur Bundesbehörden.'],
    ['Sollen wir zahlen?', 'Die Behörden raten von Zahlungen ab.'],
    ['Gilt das Gesetz für uns?', 'Kommunen unterliegen dem Gesetz mittelbar.'],
    ['Reicht eine Maßnahme?', 'Eine Maßnahme allein schützt.'],
    ['Ist das ein Messwert?', 'Die Zahl ist kein Messwert.'],
  ])('%s %s', (question, sentence) => {
    expect(decides(sentence, question)).toBe(true)
  })

  it.each([
    ['Müssen wir melden?', 'Das Portal ist seit Januar verfügbar.'],
    ['Gilt das Gesetz für uns?', 'Fachleute kritisieren die Ausnahme.'],
    ['Ist das ein Messwert?', 'Die Befragten schätzen die Zahl.'],
  ])('is not: %s %s', (question, sentence) => {
    expect(decides(sentence, question)).toBe(false)
  })

  it('may decide something wherever it obliges, allows, advises, applies or denies', () => {
    expect(mayDecide('Kommunen sollen Kopien anlegen.')).toBe(true)
    expect(mayDecide('Kommunen haben Kopien anzulegen.')).toBe(true)
    expect(mayDecide('Die Kopie liegt im Keller.')).toBe(false)
  })
})
