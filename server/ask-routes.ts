/** `POST /api/v1/ask`: an answer with its citations, at once as JSON or step by step as server-sent events. */

import { accepts } from 'hono/accepts'
import type { AskOptions } from '../answer/answer.ts'
import { AppError } from '../search/app-error.ts'
import { addRoute } from './api-route.ts'
import type { App, AppOptions } from './app.ts'
import { streamEvents } from './event-stream.ts'
import { toErrorResponse } from './http-error.ts'
import { type EnterIndex, inTurn } from './index-place.ts'
import { toLoggedError } from './log-error.ts'
import { parseBody } from './request-body.ts'
import { texts } from './texts.de.ts'
import { answerSchema, requestSchemas } from './wire.ts'

const EVENTS =
  'Server-Sent Events: status*, dann sources oder abstained, dann sentence* und delta*, zuletzt genau ein done oder error. data ist JSON.'

export function addAskRoute(app: App, options: AppOptions & { enterIndex: EnterIndex }): void {
  const { settings, enterIndex, stopping, logger } = options
  const schema = requestSchemas(settings.limits).ask
  const route = {
    method: 'post' as const,
    path: '/api/v1/ask',
    summary: 'Eine Frage beantworten, jeder Satz mit Fundstelle',
    tag: 'Fragen',
    body: schema,
    responses: { 'application/json': answerSchema, 'text/event-stream': EVENTS },
    errors: [400, 401, 403, 413, 415, 422, 429, 503],
  }
  addRoute(app, route, async (c) => {
    const request = await parseBody(c, schema, settings.limits.bodyBytes)
    const asEvents = wantsEvents(c.req.header('accept'), c)
    const place = enterIndex(request, c.req.raw.signal)
    const { index, filters, abort } = place
    const answer = (onEvent?: AskOptions['onEvent']) =>
      inTurn(place, () => index.answering.ask({ ...request, ...filters }, { signal: abort.signal, onEvent }))
    if (!asEvents) return c.json(await answer())
    const { method } = c.req
    const requestId = c.get('requestId')
    c.header('Cache-Control', 'no-store')
    return streamEvents(c, {
      heartbeatMs: settings.heartbeatMs,
      abort,
      run: async (send) => {
        const data = await answer((event) => event.event !== 'done' && send(event))
        send({ event: 'done', data })
      },
      toErrorEvent: (error) => {
        const isAborted = abort.signal.aborted
        const reason = stopping?.aborted ? texts.shuttingDown : texts.aborted
        const shown = isAborted ? new AppError('aborted', reason) : error
        const { status, body } = toErrorResponse(shown, { method, requestId })
        if (status === 500) logger.error({ requestId, err: toLoggedError(error) }, 'answer failed')
        return { event: 'error', data: body }
      },
    })
  })
}

function wantsEvents(header: string | undefined, c: Parameters<typeof accepts>[0]): boolean {
  if (!header) return false
  const supports = ['application/json', 'text/event-stream']
  return accepts(c, { header: 'Accept', supports, default: 'application/json' }) === 'text/event-stream'
}
