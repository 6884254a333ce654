/**
 * `<fundstelle-chat>`: the assistant on any page, as a button that opens a dialog or, with `inline`, in place.
 * Talks to its server only when it is opened; stays closed where the server does not admit the page's origin.
 */

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { Answer, DocumentList } from '../../server/wire.ts'
import { createAccessKey, tabStorage } from '../api/access-key.ts'
import { ApiError } from '../api/api-error.ts'
import { checkAccess } from '../api/check-access.ts'
import { type Client, createClient } from '../api/client.ts'
import { sharedSheet, themeSheet, toSheet } from '../styles/sheets.ts'
import { texts } from '../texts.de.ts'
import type { Theme } from '../theme.ts'
import styles from './chat.css?inline'
import './conversation.ts'
import type { ConversationElement } from './conversation.ts'
import { define } from './define.ts'
import { icon } from './icons.ts'
import { promptForKey } from './key-dialog.ts'
import type { Links } from './links.ts'
import { wordMark } from './word-mark.ts'

type State = 'closed' | 'connecting' | 'connected' | 'refused'

export class ChatElement extends LitElement {
  static override styles = [themeSheet, sharedSheet, toSheet(styles)]
  static override properties = {
    endpoint: { type: String, reflect: true },
    heading: { type: String, reflect: true },
    collections: { type: String, reflect: true },
    inline: { type: Boolean, reflect: true },
    open: { type: Boolean, reflect: true },
    theme: { type: String, reflect: true },
    state: { state: true },
    problem: { state: true },
    lacksKey: { state: true },
  }

  /** Origin of the server; by default the one this script came from. */
  declare endpoint: string
  declare heading: string
  /** Comma-separated names; empty = all. */
  declare collections: string
  declare inline: boolean
  declare open: boolean
  declare theme: Theme | null
  declare state: State
  declare problem: string
  /** Refused for want of a key: the reader may enter one. */
  declare lacksKey: boolean
  #client: Client | null = null
  /** A dialog opens only after the reader has done something; a page that loads is left in peace. */
  #mayPrompt = false

  constructor() {
    super()
    this.endpoint = ''
    this.heading = texts.widget.heading
    this.collections = ''
    this.inline = false
    this.open = false
    this.theme = null
    this.state = 'closed'
    this.problem = ''
    this.lacksKey = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.inline) void this.#connect()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isMoved = changed.get('endpoint') !== undefined || changed.get('collections') !== undefined
    if (isMoved && this.#client) this.#disconnect()
    const isWanted = this.inline || this.open
    if (isWanted && this.state === 'closed') void this.#connect()
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog')
    const show = this.open && this.state === 'connected'
    if (!dialog || dialog.open === show) return
    if (show) {
      dialog.showModal()
      void this.#conversation?.focus()
      this.#dispatch('fundstelle-open')
    } else dialog.close()
  }

  override render() {
    if (this.inline) return this.#inlineView()
    return html`
      <button class="launcher" type="button" aria-haspopup="dialog" aria-expanded=${this.open ? 'true' : 'false'} @click=${this.#launch}>
        ${icon('question', 22)}<span>${this.state === 'connecting' ? texts.widget.connecting : texts.widget.open}</span>
      </button>
      <div class="problem" role="status">${this.problem ? html`<p>${this.problem}</p>` : nothing}</div>
      <dialog aria-labelledby="heading" @close=${this.#closed}>
        ${
          this.#client && this.state === 'connected'
            ? html`<div class="window">
              <div class="bar">
                <h2 id="heading">${this.heading}</h2>
                <button class="icon-button" type="button" aria-label=${texts.widget.close} @click=${this.close}>
                  ${icon('close', 24)}
                </button>
              </div>
              <div class="scroll">${this.#conversationView(this.#client)}</div>
              ${this.#credit()}
            </div>`
            : nothing
        }
      </dialog>
      <fundstelle-key-dialog></fundstelle-key-dialog>
    `
  }

  /** Opens the dialog once the server has admitted this page; a refusal is shown beside the button. */
  show(): void {
    this.problem = ''
    this.#mayPrompt = true
    if (this.state === 'refused') this.state = 'closed'
    this.open = true
  }

  close(): void {
    this.open = false
  }

  get #conversation(): ConversationElement | null {
    return this.renderRoot.querySelector<ConversationElement>('fundstelle-conversation')
  }

  get #endpoint(): string {
    return this.endpoint || new URL(import.meta.url).origin
  }

