/**
 * What goes over the wire: one zod schema and one type for every request, response and event of the HTTP API.
 * Web pages import the types from here and nothing else; `/openapi.json` is generated from the same schemas.
 * Keys are always present; what is unknown is `null`, an empty list is `[]`. Only keys marked optional may be absent.
 */

import { z } from 'zod'

/** Defaults of the limits; the server's settings may change them. */
export const DEFAULT_LIMITS = { questionChars: 2000, conversationTurns: 20, bodyBytes: 65_536 }

export interface RequestLimits {
  questionChars: number
  conversationTurns: number
}

const offset = z.int().min(0)
const spanShape = { start: offset, end: offset }
const page = z.int().min(1).nullable().meta({ description: '1-based page of the original' })
const pageLabel = z.string().optional().meta({ description: 'Page label the PDF prints, where it differs' })
const headingPath = z.array(z.string()).meta({ description: 'Outermost first, own heading last' })
const viewerUrl = z.string().meta({
  description: 'Path of the viewer on this server, at the words',
  example: '/dokument/wiba?start=120&end=310',
})

export const spanSchema = z.object(spanShape).meta({ id: 'Span', description: 'UTF-16 offsets' })

const filters = {
  documentIds: z.array(z.string().min(1)).max(1000).optional().meta({ description: 'Empty means no filter' }),
  collections: z.array(z.string().min(1)).max(100).optional().meta({ description: 'Empty means no filter' }),
}

