/** What was checked, in one line with the details behind it. */

import { html, nothing, type TemplateResult } from 'lit'
import type { Answer, AnswerSentence } from '../../server/wire.ts'
import { texts } from '../texts.de.ts'
import { icon } from './icons.ts'

export function renderChecks(answer: Answer): TemplateResult {
  const { sentences } = answer
  const ok = sentences.filter((sentence) => sentence.verdict === 'supported').length
  const isAll = ok === sentences.length
  const composer =
    answer.composer === 'extractive' ? texts.answer.extractive : texts.answer.model(answer.composer)
  return html`<details class="checks ${isAll ? 'all' : 'some'}">
      <summary>
        ${icon(isAll ? 'check' : 'warning', 18)}<span
          >${isAll ? texts.verdict.allSupported(ok) : texts.verdict.someSupported(ok, sentences.length)}</span
        >
        ${icon('chevron', 16)}
      </summary>
      <p class="muted">${composer}, ${texts.answer.took(answer.tookMs)}. ${texts.answer.searchedFor(answer.searchQuery)}</p>
      <ol>
        ${sentences.map((sentence, index) => renderSentence(sentence, index + 1))}
      </ol>
    </details>`
}

function renderSentence(sentence: AnswerSentence, n: number): TemplateResult {
  return html`<li>
    <strong>${texts.verdict.sentence(n)}: ${texts.verdict[sentence.verdict]}</strong>
    ${sentence.checks.map(
      (check) => html`<span class="check ${check.ok ? 'ok' : 'failed'}"
        >${icon(check.ok ? 'check' : 'close', 14)}${texts.verdict.checks[check.check] ?? check.check}
        <span class="visually-hidden">${check.ok ? texts.verdict.ok : texts.verdict.failed}</span>${
          check.detail ? html`<span class="muted">${check.detail}</span>` : nothing
        }</span
      >`,
    )}
  </li>`
}
