/** `GET /health/live` and `/health/ready`. */

import { addRoute } from './api-route.ts'
import type { App, AppOptions } from './app.ts'
import { liveSchema, readySchema } from './wire.ts'

export function addHealthRoutes(app: App, { live }: AppOptions): void {
  addRoute(
    app,
    {
      method: 'get',
      path: '/health/live',
      summary: 'Läuft der Dienst?',
      tag: 'Betrieb',
      responses: { 'application/json': liveSchema },
    },
    (c) => c.json({ status: 'ok' as const }, 200, { 'Cache-Control': 'no-store' }),
  )
  addRoute(
    app,
    {
      method: 'get',
      path: '/health/ready',
      summary: 'Werden Fragen beantwortet? Sonst Status 503 mit Fortschritt oder Fehler.',
      tag: 'Betrieb',
      responses: { 'application/json': readySchema },
      errors: [503],
    },
    (c) => {
      const readiness = live.readiness()
      return c.json(readiness, readiness.ready ? 200 : 503, { 'Cache-Control': 'no-store' })
    },
  )
}