  get #collectionNames(): string[] {
    return this.collections
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
  }

  async #connect(): Promise<void> {
    this.state = 'connecting'
    const client = this.#createClient()
    try {
      requireCollections(this.#collectionNames, await checkAccess(client))
      this.#client = client
      this.#mayPrompt = true
      this.state = 'connected'
    } catch (error) {
      this.#refuse(error as ApiError)
    }
  }

  /** With a key of its own: no server ever gets the key of another one. */
  #createClient(): Client {
    const endpoint = this.#endpoint
    const prompt = async (isRefused: boolean) => (this.#mayPrompt ? promptForKey(this, isRefused) : null)
    return createClient(endpoint, createAccessKey({ prompt, storage: tabStorage(endpoint) }))
  }

  #refuse(error: ApiError): void {
    this.state = 'refused'
    this.lacksKey = error.code === 'unauthorized'
    this.open = false
    this.problem = error.message
    this.#dispatchError(error)
  }

  #disconnect(): void {
    this.#client = null
    this.state = 'closed'
    this.problem = ''
  }

  #inlineView(): TemplateResult {
    return html`${this.#inlineContent()}<fundstelle-key-dialog></fundstelle-key-dialog>`
  }

  #inlineContent(): TemplateResult {
    if (this.state === 'refused') return this.#inlineRefusal()
    if (!this.#client || this.state !== 'connected')
      return html`<p class="muted" role="status">${texts.widget.connecting}</p>`
    return html`<section class="inline" aria-labelledby="heading">
      <h2 id="heading">${this.heading}</h2>
      ${this.#conversationView(this.#client)} ${this.#credit()}
    </section>`
  }

  #inlineRefusal(): TemplateResult {
    return html`<div class="notice ${this.lacksKey ? '' : 'danger'}" role="alert">
      <p>${this.problem}</p>
      <p>
        <button class="button secondary" type="button" @click=${this.#connectAgain}>
          ${this.lacksKey ? texts.access.enter : texts.errors.retry}
        </button>
      </p>
    </div>`
  }

  async #connectAgain(): Promise<void> {
    this.#mayPrompt = true
    await this.#connect()
    if (this.state === 'connected') void this.#conversation?.focus()
  }

  #conversationView(client: Client): TemplateResult {
    const links: Links = { urlOf: client.urlOf, external: true }
    return html`<fundstelle-conversation
      compact
      ?docked=${!this.inline}
      .client=${client}
      .links=${links}
      .collections=${this.#collectionNames}
      @answered=${(event: CustomEvent<Answer>) => this.#dispatch('fundstelle-answer', { answer: event.detail })}
      @failed=${(event: CustomEvent<ApiError>) => this.#dispatchError(event.detail)}
    ></fundstelle-conversation>`
  }

  #credit(): TemplateResult {
    return html`<p class="credit">
      ${texts.widget.poweredBy}
      <a href=${this.#client?.urlOf('/') ?? '#'} target="_blank" rel="noopener"
        >${wordMark()}<span class="visually-hidden"> ${texts.sources.newTab}</span></a
      >
    </p>`
  }

  #launch(): void {
    if (this.state !== 'connecting') this.show()
  }

  /** Also after Escape, which the browser handles itself. */
  #closed(): void {
    this.open = false
    this.renderRoot.querySelector<HTMLElement>('.launcher')?.focus()
  }

  #dispatchError({ code, message, requestId }: ApiError): void {
    this.#dispatch('fundstelle-error', { code, message, requestId })
  }

  #dispatch(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }
}

/** A server without an index yet lists nothing: the conversation itself says so then. */
function requireCollections(names: readonly string[], list: DocumentList | null): void {
  const unknown = names.filter((name) => !list?.collections.some((collection) => collection.name === name))
  if (list && unknown.length > 0)
    throw new ApiError('unknown_collection', texts.widget.unknownCollections(unknown.join(', ')))
}

define('fundstelle-chat', ChatElement)
