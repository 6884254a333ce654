/** The headers that keep pages, API and stored files from doing more than they should. */

import type { Context } from 'hono'
import type { AppEnv } from './app.ts'

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
]

/** For everything that is no page: nothing may be loaded, nobody may frame it. */
export function setBaseHeaders(c: Context<AppEnv>): void {
  c.header('Content-Security-Policy', "default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'no-referrer')
  c.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
}

/** For our own pages; `frameAncestors` are the other origins that may show the page in a frame. */
export function setPageHeaders(c: Context<AppEnv>, frameAncestors: readonly string[] = []): void {
  const ancestors = ["'self'", ...frameAncestors].join(' ')
  c.header('Content-Security-Policy', [...PAGE_POLICY, `frame-ancestors ${ancestors}`].join('; '))
  c.header('Referrer-Policy', 'same-origin')
  if (frameAncestors.length === 0) c.header('X-Frame-Options', 'SAMEORIGIN')
  else setSharedHeaders(c)
}

/** For what other origins may load: the widget, its parts, the embedded page. */
export function setSharedHeaders(c: Context<AppEnv>): void {
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
}

/** For stored originals. Browsers refuse to show a PDF in a sandbox; anything else must not run on our origin. */
export function setOriginalHeaders(c: Context<AppEnv>, mediaType: string): void {
  const policy =
    mediaType === 'application/pdf'
      ? "frame-ancestors 'self'"
      : "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
  c.header('Content-Security-Policy', policy)
}
