/**
 * The chat itself, the same on the page, in the iframe page and in the widget: field, turns, source panel.
 * Dispatches `answered` (Answer) and `failed` (ApiError).
 */

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { findPersonalData } from '../../answer/personal-data.ts'
import { exportRecord, type RecordForm } from '../../answer/record/export-record.ts'
import type { Answer, DocumentList } from '../../server/wire.ts'
import type { Client } from '../api/client.ts'
import { Conversation } from '../conversation/conversation.ts'
import { toCopyText } from '../conversation/copy-text.ts'
import type { Filter } from '../conversation/request.ts'
import { limitList, toSearchFilter } from '../conversation/scope.ts'
import type { Turn } from '../conversation/turn.ts'
import { sharedSheet, toSheet } from '../styles/sheets.ts'
import { texts } from '../texts.de.ts'
import './answer.ts'
import type { AnswerElement, CitationChoice, Opened } from './answer.ts'
import styles from './conversation.css?inline'
import { type CopyState, copyText, renderCopyAction } from './copy.ts'
import { define } from './define.ts'
import './document-filter.ts'
import { renderError } from './error-notice.ts'
import { icon } from './icons.ts'
import type { Links } from './links.ts'
import './personal-data-dialog.ts'
import type { PersonalDataDialog } from './personal-data-dialog.ts'
import './question-form.ts'
import type { QuestionForm } from './question-form.ts'
import { renderReadyNotice } from './ready-notice.ts'
import { renderRecordMenu } from './record-menu.ts'
import { saveFile } from './save-file.ts'
import { ServerState } from './server-state.ts'
import './source-panel.ts'
import { turnAnnouncement } from './announcement.ts'
import type { OpenSource, SourcePanel } from './source-panel.ts'
import { renderStart } from './start.ts'

/** From here on the panel stands beside the conversation. */
const wideFrom = 1024

export class ConversationElement extends LitElement {
  static override styles = [sharedSheet, toSheet(styles)]
  static override properties = {
    client: { attribute: false },
    links: { attribute: false },
    collections: { attribute: false },
    compact: { type: Boolean, reflect: true },
    filter: { attribute: false },
    opened: { state: true },
    openedIn: { state: true },
    isWide: { state: true },
    announcement: { state: true },
    copied: { state: true },
  }

