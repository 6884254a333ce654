import { describe, expect, it } from 'vitest'
import { DECISION_FEATURES } from '../../answer/decision-features.ts'
import { applyLogistic, type Example, fitLogistic, type LogisticModel } from '../../answer/logistic.ts'
import { ABSTENTION_MODEL, ABSTENTION_THRESHOLD, RELEVANCE_MODEL } from '../../answer/model-weights.ts'
import { UNIT_FEATURES } from '../../answer/unit-features.ts'

const model: LogisticModel = {
  features: ['a', 'b'],
  means: [1, 0],
  deviations: [2, 1],
  weights: [4, -1],
  bias: 0.5,
}

/** 40 points; `signal` tells the class, `noise` does not. */
const examples = Array.from({ length: 40 }, (_, i): Example => {
  const positive = i % 2 === 0
  return {
    positive,
    features: { signal: (positive ? 3 : 1) + (i % 5) / 10, noise: (i * 7) % 11, constant: 5 },
  }
})
const features = ['signal', 'noise', 'constant']

describe('applying a logistic model', () => {
  it('standardises, weighs and squashes', () => {
    expect(applyLogistic(model, { a: 1, b: 0.5 })).toBeCloseTo(0.5)
    expect(applyLogistic(model, { a: 3, b: 0.5 })).toBeCloseTo(1 / (1 + Math.exp(-4)))
  })

  it('stays strictly between 0 and 1', () => {
    for (const a of [-1e9, 1e9]) {
      const p = applyLogistic(model, { a, b: 0 })
      expect(p).toBeGreaterThan(0)
      expect(p).toBeLessThan(1)
    }
  })

  it('ignores features that it does not know', () => {
    expect(applyLogistic(model, { a: 1, b: 0.5, c: 99 })).toBeCloseTo(0.5)
  })
})

describe('fitting a logistic model', () => {
  const fitted = fitLogistic(examples, { features, penalty: 0.1 })

  it('separates what can be separated, by the feature that tells', () => {
    for (const example of examples)
      expect(applyLogistic(fitted, example.features) > 0.5).toBe(example.positive)
    const [signal, noise, constant] = fitted.weights.map(Math.abs)
    expect(signal).toBeGreaterThan(5 * noise!)
    expect(constant).toBe(0)
  })

  it('gives the same model for the same examples', () => {
    expect(fitLogistic(examples, { features, penalty: 0.1 })).toEqual(fitted)
  })

  it('recovers the share of positives when nothing tells', () => {
    const blind = [true, true, true, false].map((positive) => ({ positive, features: { x: 1 } }))
    const p = applyLogistic(fitLogistic(blind, { features: ['x'], penalty: 1 }), { x: 1 })
    expect(p).toBeCloseTo(0.75, 3)
  })

  it('counts an example by its weight', () => {
    const weighted = [
      { positive: true, features: { x: 1 }, weight: 9 },
      { positive: false, features: { x: 1 } },
    ]
    expect(applyLogistic(fitLogistic(weighted, { features: ['x'], penalty: 1 }), { x: 1 })).toBeCloseTo(
      0.9,
      3,
    )
  })

  it('shrinks weights with the penalty', () => {
    const strict = fitLogistic(examples, { features, penalty: 100 })
    expect(Math.abs(strict.weights[0]!)).toBeLessThan(Math.abs(fitted.weights[0]!) / 2)
  })
})

describe('shipped models', () => {
  it.each([
    ['relevance', RELEVANCE_MODEL, UNIT_FEATURES],
    ['abstention', ABSTENTION_MODEL, DECISION_FEATURES],
  ])('%s asks only for features that exist, with a number for each', (_name, shipped, known) => {
    const { features: asked, means, deviations, weights } = shipped
    expect(known).toEqual(expect.arrayContaining([...asked]))
    for (const column of [means, deviations, weights]) {
      expect(column).toHaveLength(asked.length)
      expect(column.every(Number.isFinite)).toBe(true)
    }
    expect(deviations.every((deviation) => deviation > 0)).toBe(true)
  })

  it('decline below a probability', () => {
    expect(ABSTENTION_THRESHOLD).toBeGreaterThan(0)
    expect(ABSTENTION_THRESHOLD).toBeLessThan(1)
  })
})
