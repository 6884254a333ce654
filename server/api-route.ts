/** One place that describes a route for /openapi.json and adds its handler, so that neither is there without the other. */

import type { z } from '@hono/zod-openapi'
import type { Handler } from 'hono'
import type { App, AppEnv } from './app.ts'
import { errorEnvelopeSchema } from './wire.ts'

export interface ApiRoute {
  method: 'get' | 'post'
  /** In OpenAPI's form: `/api/v1/documents/{id}`. */
  path: string
  summary: string
  tag: string
  /** Descriptions of the path parameters by name. */
  params?: Record<string, string>
  body?: z.ZodType
  /** Response by media type; a string describes one that is no JSON. */
  responses: Record<string, z.ZodType | string>
  /** Status codes of errors beyond 500. */
  errors?: number[]
}

export function addRoute(app: App, route: ApiRoute, handler: Handler<AppEnv>): void {
  app.openAPIRegistry.registerPath({
    method: route.method,
    path: route.path,
    summary: route.summary,
    tags: [route.tag],
    request: {
      ...(route.body && {
        body: { required: true, content: { 'application/json': { schema: route.body } } },
      }),
    },
    parameters: Object.entries(route.params ?? {}).map(([name, description]) => ({
      name,
      in: 'path' as const,
      required: true,
      description,
      schema: { type: 'string' as const },
    })),
    responses: {
      200: { description: 'OK', content: toContent(route.responses) },
      ...Object.fromEntries([...(route.errors ?? []), 500].map((status) => [status, ERROR])),
    },
  })
  app.on(route.method.toUpperCase(), route.path.replaceAll(/\{(\w+)\}/g, ':$1'), handler)
}

const ERROR = {
  description: 'Fehler',
  content: { 'application/json': { schema: errorEnvelopeSchema } },
}

function toContent(responses: ApiRoute['responses']) {
  return Object.fromEntries(
    Object.entries(responses).map(([mediaType, schema]) => [
      mediaType,
      { schema: typeof schema === 'string' ? { type: 'string' as const, description: schema } : schema },
    ]),
  )
}
