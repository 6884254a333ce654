/** Answers a question from the index: search, read the evidence, decide, choose sentences, cite. */

import { randomUUID } from 'node:crypto'
import { AppError } from '../search/app-error.ts'
import type { Embedder } from '../search/embedder.ts'
import type { Hit, Retriever, SearchRequest } from '../search/retriever.ts'
import type { Snapshot } from '../search/snapshot.ts'
import type { Abstention, Answer, Answering, AskOptions, AskRequest, NearPassage, Turn } from './answer.ts'
import type { DecisionFeatures } from './decision-features.ts'
import { createEvidenceReader, type Evidence } from './evidence.ts'
import { applyLogistic, type LogisticModel } from './logistic.ts'
import { ABSTENTION_MODEL, ABSTENTION_THRESHOLD, RELEVANCE_MODEL } from './model-weights.ts'
import { renderVerbatim, toViewerUrl } from './render.ts'
import { searchConversation } from './search-conversation.ts'
import { selectSentences } from './select-units.ts'
import { TEXTS } from './texts.de.ts'

export interface AnsweringOptions {
  snapshot: Snapshot
  retriever: Retriever
  /** The model that the snapshot was made with. */
  embedder: Embedder
  /** The fitted ones when absent. */
  models?: AnsweringModels
}

export interface AnsweringModels {
  relevance: LogisticModel
  abstention: LogisticModel
  /** Probability of an answer below which the question is declined, 0…1. */
  threshold: number
}

const FITTED: AnsweringModels = {
  relevance: RELEVANCE_MODEL,
  abstention: ABSTENTION_MODEL,
  threshold: ABSTENTION_THRESHOLD,
}

const HITS = 12
const NEAREST = 3
const ALSO_FOUND = 4

/** Rejects with AppError `aborted` when the signal fires, and with what the retriever throws. */
export function createAnswering({
  snapshot,
  retriever,
  embedder,
  models = FITTED,
}: AnsweringOptions): Answering {
  const reader = createEvidenceReader({ snapshot, embedder, relevance: models.relevance })
  return {
    async ask(request, options = {}) {
      const startedAt = performance.now()
      const { signal, onEvent } = options
      const { question, conversation } = request
      onEvent?.({ event: 'status', data: { stage: 'searching' } })
      const search = await searchConversation(retriever, toSearchRequest(request, signal), conversation)
      throwIfAborted(signal)
      onEvent?.({ event: 'status', data: { stage: 'composing' } })
      const evidence = reader.readUnits(question, search)
      const decision = await reader.readDecision(evidence, signal)
      throwIfAborted(signal)
      const { hits } = search.result
      const reason = decideAbstention(decision, request, models)
      const body = reason ? toAbstained(reason, hits) : toAnswered(evidence, snapshot)
      const tookMs = Math.round(performance.now() - startedAt)
      return finish(options, { ...openFrame(request, search.searchQuery), ...body, tookMs })
    },
  }
}

function toSearchRequest(
  { question, documentIds, collections }: AskRequest,
  signal: AbortSignal | undefined,
): SearchRequest {
  return {
    query: question,
    limit: HITS,
    ...(documentIds && { documentIds }),
    ...(collections && { collections }),
    ...(signal && { signal }),
  }
}

type Body = Pick<Answer, 'status' | 'answer' | 'sentences' | 'sources' | 'alsoFound' | 'abstention'>

function toAnswered(evidence: Evidence, snapshot: Snapshot): Body {
  const chosen = selectSentences(evidence, snapshot.lexical.analyser)
  const rendered = renderVerbatim(chosen, (id) => snapshot.text(id))
  const cited = new Set(rendered.sources.map((source) => source.passageId))
  const others = evidence.result.hits.filter((hit) => !cited.has(hit.passage.id)).slice(0, ALSO_FOUND)
  return { ...rendered, status: 'answered', alsoFound: others.map(toNearPassage) }
}

type Frame = Pick<Answer, 'answerId' | 'searchQuery' | 'composer' | 'warnings'>

function openFrame({ mode, language }: AskRequest, searchQuery: string): Frame {
  const warnings: string[] = []
  if (mode === 'generative') warnings.push(TEXTS.generativeUnavailable)
  if (language === 'en') warnings.push(TEXTS.languageUnavailable)
  return {
    answerId: randomUUID(),
    searchQuery,
    composer: 'extractive',
    warnings,
  }
}

function decideAbstention(
  decision: DecisionFeatures | null,
  { question, conversation = [] }: AskRequest,
  { abstention, threshold }: AnsweringModels,
): Abstention['reason'] | null {
  if (isSmallTalk(question, conversation)) return 'no_question'
  if (decision === null) return 'nothing_found'
  return applyLogistic(abstention, decision) < threshold ? 'not_covered' : null
}

const greeting =
  /^(?:(?:hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|danke(?: schön| sehr)?|vielen dank|tschüss|ok(?:ay)?|test)(?:[\s!.,]+|$))+$/iu

function isSmallTalk(question: string, conversation: readonly Turn[]): boolean {
  if (greeting.test(question.trim())) return true
  return conversation.length === 0 && !/[\p{L}\d]{2}/u.test(question)
}

function toAbstained(reason: Abstention['reason'], hits: readonly Hit[]): Body {
  const message = TEXTS.abstained[reason as keyof typeof TEXTS.abstained]
  const nearest = reason === 'no_question' ? [] : hits.slice(0, NEAREST).map(toNearPassage)
  const abstention = { reason, message, nearest }
  return { status: 'abstained', answer: message, sentences: [], sources: [], alsoFound: [], abstention }
}

function toNearPassage({ passage, document, text }: Hit): NearPassage {
  return {
    passageId: passage.id,
    documentId: document.id,
    title: document.title,
    headingPath: passage.headingPath,
    page: passage.page,
    text,
    url: toViewerUrl(document.id, passage),
  }
}

function finish(options: AskOptions, answer: Answer): Answer {
  const { onEvent } = options
  if (answer.abstention) onEvent?.({ event: 'abstained', data: { abstention: answer.abstention } })
  else onEvent?.({ event: 'sources', data: { sources: answer.sources, searchQuery: answer.searchQuery } })
  for (const sentence of answer.sentences) onEvent?.({ event: 'sentence', data: sentence })
  onEvent?.({ event: 'done', data: answer })
  return answer
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('aborted', 'Die Beantwortung wurde abgebrochen.')
}
