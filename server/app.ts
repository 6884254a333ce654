/** The HTTP application: which routes there are and what every request passes on its way. Opens nothing itself. */

import { OpenAPIHono } from '@hono/zod-openapi'
import { methodNotAllowed } from 'hono/method-not-allowed'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Logger } from 'pino'
import { guardOrigin, limitRate, requireKey } from './access.ts'
import { addAskRoute } from './ask-routes.ts'
import { addDocumentRoutes } from './document-routes.ts'
import { addHealthRoutes } from './health-routes.ts'
import { HttpError, toErrorResponse } from './http-error.ts'
import { createIndexPlaces } from './index-place.ts'
import type { LiveIndex } from './live-index.ts'
import { toLoggedError } from './log-error.ts'
import { addOpenApiRoutes } from './openapi-routes.ts'
import { tagRequest } from './request-log.ts'
import { addSearchRoute } from './search-routes.ts'
import { setBaseHeaders } from './security-headers.ts'
import type { ServerSettings } from './server-settings.ts'
import { texts } from './texts.de.ts'
import { addVerifyRoute } from './verify-routes.ts'
import type { WebFiles } from './web-files.ts'
import { addWebRoutes } from './web-routes.ts'

/** `incoming` is Node's request; it is absent when the app is called in-process. */
export interface AppEnv {
  Bindings: { incoming?: { socket: { remoteAddress?: string } } }
  Variables: { requestId: string; keyHash: string | undefined }
}

export type App = OpenAPIHono<AppEnv>

export interface AppOptions {
  live: LiveIndex
  settings: ServerSettings
  /** Null while the web pages are not built; the API works without them. */
  web: WebFiles | null
  version: string
  logger: Logger
  /** Fires when the server is stopping: answers being written end. */
  stopping?: AbortSignal
}

export function createApp(options: AppOptions): App {
  const { settings } = options
  const app: App = new OpenAPIHono<AppEnv>()
  app.use(tagRequest(options.logger))
  app.use(async (c, next) => {
    setBaseHeaders(c)
    await next()
  })
  app.use(methodNotAllowed({ app, onMethodNotAllowed: (c, methods) => refuseMethod(c as never, methods) }))
  // Health has counters of its own: readers must not make a probe fail.
  app.use('/health/*', guardOrigin(settings), limitRate(settings))
  app.use('/api/*', guardOrigin(settings), requireKey(settings), limitRate(settings))

  const enterIndex = createIndexPlaces(options)
  addSearchRoute(app, options)
  addAskRoute(app, { ...options, enterIndex })
  addVerifyRoute(app, { ...options, enterIndex })
  addDocumentRoutes(app, options)
  addHealthRoutes(app, options)
  addOpenApiRoutes(app, options)
  addWebRoutes(app, options)

  app.notFound((c) => respondWithError(c, new HttpError('not_found', texts.notFound(c.req.path))))
  app.onError((error, c) => respondWithError(c, error, options.logger))
  return app
}

type AppContext = Parameters<Parameters<App['onError']>[0]>[1]

function respondWithError(c: AppContext, error: unknown, logger?: Logger): Response {
  const requestId = c.get('requestId')
  const { status, headers, body } = toErrorResponse(error, { method: c.req.method, requestId })
  if (status >= 500 && status !== 503)
    logger?.error({ requestId, err: toLoggedError(error) }, 'request failed')
  return c.json(body, status as ContentfulStatusCode, headers)
}

function refuseMethod(c: AppContext, methods: string[]): Response {
  const allowed = methods.join(', ')
  const error = new HttpError('method_not_allowed', texts.methodNotAllowed(c.req.method, allowed), {
    headers: { Allow: allowed },
  })
  return respondWithError(c, error)
}
