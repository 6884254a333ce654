/** `POST /api/v1/verify`: each sentence of a text with its verdict, the checks that led to it, and its places. */

import { createTextVerification } from '../answer/verify/verify-text.ts'
import { addRoute } from './api-route.ts'
import type { App, AppOptions } from './app.ts'
import { type EnterIndex, inTurn } from './index-place.ts'
import { parseBody } from './request-body.ts'
import { requestSchemas, type VerifyResponse, verifyResponseSchema } from './wire.ts'

export function addVerifyRoute(app: App, options: AppOptions & { enterIndex: EnterIndex }): void {
  const { settings, enterIndex } = options
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
    const place = enterIndex({ documentIds }, c.req.raw.signal)
    const { index, filters, abort } = place
    const request = { text, documentIds: filters.documentIds }
    const { signal } = abort
    const result = await inTurn(place, () => createTextVerification(index).verifyText(request, { signal }))
    return c.json(result satisfies VerifyResponse)
  })
}
