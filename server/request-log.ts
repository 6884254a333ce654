/** Gives every request an id and logs its outcome; never a body, a query or any text of a question or answer. */

import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Logger } from 'pino'
import type { AppEnv } from './app.ts'

/** An id that a proxy has given is kept when it is harmless in a log line. */
const GIVEN_ID = /^[\w.-]{1,64}$/

export function tagRequest(logger: Logger): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const given = c.req.header('x-request-id')
    const requestId = given && GIVEN_ID.test(given) ? given : randomUUID()
    c.set('requestId', requestId)
    c.header('X-Request-Id', requestId)
    const startedAt = performance.now()
    await next()
    c.res.headers.set('X-Request-Id', requestId)
    const tookMs = Math.round(performance.now() - startedAt)
    logger.debug(
      { requestId, method: c.req.method, path: c.req.path, status: c.res.status, tookMs },
      'request',
    )
  }
}
