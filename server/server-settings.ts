/** What the HTTP layer can be set to. The command line fills it from the configuration; tests change single values. */

import { DEFAULT_LIMITS, type RequestLimits } from './wire.ts'

export interface ServerSettings {
  limits: RequestLimits & { bodyBytes: number }
  /** Questions and searches per minute and key or address; reading gets ten times as much. 0 switches both off. */
  rateLimitPerMinute: number
  maxConcurrentAnswers: number
  maxQueuedAnswers: number
  /** Origins (`https://host[:port]`) besides our own that may call the API and show `/embed`. */
  allowedOrigins: string[]
  /** SHA-256 of the API keys, hex. */
  apiKeyHashes: string[]
  /** Answer without a key although keys are set. */
  allowAnonymous: boolean
  /** Take the caller's address and our own host from X-Forwarded-*. */
  trustProxy: boolean
  heartbeatMs: number
}

export const DEFAULT_SETTINGS: ServerSettings = {
  limits: DEFAULT_LIMITS,
  rateLimitPerMinute: 60,
  maxConcurrentAnswers: 8,
  maxQueuedAnswers: 32,
  allowedOrigins: [],
  apiKeyHashes: [],
  allowAnonymous: false,
  trustProxy: false,
  heartbeatMs: 10_000,
}
