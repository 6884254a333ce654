/** Passages that do not answer but come near: after an abstention, and under "Außerdem gefunden". */

import { html, nothing, type TemplateResult } from 'lit'
import type { Abstention, NearPassage } from '../../server/wire.ts'
import { texts } from '../texts.de.ts'
import { icon } from './icons.ts'
import { type Links, viewerLink } from './links.ts'
import { renderPlace } from './source-list.ts'

const excerptChars = 220

export function renderAbstention(abstention: Abstention, links: Links): TemplateResult {
  return html`<div class="abstention">
    <h4>${abstentionHeading(abstention)}</h4>
    <p>${abstention.message}</p>
    ${
      abstention.nearest.length > 0
        ? html`<h4 class="near-heading">${texts.abstention.nearest}</h4>
          ${renderNear(abstention.nearest, links)}`
        : html`<p>${texts.abstention.none} ${viewerLink(links, '/dokumente', texts.abstention.documents)}</p>`
    }
  </div>`
}

export function abstentionHeading({ reason }: Abstention): string {
  return texts.abstention.headings[reason] ?? texts.abstention.heading
}

export function renderAlsoFound(passages: readonly NearPassage[], links: Links): TemplateResult {
  return html`<details class="also">
    <summary>${texts.sources.alsoFound} <span class="muted">(${passages.length})</span>${icon('chevron', 18)}</summary>
    ${renderNear(passages, links)}
  </details>`
}

function renderNear(passages: readonly NearPassage[], links: Links): TemplateResult {
  return html`<ul class="near">
    ${passages.map(
      (passage) => html`<li>
        <p class="title">${viewerLink(links, passage.url, passage.headingPath.at(-1) ?? passage.title)}</p>
        <p class="muted small">${passage.title}</p>
        ${passage.headingPath.length > 2 ? renderPlace(passage, passage.title) : nothing}
        <p class="excerpt">${toExcerpt(passage.text)}</p>
      </li>`,
    )}
  </ul>`
}

/** Cut at a word's end; list items become one line. */
function toExcerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= excerptChars) return line
  return `${line.slice(0, line.lastIndexOf(' ', excerptChars)).replace(/[,;:–-]$/, '')} …`
}