  declare client: Client
  declare links: Links
  /** Names of the collections this conversation is bound to; empty = all. */
  declare collections: string[]
  /** In a widget: no hero, no side panel. */
  declare compact: boolean
  declare filter: Filter
  declare opened: OpenSource | null
  /** The turn and sentence that the panel belongs to. */
  declare openedIn: (Opened & { turn: number }) | null
  declare isWide: boolean
  declare announcement: string
  declare copied: { turn: number; ok: boolean } | null
  #conversation: Conversation | null = null
  readonly #server = new ServerState(this, {
    onReady: () => {
      this.announcement = texts.ready.done
    },
    onError: (error) => this.dispatchEvent(new CustomEvent('failed', { detail: error })),
  })
  #opener: HTMLElement | null = null
  #size = new ResizeObserver(([entry]) => {
    this.isWide = (entry?.contentRect.width ?? 0) >= wideFrom
  })

  constructor() {
    super()
    this.collections = []
    this.compact = false
    this.filter = { collections: [], documentIds: [] }
    this.opened = null
    this.openedIn = null
    this.isWide = false
    this.announcement = ''
    this.copied = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#size.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#size.disconnect()
    this.#conversation?.stop()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client') && this.client) this.#connect()
  }

  override async focus(): Promise<void> {
    await this.updateComplete
    this.#form?.focus()
  }

  get #form(): QuestionForm {
    return this.renderRoot.querySelector<QuestionForm>('fundstelle-question-form')!
  }

  get #personalDataDialog(): PersonalDataDialog {
    return this.renderRoot.querySelector<PersonalDataDialog>('fundstelle-personal-data-dialog')!
  }

  get turns(): readonly Turn[] {
    return this.#conversation?.turns ?? []
  }

  override render() {
    const hasTurns = this.turns.length > 0
    return html`
      <div class="frame ${this.opened && this.isWide ? 'with-panel' : ''}">
        <div class="main ${hasTurns ? 'has-turns' : 'start'}">
          ${renderReadyNotice(this.#server.ready, () => this.#server.check())}
          ${this.#listError()}
          ${hasTurns ? this.#turns() : this.compact ? html`<p>${texts.widget.lead}</p>` : this.#hero()}
          ${this.#formView(hasTurns)}
          ${hasTurns ? nothing : renderStart(this.#list, (question) => void this.ask(question))}
        </div>
        <fundstelle-source-panel
          .client=${this.client}
          .links=${this.links}
          .shown=${this.opened}
          .modal=${!this.isWide || this.compact}
          @panel-closed=${this.#panelClosed}
        ></fundstelle-source-panel>
      </div>
      <fundstelle-personal-data-dialog></fundstelle-personal-data-dialog>
      <p class="visually-hidden" role="status">${this.announcement}</p>
    `
  }

  /**
   * Asks and brings the new question into view. Does nothing while another question is answered. What looks like personal
   * data is sent only after the reader has said so.
   */
  async ask(question: string): Promise<void> {
    if (this.#conversation?.isAsking) return
    const found = findPersonalData(question)
    if (found.length === 0 || (await this.#personalDataDialog.prompt(question, found)))
      return this.#send(question)
    this.#form.text = question
    void this.focus()
  }

  async #send(question: string): Promise<void> {
    const conversation = this.#conversation
    if (!conversation || conversation.isAsking) return
    this.renderRoot.querySelector<SourcePanel>('fundstelle-source-panel')?.close()
    this.announcement = texts.stages.searching
    const done = conversation.ask(question, toSearchFilter(this.filter, this.#list, this.collections))
    await this.updateComplete
    this.#showLastTurn()
    const turn = await done
    if (!turn) return
    this.announcement = turnAnnouncement(turn)
    if (turn.answer) this.#answered(turn.answer)
    if (turn.error) this.#failed(turn)
  }

  /** Another server is another conversation. */
  #connect(): void {
    this.#conversation?.stop()
    this.#conversation = new Conversation(this.client)
    this.#conversation.addEventListener('change', () => this.requestUpdate())
    this.#server.follow(this.client)
  }

  get #list(): DocumentList {
    return limitList(this.#server.list, this.collections)
  }

  #listError(): TemplateResult | typeof nothing {
    const { listError } = this.#server
    if (!listError) return nothing
    return renderError(listError, { heading: false, retry: () => void this.#server.loadList() })
  }

  #hero(): TemplateResult {
    return html`<div class="hero">
      <h1 tabindex="-1">${texts.start.heading}</h1>
      <p class="lead">${texts.start.lead}</p>
    </div>`
  }

  #turns(): TemplateResult {
    return html`
      ${this.compact ? nothing : html`<h1 class="visually-hidden" tabindex="-1">${texts.titles.ask}</h1>`}
      <div class="turns">
        ${repeat(
          this.turns,
          (turn) => turn.id,
          (turn) => html`<fundstelle-answer
            .turn=${turn}
            .links=${this.links}
            .documents=${this.#server.list.documents}
            .opened=${this.openedIn?.turn === turn.id ? this.openedIn : null}
            @open-citation=${this.#open}
            @ask-again=${this.#askAgain}
            >${turn.answer ? this.#actions(turn, turn.answer) : nothing}</fundstelle-answer
          >`,
        )}
      </div>
    `
  }

  #actions(turn: Turn, answer: Answer): TemplateResult {
    return html`<div slot="actions" class="actions">
      ${
        turn.state === 'answered'
          ? renderCopyAction(this.#copyState(turn), () => void this.#copy(turn))
          : nothing
      }
      ${renderRecordMenu((form) => this.#saveRecord(turn.question, answer, form))}
    </div>`
  }

  #formView(hasTurns: boolean): TemplateResult {
    const list = this.#list
    const asking = this.#conversation?.isAsking ?? false
    return html`<div class="ask ${hasTurns ? 'docked' : ''}">
      <fundstelle-question-form
        ?asking=${asking}
        ?followUp=${hasTurns}
        ?compact=${this.compact}
        .disabled=${!this.#server.takesQuestions}
        @ask=${(event: CustomEvent<string>) => void this.ask(event.detail)}
        @stop=${() => this.#conversation?.stop()}
      >
        <div class="tools">
          ${
            list.documents.length > 1
              ? html`<fundstelle-document-filter
                .list=${list}
                ?bound=${this.collections.length > 0}
                .filter=${this.filter}
                @filter-change=${(event: CustomEvent<Filter>) => {
                  this.filter = event.detail
                }}
              ></fundstelle-document-filter>`
              : nothing
          }
          ${
            hasTurns
              ? html`<button class="button quiet restart" type="button" @click=${this.#restart}>
                ${icon('restart', 18)}${texts.form.restart}
              </button>`
              : nothing
          }
        </div>
      </fundstelle-question-form>
    </div>`
  }

  #open(event: CustomEvent<CitationChoice>): void {
    const { turn, source, sentence, citations } = event.detail
    const found = turn.sources.find((candidate) => candidate.n === source)
    if (!found) return
    const answer = event.currentTarget as AnswerElement
    this.#opener = answer.shadowRoot?.activeElement as HTMLElement | null
    this.opened = { source: found, citations }
    this.openedIn = { turn: turn.id, source, sentence }
  }

  #panelClosed(): void {
    this.opened = null
    this.openedIn = null
    this.#opener?.focus()
    this.#opener = null
  }

  async #askAgain(event: CustomEvent<Turn>): Promise<void> {
    this.#conversation?.remove(event.detail.id)
    await this.#send(event.detail.question)
    void this.focus()
  }

  async #restart(): Promise<void> {
    this.renderRoot.querySelector<SourcePanel>('fundstelle-source-panel')?.close()
    this.#conversation?.clear()
    this.announcement = ''
    await this.updateComplete
    void this.focus()
  }

  #copyState(turn: Turn): CopyState {
    if (this.copied?.turn !== turn.id) return 'idle'
    return this.copied.ok ? 'copied' : 'failed'
  }

  async #copy(turn: Turn): Promise<void> {
    const text = toCopyText(turn, this.#addressOf)
    this.copied = { turn: turn.id, ok: await copyText(text) }
    this.announcement = this.copied.ok ? texts.answer.copied : texts.answer.copyFailed
  }

  #saveRecord(question: string, answer: Answer, form: RecordForm): void {
    const { name, mediaType, content } = exportRecord(question, answer, { form, urlOf: this.#addressOf })
    saveFile(new Blob([content], { type: mediaType }), name)
    this.announcement = texts.record.saved(name)
  }

  /** Of a path on the server; it also works from a letter or a file. */
  #addressOf = (path: string): string => new URL(this.links.urlOf(path), location.href).href

  /** Where questions are answered, the list that failed before may be there too. */
  #answered(answer: Answer): void {
    this.dispatchEvent(new CustomEvent('answered', { detail: answer }))
    if (this.#server.listError) void this.#server.loadList()
  }

  #failed(turn: Turn): void {
    this.dispatchEvent(new CustomEvent('failed', { detail: turn.error }))
    if (turn.error?.status === 503 || turn.error?.code === 'unreachable') this.#server.check()
  }

  #showLastTurn(): void {
    const all = this.renderRoot.querySelectorAll('fundstelle-answer')
    all[all.length - 1]?.scrollIntoView({ block: 'start', behavior: 'auto' })
  }
}

define('fundstelle-conversation', ConversationElement)
