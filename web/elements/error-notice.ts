/** An error in the server's own German words, with the id that helps its keeper to find it. */

import { html, nothing, type TemplateResult } from 'lit'
import type { ApiError } from '../api/api-error.ts'
import { texts } from '../texts.de.ts'

export interface ErrorNoticeOptions {
  /** A button, for example. */
  action?: unknown
  /** Not under a heading that says it already. */
  heading?: boolean
}

/** The heading is one of level 3: below the question. */
export function renderError(
  error: ApiError,
  { action = nothing, heading = true }: ErrorNoticeOptions = {},
): TemplateResult {
  const isIdNamed = error.requestId !== null && error.message.includes(error.requestId)
  return html`<div class="notice danger">
    ${heading ? html`<h3>${texts.errors.heading}</h3>` : nothing}
    <p>${error.message}</p>
    ${
      error.requestId && !isIdNamed
        ? html`<p class="muted small">${texts.errors.requestId}: <code>${error.requestId}</code></p>`
        : nothing
    }
    ${action === nothing ? nothing : html`<p>${action}</p>`}
  </div>`
}
