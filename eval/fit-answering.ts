/** Fits sentence relevance and abstention on development questions; run by `npm run fit`, which writes the weights. */

import { DECISION_FEATURES, DECISION_SIGNS } from '../answer/decision-features.ts'
import { createEvidenceReader } from '../answer/evidence.ts'
import { applyLogistic, type Example, fitLogistic, type LogisticModel } from '../answer/logistic.ts'
import type { ConversationSearch } from '../answer/search-conversation.ts'
import { UNIT_FEATURES, UNIT_SIGNS } from '../answer/unit-features.ts'
import type { Embedder } from '../search/embedder.ts'
import { type AskedIndex, searchQuestion, toRelevanceExamples } from './answer-examples.ts'
import type { DatasetQuestion } from './dataset.ts'

/** An index, questions about it, and questions that belong to other texts and must be declined here. */
export interface FitSet extends AskedIndex {
  name: string
  embedder: Embedder
  questions: readonly DatasetQuestion[]
  foreignQuestions: readonly DatasetQuestion[]
  /** What each kind of question counts in all when declining is fitted, against the sums of the other sets. */
  weights: Record<DecisionExample['kind'], number>
  /** Whether the threshold is set on its answerable questions: questions meant to be hard would set it too low. */
  setsThreshold: boolean
}

export interface FittedAnswering {
  relevance: LogisticModel
  abstention: LogisticModel
  /** Probability below which a question is declined. */
  threshold: number
  /** Out-of-fold shares on the fitting data by set: answered of the answerable, declined of the others; null without any. */
  crossValidated: Record<string, Record<DecisionExample['kind'], number | null>>
}

export interface DecisionExample extends Example {
  kind: 'answerable' | 'unanswerable' | 'foreign'
  id: string
  set: string
  setsThreshold: boolean
}

const FOLDS = 5
const PENALTY = 3
/** Share of answerable questions that must be answered; the threshold is the highest that keeps it. */
const ANSWERED_SHARE = 0.92

export async function fitAnswering(sets: readonly FitSet[]): Promise<FittedAnswering> {
  const searched: SearchedSet[] = []
  for (const set of sets) searched.push(await searchAll(set))
  const units: Example[] = []
  for (const entry of searched) units.push(...toUnitExamples(entry))
  const relevance = fitLogistic(units, { features: UNIT_FEATURES, signs: UNIT_SIGNS, penalty: 1 })
  const decisions: DecisionExample[] = []
  for (const entry of searched) decisions.push(...(await toDecisionExamples(entry, relevance)))
  const abstention = fitLogistic(decisions, {
    features: DECISION_FEATURES,
    signs: DECISION_SIGNS,
    penalty: PENALTY,
  })
  const outOfFold = predictOutOfFold(decisions)
  const threshold = pickThreshold(decisions, outOfFold)
  return { relevance, abstention, threshold, crossValidated: summarise(decisions, outOfFold, threshold) }
}

function toUnitExamples({ set, results }: SearchedSet): Example[] {
  const reader = createEvidenceReader({ ...set, relevance: neutralModel(UNIT_FEATURES) })
  return set.questions.flatMap((question, i) =>
    question.relevant.length === 0
      ? []
      : toRelevanceExamples(reader.readUnits(question.question, results[i]!), question),
  )
}

interface SearchedSet {
  set: FitSet
  results: ConversationSearch[]
  foreignResults: ConversationSearch[]
}

async function searchAll(set: FitSet): Promise<SearchedSet> {
  const results: ConversationSearch[] = []
  const foreignResults: ConversationSearch[] = []
  for (const question of set.questions) results.push(await searchQuestion(set, question))
  for (const question of set.foreignQuestions)
    foreignResults.push(await searchQuestion(set, { ...question, documentIds: undefined }))
  return { set, results, foreignResults }
}

async function toDecisionExamples(
  searched: SearchedSet,
  relevance: LogisticModel,
): Promise<DecisionExample[]> {
  const { set, results, foreignResults } = searched
  const reader = createEvidenceReader({ ...set, relevance })
  const examples: DecisionExample[] = []
  const add = async (
    kind: DecisionExample['kind'],
    { id, question }: DatasetQuestion,
    search: ConversationSearch,
  ) => {
    const features = await reader.readDecision(reader.readUnits(question, search))
    if (features)
      examples.push({
        kind,
        id,
        features,
        positive: kind === 'answerable',
        set: set.name,
        setsThreshold: set.setsThreshold,
      })
  }
  for (const [i, question] of set.questions.entries()) {
    const isAnswerable = question.relevant.length > 0
    await add(isAnswerable ? 'answerable' : 'unanswerable', question, results[i]!)
  }
  for (const [i, question] of set.foreignQuestions.entries())
    await add('foreign', question, foreignResults[i]!)
  const count = (kind: string) => examples.filter((example) => example.kind === kind).length
  return examples.map((example) => ({ ...example, weight: set.weights[example.kind] / count(example.kind) }))
}

function predictOutOfFold(examples: readonly DecisionExample[]): number[] {
  const fold = examples.map((example) => hash(example.id) % FOLDS)
  const models = Array.from({ length: FOLDS }, (_, held) =>
    fitLogistic(
      examples.filter((_example, i) => fold[i] !== held),
      { features: DECISION_FEATURES, signs: DECISION_SIGNS, penalty: PENALTY },
    ),
  )
  return examples.map((example, i) => applyLogistic(models[fold[i]!]!, example.features))
}

/** The probability that the weighted share of answerable questions reaches or passes. */
function pickThreshold(examples: readonly DecisionExample[], predicted: readonly number[]): number {
  const answerable = examples
    .map((example, i) => ({ ...example, weight: example.weight ?? 1, p: predicted[i]! }))
    .filter(({ positive, setsThreshold }) => positive && setsThreshold)
    .sort((a, b) => b.p - a.p)
  const enough = ANSWERED_SHARE * answerable.reduce((sum, { weight }) => sum + weight, 0)
  let reached = 0
  const last = answerable.find(({ weight }) => {
    reached += weight
    return reached >= enough
  })
  return last?.p ?? 0.5
}

function summarise(
  examples: readonly DecisionExample[],
  predicted: readonly number[],
  threshold: number,
): FittedAnswering['crossValidated'] {
  const share = (set: string, kind: DecisionExample['kind']) => {
    const own = predicted.filter((_, i) => examples[i]!.kind === kind && examples[i]!.set === set)
    const right = own.filter((p) => p >= threshold === (kind === 'answerable'))
    return own.length > 0 ? right.length / own.length : null
  }
  const names = [...new Set(examples.map((example) => example.set))]
  return Object.fromEntries(
    names.map((set) => [
      set,
      {
        answerable: share(set, 'answerable'),
        unanswerable: share(set, 'unanswerable'),
        foreign: share(set, 'foreign'),
      },
    ]),
  )
}

function neutralModel(features: readonly string[]): LogisticModel {
  const zeros = features.map(() => 0)
  return { features, means: zeros, deviations: features.map(() => 1), weights: zeros, bias: 0 }
}

/** FNV-1a, so that a question always falls into the same fold. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0
  return value
}
