/** A whole document with its outline and what is known of it; the quoted words highlighted. Dispatches `loaded`, `ask-here`. */

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { DocumentDetail, Span } from '../../server/wire.ts'
import { type ApiError, toApiError } from '../api/api-error.ts'
import type { Client } from '../api/client.ts'
import type { DocumentContent } from '../document/blocks.ts'
import documentText from '../document/document-text.css?inline'
import { loadContent } from '../document/load-content.ts'
import { renderText } from '../document/render-text.ts'
import { sharedSheet, toSheet } from '../styles/sheets.ts'
import { texts } from '../texts.de.ts'
import { define } from './define.ts'
import { renderDetails } from './document-details.ts'
import styles from './document-viewer.css?inline'
import { renderError } from './error-notice.ts'
import { icon } from './icons.ts'
import { type Links, originalLink } from './links.ts'
import { saveFile } from './save-file.ts'

/** As in the style sheet: outline and details stand beside the text. */
const wideQuery = '(min-width: 64rem)'

export class DocumentViewer extends LitElement {
  static override styles = [sharedSheet, toSheet(documentText), toSheet(styles)]
  static override properties = {
    client: { attribute: false },
    links: { attribute: false },
    documentId: { attribute: false },
    quote: { attribute: false },
    content: { state: true },
    error: { state: true },
    downloadError: { state: true },
  }

  declare client: Client
  declare links: Links
  declare documentId: string
  declare quote: Span | null
  declare content: DocumentContent | null
  declare error: ApiError | null
  declare downloadError: ApiError | null

  constructor() {
    super()
    this.quote = null
    this.content = null
    this.error = null
    this.downloadError = null
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('documentId')) void this.#load(this.documentId)
  }

  protected override updated(changed: PropertyValues<this>): void {
    const isNew = changed.has('content') || changed.has('quote')
    if (isNew && this.content && this.quote) this.#scrollToQuote()
  }

  override render() {
    const content = this.error
      ? this.#failure(this.error)
      : this.content
        ? this.#document(this.content)
        : this.#loading()
    return html`<div class="page">
      <p class="back"><a href="/dokumente">${icon('arrowRight', 18)}${texts.viewer.back}</a></p>
      ${content}
    </div>`
  }

  async #load(documentId: string): Promise<void> {
    this.content = null
    this.error = null
    this.downloadError = null
    try {
      const content = await loadContent(this.client, documentId)
      if (this.documentId !== documentId) return
      this.content = content
      this.dispatchEvent(new CustomEvent('loaded', { detail: content.detail.title }))
    } catch (error) {
      if (this.documentId === documentId) this.error = toApiError(error)
    }
  }

  #loading(): TemplateResult {
    return html`<h1 class="visually-hidden">${texts.documents.heading}</h1>
      <p class="muted" role="status">${texts.viewer.loading}</p>`
  }

  #failure(error: ApiError): TemplateResult {
    return html`<h1>${error.status === 404 ? texts.viewer.notFound : texts.errors.heading}</h1>
      ${renderError(error, error.status === 404 ? { heading: false } : { heading: false, retry: () => void this.#load(this.documentId) })}`
  }

  #document(content: DocumentContent): TemplateResult {
    const { detail, text, blocks } = content
    const isWide = matchMedia(wideQuery).matches
    return html`
      <header>
        <h1 tabindex="-1">${detail.title}</h1>
        <p class="origin">${[detail.publisher, detail.edition].filter(Boolean).join(' · ')}</p>
        ${
          detail.summary
            ? html`<div class="notice">
              <h2>${texts.viewer.summaryHeading}</h2>
              <p>${texts.viewer.summaryNotice} ${originalLink(detail.originalUrl, texts.sources.original, detail.title)}</p>
            </div>`
            : nothing
        }
        <p class="actions">
          <button class="button" type="button" @click=${this.#askHere}>${icon('question')}${texts.viewer.askHere}</button>
          ${
            this.quote
              ? html`<button class="button secondary" type="button" @click=${() => this.#scrollToQuote()}>${texts.viewer.toQuote}</button>`
              : nothing
          }
        </p>
        ${renderDetails(detail, { client: this.client, isOpen: isWide, download: () => void this.#download(detail) })}
        <div role="alert">
          ${this.downloadError ? renderError(this.downloadError, { heading: false }) : nothing}
        </div>
      </header>
      ${detail.outline.length > 2 ? this.#outline(detail) : nothing}
      <article class="document-text" lang="de" aria-label=${texts.viewer.text}>
        ${renderText({
          text,
          blocks: withoutTitle(blocks, text, detail.title),
          marks: this.quote ? [this.quote] : [],
          headingOffset: 0,
        })}
      </article>
    `
  }

  #outline(detail: DocumentDetail): TemplateResult {
    const entries = detail.outline.filter((entry) => entry.level <= 3 && entry.text !== detail.title)
    const top = Math.min(...entries.map((entry) => entry.level))
    return html`<nav aria-label=${texts.viewer.outline}>
      <details ?open=${matchMedia(wideQuery).matches}>
        <summary><h2>${texts.viewer.outline}</h2>${icon('chevron', 18)}</summary>
        <ol>
          ${entries.map(
            (entry) => html`<li class=${entry.level > top ? 'deeper' : ''}>
              <a href="#${entry.start}" @click=${(event: Event) => this.#jump(event, entry.start)}>${entry.text}</a>
            </li>`,
          )}
        </ol>
      </details>
    </nav>`
  }

  #jump(event: Event, start: number): void {
    event.preventDefault()
    const heading = this.renderRoot.querySelector<HTMLElement>(`[data-start="${start}"]`)
    heading?.scrollIntoView()
    heading?.focus({ preventScroll: true })
  }

  #scrollToQuote(): void {
    this.renderRoot.querySelector('mark')?.scrollIntoView({ block: 'center' })
  }

  async #download({ storedUrl, fileName }: DocumentDetail): Promise<void> {
    this.downloadError = null
    try {
      saveFile(await this.client.loadFile(storedUrl), fileName)
    } catch (error) {
      this.downloadError = toApiError(error)
    }
  }

  #askHere(): void {
    this.dispatchEvent(new CustomEvent('ask-here', { detail: this.documentId }))
  }
}

/** The document's own first heading repeats the page's. */
function withoutTitle(
  blocks: DocumentContent['blocks'],
  text: string,
  title: string,
): DocumentContent['blocks'] {
  const first = blocks[0]
  const repeats = first?.kind === 'heading' && text.slice(first.start, first.end).trim() === title
  return repeats ? blocks.slice(1) : blocks
}

define('fundstelle-document-viewer', DocumentViewer)
