/** Who may call: API keys, origins and the rate limit, as middleware for the API routes. */

import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnv } from './app.ts'
import { HttpError } from './http-error.ts'
import { createRateLimiter } from './rate-limit.ts'
import type { ServerSettings } from './server-settings.ts'
import { texts } from './texts.de.ts'

const CORS_HEADERS = {
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Accept, Authorization, Content-Type, X-API-Key, X-Request-Id',
  'Access-Control-Max-Age': '600',
}

/** Lets our own pages, the listed origins and callers without an origin pass; any other one gets 403. */
export function guardOrigin(settings: ServerSettings): MiddlewareHandler<AppEnv> {
  const allowed = new Set(settings.allowedOrigins)
  return async (c, next) => {
    c.header('Vary', 'Origin', { append: true })
    const origin = c.req.header('origin')
    if (origin === undefined || isOwnOrigin(origin, ownHost(c, settings))) return next()
    if (!allowed.has(origin)) throw new HttpError('origin_not_allowed', texts.originNotAllowed(origin))
    c.header('Access-Control-Allow-Origin', origin)
    c.header('Access-Control-Expose-Headers', 'X-Request-Id, Retry-After')
    if (c.req.method === 'OPTIONS') return c.body(null, 204, CORS_HEADERS)
    return next()
  }
}

/** Asks for a key when keys are set, unless anonymous callers are allowed; a wrong key is refused in any case. */
export function requireKey(settings: ServerSettings): MiddlewareHandler<AppEnv> {
  const known = settings.apiKeyHashes.map((hash) => Buffer.from(hash, 'hex'))
  return async (c, next) => {
    const key = presentedKey(c)
    if (known.length === 0 || (key === null && settings.allowAnonymous)) return next()
    if (key === null) throw unauthorized(texts.missingKey)
    const hash = createHash('sha256').update(key).digest()
    if (!known.some((candidate) => timingSafeEqual(candidate, hash))) throw unauthorized(texts.unknownKey)
    c.set('keyHash', hash.toString('hex'))
    return next()
  }
}

/** What takes computing time; everything else is reading. */
const COSTLY_PATHS = new Set(['/api/v1/ask', '/api/v1/search', '/api/v1/verify'])

/** Reading is cheap, and a whole office behind one address opens documents at the same time. */
const READING_FACTOR = 10

/** Questions and reading count apart, per key or address. Each call makes counters of its own. */
export function limitRate(settings: ServerSettings): MiddlewareHandler<AppEnv> {
  const asking = createRateLimiter(settings.rateLimitPerMinute)
  const reading = createRateLimiter(settings.rateLimitPerMinute * READING_FACTOR)
  return async (c, next) => {
    const limiter = c.req.method === 'POST' && COSTLY_PATHS.has(c.req.path) ? asking : reading
    const waitMs = limiter.take(c.get('keyHash') ?? callerAddress(c, settings))
    if (waitMs === 0) return next()
    const seconds = Math.max(1, Math.ceil(waitMs / 1000))
    throw new HttpError('rate_limited', texts.rateLimited(limiter.perMinute, seconds), {
      headers: { 'Retry-After': String(seconds) },
    })
  }
}

function isOwnOrigin(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase()
}

function ownHost(c: Context<AppEnv>, settings: ServerSettings): string | undefined {
  const forwarded = settings.trustProxy ? c.req.header('x-forwarded-host') : undefined
  return forwarded ?? c.req.header('host') ?? new URL(c.req.url).host
}

/** Behind a trusted proxy the last entry is the one that the proxy itself has seen. */
function callerAddress(c: Context<AppEnv>, settings: ServerSettings): string {
  const forwarded = settings.trustProxy ? c.req.header('x-forwarded-for') : undefined
  return forwarded?.split(',').at(-1)?.trim() || c.env?.incoming?.socket.remoteAddress || 'local'
}

function presentedKey(c: Context<AppEnv>): string | null {
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(c.req.header('authorization') ?? '')?.[1]
  return bearer ?? c.req.header('x-api-key') ?? null
}

function unauthorized(message: string): HttpError {
  return new HttpError('unauthorized', message, { headers: { 'WWW-Authenticate': 'Bearer' } })
}
