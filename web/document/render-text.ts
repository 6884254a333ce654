/** Draws blocks of a document as headings, paragraphs, lists and tables, with the quoted words as `<mark>`. */

import { html, nothing, type TemplateResult } from 'lit'
import { literal, type StaticValue, html as staticHtml } from 'lit/static-html.js'
import type { Block, Link, Span } from '../../server/wire.ts'
import { icon } from '../elements/icons.ts'
import { texts } from '../texts.de.ts'
import { cutAtLinks, type TextPiece } from './blocks.ts'

export interface RenderTextOptions {
  text: string
  blocks: readonly Block[]
  marks: readonly Span[]
  /** Added to the document's own heading levels, so that they lie below the page's. */
  headingOffset: number
}

const headingTags: StaticValue[] = [literal`h2`, literal`h3`, literal`h4`, literal`h5`, literal`h6`]

export function renderText(options: RenderTextOptions): TemplateResult[] {
  const drawn: TemplateResult[] = []
  const { blocks } = options
  let page: number | null = blocks[0]?.page ?? null
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index]!
    if (block.page !== page && block.page !== null) drawn.push(renderPageBreak(block))
    page = block.page ?? page
    const run = runLength(blocks, index)
    drawn.push(renderRun(blocks.slice(index, index + run), options))
    index += run
  }
  return drawn
}

/** List items and table rows that follow each other are one list or table, unless a page begins in between. */
function runLength(blocks: readonly Block[], first: number): number {
  const { kind, page } = blocks[first]!
  if (kind !== 'listItem' && kind !== 'tableRow') return 1
  const next = blocks.findIndex(
    (block, index) => index > first && (block.kind !== kind || block.page !== page),
  )
  return (next < 0 ? blocks.length : next) - first
}

function renderRun(run: readonly Block[], options: RenderTextOptions): TemplateResult {
  const first = run[0]!
  switch (first.kind) {
    case 'heading':
      return renderHeading(first, options)
    case 'listItem':
      return renderList(run, options)
    case 'tableRow':
      return html`<div class="table" role="group" tabindex="0">${run.map((row) => html`<p>${inlines(row, options)}</p>`)}</div>`
    case 'code':
      return html`<pre tabindex="0"><code>${inlines(first, options)}</code></pre>`
    case 'reference':
      return html`<p class="reference">${inlines(first, options)}</p>`
    default:
      return html`<p>${inlines(first, options)}</p>`
  }
}

function renderHeading(block: Block, options: RenderTextOptions): TemplateResult {
  const tag = headingTags[Math.min(block.level + options.headingOffset, 6) - 2] ?? headingTags[0]!
  return staticHtml`<${tag} data-start=${block.start} tabindex="-1">${inlines(block, options)}</${tag}>`
}

/** Deeper items hang in a list of their own within the item above them. */
function renderList(items: readonly Block[], options: RenderTextOptions): TemplateResult {
  const top = Math.min(...items.map((item) => item.level))
  const entries: Block[][] = []
  for (const item of items) {
    if (item.level <= top || entries.length === 0) entries.push([item])
    else entries.at(-1)!.push(item)
  }
  const drawn = entries.map(
    ([item, ...inner]) =>
      html`<li>${inlines(item!, options)}${inner.length > 0 ? renderList(inner, options) : nothing}</li>`,
  )
  return items[0]!.ordered ? html`<ol>${drawn}</ol>` : html`<ul>${drawn}</ul>`
}

function inlines(block: Block, { text, marks }: RenderTextOptions) {
  return cutAtLinks(text, block, marks).map(({ link, pieces }) =>
    link ? renderLink(link, pieces) : renderPieces(pieces),
  )
}

function renderPieces(pieces: readonly TextPiece[]) {
  return pieces.map((piece) => (piece.marked ? html`<mark>${piece.text}</mark>` : piece.text))
}

/** What the server sends is not trusted to be an address that may be opened. A mail address opens no window. */
function renderLink({ href }: Link, pieces: readonly TextPiece[]) {
  if (/^mailto:/i.test(href)) return html`<a href=${href}>${renderPieces(pieces)}</a>`
  if (!/^https?:\/\//i.test(href)) return renderPieces(pieces)
  return html`<a href=${href} target="_blank" rel="noopener noreferrer"
    >${renderPieces(pieces)}<span class="visually-hidden"> ${texts.sources.newTab}</span>${icon('external', 14)}</a
  >`
}

function renderPageBreak(block: Block): TemplateResult {
  return html`<p class="page">${texts.sources.page(block.pageLabel ?? block.page!)}</p>`
}
