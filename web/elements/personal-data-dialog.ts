/** Asks before a question that probably holds personal data leaves the page. */

import { html, LitElement } from 'lit'
import type { PersonalData } from '../../answer/personal-data.ts'
import { sharedSheet, toSheet } from '../styles/sheets.ts'
import { texts } from '../texts.de.ts'
import { define } from './define.ts'
import styles from './dialog.css?inline'

export class PersonalDataDialog extends LitElement {
  static override styles = [sharedSheet, toSheet(styles)]
  static override properties = { findings: { state: true } }

  /** Kind and words, each once. */
  declare findings: string[]
  #settle: (isWanted: boolean) => void = () => {}
  #isWanted = false

  constructor() {
    super()
    this.findings = []
  }

  /** Settles with true when the question shall be sent as it is, false when the reader wants to change it. */
  async prompt(question: string, found: readonly PersonalData[]): Promise<boolean> {
    const { kinds, finding } = texts.personalData
    const named = found.map(({ kind, start, end }) => finding(kinds[kind], question.slice(start, end)))
    this.findings = [...new Set(named)]
    this.#isWanted = false
    await this.updateComplete
    this.#dialog.showModal()
    return new Promise((resolve) => {
      this.#settle = resolve
    })
  }

  override render() {
    const { personalData } = texts
    return html`<dialog aria-labelledby="heading" aria-describedby="lead" @close=${this.#closed} @keydown=${this.#key}>
      <form method="dialog">
        <h2 id="heading">${personalData.heading}</h2>
        <p id="lead">${personalData.lead}</p>
        <ul class="findings">
          ${this.findings.map((finding) => html`<li>${finding}</li>`)}
        </ul>
        <p>${personalData.note}</p>
        <div class="buttons">
          <button class="button" type="submit" autofocus>${personalData.edit}</button>
          <button class="button secondary" type="button" @click=${this.#accept}>${personalData.askAnyway}</button>
        </div>
      </form>
    </dialog>`
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!
  }

  #accept(): void {
    this.#isWanted = true
    this.#dialog.close()
  }

  /** Also after Escape, which counts as wanting to change the question. */
  #closed(): void {
    this.findings = []
    this.#settle(this.#isWanted)
  }

  /** What lies below has its own use for Escape. */
  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') event.stopPropagation()
  }
}

define('fundstelle-personal-data-dialog', PersonalDataDialog)
