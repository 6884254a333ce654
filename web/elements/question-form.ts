/** The question field. Dispatches `ask` with the question, `stop` and `restart`; keeps no history. */

import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { maxQuestionChars } from '../conversation/request.ts'
import { sharedSheet, toSheet } from '../styles/sheets.ts'
import { texts } from '../texts.de.ts'
import { define } from './define.ts'
import { icon } from './icons.ts'
import styles from './question-form.css?inline'

const counterFrom = maxQuestionChars - 200

export class QuestionForm extends LitElement {
  static override styles = [sharedSheet, toSheet(styles)]
  static override properties = {
    asking: { type: Boolean },
    followUp: { type: Boolean },
    compact: { type: Boolean },
    disabled: { type: Boolean },
    text: { state: true },
    problem: { state: true },
  }

  declare asking: boolean
  declare followUp: boolean
  declare compact: boolean
  declare disabled: boolean
  declare text: string
  declare problem: string

  constructor() {
    super()
    this.asking = false
    this.followUp = false
    this.compact = false
    this.disabled = false
    this.text = ''
    this.problem = ''
  }

  override async focus(): Promise<void> {
    await this.updateComplete
    this.#field?.focus()
  }

  override render() {
    const { form } = texts
    return html`
      <form novalidate @submit=${this.#submit}>
        <label for="question">${this.followUp ? form.followUpLabel : form.label}</label>
        <div class="field">
          <textarea
            id="question"
            rows=${this.followUp ? 1 : 2}
            .value=${this.text}
            placeholder=${this.followUp ? form.followUpPlaceholder : this.compact ? '' : form.placeholder}
            aria-describedby="hint problem"
            aria-invalid=${this.problem || this.#excess > 0 ? 'true' : 'false'}
            autocomplete="off"
            enterkeyhint="send"
            @input=${this.#type}
            @keydown=${this.#key}
          ></textarea>
          ${this.asking ? this.#stopButton() : this.#submitButton()}
        </div>
        <div class="below">
          <p id="problem" class="problem" role="alert">${this.#problemText()}</p>
          ${
            this.text.length >= counterFrom && this.#excess <= 0
              ? html`<p class="counter" role="status">${form.remaining(-this.#excess)}</p>`
              : nothing
          }
          <p id="hint" class=${this.followUp ? 'visually-hidden' : 'hint'}>${this.followUp || this.compact ? form.hintShort : form.hint}</p>
          <slot></slot>
        </div>
      </form>
    `
  }

  protected override updated(changed: PropertyValues<this>): void {
    // The stop button takes the submit button's place: the focus must not fall to the page's start.
    const had =
      changed.has('asking') && this.shadowRoot?.activeElement === null && document.activeElement === this
    if (had) void this.focus()
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea')
  }

  get #excess(): number {
    return this.text.trim().length - maxQuestionChars
  }

  #submitButton() {
    return html`<button class="button" type="submit" ?disabled=${this.disabled}>
      ${texts.form.submit}${icon('arrowRight')}
    </button>`
  }

  #stopButton() {
    return html`<button class="button secondary" type="button" @click=${() => this.#dispatch('stop')}>
      ${icon('stop')}${texts.form.stop}
    </button>`
  }

  #problemText() {
    const text = this.#excess > 0 ? texts.form.tooLong(this.#excess) : this.problem
    return text ? html`${icon('warning')}<span>${text}</span>` : nothing
  }

  #type(event: InputEvent): void {
    this.text = (event.target as HTMLTextAreaElement).value
    this.problem = ''
  }

  /** While an input method composes, Enter belongs to it. */
  #key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    this.#submit(event)
  }

  #submit(event: Event): void {
    event.preventDefault()
    if (this.asking || this.disabled) return
    const question = this.text.trim()
    if (question === '') this.problem = texts.form.empty
    if (question === '' || this.#excess > 0) {
      void this.focus()
      return
    }
    this.text = ''
    this.problem = ''
    this.#dispatch('ask', question)
  }

  #dispatch(name: string, detail?: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }))
  }
}

define('fundstelle-question-form', QuestionForm)
