/** The button below an answer that saves its record, in one of three forms. */

import { html, type TemplateResult } from 'lit'
import type { RecordForm } from '../../answer/record/export-record.ts'
import { texts } from '../texts.de.ts'
import { icon } from './icons.ts'

/** For reading and printing first. */
const forms: RecordForm[] = ['html', 'md', 'json']

export function renderRecordMenu(save: (form: RecordForm) => void): TemplateResult {
  return html`<details class="record">
    <summary class="button quiet">${icon('document', 18)}${texts.record.save}${icon('chevron', 16)}</summary>
    <div class="forms" role="group" aria-label=${texts.record.form}>
      ${forms.map(
        (form) => html`<button class="button quiet" type="button" @click=${() => save(form)}>
          ${texts.record.forms[form]}
        </button>`,
      )}
    </div>
  </details>`
}
