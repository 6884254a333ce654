/** The pages: chat, viewer, demo, the embedded page and the widget, from the built web files. */

import type { Context } from 'hono'
import type { App, AppEnv, AppOptions } from './app.ts'
import { isUnchanged } from './file-response.ts'
import { HttpError } from './http-error.ts'
import { setPageHeaders, setSharedHeaders } from './security-headers.ts'
import { texts } from './texts.de.ts'

const PAGES = {
  '/': 'index.html',
  '/dokumente': 'index.html',
  '/dokument/:id': 'index.html',
  '/demo': 'demo.html',
  '/embed': 'embed.html',
}

export function addWebRoutes(app: App, { web, settings }: AppOptions): void {
  const send = (c: Context<AppEnv>, name: string): Response => {
    if (!web) throw new HttpError('web_missing', texts.webMissing)
    const file = web.get(name)
    if (!file) throw new HttpError('not_found', texts.notFound(c.req.path))
    c.header('ETag', file.etag)
    c.header('Vary', 'Accept-Encoding', { append: true })
    if (isUnchanged(c, file.etag)) return c.body(null, 304)
    const isGzip = file.gzip !== null && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
    if (isGzip) c.header('Content-Encoding', 'gzip')
    return c.body(isGzip ? file.gzip! : file.body, 200, { 'Content-Type': file.contentType })
  }

  for (const [path, name] of Object.entries(PAGES)) {
    app.get(path, (c) => {
      setPageHeaders(c, path === '/embed' ? settings.allowedOrigins : [])
      c.header('Cache-Control', 'no-cache')
      return send(c, name)
    })
  }
  app.get('/widget.js', (c) => {
    shareScript(c)
    c.header('Cache-Control', 'no-cache')
    return send(c, 'widget.js')
  })
  app.get('/assets/*', (c) => {
    shareScript(c)
    const response = send(c, c.req.path.slice(1))
    // Names of built assets carry a hash of their content.
    response.headers.set('Cache-Control', 'public, max-age=31536000, immutable')
    return response
  })
  for (const name of web?.keys() ?? []) {
    if (/\.html$|^assets\/|^widget\.js$/.test(name)) continue
    app.get(`/${name}`, (c) => {
      c.header('Cache-Control', 'no-cache')
      return send(c, name)
    })
  }
}

/**
 * A module script is always fetched with CORS, and the widget has to load to say that a page is not on the list. The
 * scripts are public; what they may ask is decided by the API.
 */
function shareScript(c: Context<AppEnv>): void {
  setSharedHeaders(c)
  c.header('Access-Control-Allow-Origin', '*')
}
