/** An error as the log may hold it: what kind and where, without words that could come from a question or an answer. */

import { isAppError } from '../search/app-error.ts'

export interface LoggedError {
  type: string
  code?: string
  /** Only of the program's own errors, whose texts are known. */
  message?: string
  /** Lines of the stack, without the message that precedes them. */
  at: string[]
  cause?: LoggedError
}

const FRAME = /^ {4}at (?:[^()]*\()?(?:file:|node:|\/|[A-Z]:\\)[^()]*:\d+:\d+\)?$/
const MAX_FRAMES = 12
const MAX_CAUSES = 3

/**
 * Messages of libraries and of the language itself quote what they could not handle, and that may be a question; stack
 * and type tell enough to find the fault.
 */
export function toLoggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const { code } = error as NodeJS.ErrnoException
  return {
    type: error.name,
    ...(typeof code === 'string' && /^\w{1,64}$/.test(code) && { code }),
    ...(isAppError(error) && { message: error.message }),
    at: framesOf(error),
    ...(error.cause !== undefined && depth < MAX_CAUSES && { cause: toLoggedError(error.cause, depth + 1) }),
  }
}

/** The message stands above the frames and may have several lines, so it is cut off by its length. */
function framesOf({ name, message, stack = '' }: Error): string[] {
  const head = [`${name}: ${message}`, message].find((start) => stack.startsWith(start)) ?? ''
  return stack
    .slice(head.length)
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, MAX_FRAMES)
    .map((line) => line.trim())
}
