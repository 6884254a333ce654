/** From any error to the one envelope: status, code, German message. The only place that chooses an HTTP status. */

import { type ErrorCode, isAppError } from '../search/app-error.ts'
import { texts } from './texts.de.ts'
import type { ErrorEnvelope, HTTP_ERROR_CODES } from './wire.ts'

export type HttpErrorCode = (typeof HTTP_ERROR_CODES)[number] | 'original_missing' | 'web_missing'

export interface HttpErrorOptions {
  details?: unknown
  headers?: Record<string, string>
}

/** What only the HTTP layer can find wrong: method, media type, size, origin, key, rate. */
export class HttpError extends Error {
  readonly code: HttpErrorCode
  readonly details: unknown
  readonly headers: Record<string, string>

  constructor(code: HttpErrorCode, message: string, options: HttpErrorOptions = {}) {
    super(message)
    this.name = 'HttpError'
    this.code = code
    this.details = options.details
    this.headers = options.headers ?? {}
  }
}

export interface ErrorResponse {
  status: number
  headers: Record<string, string>
  body: ErrorEnvelope
}

const RETRY_AFTER_SECONDS = 5

const HTTP_STATUS: Record<HttpErrorCode, number> = {
  bad_request: 400,
  invalid_json: 400,
  unauthorized: 401,
  origin_not_allowed: 403,
  not_found: 404,
  original_missing: 404,
  method_not_allowed: 405,
  payload_too_large: 413,
  unsupported_media_type: 415,
  range_not_satisfiable: 416,
  invalid_request: 422,
  rate_limited: 429,
  web_missing: 503,
}

/** Codes that are absent here are faults of the server: 500. */
const APP_STATUS: Partial<Record<ErrorCode, number>> = {
  invalid_request: 422,
  unknown_document: 404,
  unknown_passage: 404,
  unknown_collection: 404,
  aborted: 499,
  overloaded: 503,
  index_missing: 503,
  index_damaged: 503,
  index_mismatch: 503,
  index_not_ready: 503,
  model_missing: 503,
  model_damaged: 503,
}

/** An unknown id is 404 in a path and 422 in a body. Faults of the server show neither their message nor a stack. */
export function toErrorResponse(
  error: unknown,
  request: { method: string; requestId: string },
): ErrorResponse {
  const { requestId } = request
  if (error instanceof HttpError) {
    return response(HTTP_STATUS[error.code], error, requestId, error.headers)
  }
  const known = isAppError(error) ? APP_STATUS[error.code] : undefined
  if (!isAppError(error) || known === undefined) {
    return response(500, { code: 'internal', message: texts.internal(requestId) }, requestId)
  }
  const status = known === 404 && request.method === 'POST' ? 422 : known
  const headers = status === 503 ? { 'Retry-After': String(RETRY_AFTER_SECONDS) } : undefined
  return response(status, error, requestId, headers)
}

function response(
  status: number,
  error: { code: string; message: string; details?: unknown },
  requestId: string,
  headers: Record<string, string> = {},
): ErrorResponse {
  const details = error.details === undefined ? {} : { details: error.details }
  return {
    status,
    headers,
    body: { error: { code: error.code, message: error.message, requestId, ...details } },
  }
}
