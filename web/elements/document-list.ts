/** All documents by collection, with a filter field. */

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { Collection, DocumentList, DocumentSummary } from '../../server/wire.ts'
import { type ApiError, toApiError } from '../api/api-error.ts'
import type { Client } from '../api/client.ts'
import { sharedSheet, toSheet } from '../styles/sheets.ts'
import { texts } from '../texts.de.ts'
import { define } from './define.ts'
import styles from './document-list.css?inline'
import { renderError } from './error-notice.ts'
import { icon } from './icons.ts'
import { type Links, originalLink, viewerLink } from './links.ts'

export class DocumentListElement extends LitElement {
  static override styles = [sharedSheet, toSheet(styles)]
  static override properties = {
    client: { attribute: false },
    links: { attribute: false },
    list: { state: true },
    error: { state: true },
    query: { state: true },
  }

  declare client: Client
  declare links: Links
  declare list: DocumentList | null
  declare error: ApiError | null
  declare query: string

  constructor() {
    super()
    this.list = null
    this.error = null
    this.query = ''
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client')) void this.#load()
  }

  override render() {
    return html`<div class="page">
      <h1>${texts.documents.heading}</h1>
      <p class="lead">${texts.documents.lead}</p>
      ${this.error ? renderError(this.error, { retry: () => void this.#load(), heading: false }) : nothing}
      ${this.list ? this.#filtered(this.list) : nothing}
    </div>`
  }

  async #load(): Promise<void> {
    this.error = null
    try {
      this.list = await this.client.loadDocuments()
    } catch (error) {
      this.error = toApiError(error)
    }
  }

  #filtered(list: DocumentList): TemplateResult {
    if (list.documents.length === 0) return html`<p>${texts.documents.empty}</p>`
    const found = list.documents.filter((document) => matches(document, titleOf(list, document), this.query))
    return html`
      <div class="filter">
        <label for="filter">${texts.documents.filter}</label>
        <input
          id="filter"
          type="search"
          autocomplete="off"
          aria-describedby="filter-hint"
          .value=${this.query}
          @input=${(event: Event) => {
            this.query = (event.target as HTMLInputElement).value
          }}
        />
        <p class="muted small" id="filter-hint">${texts.documents.filterHint}</p>
        <p class="count" role="status">
          ${found.length === 0 ? texts.documents.none : texts.documents.found(found.length, list.documents.length)}
        </p>
      </div>
      ${list.collections.map((collection) => this.#collection(collection, found))}
    `
  }

  #collection(collection: Collection, found: readonly DocumentSummary[]): TemplateResult | typeof nothing {
    const documents = found.filter((document) => document.collection === collection.name)
    if (documents.length === 0) return nothing
    return html`<section aria-labelledby="collection-${collection.name}">
      <h2 id="collection-${collection.name}">${collection.title}</h2>
      <ul>
        ${documents.map((document) => this.#document(document))}
      </ul>
    </section>`
  }

  #document(document: DocumentSummary): TemplateResult {
    const origin = [document.publisher, document.edition].filter(Boolean).join(' · ')
    return html`<li>
      <h3>${viewerLink(this.links, document.url, document.title)}</h3>
      <p>${origin || document.fileName}</p>
      <p class="facts muted small">
        ${document.summary ? html`<span class="badge" title=${texts.sources.summaryHint}>${texts.sources.summary}</span>` : nothing}
        ${document.pageCount === null ? nothing : html`<span>${texts.viewer.pageCount(document.pageCount)}</span>`}
        <span>${texts.documents.passages(document.passages)}</span>
        ${originalLink(document.originalUrl, texts.sources.original, document.title)}
      </p>
      ${document.warnings.map((warning) => html`<p class="small warning">${icon('warning', 16)}${warning}</p>`)}
    </li>`
  }
}

function titleOf(list: DocumentList, document: DocumentSummary): string {
  return list.collections.find((collection) => collection.name === document.collection)?.title ?? ''
}

/** Every word of the query occurs somewhere in the metadata. */
function matches(document: DocumentSummary, collection: string, query: string): boolean {
  const text = [document.title, document.publisher, document.edition, document.id, collection]
    .join(' ')
    .toLocaleLowerCase('de')
  return query
    .toLocaleLowerCase('de')
    .split(/\s+/)
    .every((word) => text.includes(word))
}

define('fundstelle-document-list', DocumentListElement)
