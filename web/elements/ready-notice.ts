/** What keeps the server from answering: starting, indexing with progress, failed, gone. */

import { html, nothing, type TemplateResult } from 'lit'
import type { Ready } from '../../server/wire.ts'
import { texts } from '../texts.de.ts'

/** `null` when the server answers and nothing is going on. `gone` = no answer from it at all. */
export function renderReadyNotice(ready: Ready | 'gone' | null, retry: () => void): TemplateResult | null {
  if (ready === 'gone') return renderGone(retry)
  if (!ready || ready.state === 'ready') return null
  return html`<div class="notice ${ready.state === 'failed' && !ready.ready ? 'danger' : ''}">
    <h2 class="notice-heading">${headingOf(ready)}</h2>
    <p>${ready.progress?.message ?? ready.message}</p>
    ${ready.progress ? renderProgress(ready.progress) : nothing}
    ${lacksVectors(ready) ? html`<p>${texts.ready.incomplete}</p>` : nothing}
  </div>`
}

function headingOf(ready: Ready): string {
  if (ready.state === 'failed') return texts.ready.failed
  if (ready.state === 'starting') return texts.ready.starting
  if (lacksVectors(ready)) return texts.ready.headingIncomplete
  return ready.ready ? texts.ready.headingReady : texts.ready.heading
}

/** The index that serves finds some passages by their words only. */
function lacksVectors({ index }: Ready): boolean {
  return index !== null && index.embeddedPassages < index.passages
}

function renderProgress({ share, remainingSeconds }: NonNullable<Ready['progress']>): TemplateResult {
  return html`<progress max="1" value=${share} aria-label=${texts.ready.progress}></progress>
    <p class="muted small numbers">
      ${texts.ready.percent(share)}${remainingSeconds === null ? nothing : html`, ${texts.ready.remaining(remainingSeconds)}`}
    </p>`
}

function renderGone(retry: () => void): TemplateResult {
  return html`<div class="notice danger">
    <h2 class="notice-heading">${texts.ready.gone}</h2>
    <p>${texts.ready.goneText}</p>
    <p><button class="button secondary" type="button" @click=${retry}>${texts.ready.retry}</button></p>
  </div>`
}
