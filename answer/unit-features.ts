/** Features that tell whether a unit answers a question; input of the relevance model. Pure. */

import type { QuestionShape } from './question.ts'
import { holdsType, isDefinition, leansOnPrevious, statesDuty } from './statement.ts'
import { textOf, type Unit } from './units.ts'

export const UNIT_FEATURES = [
  'denseZ',
  'denseBelowBest',
  'coverage',
  'contextCoverage',
  'passageCoverage',
  'typeHeld',
  'typeMissing',
  'reciprocalRank',
  'scoreBelowBest',
  'dutyHeld',
  'dutyMissing',
  'definitionHeld',
  'listAsked',
  'listUnasked',
  'leaning',
  'short',
  'firstOfPassage',
  'introductory',
] as const

/** What closeness and a fitting form can only do for a unit, and what is missing only against it. */
export const UNIT_SIGNS: Partial<Record<(typeof UNIT_FEATURES)[number], 1 | -1>> = {
  denseZ: 1,
  denseBelowBest: 1,
  coverage: 1,
  contextCoverage: 1,
  passageCoverage: 1,
  typeHeld: 1,
  typeMissing: -1,
  reciprocalRank: 1,
  scoreBelowBest: 1,
  dutyHeld: 1,
  dutyMissing: -1,
  definitionHeld: 1,
  listAsked: 1,
  short: -1,
  introductory: -1,
}

export type UnitFeatures = Record<(typeof UNIT_FEATURES)[number], number>

/** How close unit and question are, by vectors (standard deviations above chance) and by words (0…1). */
export interface UnitSimilarity {
  dense: number
  bestDense: number
  coverage: number
  contextCoverage: number
  passageCoverage: number
  /** Highest score of a hit. */
  bestScore: number
  /** The passage stands above the sections of its document, where texts say what they are rather than what holds. */
  isIntroductory: boolean
}

export function toUnitFeatures(unit: Unit, shape: QuestionShape, similarity: UnitSimilarity): UnitFeatures {
  const focus = unit.sentences[unit.focus]!
  const focusText = textOf(unit.hit, focus)
  const asksList = shape.form === 'enumeration' || shape.form === 'steps'
  const isTyped = shape.type !== 'any'
  const held = holdsType(unit.text, shape.type)
  return {
    denseZ: similarity.dense,
    denseBelowBest: similarity.dense - similarity.bestDense,
    coverage: similarity.coverage,
    contextCoverage: similarity.contextCoverage,
    passageCoverage: similarity.passageCoverage,
    typeHeld: Number(isTyped && held),
    typeMissing: Number(isTyped && !held),
    reciprocalRank: 1 / unit.hit.rank,
    scoreBelowBest: unit.hit.score - similarity.bestScore,
    dutyHeld: Number(shape.asksDuty && statesDuty(unit.text)),
    dutyMissing: Number(shape.asksDuty && !statesDuty(unit.text)),
    definitionHeld: Number(shape.form === 'definition' && isDefinition(focusText)),
    listAsked: Number(unit.kind === 'list' && asksList),
    listUnasked: Number(unit.kind === 'list' && !asksList),
    leaning: Number(leansOnPrevious(focusText)),
    short: Number(unit.text.split(/\s+/u).length < 5),
    firstOfPassage: Number(unit.sentences[0]!.start === unit.hit.passage.sentences[0]?.start),
    introductory: Number(similarity.isIntroductory),
  }
}
