/** Wire types of health, errors and feedback. */

import { z } from 'zod'

export const liveSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Live' })

export const progressSchema = z
  .object({
    stage: z.string().meta({ example: 'embed' }),
    message: z.string().meta({ description: 'German, for the reader' }),
    share: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'Stage `embed`: of the passages that have their vectors by now' }),
    remainingSeconds: z.int().nullable(),
  })
  .meta({ id: 'Progress' })

export const readySchema = z
  .object({
    state: z.enum(['starting', 'indexing', 'ready', 'failed']),
    ready: z
      .boolean()
      .meta({ description: 'Questions are taken; true while an older or incomplete index serves' }),
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
        embeddedPassages: z.int().meta({ description: 'Fewer than `passages` while vectors are missing' }),
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

export type Progress = z.infer<typeof progressSchema>
export type Ready = z.infer<typeof readySchema>
export type FieldError = z.infer<typeof fieldErrorSchema>
export type ErrorEnvelope = z.infer<typeof errorEnvelopeSchema>
