/** Answers a question from the index: search, read the evidence, decide, choose sentences, cite. */

import { AppError } from '../search/app-error.ts'
import type { Embedder } from '../search/embedder.ts'
import type { Hit, Retriever, SearchRequest } from '../search/retriever.ts'
import type { Snapshot } from '../search/snapshot.ts'
import { applyCorrections } from '../search/spelling.ts'
import type { Abstention, Answer, Answering, AskOptions, AskRequest, NearPassage, Turn } from './answer.ts'
import { type Composed, type ComposerOptions, createComposer } from './compose.ts'
import type { DecisionFeatures } from './decision-features.ts'
import { createEvidenceReader } from './evidence.ts'
import { openFrame, withLead } from './frame.ts'
import { applyLogistic, type LogisticModel } from './logistic.ts'
import { ABSTENTION_MODEL, ABSTENTION_THRESHOLD, RELEVANCE_MODEL } from './model-weights.ts'
import { toViewerUrl } from './render.ts'
import { searchConversation } from './search-conversation.ts'
import { type Texts, textsFor } from './texts.ts'

export interface AnsweringOptions {
  snapshot: Snapshot
  retriever: Retriever
  /** The model that the snapshot was made with. */
  embedder: Embedder
  /** The fitted ones when absent. */
  models?: AnsweringModels
  /** Writes the answers where it is given; without one they are verbatim sentences. */
  writer?: ComposerOptions['writer']
  keepFromModel?: ComposerOptions['keepFromModel']
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
  writer,
  keepFromModel,
}: AnsweringOptions): Answering {
  const reader = createEvidenceReader({ snapshot, embedder, relevance: models.relevance })
  const compose = createComposer({ snapshot, writer, keepFromModel })
  const { manifest } = snapshot
  const frameFor = (request: AskRequest, searchQuery: string) =>
    openFrame(request, { searchQuery, manifest, hasModel: writer !== undefined })

  /** Nothing is searched for a greeting. */
  function answerSmallTalk(request: AskRequest, options: AskOptions): Answer {
    const body = toAbstained('no_question', [], textsFor(request.language))
    const answer: Answer = { ...frameFor(request, request.question), ...body, tookMs: 0 }
    showBody(options, answer)
    options.onEvent?.({ event: 'done', data: answer })
    return answer
  }

  return {
    async ask(request, options = {}) {
      const startedAt = performance.now()
      const { signal, onEvent } = options
      const { question, conversation } = request
      throwIfAborted(signal)
      if (isSmallTalk(question, conversation)) return answerSmallTalk(request, options)
      onEvent?.({ event: 'status', data: { stage: 'searching' } })
      const search = await searchConversation(retriever, toSearchRequest(request, signal), conversation)
      throwIfAborted(signal)
      onEvent?.({ event: 'status', data: { stage: 'composing' } })
      const { hits, corrections = [] } = search.result
      const evidence = reader.readUnits(applyCorrections(question, corrections), search)
      const decision = await reader.readDecision(evidence, signal)
      throwIfAborted(signal)
      const reason = decideAbstention(decision, models)
      const composed = reason ? null : await compose(request, evidence, options)
      const texts = textsFor(request.language)
      const body = composed ? toAnswered(composed, hits, texts) : toAbstained(reason!, hits, texts)
      const frame = frameFor(request, search.searchQuery)
      const warnings = [...frame.warnings, ...(composed?.warnings ?? [])]
      const tookMs = Math.round(performance.now() - startedAt)
      const words = corrections.map(({ from, to }) => ({ from, to }))
      const corrected = words.length > 0 && { corrections: words }
      const answer: Answer = { ...frame, ...corrected, ...body, warnings, tookMs }
      if (!composed?.isShown) showBody(options, answer)
      onEvent?.({ event: 'done', data: answer })
      return answer
    },
  }
}

export function toSearchRequest(
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

type Body = Pick<Answer, 'status' | 'answer' | 'sentences' | 'sources' | 'alsoFound' | 'abstention'> &
  Partial<Pick<Answer, 'composer' | 'contradictions'>>

function toAnswered(composed: Composed, hits: readonly Hit[], texts: Texts): Body {
  const { status, answer, sentences, sources, composer, contradictions, isShown } = composed
  const cited = new Set(sources.map((source) => source.passageId))
  const others = hits.filter((hit) => !cited.has(hit.passage.id)).slice(0, ALSO_FOUND)
  // What is shown already keeps its offsets.
  const text = isShown ? { answer, sentences } : withLead({ answer, sentences }, texts.lead)
  const noticed = contradictions && { contradictions }
  return { status, ...text, sources, composer, ...noticed, alsoFound: others.map(toNearPassage) }
}

function decideAbstention(
  decision: DecisionFeatures | null,
  { abstention, threshold }: AnsweringModels,
): Abstention['reason'] | null {
  if (decision === null) return 'nothing_found'
  return applyLogistic(abstention, decision) < threshold ? 'not_covered' : null
}

const greeting =
  /^(?:(?:hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|danke(?: schön| sehr)?|vielen dank|tschüss|ok(?:ay)?|test)(?:[\s!.,]+|$))+$/iu

function isSmallTalk(question: string, conversation: readonly Turn[] = []): boolean {
  if (greeting.test(question.trim())) return true
  return conversation.length === 0 && !/[\p{L}\d]{2}/u.test(question)
}

export function toAbstained(reason: Abstention['reason'], hits: readonly Hit[], texts: Texts): Body {
  const message = texts.abstained[reason as keyof Texts['abstained']]
  const nearest = hits.slice(0, NEAREST).map(toNearPassage)
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

/** Everything but the closing answer. */
function showBody({ onEvent }: AskOptions, { abstention, sources, searchQuery, sentences }: Answer): void {
  if (abstention) onEvent?.({ event: 'abstained', data: { abstention } })
  else onEvent?.({ event: 'sources', data: { sources, searchQuery } })
  for (const sentence of sentences) onEvent?.({ event: 'sentence', data: sentence })
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('aborted', 'Die Beantwortung wurde abgebrochen.')
}
