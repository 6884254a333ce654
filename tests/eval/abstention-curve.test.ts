import { describe, expect, it } from 'vitest'
import { type Decision, separation, toCurve } from '../../eval/abstention-curve.ts'

const decisions: Decision[] = [
  { id: 'a1', isAnswerable: true, probability: 0.9 },
  { id: 'a2', isAnswerable: true, probability: 0.4 },
  { id: 'n1', isAnswerable: false, probability: 0.5 },
  { id: 'n2', isAnswerable: false, probability: 0 },
]

describe('the abstention curve', () => {
  it('counts false refusals, false answers, coverage and risk at each threshold', () => {
    const [low, high] = toCurve(decisions, [0.3, 0.6])
    expect(low).toMatchObject({ threshold: 0.3, coverage: 0.75, risk: 1 / 3 })
    expect([low!.falseRefusals.mean, low!.falseAnswers.mean]).toEqual([0, 0.5])
    expect(high).toMatchObject({ coverage: 0.25, risk: 0 })
    expect([high!.falseRefusals.mean, high!.falseAnswers.mean]).toEqual([0.5, 0])
  })

  it('has no risk where nothing is answered', () => {
    expect(toCurve(decisions, [1])[0]).toMatchObject({ coverage: 0, risk: 0 })
  })

  it('separates by the share of pairs in the right order', () => {
    expect(separation(decisions)).toBe(0.75)
    expect(separation(decisions.map((d) => ({ ...d, probability: 0.5 })))).toBe(0.5)
  })
})
