/**
 * What goes over the wire: one zod schema and one type for every request, response and event of the HTTP API.
 * Web pages import the types from here and nothing else; `/openapi.json` is generated from the same schemas.
 * Keys are always present; what is unknown is `null`, an empty list is `[]`. Only keys marked optional may be absent.
 */

import { z } from 'zod'
import { texts } from './texts.de.ts'
import type { Abstention, Answer, AnswerSentence, AnswerSource } from './wire-answers.ts'
import type { ErrorEnvelope } from './wire-service.ts'

export * from './wire-answers.ts'
export * from './wire-documents.ts'
export * from './wire-service.ts'
export { type Span, spanSchema } from './wire-shapes.ts'

/** Defaults of the limits; the server's settings may change them. */
export const DEFAULT_LIMITS = { questionChars: 2000, conversationTurns: 20, bodyBytes: 65_536 }

export interface RequestLimits {
  questionChars: number
  conversationTurns: number
}

const filters = {
  documentIds: z.array(z.string().min(1)).max(1000).optional().meta({ description: 'Empty means no filter' }),
  collections: z.array(z.string().min(1)).max(100).optional().meta({ description: 'Empty means no filter' }),
}

/** The request schemas under the given limits. Texts are trimmed; a blank one is invalid. */
export function requestSchemas(limits: RequestLimits) {
  const question = (field: string) => questionSchema(field, limits.questionChars)
  const explain = z
    .boolean()
    .optional()
    .meta({ description: 'Add how the question was read and what each score is made of' })
  const turn = z
    .object({ role: z.enum(['user', 'assistant']), content: z.string() })
    .meta({ id: 'Turn', description: 'One turn of the conversation so far' })
  const search = z
    .object({ query: question('query'), limit: z.int().min(1).max(100).default(10), ...filters, explain })
    .meta({ id: 'SearchRequest' })
  const ask = z
    .object({
      question: question('question'),
      conversation: z.array(turn).max(limits.conversationTurns).optional(),
      ...filters,
      mode: z.enum(['auto', 'extractive', 'generative']).optional(),
      language: z.enum(['de', 'en']).optional().meta({
        description: 'Of all but the quotes, which keep the language of their documents; default de',
      }),
    })
    .meta({ id: 'AskRequest' })
  const verify = z
    .object({ text: textSchema(), documentIds: filters.documentIds })
    .meta({ id: 'VerifyRequest' })
  const feedback = z
    .object({
      answerId: z.string().min(1),
      rating: z.enum(['up', 'down']),
      reasons: z.array(z.string()).max(20).optional(),
      comment: z.string().max(limits.questionChars).optional(),
    })
    .meta({ id: 'FeedbackRequest' })
  return { search, ask, verify, feedback }
}

/** Not trimmed: offsets count in the text as it was sent. */
function textSchema() {
  const error = ({ input }: { input?: unknown }) =>
    input === undefined ? texts.textMissing : texts.textNotText
  return z.string({ error }).regex(/\S/u, { error: texts.textBlank })
}

function questionSchema(field: string, maxChars: number) {
  const error = ({ input }: { input?: unknown }) =>
    input === undefined ? texts.questionMissing(field) : texts.questionNotText(field)
  return z
    .string({ error })
    .trim()
    .min(1, { error: texts.questionBlank })
    .max(maxChars, { error: texts.questionTooLong(maxChars) })
}

type Requests = ReturnType<typeof requestSchemas>
/** What a client sends: defaults may be left out. */
export type SearchRequestBody = z.input<Requests['search']>
export type AskRequestBody = z.input<Requests['ask']>
export type VerifyRequestBody = z.input<Requests['verify']>
export type FeedbackRequestBody = z.input<Requests['feedback']>
export type ConversationTurn = NonNullable<AskRequestBody['conversation']>[number]

/**
 * Events of `POST /api/v1/ask` with `Accept: text/event-stream`, in order: status*, then sources or abstained, then
 * sentence* and delta*, at the end exactly one done or error. The SSE event name is `event`, its data the JSON of `data`.
 */
export type AskStreamEvent =
  | { event: 'status'; data: { stage: string } }
  | { event: 'sources'; data: { sources: AnswerSource[]; searchQuery: string } }
  | { event: 'abstained'; data: { abstention: Abstention } }
  | { event: 'sentence'; data: AnswerSentence }
  | { event: 'delta'; data: { text: string } }
  | { event: 'done'; data: Answer }
  | { event: 'error'; data: ErrorEnvelope }
