/** How an element links to the viewer: inside the page by its router, from a widget into a new window. */

import { html, type TemplateResult } from 'lit'
import { texts } from '../texts.de.ts'
import { icon } from './icons.ts'

export interface Links {
  /** Absolute or path-absolute URL of a path on the server. */
  urlOf(path: string): string
  /** Viewer links open a new window, because the page around is not ours. */
  external: boolean
}

export function viewerLink(links: Links, path: string, label: unknown, className = ''): TemplateResult {
  const href = links.urlOf(path)
  if (!links.external) return html`<a class=${className} href=${href}>${label}</a>`
  return html`<a class=${className} href=${href} target="_blank" rel="noopener"
    >${label}<span class="visually-hidden"> ${texts.sources.newTab}</span></a
  >`
}

/** A link to an address from a document; anything but http(s) is left out. */
export function originalLink(url: string | null, label: string, name: string): TemplateResult | null {
  if (!url || !/^https?:\/\//i.test(url)) return null
  return html`<a class="external" href=${url} target="_blank" rel="noopener noreferrer"
    ><span>${label}</span><span class="visually-hidden">: ${name} ${texts.sources.newTab}</span>${icon('external', 16)}</a
  >`
}
