/** The one error class of the product: a code from a closed set and a German message that names the remedy. */

export type ErrorCode =
  | 'invalid_request'
  | 'invalid_config'
  | 'unknown_document'
  | 'unknown_passage'
  | 'unknown_collection'
  | 'index_missing'
  | 'index_damaged'
  | 'index_mismatch'
  | 'index_not_ready'
  | 'index_locked'
  | 'model_missing'
  | 'model_damaged'
  | 'source_missing'
  | 'source_unreadable'
  | 'source_empty'
  | 'manifest_invalid'
  | 'unsupported_format'
  | 'no_text_layer'
  | 'dataset_invalid'
  | 'port_in_use'
  | 'native_missing'
  | 'overloaded'
  | 'aborted'
  | 'internal'

export interface AppErrorOptions {
  /** Machine-readable facts for the caller (offending value, path, field errors); never secrets or question texts. */
  details?: unknown
  cause?: unknown
}

/** Thrown when the caller cannot go on. `message` is German, says what happened, with which value, and what to do. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: unknown

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.details = options.details
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError
}
