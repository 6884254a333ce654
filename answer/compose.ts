/** Makes an answer from evidence: written by a language model where there is one and it may, otherwise of verbatim sentences. */

import type { Snapshot } from '../search/snapshot.ts'
import type { AnswerStatus, AskOptions, AskRequest, Contradiction } from './answer.ts'
import { rankByDirectness } from './directness.ts'
import { type Disputed, withDisputes } from './disputes.ts'
import type { Evidence, ScoredUnit } from './evidence.ts'
import { createGenerativeComposer } from './generate/generative-composer.ts'
import type { LanguageModel, TimeLimits } from './generate/language-model.ts'
import type { Place } from './generate/sentence-judge.ts'
import { MODEL_TEXTS } from './generate/texts.de.ts'
import { findPersonalData } from './personal-data.ts'
import { type RenderedAnswer, renderVerbatim } from './render.ts'
import { selectSentences } from './select-units.ts'
import { textsFor } from './texts.ts'
import { createReader } from './verify/reading.ts'
import { createVerifier } from './verify/verify.ts'

export interface Composed extends RenderedAnswer {
  status: AnswerStatus
  /** `extractive` or the model's name. */
  composer: string
  contradictions?: Contradiction[]
  warnings: string[]
  /** Its sources and sentences have been told of already. */
  isShown: boolean
}

export interface ComposerOptions {
  snapshot: Snapshot
  writer?: { model: LanguageModel; limits: TimeLimits }
  /** German warning why a text must not reach the language model, null where it may. Default: personal data stays here. */
  keepFromModel?: (text: string) => string | null
}

export type Composer = (request: AskRequest, evidence: Evidence, options: AskOptions) => Promise<Composed>

/** The composer rejects with AppError `aborted` when the signal fires. */
export function createComposer({
  snapshot,
  writer,
  keepFromModel = keepPersonalData,
}: ComposerOptions): Composer {
  const { analyser, idf } = snapshot.lexical
  const textOf = (documentId: string) => snapshot.text(documentId)
  const verifier = createVerifier({ analyser, idf })
  const reader = createReader({ analyser, idf })
  const generate = writer && createGenerativeComposer({ ...writer, verifier, textOf })
  return async ({ mode, language, conversation }, evidence, options) => {
    const texts = textsFor(language)
    const direct = { ...evidence, units: rankByDirectness(evidence, analyser, conversation) }
    const disputed = withDisputes(selectSentences(direct, analyser), direct.units, { reader, textOf })
    const verbatim = disputed.chosen
    const toVerbatim = (warnings: string[]): Composed => ({
      ...renderVerbatim(verbatim, textOf),
      status: 'answered',
      composer: 'extractive',
      ...toContradictions(disputed),
      warnings: [...warnings, ...disputed.disputes.map((dispute) => texts.contradiction(dispute))],
      isShown: false,
    })
    // A model is held to German; readers of English get the quotes with a frame in English.
    if (!writer || !generate || mode === 'extractive' || language === 'en') return toVerbatim([])
    const { question, searchQuery, units } = evidence
    const objection = keepFromModel(`${question}\n${searchQuery}`)
    if (objection) return toVerbatim([objection])
    const hits = [...new Set(units.map(({ hit }) => hit))]
    const written = await generate(
      { question, searchQuery, hits, isToThePoint: toPointTest(units), verbatim },
      options,
    )
    if (written.kind === 'nothing') return toVerbatim(written.warnings)
    return { ...written, composer: writer.model.name, isShown: true }
  }
}

function toContradictions({ chosen, disputes }: Disputed): Pick<Composed, 'contradictions'> {
  if (disputes.length === 0) return {}
  const contradictions = disputes.map(({ kind, words, sides: [a, b] }) => ({
    kind,
    sentences: [chosen.indexOf(a), chosen.indexOf(b)] as [number, number],
    words,
  }))
  return { contradictions }
}

/** Of the units with all expected words of 227 tuning questions .96 pass, of remarks about a document itself .01. */
const MIN_RELEVANCE = 0.06
const MIN_SHARE_OF_BEST = 0.15

function toPointTest(units: readonly ScoredUnit[]): (place: Place) => boolean {
  const best = units[0]?.relevance ?? 0
  const fit = units.filter(
    ({ relevance }) => relevance >= MIN_RELEVANCE && relevance >= MIN_SHARE_OF_BEST * best,
  )
  return ({ hit, start, end }) =>
    fit.some((unit) => unit.hit === hit && unit.sentences.some((own) => start < own.end && own.start < end))
}

function keepPersonalData(text: string): string | null {
  return findPersonalData(text).length > 0 ? MODEL_TEXTS.personalData : null
}
