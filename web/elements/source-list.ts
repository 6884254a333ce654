/** The numbered sources under an answer. */

import { html, nothing, type TemplateResult } from 'lit'
import type { AnswerSource, DocumentSummary } from '../../server/wire.ts'
import { texts } from '../texts.de.ts'
import { type Links, originalLink, viewerLink } from './links.ts'

export interface SourceListOptions {
  links: Links
  documents: readonly DocumentSummary[]
  opened: number | null
  open: (n: number) => void
}

export function renderSources(sources: readonly AnswerSource[], options: SourceListOptions): TemplateResult {
  return html`<ol class="sources">
    ${sources.map((source) => renderSource(source, options))}
  </ol>`
}

function renderSource(source: AnswerSource, options: SourceListOptions): TemplateResult {
  const document = options.documents.find((candidate) => candidate.id === source.documentId)
  const origin = [source.publisher, source.edition].filter(Boolean).join(' · ')
  return html`<li class=${options.opened === source.n ? 'opened' : ''}>
    <span class="number" aria-hidden="true">${source.n}</span>
    <div>
      <p class="title">
        <span class="visually-hidden">${source.n}: </span>${source.title}
        ${
          document?.summary
            ? html`<span class="badge" title=${texts.sources.summaryHint}>${texts.sources.summary}</span>`
            : nothing
        }
      </p>
      ${origin ? html`<p class="muted small">${origin}</p>` : nothing}
      ${renderPlace(source, source.title)}
      <p class="links">
        <button class="link" type="button" @click=${() => options.open(source.n)}>
          ${texts.sources.show}<span class="visually-hidden">: ${texts.panel.heading(source.n)}</span>
        </button>
        ${viewerLink(
          options.links,
          source.url,
          html`${texts.sources.viewer}<span class="visually-hidden">: ${source.title}</span>`,
        )}
        ${originalLink(source.originalUrl, texts.sources.original, source.title)}
      </p>
    </div>
  </li>`
}

/** Heading path and page. The document's own title, often its first heading, is not repeated. */
export function renderPlace(
  place: { headingPath: string[]; page: number | null },
  title: string,
): TemplateResult | typeof nothing {
  const path = place.headingPath.filter((heading, index) => index > 0 || heading !== title)
  const parts = [...path, ...(place.page === null ? [] : [texts.sources.page(place.page)])]
  if (parts.length === 0) return nothing
  return html`<p class="place small">
    <span class="visually-hidden">${texts.sources.path}: </span>${parts.map(
      (part, index) =>
        html`${index > 0 ? html`<span aria-hidden="true" class="separator">›</span>` : nothing}<span>${part}</span>`,
    )}
  </p>`
}
