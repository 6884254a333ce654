/** Wire types of search and ask: hits, answers, their sentences, citations and sources. */

import { z } from 'zod'
import { headingPath, page, passageShape, spanSchema, spanShape, viewerUrl } from './wire-shapes.ts'

export const analysedTermSchema = z.object({ term: z.string(), weight: z.number(), idf: z.number() }).meta({
  id: 'AnalysedTerm',
  description: 'A form that the index looks for; weight 1 is a full form, less is a part of a word',
})

export const analysisSchema = z
  .object({
    words: z.array(z.object({ surface: z.string(), terms: z.array(analysedTermSchema) })),
    shortForms: z
      .array(analysedTermSchema)
      .meta({ description: 'Abbreviations whose long form the question writes out' }),
    places: z
      .array(analysedTermSchema)
      .meta({ description: 'Indexed places that the question names by number' }),
  })
  .meta({ id: 'QuestionAnalysis', description: 'How the words of the question were read' })

export const breakdownSchema = z
  .object({
    arms: z.array(
      z.object({
        arm: z.enum(['words', 'ngrams', 'dense', 'sentence']),
        rank: z.int().nullable(),
        score: z.number().nullable(),
        mean: z.number(),
        deviation: z.number(),
        standardised: z.number(),
        weight: z.number(),
      }),
    ),
    terms: z
      .array(z.object({ term: z.string(), score: z.number() }))
      .meta({ description: 'What the score of the arm `words` is the sum of' }),
    lift: z.number().meta({ description: 'Of a place that the question names by number, otherwise 0' }),
  })
  .meta({ id: 'Breakdown', description: 'The score is the sum of weight · standardised and the lift' })

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
    ...passageShape,
    highlights: z
      .array(spanSchema)
      .meta({ description: 'Words of the question, counted in the document text' }),
    explain: explainSchema.optional(),
    breakdown: breakdownSchema.optional().meta({ description: 'Where the request asks to explain' }),
  })
  .meta({ id: 'SearchHit' })

export const correctionsSchema = z
  .array(z.object({ from: z.string(), to: z.string() }))
  .optional()
  .meta({ description: 'Typing errors put right before searching; absent where there were none' })

export const searchResponseSchema = z
  .object({
    query: z.string(),
    corrections: correctionsSchema,
    warnings: z.array(z.string()).meta({ description: 'German: what the reader should know of this search' }),
    embeddedShare: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'Passages with vectors; below 1 the others were found by their words only' }),
    analysedAs: z.array(z.string()).meta({ description: 'The question as the index understood it' }),
    analysis: analysisSchema.optional().meta({ description: 'Where the request asks to explain' }),
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

export const indexFactsSchema = z
  .object({
    snapshotId: z.string(),
    createdAt: z.string().meta({ description: 'When the index was made, ISO 8601' }),
    model: z.string().meta({ description: 'Name of the embedding model' }),
    modelFingerprint: z.string(),
    analyser: z.string().meta({ description: 'Fingerprint of the word analysis' }),
    chunker: z.string().meta({ description: 'Fingerprint of the division into passages' }),
  })
  .meta({ id: 'IndexFacts', description: 'What the answer was made from' })

const contradictionSchema = z
  .object({
    kind: z.enum(['numbers', 'dates', 'obligation']),
    sentences: z.tuple([z.int(), z.int()]).meta({ description: 'Places in `sentences`, from 0' }),
    words: z
      .tuple([z.string(), z.string()])
      .meta({ description: 'The differing words, in the same order', example: ['24 Stunden', '72 Stunden'] }),
  })
  .meta({ id: 'Contradiction' })

export const answerSchema = z
  .object({
    answerId: z.string(),
    answeredAt: z.string().meta({ description: 'ISO 8601, UTC' }),
    status: z.enum(['answered', 'partial', 'abstained']),
    answer: z.string().meta({ description: 'Markdown with `[1]` marks' }),
    sentences: z.array(answerSentenceSchema),
    sources: z.array(answerSourceSchema),
    alsoFound: z.array(nearPassageSchema),
    contradictions: z
      .array(contradictionSchema)
      .optional()
      .meta({ description: 'Quoted sentences of different documents that contradict each other' }),
    abstention: abstentionSchema.optional(),
    searchQuery: z.string(),
    corrections: correctionsSchema,
    composer: z.string().meta({ description: '`extractive` or the name of the language model' }),
    warnings: z.array(z.string()),
    index: indexFactsSchema,
    tookMs: z.number(),
  })
  .meta({ id: 'Answer' })

export const verifyResponseSchema = z
  .object({
    sentences: z.array(answerSentenceSchema).meta({ description: 'Offsets count in the text that was sent' }),
    sources: z.array(answerSourceSchema),
    skipped: z
      .array(z.object({ text: z.string(), ...spanShape, reason: z.enum(['heading', 'question', 'lead']) }))
      .meta({ description: 'Sentences that claim nothing' }),
  })
  .meta({ id: 'VerifyResponse' })

export type AnalysedTerm = z.infer<typeof analysedTermSchema>
export type QuestionAnalysis = z.infer<typeof analysisSchema>
export type Breakdown = z.infer<typeof breakdownSchema>
export type Explain = z.infer<typeof explainSchema>
export type SearchHit = z.infer<typeof searchHitSchema>
export type SearchResponse = z.infer<typeof searchResponseSchema>
export type Citation = z.infer<typeof citationSchema>
export type AnswerSentence = z.infer<typeof answerSentenceSchema>
export type AnswerSource = z.infer<typeof answerSourceSchema>
export type NearPassage = z.infer<typeof nearPassageSchema>
export type Abstention = z.infer<typeof abstentionSchema>
export type IndexFacts = z.infer<typeof indexFactsSchema>
export type Answer = z.infer<typeof answerSchema>
export type VerifyResponse = z.infer<typeof verifyResponseSchema>
