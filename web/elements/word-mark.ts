/** The product's name as type: the word with its own citation mark. */

import { html, type TemplateResult } from 'lit'
import { texts } from '../texts.de.ts'

export function wordMark(): TemplateResult {
  return html`<span class="word-mark">${texts.productName}<svg width="15" height="20" viewBox="0 0 15 20" aria-hidden="true">
    <rect x="0.75" y="1.75" width="13.5" height="13.5" rx="2.5" fill="currentColor" class="box"></rect>
    <path d="M5.6 6.7 8 5v7" fill="none" stroke-width="1.9" class="one"></path>
  </svg></span>`
}
