/** Chooses collections or single documents to search in. Dispatches `filter-change`. */

import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Collection, DocumentList, DocumentSummary } from '../../server/wire.ts'
import type { Filter } from '../conversation/request.ts'
import { sharedSheet, toSheet } from '../styles/sheets.ts'
import { texts } from '../texts.de.ts'
import { define } from './define.ts'
import styles from './document-filter.css?inline'
import { icon } from './icons.ts'

export class DocumentFilter extends LitElement {
  static override styles = [sharedSheet, toSheet(styles)]
  static override properties = {
    list: { attribute: false },
    filter: { attribute: false },
    bound: { type: Boolean },
  }

  declare list: DocumentList
  declare filter: Filter
  /** The list is not all that the server has. */
  declare bound: boolean

  override render() {
    const isAll = this.#names().length === 0
    return html`<details>
      <summary>
        ${icon('filter', 18)}<span>${texts.filter.label}: <strong>${isAll ? this.#allLabel() : texts.filter.summary(this.#names())}</strong></span>${icon('chevron', 18)}
      </summary>
      <div class="choices">
        ${this.list.collections.map((collection) => this.#collection(collection))}
        ${
          isAll
            ? nothing
            : html`<button class="button quiet" type="button" @click=${() => this.#change({ collections: [], documentIds: [] })}>
              ${texts.filter.reset}
            </button>`
        }
      </div>
    </details>`
  }

  #allLabel(): string {
    const titles = this.list.collections.map(({ title }) => title)
    return this.bound ? texts.filter.summary(titles) : texts.filter.all
  }

  #names(): string[] {
    const { collections, documentIds } = this.filter
    return [
      ...this.list.collections.filter(({ name }) => collections.includes(name)).map(({ title }) => title),
      ...this.list.documents.filter(({ id }) => documentIds.includes(id)).map(({ title }) => title),
    ]
  }

  #collection(collection: Collection): TemplateResult {
    const documents = this.list.documents.filter((document) => document.collection === collection.name)
    return html`<fieldset>
      <legend class="visually-hidden">${collection.title}</legend>
      ${this.#checkbox(collection.title, this.filter.collections.includes(collection.name), () =>
        this.#change({ ...this.filter, collections: toggle(this.filter.collections, collection.name) }),
      )}
      <details class="documents">
        <summary>${texts.start.documentCount(documents.length)}<span class="visually-hidden">: ${collection.title}</span></summary>
        ${documents.map((document) => this.#document(document))}
      </details>
    </fieldset>`
  }

  #document(document: DocumentSummary): TemplateResult {
    return this.#checkbox(document.title, this.filter.documentIds.includes(document.id), () =>
      this.#change({ ...this.filter, documentIds: toggle(this.filter.documentIds, document.id) }),
    )
  }

  #checkbox(label: string, checked: boolean, change: () => void): TemplateResult {
    return html`<label><input type="checkbox" .checked=${checked} @change=${change} /><span>${label}</span></label>`
  }

  #change(filter: Filter): void {
    this.dispatchEvent(new CustomEvent<Filter>('filter-change', { detail: filter }))
  }
}

function toggle(list: readonly string[], entry: string): string[] {
  return list.includes(entry) ? list.filter((other) => other !== entry) : [...list, entry]
}

define('fundstelle-document-filter', DocumentFilter)
