/** `POST /api/v1/verify`: each sentence of a text with its verdict, the checks that led to it, and its places. */

import { createTextVerification } from '../answer/verify/verify-text.ts'
import type { AnswerQueue } from './answer-queue.ts'
import { addRoute } from './api-route.ts'
import type { App, AppOptions } from './app.ts'
import { parseBody } from './request-body.ts'
import { knownFilters } from './search-routes.ts'
import { requestSchemas, type VerifyResponse, verifyResponseSchema } from './wire.ts'

export function addVerifyRoute(app: App, options: AppOptions & { queue: AnswerQueue }): void {
  const { live, settings, queue, stopping } = options
  const schema = requestSchemas(settings.limits).verify
  const route = {
    method: 'post' as const,
    path: '/api/v1/verify',
    summary: 'Einen anderswo geschriebenen Text Satz für Satz gegen die Dokumente prüfen',
    tag: 'Fragen',
    body: schema,
    responses: { 'application/json': verifyResponseSchema },
    errors: [400, 401, 403, 413, 415, 422, 429, 503],
  }
  addRoute(app, route, async (c) => {
    const { text, documentIds } = await parseBody(c, schema, settings.limits.bodyBytes)
    const index = live.acquire()
    const signal = AbortSignal.any([c.req.raw.signal, ...(stopping ? [stopping] : [])])
    let place: ReturnType<AnswerQueue['enter']> | undefined
    try {
      const filters = knownFilters(index.snapshot, { documentIds })
      place = queue.enter(signal)
      await place.started
      const verification = createTextVerification(index)
      const result = await verification.verifyText({ text, documentIds: filters.documentIds }, { signal })
      return c.json(result satisfies VerifyResponse)
    } finally {
      place?.release()
      index.release()
    }
  })
}
