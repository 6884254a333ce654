/** How the wish to answer trades against false answers: the decision's probabilities over questions of both kinds. */

import { createEvidenceReader } from '../answer/evidence.ts'
import { applyLogistic } from '../answer/logistic.ts'
import { ABSTENTION_MODEL, RELEVANCE_MODEL } from '../answer/model-weights.ts'
import type { Embedder } from '../search/embedder.ts'
import { type AskedIndex, searchQuestion } from './answer-examples.ts'
import type { DatasetQuestion } from './dataset.ts'
import { type Figure, toFigure } from './metrics.ts'

export interface Decision {
  id: string
  isAnswerable: boolean
  /** Probability that the found statement answers, 0…1; 0 where nothing was found. */
  probability: number
}

export interface CurvePoint {
  /** Questions with at least this probability are answered. */
  threshold: number
  /** Share of the answerable questions that are declined. */
  falseRefusals: Figure
  /** Share of the unanswerable questions that are answered. */
  falseAnswers: Figure
  /** Share of all questions that are answered, and of these the unanswerable ones (El-Yaniv, Wiener 2010). */
  coverage: number
  risk: number
}

/** One decision per question, in their order. */
export async function readDecisions(
  index: AskedIndex & { embedder: Embedder },
  questions: readonly DatasetQuestion[],
): Promise<Decision[]> {
  const reader = createEvidenceReader({ ...index, relevance: RELEVANCE_MODEL })
  const decisions: Decision[] = []
  for (const question of questions) {
    const search = await searchQuestion(index, question)
    const features = await reader.readDecision(reader.readUnits(question.question, search))
    const probability = features ? applyLogistic(ABSTENTION_MODEL, features) : 0
    decisions.push({ id: question.id, isAnswerable: question.relevant.length > 0, probability })
  }
  return decisions
}

export function toCurve(decisions: readonly Decision[], thresholds: readonly number[]): CurvePoint[] {
  return thresholds.map((threshold) => {
    const isAnswered = ({ probability }: Decision) => probability >= threshold
    const answered = decisions.filter(isAnswered)
    const share = (isAnswerable: boolean, isWrong: (decision: Decision) => boolean) =>
      toFigure(decisions.filter((d) => d.isAnswerable === isAnswerable).map((d) => Number(isWrong(d))))
    return {
      threshold,
      falseRefusals: share(true, (decision) => !isAnswered(decision)),
      falseAnswers: share(false, isAnswered),
      coverage: answered.length / Math.max(1, decisions.length),
      risk: answered.filter((d) => !d.isAnswerable).length / Math.max(1, answered.length),
    }
  })
}

/** Probability that an answerable question gets more than an unanswerable one (area under the ROC curve); ties count half. */
export function separation(decisions: readonly Decision[]): number {
  const of = (isAnswerable: boolean) => decisions.filter((d) => d.isAnswerable === isAnswerable)
  const [yes, no] = [of(true), of(false)]
  let won = 0
  for (const a of yes)
    for (const b of no) won += a.probability > b.probability ? 1 : a.probability === b.probability ? 0.5 : 0
  return won / Math.max(1, yes.length * no.length)
}