/** The request schemas under the given limits. Texts are trimmed; a blank one is invalid. */
export function requestSchemas(limits: RequestLimits) {
  const question = z.string().trim().min(1).max(limits.questionChars)
  const turn = z
    .object({ role: z.enum(['user', 'assistant']), content: z.string() })
    .meta({ id: 'Turn', description: 'One turn of the conversation so far' })
  const search = z
    .object({ query: question, limit: z.int().min(1).max(100).default(10), ...filters })
    .meta({ id: 'SearchRequest' })
  const ask = z
    .object({
      question,
      conversation: z.array(turn).max(limits.conversationTurns).optional(),
      ...filters,
      mode: z.enum(['auto', 'extractive', 'generative']).optional(),
      language: z.enum(['de', 'en']).optional(),
    })
    .meta({ id: 'AskRequest' })
  const verify = z
    .object({ text: z.string().trim().min(1), documentIds: filters.documentIds })
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

export const explainSchema = z
  .object({
    lexicalRank: z.int().nullable(),
    ngramRank: z.int().nullable(),
    denseRank: z.int().nullable(),
    sentenceRank: z.int().nullable(),
  })
  .meta({ id: 'Explain', description: 'Rank in each arm of the search, null where the arm did not find it' })

export const searchHitSchema = z
  .object({
    rank: z.int().min(1),
    score: z.number().meta({ description: 'Higher is better; comparable within one response only' }),
    passageId: z.string(),
    documentId: z.string(),
    title: z.string(),
    collection: z.string(),
    headingPath,
    page,
    pageLabel,
    text: z.string(),
    ...spanShape,
    url: viewerUrl,
    highlights: z
      .array(spanSchema)
      .meta({ description: 'Words of the question, counted in the document text' }),
    explain: explainSchema.optional(),
  })
  .meta({ id: 'SearchHit' })

export const searchResponseSchema = z
  .object({
    query: z.string(),
    analysedAs: z.array(z.string()).meta({ description: 'The question as the index understood it' }),
    hits: z.array(searchHitSchema),
    tookMs: z.number(),
  })
  .meta({ id: 'SearchResponse' })

export const citationSchema = z
  .object({
    source: z.int().min(1).meta({ description: '`n` of the source' }),
    ...spanShape,
    quote: z.string(),
  })
  .meta({ id: 'Citation', description: 'Offsets count in the document text; `quote` is verbatim' })

export const checkSchema = z
  .object({ check: z.string(), ok: z.boolean(), detail: z.string().optional() })
  .meta({ id: 'Check' })

export const answerSentenceSchema = z
  .object({
    text: z.string(),
    ...spanShape,
    verdict: z.enum(['supported', 'partly', 'unsupported']),
    citations: z.array(citationSchema),
    checks: z.array(checkSchema),
  })
  .meta({ id: 'AnswerSentence', description: '`answer.slice(start, end)` is `text`; `[n]` marks follow it' })

export const answerSourceSchema = z
  .object({
    n: z.int().min(1),
    passageId: z.string(),
    documentId: z.string(),
    title: z.string(),
    edition: z.string().nullable(),
    publisher: z.string().nullable(),
    headingPath,
    page,
    text: z.string().meta({ description: 'Text of the passage' }),
    ...spanShape,
    url: viewerUrl,
    originalUrl: z.string().nullable().meta({ description: 'Landing page of the original' }),
    sha256: z.string(),
  })
  .meta({ id: 'AnswerSource' })

export const nearPassageSchema = z
  .object({
    passageId: z.string(),
    documentId: z.string(),
    title: z.string(),
    headingPath,
    page,
    text: z.string(),
    url: viewerUrl,
  })
  .meta({ id: 'NearPassage', description: 'A passage near the question that the answer does not cite' })

export const abstentionSchema = z
  .object({
    reason: z.string().meta({ description: 'Stable code', example: 'not_covered' }),
    message: z.string(),
    nearest: z.array(nearPassageSchema),
  })
  .meta({ id: 'Abstention' })

export const answerSchema = z
  .object({
    answerId: z.string(),
    status: z.enum(['answered', 'partial', 'abstained']),
    answer: z.string().meta({ description: 'Markdown with `[1]` marks' }),
    sentences: z.array(answerSentenceSchema),
    sources: z.array(answerSourceSchema),
    alsoFound: z.array(nearPassageSchema),
    abstention: abstentionSchema.optional(),
    searchQuery: z.string(),
    composer: z.string().meta({ description: '`extractive` or the name of the language model' }),
    warnings: z.array(z.string()),
    tookMs: z.number(),
  })
  .meta({ id: 'Answer' })

export const verifyResponseSchema = z
  .object({ sentences: z.array(answerSentenceSchema), sources: z.array(answerSourceSchema) })
  .meta({ id: 'VerifyResponse' })

const documentShape = {
  id: z.string(),
  title: z.string(),
  collection: z.string(),
  publisher: z.string().nullable(),
  edition: z.string().nullable(),
  date: z.string().nullable().meta({ description: 'YYYY, YYYY-MM or YYYY-MM-DD' }),
  licence: z.string().nullable(),
  verified: z.string().nullable().meta({ description: 'On what basis the content was checked' }),
  summary: z.boolean().meta({ description: 'A summary written for this product, not the original' }),
  originalUrl: z.string().nullable().meta({ description: 'Landing page of the original' }),
  fileUrl: z.string().nullable().meta({ description: 'Direct download of the original' }),
  exampleQuestions: z.array(z.string()),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  pageCount: z.int().nullable(),
  warnings: z.array(z.string()),
  passages: z.int().meta({ description: 'Number of passages' }),
  sentences: z.int().meta({ description: 'Number of sentences' }),
  url: z.string().meta({ description: 'Path of the viewer', example: '/dokument/wiba' }),
  textUrl: z.string().meta({ description: 'Path of the text', example: '/api/v1/documents/wiba/text' }),
  storedUrl: z
    .string()
    .meta({ description: 'Path of the indexed file', example: '/api/v1/documents/wiba/original' }),
}

export const documentSummarySchema = z.object(documentShape).meta({ id: 'DocumentSummary' })

export const outlineEntrySchema = z
  .object({ text: z.string(), level: z.int().min(1), page, ...spanShape })
  .meta({ id: 'OutlineEntry', description: 'A heading; offsets of the heading in the document text' })

export const blockSchema = z
  .object({
    kind: z.enum(['heading', 'paragraph', 'listItem', 'tableRow', 'code', 'reference']),
    level: z.int().min(0).meta({ description: 'Heading 1…6, list item: depth from 1, else 0' }),
    ordered: z.boolean().optional(),
    page,
    pageLabel,
    ...spanShape,
  })
  .meta({ id: 'Block', description: 'A structural unit of the document text, in order' })

export const documentDetailSchema = z
  .object({
    ...documentShape,
    textLength: z.int().meta({ description: 'UTF-16 length of the text' }),
    outline: z.array(outlineEntrySchema),
    blocks: z.array(blockSchema).optional().meta({ description: 'Lets a viewer draw the text' }),
  })
  .meta({ id: 'DocumentDetail' })

export const collectionSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    documents: z.int().meta({ description: 'Number of documents' }),
    exampleQuestions: z.array(z.string()).meta({ description: 'At most six, one per document first' }),
  })
  .meta({ id: 'Collection' })

export const documentListSchema = z
  .object({ documents: z.array(documentSummarySchema), collections: z.array(collectionSchema) })
  .meta({ id: 'DocumentList' })

