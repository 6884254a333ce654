/** One turn: question, sentences with their citation marks, verdicts, sources. Dispatches `open-citation` and `ask-again`. */

import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { AnswerSentence, Citation, DocumentSummary } from '../../server/wire.ts'
import { type AnswerBlock, type Inline, layoutAnswer, layoutStream } from '../conversation/answer-layout.ts'
import type { Turn } from '../conversation/turn.ts'
import { sharedSheet, toSheet } from '../styles/sheets.ts'
import { texts } from '../texts.de.ts'
import styles from './answer.css?inline'
import { renderChecks } from './answer-checks.ts'
import { renderAbstention, renderAlsoFound } from './answer-near.ts'
import { define } from './define.ts'
import { renderError } from './error-notice.ts'
import { icon } from './icons.ts'
import type { Links } from './links.ts'
import { renderSources } from './source-list.ts'

export interface CitationChoice {
  turn: Turn
  source: number
  /** Number of the sentence whose mark was pressed, null when the source as a whole was opened. */
  sentence: number | null
  /** The words to highlight. */
  citations: Citation[]
}

/** Which source the panel shows, and for which sentence of this answer. */
export interface Opened {
  source: number
  sentence: number | null
}

export class AnswerElement extends LitElement {
  static override styles = [sharedSheet, toSheet(styles)]
  static override properties = {
    turn: { attribute: false },
    links: { attribute: false },
    documents: { attribute: false },
    opened: { attribute: false },
  }

  declare turn: Turn
  declare links: Links
  declare documents: readonly DocumentSummary[]
  declare opened: Opened | null

  override render() {
    const { turn } = this
    return html`
      <article aria-labelledby="question">
        <div class="row question">
          <p class="label" aria-hidden="true">${texts.answer.question}</p>
          <h2 id="question" tabindex="-1"><span class="visually-hidden">${texts.answer.question}: </span>${turn.question}</h2>
        </div>
        ${turn.state === 'failed' ? this.#row('', this.#failure()) : this.#body()}
        ${turn.sources.length > 0 && turn.state !== 'failed' ? this.#sources() : nothing}
        ${turn.answer?.alsoFound.length ? this.#row('', renderAlsoFound(turn.answer.alsoFound, this.links)) : nothing}
      </article>
    `
  }

