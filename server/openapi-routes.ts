/** `/openapi.json`, made from the wire schemas, and `/docs`, a page made from it that needs no foreign files. */

import { once } from '../search/once.ts'
import type { App, AppOptions } from './app.ts'
import { DOCS_STYLE, renderDocsPage } from './docs-page.ts'
import { setPageHeaders } from './security-headers.ts'

export function addOpenApiRoutes(app: App, { version }: AppOptions): void {
  const describe = once(() =>
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Fundstelle',
        version,
        description:
          'Antworten aus Handreichungen der Verwaltung, jeder Satz mit geprüfter Fundstelle. Fehler haben immer die Form von ErrorEnvelope; jede Antwort trägt X-Request-Id.',
        license: { name: 'EUPL-1.2' },
      },
      servers: [{ url: '/' }],
    }),
  )
  app.get('/openapi.json', (c) => {
    c.header('Access-Control-Allow-Origin', '*')
    return c.json(describe())
  })
  app.get('/docs', (c) => {
    setPageHeaders(c)
    return c.html(renderDocsPage(describe()))
  })
  app.get('/docs/style.css', (c) => c.body(DOCS_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
}
