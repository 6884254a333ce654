/** HTML into blocks: the main content without navigation and page furniture. */

import { toLoadedDocument } from '../document-text.ts'
import {
  dropTextEnds,
  dropTextStart,
  joinTexts,
  type LinkedText,
  linkText,
  toLinkedText,
} from '../linked-text.ts'
import { type BlockDraft, CELL_SEPARATOR, imageText, type Loader } from '../loader.ts'
import { decodeHtml } from './decode-html.ts'
import {
  attribute,
  type Element,
  elementChildren,
  find,
  findAll,
  isElement,
  type Node,
  type ParentNode,
  parseHtml,
  type TextNode,
} from './html-tree.ts'
import { takeMarker } from './list-marker.ts'

const SKIPPED = new Set(
  'script style noscript template nav header footer aside form button select dialog svg iframe object canvas'.split(
    ' ',
  ),
)
const SKIPPED_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary', 'dialog'])
const BLOCKS = new Set(
  'address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 hr html li main menu ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Title: `<title>`, else the first heading. */
export const loadHtml: Loader = async (bytes) => {
  const { drafts, title } = toHtmlDrafts(decodeHtml(bytes))
  const firstHeading = drafts.find((draft) => draft.kind === 'heading')
  return toLoadedDocument(drafts, {
    title: title || firstHeading?.text || null,
    pageCount: null,
    warnings: [],
  })
}

/** Blocks of a page or fragment. */
export function toHtmlDrafts(html: string): { drafts: BlockDraft[]; title: string | null } {
  const document = parseHtml(html)
  const title = find(
    document,
    (element) => element.tagName === 'title' && element.namespaceURI.endsWith('xhtml'),
  )
  const drafts: BlockDraft[] = []
  walkBlocks(mainContent(document), { drafts, depth: 0, ordered: false })
  return { drafts, title: title ? inlineText(title).text.trim() : null }
}

function mainContent(document: ParentNode): ParentNode {
  const main = find(
    document,
    (element) => element.tagName === 'main' || attribute(element, 'role') === 'main',
  )
  const articles = findAll(document, (element) => element.tagName === 'article')
  return (
    main ?? (articles.length === 1 ? articles[0]! : (find(document, (e) => e.tagName === 'body') ?? document))
  )
}

interface Walk {
  drafts: BlockDraft[]
  /** Number of lists around the node. */
  depth: number
  ordered: boolean
}

/** Inline content between block elements becomes a paragraph of its own. */
function walkBlocks(parent: ParentNode, walk: Walk): void {
  let inline: LinkedText[] = []
  const flush = () => {
    pushParagraph(joinTexts(inline), walk)
    inline = []
  }
  for (const child of parent.childNodes) {
    if (isElement(child) && !isSkipped(child) && holdsBlock(child)) {
      flush()
      pushBlock(child, walk)
    } else inline.push(inlineText(child))
  }
  flush()
}

function pushParagraph(untrimmed: LinkedText, { drafts }: Walk): void {
  const linked = dropTextEnds(untrimmed)
  if (linked.text === '') return
  const item = takeMarker(linked.text)
  if (item?.style === 'letter' || item?.style === 'bullet') {
    const ordered = item.style === 'letter'
    drafts.push({
      kind: 'listItem',
      level: item.depth,
      ...dropTextStart(linked, linked.text.length - item.text.length),
      ...(ordered && { ordered, marker: item.marker }),
    })
  } else drafts.push({ kind: 'paragraph', level: 0, ...linked })
}

function pushBlock(element: Element, walk: Walk): void {
  const { tagName } = element
  if (/^h[1-6]$/u.test(tagName)) {
    walk.drafts.push({ kind: 'heading', level: Number(tagName[1]), ...inlineText(element) })
  } else if (tagName === 'pre') walk.drafts.push({ kind: 'code', level: 0, ...inlineText(element) })
  else if (tagName === 'table') pushTable(element, walk)
  else if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu') pushList(element, walk)
  else if (tagName === 'dl') pushDefinitions(element, walk)
  else if (tagName === 'a') pushLinkedBlocks(element, walk)
  else walkBlocks(element, walk)
}

/** A link around whole blocks links the words of each. */
function pushLinkedBlocks(element: Element, walk: Walk): void {
  const drafts: BlockDraft[] = []
  walkBlocks(element, { ...walk, drafts })
  const href = attribute(element, 'href')
  walk.drafts.push(...drafts.map((draft) => ({ ...draft, ...linkText(draft, href) })))
}

function pushList(list: Element, walk: Walk): void {
  const ordered = list.tagName === 'ol'
  const from = attribute(list, 'start')
  let number = from && /^\d+$/u.test(from) ? Number(from) : 1
  for (const item of elementChildren(list)) {
    const drafts: BlockDraft[] = []
    walkBlocks(item, { drafts, depth: walk.depth + 1, ordered })
    const [first, ...rest] = drafts
    if (!first) continue
    if (first.kind === 'paragraph') {
      const marker = { ordered: true, marker: `${number}.` }
      walk.drafts.push({
        kind: 'listItem',
        level: walk.depth + 1,
        ...toLinkedText(first),
        ...(ordered && marker),
      })
    } else walk.drafts.push(first)
    walk.drafts.push(...rest)
    number++
  }
}

/** "Term: description" in one paragraph each. */
function pushDefinitions(list: Element, walk: Walk): void {
  let term: LinkedText = { text: '' }
  for (const child of findAll(list, (element) => element.tagName === 'dt' || element.tagName === 'dd')) {
    if (child.tagName === 'dt') term = dropTextEnds(inlineText(child))
    else {
      const parts = [term, dropTextEnds(inlineText(child))].filter(({ text }) => text !== '')
      walk.drafts.push({ kind: 'paragraph', level: 0, ...joinTexts(parts, ': ') })
      term = { text: '' }
    }
  }
}

function pushTable(table: Element, walk: Walk): void {
  const rows = findAll(table, (element) => element.tagName === 'tr')
  const isLayout = rows.every((row) => elementChildren(row).length < 2)
  if (isLayout) {
    for (const row of rows) for (const cell of elementChildren(row)) walkBlocks(cell, walk)
    return
  }
  const caption = find(table, (element) => element.tagName === 'caption')
  if (caption) pushParagraph(inlineText(caption), walk)
  for (const row of rows) {
    const cells = elementChildren(row).map((cell) => dropTextEnds(inlineText(cell)))
    if (cells.some(({ text }) => text !== ''))
      walk.drafts.push({ kind: 'tableRow', level: 0, ...joinTexts(cells, CELL_SEPARATOR) })
  }
}

function inlineText(node: Node | ParentNode): LinkedText {
  if (node.nodeName === '#text') return { text: (node as TextNode).value }
  if (!('childNodes' in node) || (isElement(node) && isSkipped(node))) return { text: '' }
  if (node.nodeName === 'br') return { text: '\n' }
  if (isElement(node) && node.tagName === 'img') return { text: imageText(attribute(node, 'alt')) }
  const inner = joinTexts(node.childNodes.map(inlineText))
  if (!isElement(node)) return inner
  if (node.tagName === 'a') return linkText(inner, attribute(node, 'href'))
  return BLOCKS.has(node.tagName) ? joinTexts([{ text: ' ' }, inner, { text: ' ' }]) : inner
}

function isSkipped(element: Element): boolean {
  return (
    SKIPPED.has(element.tagName) ||
    SKIPPED_ROLES.has(attribute(element, 'role') ?? '') ||
    attribute(element, 'hidden') !== null ||
    attribute(element, 'aria-hidden') === 'true'
  )
}

function holdsBlock(element: Element): boolean {
  return (
    BLOCKS.has(element.tagName) ||
    elementChildren(element).some((child) => !isSkipped(child) && holdsBlock(child))
  )
}