const passageShape = {
  passageId: z.string(),
  documentId: z.string(),
  title: z.string(),
  collection: z.string(),
  headingPath,
  page,
  pageLabel,
  text: z.string(),
  ...spanShape,
  url: viewerUrl,
}

export const passageSchema = z.object(passageShape).meta({ id: 'Passage' })

export const passageDetailSchema = z
  .object({
    ...passageShape,
    previous: z.union([passageSchema, z.null()]),
    next: z.union([passageSchema, z.null()]),
  })
  .meta({ id: 'PassageDetail', description: 'A passage with its neighbours in the same document' })

export const liveSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Live' })

export const progressSchema = z
  .object({
    stage: z.string().meta({ example: 'embed' }),
    message: z.string().meta({ description: 'German, for the reader' }),
    share: z.number().min(0).max(1),
    remainingSeconds: z.int().nullable(),
  })
  .meta({ id: 'Progress' })

export const readySchema = z
  .object({
    state: z.enum(['starting', 'indexing', 'ready', 'failed']),
    ready: z.boolean().meta({ description: 'Questions are answered; true while an older index serves' }),
    message: z.string().meta({ description: 'German: what is going on, or what is wrong and the remedy' }),
    progress: z.union([progressSchema, z.null()]),
    index: z.union([
      z.object({
        snapshotId: z.string(),
        createdAt: z.string(),
        model: z.string(),
        documents: z.int(),
        passages: z.int(),
        sentences: z.int(),
      }),
      z.null(),
    ]),
    version: z.string(),
  })
  .meta({ id: 'Ready', description: 'Status 200 when `ready`, else 503' })

/** Codes of errors that the HTTP layer itself finds; those of AppError join them. */
export const HTTP_ERROR_CODES = [
  'bad_request',
  'invalid_json',
  'invalid_request',
  'unauthorized',
  'origin_not_allowed',
  'not_found',
  'method_not_allowed',
  'payload_too_large',
  'unsupported_media_type',
  'range_not_satisfiable',
  'rate_limited',
] as const

export const fieldErrorSchema = z
  .object({ path: z.string().meta({ example: 'conversation.0.role' }), message: z.string() })
  .meta({ id: 'FieldError' })

export const errorEnvelopeSchema = z
  .object({
    error: z.object({
      code: z.string().meta({ description: 'Stable', example: 'invalid_request' }),
      message: z.string().meta({ description: 'German; says what to do' }),
      requestId: z.string(),
      details: z.unknown().optional().meta({ description: 'For invalid_request: a list of FieldError' }),
    }),
  })
  .meta({ id: 'ErrorEnvelope' })

export const feedbackResponseSchema = z.object({ status: z.literal('ok') }).meta({ id: 'FeedbackResponse' })

type Requests = ReturnType<typeof requestSchemas>
/** What a client sends: defaults may be left out. */
export type SearchRequestBody = z.input<Requests['search']>
export type AskRequestBody = z.input<Requests['ask']>
export type VerifyRequestBody = z.input<Requests['verify']>
export type FeedbackRequestBody = z.input<Requests['feedback']>
export type ConversationTurn = NonNullable<AskRequestBody['conversation']>[number]
export type Span = z.infer<typeof spanSchema>
export type Explain = z.infer<typeof explainSchema>
export type SearchHit = z.infer<typeof searchHitSchema>
export type SearchResponse = z.infer<typeof searchResponseSchema>
export type Citation = z.infer<typeof citationSchema>
export type AnswerSentence = z.infer<typeof answerSentenceSchema>
export type AnswerSource = z.infer<typeof answerSourceSchema>
export type NearPassage = z.infer<typeof nearPassageSchema>
export type Abstention = z.infer<typeof abstentionSchema>
export type Answer = z.infer<typeof answerSchema>
export type VerifyResponse = z.infer<typeof verifyResponseSchema>
export type DocumentSummary = z.infer<typeof documentSummarySchema>
export type OutlineEntry = z.infer<typeof outlineEntrySchema>
export type Block = z.infer<typeof blockSchema>
export type DocumentDetail = z.infer<typeof documentDetailSchema>
export type Collection = z.infer<typeof collectionSchema>
export type DocumentList = z.infer<typeof documentListSchema>
export type Passage = z.infer<typeof passageSchema>
export type PassageDetail = z.infer<typeof passageDetailSchema>
export type Progress = z.infer<typeof progressSchema>
export type Ready = z.infer<typeof readySchema>
export type FieldError = z.infer<typeof fieldErrorSchema>
export type ErrorEnvelope = z.infer<typeof errorEnvelopeSchema>

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
