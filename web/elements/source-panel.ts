/**
 * Shows a citation in its document: beside the conversation where there is room, else as a full-screen dialog.
 * Dispatches `panel-closed`; the opener returns the focus.
 */

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { AnswerSource, Citation, Span } from '../../server/wire.ts'
import { type ApiError, toApiError } from '../api/api-error.ts'
import type { Client } from '../api/client.ts'
import { type DocumentContent, sectionsOf, splitSections } from '../document/blocks.ts'
import documentText from '../document/document-text.css?inline'
import { loadQuotedContent } from '../document/load-content.ts'
import { renderText } from '../document/render-text.ts'
import { sharedSheet, toSheet } from '../styles/sheets.ts'
import { texts } from '../texts.de.ts'
import { define } from './define.ts'
import { renderError } from './error-notice.ts'
import { icon } from './icons.ts'
import { type Links, originalLink, viewerLink } from './links.ts'
import { renderPlace } from './source-list.ts'
import styles from './source-panel.css?inline'

export interface OpenSource {
  source: AnswerSource
  citations: Citation[]
}

export class SourcePanel extends LitElement {
  static override styles = [sharedSheet, toSheet(documentText), toSheet(styles)]
  static override properties = {
    client: { attribute: false },
    links: { attribute: false },
    modal: { type: Boolean, reflect: true },
    shown: { attribute: false },
    content: { state: true },
    error: { state: true },
    stands: { state: true },
    range: { state: true },
  }

  declare client: Client
  declare links: Links
  /** Covers what lies behind it; otherwise it stands beside it. */
  declare modal: boolean
  declare shown: OpenSource | null
  declare content: DocumentContent | null
  declare error: ApiError | null
  /** The quoted words are still in the document. */
  declare stands: boolean
  /** First and last section shown, both included. */
  declare range: Span

  constructor() {
    super()
    this.modal = false
    this.shown = null
    this.content = null
    this.error = null
    this.stands = true
    this.range = { start: 0, end: 0 }
  }

  override render() {
    return html`<dialog aria-labelledby="heading" @cancel=${this.#cancel} @keydown=${this.#key}>
      ${this.shown ? this.#panel(this.shown) : nothing}
    </dialog>`
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('shown') && this.shown) void this.#load(this.shown)
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('shown') || changed.has('modal')) this.#toggleDialog()
    if (changed.has('shown') && this.shown) this.renderRoot.querySelector<HTMLElement>('#heading')?.focus()
    if (changed.has('content') && this.content) this.#scrollToQuote()
  }

  close(): void {
    if (!this.shown) return
    this.shown = null
    this.dispatchEvent(new CustomEvent('panel-closed'))
  }

  async #load(shown: OpenSource): Promise<void> {
    this.content = null
    this.error = null
    try {
      const { content, stands } = await loadQuotedContent(
        this.client,
        shown.source.documentId,
        shown.citations,
      )
      if (this.shown !== shown) return
      this.range = sectionsOf(
        splitSections(content.blocks),
        content.blocks,
        shown.citations[0] ?? shown.source,
      )
      this.stands = stands
      this.content = content
    } catch (error) {
      if (this.shown === shown) this.error = toApiError(error)
    }
  }

  /** A dialog cannot change between the two kinds while it is open. */
  #toggleDialog(): void {
    const dialog = this.renderRoot.querySelector('dialog')!
    if (dialog.open) dialog.close()
    if (!this.shown) return
    if (this.modal) dialog.showModal()
    else dialog.show()
  }

  #panel({ source, citations }: OpenSource): TemplateResult {
    return html`
      <div class="head">
        <div class="bar">
          <h2 id="heading" tabindex="-1"><span class="number" aria-hidden="true">${source.n}</span>${texts.panel.heading(source.n)}</h2>
          <button class="icon-button" type="button" aria-label=${texts.panel.close} @click=${() => this.close()}>
            ${icon('close', 24)}
          </button>
        </div>
        <p class="title">${source.title}</p>
        <p class="muted small">${[source.publisher, source.edition].filter(Boolean).join(' · ')}</p>
        ${renderPlace(source, source.title)}
        ${
          this.content?.detail.summary
            ? html`<p class="muted small">${texts.sources.summaryHint}</p>`
            : nothing
        }
      </div>
      <div class="body" tabindex="0" role="region" aria-label=${texts.viewer.text}>${this.#body(source, citations)}</div>
      <div class="foot">
        ${viewerLink(this.links, toPlaceUrl(source, citations), texts.sources.viewer, 'button secondary')}
        ${originalLink(source.originalUrl, texts.sources.original, source.title)}
      </div>
    `
  }

  #body(source: AnswerSource, citations: Citation[]): TemplateResult {
    if (this.error) return renderError(this.error, { retry: () => this.shown && void this.#load(this.shown) })
    if (!this.content) return html`<p class="muted" role="status">${texts.panel.loading}</p>`
    const { text, blocks } = this.content
    const sections = splitSections(blocks)
    const shownBlocks = blocks.slice(sections[this.range.start]?.start, sections[this.range.end]?.end)
    const marks = citations.length > 0 ? citations : [source]
    return html`
      ${this.stands ? nothing : this.#changedNotice(citations)}
      ${this.range.start > 0 ? this.#moreButton(texts.panel.before, -1) : nothing}
      <div class="document-text" lang="de">
        ${renderText({ text, blocks: shownBlocks, marks: this.stands ? marks : [], headingOffset: 1 })}
      </div>
      ${this.range.end < sections.length - 1 ? this.#moreButton(texts.panel.after, 1) : nothing}
    `
  }

  #changedNotice(citations: Citation[]): TemplateResult {
    return html`<div class="notice warning">
      <p>${texts.panel.changed}</p>
      ${citations.map((citation) => html`<blockquote>${citation.quote}</blockquote>`)}
    </div>`
  }

  #moreButton(label: string, direction: 1 | -1): TemplateResult {
    return html`<button class="button quiet more ${direction < 0 ? 'before' : ''}" type="button" @click=${() => void this.#extend(direction)}>
      ${icon('chevron', 18)}${label}
    </button>`
  }

  /** What is on screen stays where it is when text is added above it. */
  async #extend(direction: 1 | -1): Promise<void> {
    const body = this.renderRoot.querySelector('.body')!
    const fromBottom = body.scrollHeight - body.scrollTop
    this.range =
      direction < 0
        ? { ...this.range, start: this.range.start - 1 }
        : { ...this.range, end: this.range.end + 1 }
    await this.updateComplete
    if (direction < 0) body.scrollTop = body.scrollHeight - fromBottom
  }

  #scrollToQuote(): void {
    const body = this.renderRoot.querySelector('.body')
    const mark = body?.querySelector('mark')
    if (!body || !mark) return
    const offset = mark.getBoundingClientRect().top - body.getBoundingClientRect().top
    body.scrollTop += offset - body.clientHeight / 3
  }

  #cancel(event: Event): void {
    event.preventDefault()
    this.close()
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    this.close()
  }
}

/** The viewer at the quoted words rather than at the whole passage. */
function toPlaceUrl(source: AnswerSource, citations: Citation[]): string {
  const first = citations[0]
  if (!first) return source.url
  return `/dokument/${encodeURIComponent(source.documentId)}?start=${first.start}&end=${first.end}`
}

define('fundstelle-source-panel', SourcePanel)
