/** Asks the reader for the access key of a protected server, in a dialog above whatever is shown. */

import { html, LitElement, nothing } from 'lit'
import { isPossibleKey } from '../api/access-key.ts'
import { sharedSheet, toSheet } from '../styles/sheets.ts'
import { texts } from '../texts.de.ts'
import { define } from './define.ts'
import styles from './dialog.css?inline'

export class KeyDialog extends LitElement {
  static override styles = [sharedSheet, toSheet(styles)]
  static override properties = { problem: { state: true } }

  declare problem: string
  #settle: (key: string | null) => void = () => {}
  #entered: string | null = null

  constructor() {
    super()
    this.problem = ''
  }

  /** Settles with the key entered, null when the dialog was closed without. */
  async prompt(isRefused: boolean): Promise<string | null> {
    this.problem = isRefused ? texts.access.refused : ''
    await this.updateComplete
    this.renderRoot.querySelector('dialog')!.showModal()
    return new Promise((resolve) => {
      this.#settle = resolve
    })
  }

  override render() {
    return html`<dialog aria-labelledby="heading" aria-describedby="lead" @close=${this.#closed} @keydown=${this.#key}>
      <form novalidate @submit=${this.#submit}>
        <h2 id="heading">${texts.access.heading}</h2>
        <p id="lead">${texts.access.lead}</p>
        <div class="entry">
          <label for="key">${texts.access.label}</label>
          <input
            id="key"
            type="password"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            autofocus
            required
            aria-invalid=${this.problem ? 'true' : nothing}
            aria-describedby=${this.problem ? 'problem' : nothing}
          />
          <p id="problem" class="problem" role="alert">${this.problem}</p>
        </div>
        <div class="buttons">
          <button class="button" type="submit">${texts.access.submit}</button>
          <button class="button secondary" type="button" @click=${this.#close}>${texts.access.cancel}</button>
        </div>
      </form>
    </dialog>`
  }

  #submit(event: Event): void {
    event.preventDefault()
    const field = this.renderRoot.querySelector('input')!
    const key = field.value.trim()
    if (!isPossibleKey(key)) {
      this.problem = key === '' ? texts.access.empty : texts.access.impossible
      field.focus()
      return
    }
    this.#entered = key
    this.#close()
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')!.close()
  }

  /** Also after Escape. The key does not stay in the page. */
  #closed(): void {
    this.renderRoot.querySelector('input')!.value = ''
    this.problem = ''
    this.#settle(this.#entered)
    this.#entered = null
  }

  /** What lies below has its own use for Escape. */
  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') event.stopPropagation()
  }
}

/** Asks by the dialog that the element holds in its own tree. */
export async function promptForKey(host: LitElement, isRefused: boolean): Promise<string | null> {
  await host.updateComplete
  return host.renderRoot.querySelector<KeyDialog>('fundstelle-key-dialog')!.prompt(isRefused)
}

define('fundstelle-key-dialog', KeyDialog)
