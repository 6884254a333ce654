/** Reads a JSON body within its size limit and parses it by a schema; every way to get it wrong has its own 4xx code. */

import type { Context } from 'hono'
import { z } from 'zod'
import { AppError } from '../search/app-error.ts'
import { HttpError } from './http-error.ts'
import { texts } from './texts.de.ts'

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json$/i

/** Throws HttpError 415, 413, 400 `invalid_json`, or 422 with a list of field errors; AppError `aborted` when the sender goes away. */
export async function parseBody<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  limitBytes: number,
): Promise<z.output<Schema>> {
  requireJson(c.req.header('content-type'))
  const bytes = await readBody(c.req.raw, limitBytes)
  return parseFields(parseJson(bytes), schema)
}

function requireJson(contentType: string | undefined): void {
  const mediaType = contentType?.split(';')[0]?.trim() ?? ''
  if (!JSON_TYPE.test(mediaType)) {
    throw new HttpError('unsupported_media_type', texts.unsupportedMediaType(mediaType || 'ohne Angabe'))
  }
}

async function readBody(request: Request, limitBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new HttpError('payload_too_large', texts.payloadTooLarge(limitBytes))
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length
      if (size > limitBytes) break
      chunks.push(chunk)
    }
  } catch (cause) {
    throw new AppError('aborted', texts.aborted, { cause })
  }
  if (size > limitBytes) throw tooLarge()
  return Buffer.concat(chunks)
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new HttpError('invalid_json', texts.invalidJson)
  }
}

function parseFields<Schema extends z.ZodType>(value: unknown, schema: Schema): z.output<Schema> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new HttpError('invalid_request', texts.notAnObject, {
      details: [{ path: '', message: texts.notAnObject }],
    })
  const parsed = schema.safeParse(value, { error: z.locales.de().localeError })
  if (parsed.success) return parsed.data
  const details = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  throw new HttpError('invalid_request', toMessage(details), { details })
}

/** What the schema says in whole sentences stands for itself; zod's own phrases need their field. */
function toMessage(details: readonly { path: string; message: string }[]): string {
  const isSentence = ({ message }: { message: string }) => message.endsWith('.')
  const sentences = details.filter(isSentence).map(({ message }) => message)
  const others = details.filter((detail) => !isSentence(detail))
  const fields = others.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ')
  return [...sentences, ...(fields === '' ? [] : [texts.invalidRequest(fields)])].join(' ')
}
