/** Logistic regression: apply it, and fit it with an L2 penalty (Hastie, Tibshirani, Friedman 2009, ch. 4.4). */

export interface LogisticModel {
  /** Names of the features; the numbers below are in their order. */
  features: readonly string[]
  /** Subtracted from, then divided by: standardises each feature. */
  means: readonly number[]
  deviations: readonly number[]
  weights: readonly number[]
  bias: number
}

/** Probability of the positive class, strictly between 0 and 1. */
export function applyLogistic(model: LogisticModel, features: Readonly<Record<string, number>>): number {
  let logit = model.bias
  model.features.forEach((name, i) => {
    logit += (model.weights[i]! * (features[name]! - model.means[i]!)) / model.deviations[i]!
  })
  return 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, logit))))
}

export interface Example {
  features: Readonly<Record<string, number>>
  positive: boolean
  /** Weight of the example, 1 when absent. */
  weight?: number
}

/** Direction in which a feature may count; any when absent. */
export type Signs = Readonly<Record<string, 1 | -1>>

export interface FitOptions {
  features: readonly string[]
  /** What is known beforehand keeps few examples from teaching the opposite. */
  signs?: Signs
  /** L2 penalty on the standardised weights; the bias is free. */
  penalty: number
  iterations?: number
}

/** Gradient descent with momentum on the convex loss, projected onto the allowed signs; deterministic. */
export function fitLogistic(
  examples: readonly Example[],
  { features, signs = {}, penalty, iterations = 3000 }: FitOptions,
): LogisticModel {
  const { means, deviations } = standardise(examples, features)
  const rows = examples.map((e) =>
    features.map((name, i) => (e.features[name]! - means[i]!) / deviations[i]!),
  )
  const total = examples.reduce((sum, example) => sum + (example.weight ?? 1), 0)
  const weights = features.map(() => 0)
  const speed = features.map(() => 0)
  let bias = 0
  let biasSpeed = 0
  for (let step = 0; step < iterations; step++) {
    const gradient = weights.map((weight) => (penalty * weight) / total)
    let biasGradient = 0
    for (const [i, row] of rows.entries()) {
      const logit = row.reduce((sum, value, j) => sum + value * weights[j]!, bias)
      const error =
        (1 / (1 + Math.exp(-logit)) - Number(examples[i]!.positive)) * ((examples[i]!.weight ?? 1) / total)
      row.forEach((value, j) => {
        gradient[j]! += error * value
      })
      biasGradient += error
    }
    for (const [j, slope] of gradient.entries()) {
      speed[j] = 0.9 * speed[j]! - 0.2 * slope
      weights[j]! += speed[j]!
      if (weights[j]! * (signs[features[j]!] ?? 0) >= 0) continue
      weights[j] = 0
      speed[j] = 0
    }
    biasSpeed = 0.9 * biasSpeed - 0.2 * biasGradient
    bias += biasSpeed
  }
  return { features, means, deviations, weights, bias }
}

function standardise(
  examples: readonly Example[],
  features: readonly string[],
): { means: number[]; deviations: number[] } {
  const columns = features.map((name) => examples.map((example) => example.features[name]!))
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length)
  const deviations = columns.map((column, j) => {
    const variance = column.reduce((sum, value) => sum + (value - means[j]!) ** 2, 0) / column.length
    return variance > 1e-12 ? Math.sqrt(variance) : 1
  })
  return { means, deviations }
}
