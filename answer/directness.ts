/** Puts first what answers the question outright: what decides it, defines its term, gives the reason, or is new in the conversation. Pure. */

import type { Analyser } from '../search/german/analyser.ts'
import type { Turn } from './answer.ts'
import { decides, mayDecide } from './deciding.ts'
import { askedTerm, definesTerm, expandsTerm } from './definition.ts'
import type { Evidence, ScoredUnit } from './evidence.ts'
import { refersBack } from './follow-up.ts'
import { holdsType, isDefinition } from './statement.ts'
import { textOf } from './units.ts'

/** What a fitting form adds to the log-odds that a unit answers. */
const WEIGHTS = {
  decides: 1,
  defines: 4,
  expands: 1.5,
  /** A definition that gives no reason, where one is asked for. */
  explainsInstead: -1,
  /** Of a follow-up: closeness to the question alone, in standard deviations, and the share of its own words. */
  ownCloseness: 0.3,
  ownCoverage: 0.5,
  /** Quoted in an earlier answer, by the share of the new question's words that it lacks. */
  saidBefore: -1.2,
  /** Of the document that an earlier answer quoted, where the question points back. */
  sameDocument: 0.5,
}

/** The units by their odds of answering, raised or lowered by form and conversation; relevance follows. */
export function rankByDirectness(
  evidence: Evidence,
  analyser: Analyser,
  conversation: readonly Turn[] = [],
): ScoredUnit[] {
  const bonuses = [toFormBonus(evidence, analyser), toConversationBonus(evidence, conversation)]
  const ranked = evidence.units.map((unit, i) => {
    const bonus = bonuses.reduce((sum, bonusOf) => sum + bonusOf(unit), 0)
    return { unit: bonus === 0 ? unit : { ...unit, relevance: raise(unit.relevance, bonus) }, i }
  })
  return ranked.sort((a, b) => b.unit.relevance - a.unit.relevance || a.i - b.i).map(({ unit }) => unit)
}

type Bonus = (unit: ScoredUnit) => number
const none: Bonus = () => 0

function toFormBonus({ question, shape, units }: Evidence, analyser: Analyser): Bonus {
  const best = units[0]
  if (!best) return none
  if (shape.form === 'yesNo') {
    if (mayDecide(focusOf(best))) return none
    return (unit) =>
      decides(focusOf(unit), question) && unit.contextCoverage >= best.contextCoverage ? WEIGHTS.decides : 0
  }
  if (shape.type === 'reason')
    return (unit) =>
      isDefinition(focusOf(unit)) && !holdsType(unit.text, 'reason') ? WEIGHTS.explainsInstead : 0
  const term = shape.form === 'definition' ? askedTerm(question) : null
  if (term === null) return none
  return (unit) => {
    const sentence = focusOf(unit)
    if (definesTerm(sentence, term, analyser)) return WEIGHTS.defines
    return expandsTerm(sentence, term) ? WEIGHTS.expands : 0
  }
}

/** What an earlier answer said is not said again, unless the new question's own words ask for it. */
function toConversationBonus({ question, units }: Evidence, conversation: readonly Turn[]): Bonus {
  const answers = conversation.filter(({ role }) => role === 'assistant').map(({ content }) => content)
  const said = new Map(units.map((unit) => [unit, shareSaid(unit, answers)]))
  const quoted = units.filter((unit) => said.get(unit)! > 0).map(({ hit }) => hit.document.id)
  const staysIn = new Set(refersBack(question) ? quoted : [])
  const closest = Math.max(...units.map(({ own }) => own?.denseZ ?? 0))
  return (unit) => {
    const { own, hit } = unit
    if (own === null) return 0
    return (
      WEIGHTS.ownCloseness * (own.denseZ - closest) +
      WEIGHTS.ownCoverage * own.contextCoverage +
      WEIGHTS.saidBefore * said.get(unit)! * (1 - own.coverage) +
      (staysIn.has(hit.document.id) ? WEIGHTS.sameDocument : 0)
    )
  }
}

function shareSaid({ hit, sentences }: ScoredUnit, answers: readonly string[]): number {
  const texts = sentences.map((sentence) => textOf(hit, sentence))
  return texts.filter((text) => answers.some((answer) => answer.includes(text))).length / texts.length
}

function focusOf(unit: ScoredUnit): string {
  return textOf(unit.hit, unit.sentences[unit.focus]!)
}

function raise(probability: number, logOdds: number): number {
  const odds = (probability / (1 - probability)) * Math.exp(logOdds)
  return odds / (1 + odds)
}
