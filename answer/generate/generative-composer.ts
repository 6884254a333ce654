/**
 * Lets a language model write the answer, and shows of it only what the verifier finds borne out: sentence by sentence,
 * while the model still writes. Where too little is left the verbatim sentences take over.
 */

import { isAppError } from '../../search/app-error.ts'
import type { Hit } from '../../search/retriever.ts'
import type { AnswerStatus, AskOptions } from '../answer.ts'
import type { ChosenSentence, RenderedAnswer } from '../render.ts'
import type { Verifier } from '../verify/verify.ts'
import { type AnswerWriter, createAnswerWriter } from './answer-writer.ts'
import type { ChatMessage, LanguageModel, TimeLimits } from './language-model.ts'
import { type RejectedSentence, toPrompt, toRepairMessages } from './prompt.ts'
import { createSentenceCutter, type WrittenSentence } from './sentence-cutter.ts'
import { createSentenceJudge, isFitForModel, type Place, type SentenceJudge } from './sentence-judge.ts'
import { MODEL_TEXTS } from './texts.de.ts'
import { readInTime, SlowModelError } from './timed-stream.ts'

export interface GenerativeOptions {
  model: LanguageModel
  limits: TimeLimits
  verifier: Verifier
  textOf: (documentId: string) => string
}

export interface Assignment {
  question: string
  searchQuery: string
  /** Best first. */
  hits: readonly Hit[]
  /** True for words of a hit that answer the question; without any nothing of the model's text is shown. */
  isToThePoint: (place: Place) => boolean
  /** The answer without a model. */
  verbatim: readonly ChosenSentence[]
}

export type Generated =
  | ({ kind: 'written'; status: AnswerStatus; warnings: string[] } & RenderedAnswer)
  /** Nothing has been shown; the warning says why. */
  | { kind: 'nothing'; warnings: string[] }

export type GenerativeComposer = (assignment: Assignment, options: AskOptions) => Promise<Generated>

type Outcome = 'complete' | 'cut' | 'slow' | 'failed'

const MAX_ANSWER_TOKENS = 600
/** A model that goes on and on, or round and round, is stopped here. */
const MAX_SENTENCES = 16
const MAX_EMPTY_IN_A_ROW = 4
/** With so many more sentences rejected than kept a second try is not worth the wait. */
const MAX_LACK = 2

/** The composer rejects with AppError `aborted` when the signal fires, and never because of the model. */
export function createGenerativeComposer(parts: GenerativeOptions): GenerativeComposer {
  const { model, limits, verifier, textOf } = parts
  const tokens = {
    contextTokens: model.contextTokens,
    maxAnswerTokens: Math.min(MAX_ANSWER_TOKENS, Math.floor(model.contextTokens / 4)),
  }
  return async ({ question, searchQuery, hits, isToThePoint, verbatim }, { signal, onEvent }) => {
    const prompt = toPrompt({ question, searchQuery }, hits.filter(isFitForModel), tokens)
    if (prompt.hits.length === 0) return { kind: 'nothing', warnings: [MODEL_TEXTS.noRoom] }
    onEvent?.({ event: 'status', data: { stage: 'generating' } })
    const judge = createSentenceJudge({ verifier, hits: prompt.hits, textOf, isToThePoint })
    const writer = createAnswerWriter({
      passages: [...verbatim, ...prompt.hits],
      textOf,
      searchQuery,
      onEvent,
    })
    const deadline = performance.now() + limits.totalMs
    const writeRound = (messages: readonly ChatMessage[]) =>
      write(messages, { ...parts, judge, writer, deadline, signal, maxTokens: tokens.maxAnswerTokens })
    const first = await writeRound(prompt.messages)
    let withheld = first.rejected.length
    const before = writer.sentences.length
    if (isWhole(first.outcome) && withheld > 0 && withheld - before <= MAX_LACK) {
      const repair = toRepairMessages(prompt.messages, first.rejected, tokens)
      if (repair.length > 0) await writeRound(repair)
      withheld = Math.max(0, withheld - (writer.sentences.length - before))
    }
    return conclude({ writer, withheld, outcome: first.outcome, verbatim })
  }
}

interface Round {
  outcome: Outcome
  rejected: RejectedSentence[]
}

interface RoundOptions extends GenerativeOptions {
  judge: SentenceJudge
  writer: AnswerWriter
  deadline: number
  maxTokens: number
  signal: AbortSignal | undefined
}

async function write(messages: readonly ChatMessage[], options: RoundOptions): Promise<Round> {
  const { model, limits, judge, writer, deadline, maxTokens, signal } = options
  const cutter = createSentenceCutter()
  const rejected: RejectedSentence[] = []
  let count = 0
  let emptyInARow = 0
  const take = (written: readonly WrittenSentence[]) => {
    for (const sentence of written.slice(0, MAX_SENTENCES - count)) {
      count++
      const judgement = judge.judge(sentence)
      emptyInARow = judgement.kind === 'empty' ? emptyInARow + 1 : 0
      if (judgement.kind === 'kept') writer.add(judgement.sentence)
      if (judgement.kind === 'rejected') rejected.push(judgement)
    }
  }
  const stream = readInTime((upstream) => model.stream(messages, { signal: upstream, maxTokens }), {
    pauseMs: limits.firstTokenMs,
    deadline,
    signal,
  })
  try {
    for (;;) {
      const next = await stream.next()
      take(next.done ? cutter.end(next.value) : cutter.push(next.value))
      if (next.done) return { outcome: next.value, rejected }
      if (count >= MAX_SENTENCES || emptyInARow >= MAX_EMPTY_IN_A_ROW)
        return { outcome: 'complete', rejected }
    }
  } catch (error) {
    if (isAppError(error) && error.code === 'aborted') throw error
    return { outcome: error instanceof SlowModelError ? 'slow' : 'failed', rejected }
  } finally {
    await stream.return('cut')
  }
}

interface Draft {
  writer: AnswerWriter
  withheld: number
  outcome: Outcome
  verbatim: readonly ChosenSentence[]
}

function conclude({ writer, withheld, outcome, verbatim }: Draft): Generated {
  const kept = writer.sentences.length
  const warnings = withheld > 0 ? [MODEL_TEXTS.withheld(withheld)] : []
  if (kept === 0) return { kind: 'nothing', warnings: [...warnings, MODEL_TEXTS[toReason(outcome)]] }
  const isEnough = isWhole(outcome) && withheld <= kept
  if (!isEnough) {
    warnings.push(isWhole(outcome) ? MODEL_TEXTS.tooLittle : MODEL_TEXTS.brokenOff)
    writer.complete(verbatim)
  }
  const status = isEnough && withheld > 0 ? 'partial' : 'answered'
  return { kind: 'written', status, warnings, ...writer.finish() }
}

function isWhole(outcome: Outcome): boolean {
  return outcome === 'complete' || outcome === 'cut'
}

function toReason(outcome: Outcome): 'slow' | 'failed' | 'nothingLeft' {
  return outcome === 'slow' || outcome === 'failed' ? outcome : 'nothingLeft'
}
