/** How often an answering answers what it can and declines what it cannot. */

import type { Answer, Answering, Turn } from '../answer/answer.ts'
import type { Snapshot } from '../search/snapshot.ts'
import type { Dataset, DatasetQuestion } from './dataset.ts'
import { quotedListShare } from './list-completeness.ts'
import { type Figure, quantile, toFigure } from './metrics.ts'

export interface AnswerReport {
  dataset: string
  /** Share of the answerable questions that were answered (fully or partly). */
  answeredWhenAnswerable: Figure
  /** Share of the unanswerable questions that were declined. */
  declinedWhenNot: Figure
  /** Of the answered: an expected document is among the sources; is the first of them. */
  rightDocumentCited: Figure
  rightDocumentFirst: Figure
  /** Of the answered whose section is known: the first source is of an expected section. */
  rightSectionFirst: Figure
  /** Of the answered with expected strings: share of these that the answer contains. */
  expectedWords: Figure
  /** Of the answered that quote a list: share of the items of these lists that are quoted. */
  listCompleteness: Figure
  /** Of the answered. */
  sentencesPerAnswer: Figure
  charactersPerAnswer: Figure
  msPerAnswer: { mean: number; p50: number; p99: number }
  /** Ids of the questions that went wrong. */
  wronglyDeclined: string[]
  wronglyAnswered: string[]
}

export interface AnswerEvaluation {
  dataset: Dataset
  answering: Answering
  /** The index that is asked. */
  snapshot: Snapshot
  signal?: AbortSignal
}

/** One question at a time; earlier questions of a conversation are asked first, and their answers passed on. */
export async function evaluateAnswers({
  dataset,
  answering,
  snapshot,
  signal,
}: AnswerEvaluation): Promise<AnswerReport> {
  const outcomes: Outcome[] = []
  for (const question of dataset.questions) {
    const conversation = await askEarlier(answering, question, signal)
    const { documentIds } = question
    const answer = await answering.ask({ question: question.question, conversation, documentIds }, { signal })
    outcomes.push({ question, answer })
  }
  return toReport(dataset.name, outcomes, snapshot)
}

interface Outcome {
  question: DatasetQuestion
  answer: Answer
}

async function askEarlier(
  answering: Answering,
  { earlier, documentIds }: DatasetQuestion,
  signal: AbortSignal | undefined,
): Promise<Turn[]> {
  const conversation: Turn[] = []
  for (const question of earlier) {
    const { answer } = await answering.ask(
      { question, conversation: [...conversation], documentIds },
      { signal },
    )
    conversation.push({ role: 'user', content: question }, { role: 'assistant', content: answer })
  }
  return conversation
}

function toReport(dataset: string, outcomes: Outcome[], snapshot: Snapshot): AnswerReport {
  const answerable = outcomes.filter(({ question }) => question.relevant.length > 0)
  const unanswerable = outcomes.filter(({ question }) => question.relevant.length === 0)
  const answered = answerable.filter(isAnswered)
  const withSection = answered.filter(({ question }) => question.relevant.some((place) => place.section))
  const share = (all: Outcome[], isRight: (outcome: Outcome) => boolean) =>
    toFigure(all.map((o) => Number(isRight(o))))
  const times = outcomes.map(({ answer }) => answer.tookMs)
  return {
    dataset,
    answeredWhenAnswerable: share(answerable, isAnswered),
    declinedWhenNot: share(unanswerable, (outcome) => !isAnswered(outcome)),
    rightDocumentCited: share(answered, ({ question, answer }) =>
      answer.sources.some((source) =>
        question.relevant.some((place) => place.documentId === source.documentId),
      ),
    ),
    rightDocumentFirst: share(answered, ({ question, answer }) =>
      question.relevant.some((place) => place.documentId === answer.sources[0]?.documentId),
    ),
    rightSectionFirst: share(withSection, isRightSectionFirst),
    expectedWords: toFigure(answered.flatMap(containedShare)),
    listCompleteness: toFigure(answered.flatMap(({ answer }) => quotedListShare(answer, snapshot))),
    sentencesPerAnswer: toFigure(answered.map(({ answer }) => answer.sentences.length)),
    charactersPerAnswer: toFigure(answered.map(({ answer }) => answer.answer.length)),
    msPerAnswer: {
      mean: times.reduce((sum, ms) => sum + ms, 0) / times.length,
      p50: quantile(times, 0.5),
      p99: quantile(times, 0.99),
    },
    wronglyDeclined: answerable.filter((outcome) => !isAnswered(outcome)).map(({ question }) => question.id),
    wronglyAnswered: unanswerable.filter(isAnswered).map(({ question }) => question.id),
  }
}

function isAnswered({ answer }: Outcome): boolean {
  return answer.status !== 'abstained'
}

function isRightSectionFirst({ question, answer }: Outcome): boolean {
  const first = answer.sources[0]
  const section = first?.headingPath.at(-1)
  return question.relevant.some(
    (place) => place.documentId === first?.documentId && place.section === section,
  )
}

function containedShare({ question: { contains }, answer }: Outcome): number[] {
  if (contains.length === 0) return []
  return [contains.filter((words) => answer.answer.includes(words)).length / contains.length]
}
