/** What is known of a document: origin, edition, licence, on what basis it was checked, where the original is. */

import { html, nothing, type TemplateResult } from 'lit'
import type { DocumentDetail } from '../../server/wire.ts'
import type { Client } from '../api/client.ts'
import { texts } from '../texts.de.ts'
import { icon } from './icons.ts'
import { originalLink } from './links.ts'

export interface DetailsOptions {
  client: Client
  isOpen: boolean
  /** Fetches the stored file where a plain link would be refused. */
  download: () => void
}

export function renderDetails(detail: DocumentDetail, options: DetailsOptions): TemplateResult {
  const { viewer } = texts
  return html`<details class="details" ?open=${options.isOpen}>
    <summary><h2>${viewer.details}</h2>${icon('chevron', 18)}</summary>
    <dl>
      ${entry(viewer.publisher, detail.publisher ?? viewer.unknown)} ${entry(viewer.edition, detail.edition ?? viewer.unknown)}
      ${detail.pageCount === null ? nothing : entry(viewer.pages, viewer.pageCount(detail.pageCount))}
      ${entry(viewer.licence, detail.licence)} ${entry(viewer.verified, detail.verified)}
      ${detail.warnings.length > 0 ? entry(viewer.warnings, detail.warnings.join(' ')) : nothing}
    </dl>
    <ul>
      ${item(originalLink(detail.originalUrl, viewer.original, detail.title))}
      ${item(originalLink(detail.fileUrl, viewer.originalFile, detail.title))}
      <li>${storedFile(detail, options)} <span class="muted">(${fileFacts(detail)})</span></li>
    </ul>
  </details>`
}

function storedFile(detail: DocumentDetail, { client, download }: DetailsOptions): TemplateResult {
  if (!client.needsKey) return html`<a href=${client.urlOf(detail.storedUrl)}>${texts.viewer.storedFile}</a>`
  return html`<button class="link" type="button" @click=${download}>${texts.viewer.downloadFile}</button>`
}

function entry(term: string, value: string | null): TemplateResult | typeof nothing {
  return value === null ? nothing : html`<div><dt>${term}</dt><dd>${value}</dd></div>`
}

function item(link: TemplateResult | null): TemplateResult | typeof nothing {
  return link === null ? nothing : html`<li>${link}</li>`
}

function fileFacts(detail: DocumentDetail): string {
  const ending = /\.(\w+)$/.exec(detail.fileName)?.[1]?.toUpperCase() ?? detail.mediaType
  const size = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 }).format(detail.sizeBytes / 1024)
  return `${ending}, ${size} KB`
}
