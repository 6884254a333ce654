/** An error in the server's own German words, with the id that helps its keeper to find it. */

import { html, nothing, type TemplateResult } from 'lit'
import type { ApiError } from '../api/api-error.ts'
import { texts } from '../texts.de.ts'

/** `heading` is a level-3 heading by default: under the question or the page's title. */
export function renderError(error: ApiError, action: unknown = nothing): TemplateResult {
  return html`<div class="notice danger">
    <h3>${texts.errors.heading}</h3>
    <p>${error.message}</p>
    ${
      error.requestId && !error.message.includes(error.requestId)
        ? html`<p class="muted small">${texts.errors.requestId}: <code>${error.requestId}</code></p>`
        : nothing
    }
    <p>${action}</p>
  </div>`
}
