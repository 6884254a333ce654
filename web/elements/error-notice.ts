/** An error in the server's own German words, with the id that helps its keeper to find it. */

import { html, nothing, type TemplateResult } from 'lit'
import type { ApiError } from '../api/api-error.ts'
import { texts } from '../texts.de.ts'

export interface ErrorNoticeOptions {
  /** Offers a button that tries again. */
  retry?: () => void
  /** Not under a heading that says it already. */
  heading?: boolean
}

/** The heading is one of level 3: below the question. */
export function renderError(error: ApiError, options: ErrorNoticeOptions = {}): TemplateResult {
  const { heading = true, retry } = options
  const isIdNamed = error.requestId !== null && error.message.includes(error.requestId)
  return html`<div class="notice danger">
    ${heading ? html`<h3>${texts.errors.heading}</h3>` : nothing}
    <p>${error.message}</p>
    ${
      error.requestId && !isIdNamed
        ? html`<p class="muted small">${texts.errors.requestId}: <code>${error.requestId}</code></p>`
        : nothing
    }
    ${
      retry
        ? html`<p>
            <button class="button secondary" type="button" @click=${retry}>${texts.errors.retry}</button>
          </p>`
        : nothing
    }
  </div>`
}