  #row(label: string, content: unknown): TemplateResult {
    return html`<div class="row">
      <div class="label">${label ? html`<h3>${label}</h3>` : nothing}</div>
      <div class="content">${content}</div>
    </div>`
  }

  #body(): TemplateResult {
    const { turn } = this
    if (turn.state === 'asking' && turn.sentences.length === 0 && !turn.abstention)
      return this.#row(texts.answer.answer, this.#stage())
    if (turn.abstention && turn.sentences.length === 0)
      return this.#row(
        texts.answer.answer,
        html`${this.#corrected()}${renderAbstention(turn.abstention, this.links)}
          <div class="outcome"><slot name="actions"></slot></div>`,
      )
    return this.#row(
      texts.answer.answer,
      html`
        ${turn.answer?.status === 'partial' ? html`<p class="remark">${texts.answer.partial}</p>` : nothing}
        ${this.#corrected()}
        <div class="text">${this.#blocks().map((block) => this.#block(block))}</div>
        ${turn.draft ? html`<p class="draft"><span class="badge">${texts.answer.draft}</span> ${turn.draft}</p>` : nothing}
        ${turn.state === 'asking' ? this.#stage() : nothing}
        ${turn.state === 'stopped' ? this.#stopped() : nothing}
        ${turn.answer?.warnings.map((warning) => html`<p class="remark">${warning}</p>`)}
        <div class="outcome">
          ${turn.answer ? renderChecks(turn.answer) : nothing}
          <slot name="actions"></slot>
        </div>
      `,
    )
  }

  #corrected() {
    const corrections = this.turn.answer?.corrections
    return corrections ? html`<p class="remark">${texts.answer.corrected(corrections)}</p>` : nothing
  }

  #stage(): TemplateResult {
    const stages: Record<string, string> = texts.stages
    const stage =
      this.turn.stage === null ? texts.stages.start : (stages[this.turn.stage] ?? texts.stages.other)
    return html`<p class="stage"><span class="pulse" aria-hidden="true"></span>${stage}</p>`
  }

  #stopped(): TemplateResult {
    return html`<p class="remark">
      ${texts.answer.stopped} ${this.turn.sentences.length > 0 ? texts.answer.stoppedHint : nothing}
      ${this.#againButton()}
    </p>`
  }

  #failure(): TemplateResult {
    return renderError(this.turn.error!, { retry: () => this.#askAgain() })
  }

  #againButton(): TemplateResult {
    return html`<button class="button quiet" type="button" @click=${() => this.#askAgain()}>
      ${icon('restart')}${texts.answer.askAgain}
    </button>`
  }

  #askAgain(): void {
    this.dispatchEvent(new CustomEvent('ask-again', { detail: this.turn }))
  }

  #blocks(): AnswerBlock[] {
    const { answer, sentences } = this.turn
    return answer ? layoutAnswer(answer.answer, answer.sentences) : layoutStream(sentences)
  }

  #block(block: AnswerBlock): TemplateResult {
    if (block.kind === 'label') return html`<h4 class="origin">${block.text}</h4>`
    if (block.kind === 'paragraph') return html`<p>${this.#inlines(block.content)}</p>`
    const items = block.items.map((item) => html`<li>${this.#inlines(item)}</li>`)
    return block.ordered ? html`<ol start=${block.first}>${items}</ol>` : html`<ul>${items}</ul>`
  }

  #inlines(content: Inline[]) {
    return content.map((inline) => (inline.kind === 'text' ? inline.text : this.#sentence(inline.index)))
  }

  #sentence(index: number): TemplateResult {
    const sentence = this.turn.sentences[index]!
    const numbers = [...new Set(sentence.citations.map((citation) => citation.source))]
    const isOpened = this.opened?.sentence === index
    const text = isOpened ? html`<span class="shown">${sentence.text}</span>` : sentence.text
    return html`${text}${numbers.map((n) => this.#mark(index, n, n === numbers.at(-1)))}${this.#verdict(sentence)} `
  }

  #verdict({ verdict }: AnswerSentence): TemplateResult | typeof nothing {
    if (verdict === 'supported') return nothing
    return html`<span class="verdict">${icon('warning', 16)}${texts.verdict[verdict]}</span>`
  }

  /** The tick belongs to the sentence, not to each of its sources: only the last mark shows it. */
  #mark(index: number, n: number, isLast: boolean): TemplateResult {
    const { verdict, citations } = this.turn.sentences[index]!
    const source = this.turn.sources.find((candidate) => candidate.n === n)
    const name = texts.sources.mark(n, source?.title ?? '', source?.headingPath.at(-1))
    const isOpened = this.opened?.source === n && this.opened.sentence === index
    return html`<span class="glue"
      >&#8288;&nbsp;<button
        class="mark"
        type="button"
        aria-label="${name} (${texts.verdict[verdict]})"
        aria-expanded=${isOpened ? 'true' : 'false'}
        @click=${() => this.#open(n, index, citations)}
      >
        ${n}${isLast && verdict === 'supported' ? icon('check', 12) : nothing}
      </button></span
    >`
  }

  #sources(): TemplateResult {
    return this.#row(
      texts.sources.heading,
      renderSources(this.turn.sources, {
        links: this.links,
        documents: this.documents,
        opened: this.opened?.source ?? null,
        open: (n) =>
          this.#open(
            n,
            null,
            this.turn.sentences.flatMap((sentence) => sentence.citations),
          ),
      }),
    )
  }

  #open(source: number, sentence: number | null, citations: Citation[]): void {
    const detail: CitationChoice = {
      turn: this.turn,
      source,
      sentence,
      citations: citations.filter((citation) => citation.source === source),
    }
    this.dispatchEvent(new CustomEvent('open-citation', { detail }))
  }
}

define('fundstelle-answer', AnswerElement)
