import { describe, expect, it } from 'vitest'
import { parseQuestion } from '../../answer/question.ts'
import { toUnitFeatures, UNIT_FEATURES } from '../../answer/unit-features.ts'
import { toUnits } from '../../answer/units.ts'
import { createHit, item, paragraph } from './builders.ts'

const similarity = {
  dense: 3,
  bestDense: 5,
  coverage: 0.1,
  contextCoverage: 0.2,
  passageCoverage: 0.3,
  bestScore: 2,
  isIntroductory: false,
}
const hit = createHit(
  paragraph(
    'Ransomware ist Schadsoftware, die Daten verschlüsselt.',
    'Sie muss gemeldet werden.',
    'Zu tun ist:',
  ),
  item('Trennen'),
  item('Melden'),
)
const [definition, leaning, list] = toUnits(hit)
const features = (unit: typeof definition, question: string) =>
  toUnitFeatures(unit!, parseQuestion(question), similarity)

describe('features of a unit', () => {
  it('are exactly the named ones', () => {
    expect(Object.keys(features(list, 'Was tun?'))).toEqual([...UNIT_FEATURES])
  })

  it('pass similarity on, relative to the best', () => {
    expect(features(list, 'Was tun?')).toMatchObject({
      denseZ: 3,
      denseBelowBest: -2,
      coverage: 0.1,
      reciprocalRank: 1,
      scoreBelowBest: -1,
    })
  })

  it('see a definition where one is asked for', () => {
    expect(features(definition, 'Was ist Ransomware?')).toMatchObject({
      definitionHeld: 1,
      firstOfPassage: 1,
    })
    expect(features(definition, 'Hilft Ransomware?').definitionHeld).toBe(0)
  })

  it('see a duty where one is asked for, and a leaning focus', () => {
    expect(features(leaning, 'Müssen wir das melden?')).toMatchObject({ dutyHeld: 1, leaning: 1 })
    expect(features(definition, 'Müssen wir das melden?').dutyHeld).toBe(0)
  })

  it('see a list where one is asked for, and where not', () => {
    expect(features(list, 'Welche Schritte gibt es?')).toMatchObject({ listAsked: 1, listUnasked: 0 })
    expect(features(list, 'Wer meldet?')).toMatchObject({ listAsked: 0, listUnasked: 1 })
    expect(features(leaning, 'Wer meldet?')).toMatchObject({ listAsked: 0, listUnasked: 0 })
  })

  it('see whether the asked kind of statement is there', () => {
    expect(features(list, 'Wie lange dauert es?')).toMatchObject({ typeHeld: 0, typeMissing: 1, short: 0 })
    expect(features(list, 'Was tun?')).toMatchObject({ typeHeld: 0, typeMissing: 0 })
  })
})
