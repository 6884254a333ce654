/** `POST /api/v1/ask`: an answer with its citations, at once as JSON or step by step as server-sent events. */

import { setMaxListeners } from 'node:events'
import { accepts } from 'hono/accepts'
import type { Answer, AskOptions } from '../answer/answer.ts'
import { AppError } from '../search/app-error.ts'
import type { AnswerQueue } from './answer-queue.ts'
import { addRoute } from './api-route.ts'
import type { App, AppOptions } from './app.ts'
import { streamEvents } from './event-stream.ts'
import { toErrorResponse } from './http-error.ts'
import { toLoggedError } from './log-error.ts'
import { parseBody } from './request-body.ts'
import { knownFilters } from './search-routes.ts'
import { texts } from './texts.de.ts'
import { answerSchema, requestSchemas } from './wire.ts'

const EVENTS =
  'Server-Sent Events: status*, dann sources oder abstained, dann sentence* und delta*, zuletzt genau ein done oder error. data ist JSON.'

export function addAskRoute(app: App, options: AppOptions & { queue: AnswerQueue }): void {
  const { live, settings, queue, stopping, logger } = options
  if (stopping) setMaxListeners(0, stopping) // Every question being answered listens to it.
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
    const index = live.acquire()
    const abort = new AbortController()
    const unlink = linkAbort(abort, [c.req.raw.signal, stopping])
    let place: ReturnType<AnswerQueue['enter']> | undefined
    const release = () => {
      place?.release()
      index.release()
      unlink()
    }
    try {
      const filters = knownFilters(index.snapshot, request)
      const entered = queue.enter(abort.signal)
      place = entered
      const answer = async (onEvent?: AskOptions['onEvent']): Promise<Answer> => {
        await entered.started
        return index.answering.ask({ ...request, ...filters }, { signal: abort.signal, onEvent })
      }
      if (!wantsEvents(c.req.header('accept'), c)) return c.json(await answer().finally(release))
      const { method } = c.req
      const requestId = c.get('requestId')
      c.header('Cache-Control', 'no-store')
      return streamEvents(c, {
        heartbeatMs: settings.heartbeatMs,
        abort,
        run: async (send) => {
          await answer((event) => event.event !== 'done' && send(event)).then((data) =>
            send({ event: 'done', data }),
          )
        },
        toErrorEvent: (error) => {
          const isAborted = abort.signal.aborted
          const reason = stopping?.aborted ? texts.shuttingDown : texts.aborted
          const shown = isAborted ? new AppError('aborted', reason) : error
          const { status, body } = toErrorResponse(shown, { method, requestId })
          if (status === 500) logger.error({ requestId, err: toLoggedError(error) }, 'answer failed')
          return { event: 'error', data: body }
        },
        onEnd: release,
      })
    } catch (error) {
      release()
      throw error
    }
  })
}

function wantsEvents(header: string | undefined, c: Parameters<typeof accepts>[0]): boolean {
  if (!header) return false
  const supports = ['application/json', 'text/event-stream']
  return accepts(c, { header: 'Accept', supports, default: 'application/json' }) === 'text/event-stream'
}

/** Aborts the controller when one of the signals fires; the returned function removes the listeners. */
function linkAbort(controller: AbortController, signals: (AbortSignal | undefined)[]): () => void {
  const abort = () => controller.abort()
  for (const signal of signals) {
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort)
  }
  return () => {
    for (const signal of signals) signal?.removeEventListener('abort', abort)
  }
}
