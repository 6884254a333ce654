/** What can be asked: example questions under the collections they come from. */

import { html, nothing, type TemplateResult } from 'lit'
import type { Collection, DocumentList } from '../../server/wire.ts'
import { texts } from '../texts.de.ts'
import { icon } from './icons.ts'

const examplesPerCollection = 3

export function renderStart(
  list: DocumentList,
  ask: (question: string) => void,
): TemplateResult | typeof nothing {
  const collections = list.collections
    .filter((collection) => collection.exampleQuestions.length > 0)
    .sort((a, b) => b.documents - a.documents || a.title.localeCompare(b.title, 'de'))
  if (collections.length === 0) return nothing
  return html`<section class="examples" aria-labelledby="examples">
    <h2 id="examples" class="visually-hidden">${texts.start.examples}</h2>
    ${collections.map((collection) => renderCollection(collection, ask))}
  </section>`
}

function renderCollection(collection: Collection, ask: (question: string) => void): TemplateResult {
  return html`<div class="collection">
    <h3>${collection.title}</h3>
    <p class="muted small">${texts.start.documentCount(collection.documents)}</p>
    <ul>
      ${collection.exampleQuestions.slice(0, examplesPerCollection).map(
        (question) => html`<li>
          <button class="example" type="button" @click=${() => ask(question)}>
            <span>${question}</span>${icon('arrowRight', 18)}
          </button>
        </li>`,
      )}
    </ul>
  </div>`
}
