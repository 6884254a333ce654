/** A request that failed, in the words the reader sees. */

import type { ErrorEnvelope } from '../../server/wire.ts'
import { texts } from '../texts.de.ts'

export interface ApiErrorOptions {
  status?: number
  requestId?: string | null
  cause?: unknown
}

/** `code` is the envelope's, or `unreachable`, `connection_lost`, `bad_response` found on this side. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly requestId: string | null

  constructor(code: string, message: string, options: ApiErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.name = 'ApiError'
    this.code = code
    this.status = options.status ?? 0
    this.requestId = options.requestId ?? null
  }
}

export function fromEnvelope({ error }: ErrorEnvelope, status: number): ApiError {
  return new ApiError(error.code, error.message, { status, requestId: error.requestId })
}

/** Reads the envelope of a failed response; proxies in between answer in other shapes. */
export async function fromResponse(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null)
  if (isEnvelope(body)) return fromEnvelope(body, response.status)
  return new ApiError('bad_response', texts.errors.badResponse(response.status), {
    status: response.status,
    requestId: response.headers.get('X-Request-Id'),
  })
}

/** Whatever was thrown, as an ApiError; a fetch that found no server throws TypeError. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown
  if (thrown instanceof TypeError)
    return new ApiError('unreachable', texts.errors.unreachable, { cause: thrown })
  return new ApiError('bad_response', texts.errors.unexpected, { cause: thrown })
}

export function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError'
}

function isEnvelope(body: unknown): body is ErrorEnvelope {
  return typeof (body as ErrorEnvelope | null)?.error?.message === 'string'
}
