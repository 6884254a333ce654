/** Markdown (CommonMark + GFM, YAML front matter) into blocks. The Markdown library's types stay in this file. */

import type { ListItem, Nodes, Parent, Root, RootContent, TableRow } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { toLoadedDocument } from '../document-text.ts'
import {
  dropTextEnds,
  dropTextStart,
  joinTexts,
  type LinkedText,
  linkText,
  replaceText,
  toLinkedText,
} from '../linked-text.ts'
import { type BlockDraft, CELL_SEPARATOR, imageText, type Loader } from '../loader.ts'
import { decodeText } from './decode-text.ts'
import { splitFrontMatter } from './front-matter.ts'
import { toHtmlDrafts } from './html-loader.ts'
import { takeMarker } from './list-marker.ts'

/** Indented code is switched off: in German guidance and laws deep indentation means nested items, never code. */
const PLAIN = { extensions: [{ disable: { null: ['codeIndented'] } }] }
const WITH_GFM = { extensions: [gfm(), ...PLAIN.extensions], mdastExtensions: [gfmFromMarkdown()] }

/** Without one of these (tables, addresses, strikethrough, footnotes, boxes) GFM reads the same, at half the speed. */
const GFM_SIGN = /[|~@]|:-|-:|www\.|https?:|\[\^|\[[ x]\]/iu

/** Four spaces after a bullet put nested items one column too far left for CommonMark; other dialects count in fours. */
const WIDE_BULLET = /^([^\S\n]*[*+-]) {4}(?=\S)/gmu

/** Title: front matter (with the law's abbreviation), else the first heading. */
export const loadMarkdown: Loader = async (bytes) => {
  const { body, title, warnings } = splitFrontMatter(decodeText(bytes))
  const source = body.replace(WIDE_BULLET, '$1   ')
  const drafts = toPieces(source).flatMap(draftPiece)
  const firstHeading = drafts.find((draft) => draft.kind === 'heading')
  return toLoadedDocument(drafts, { title: title ?? firstHeading?.text ?? null, pageCount: null, warnings })
}

/**
 * A heading at the margin ends whatever stands above it, so that a long text can be read section by section, which takes
 * less than its square in time; but not through code fences, HTML, or definitions that hold for the whole text.
 */
function toPieces(source: string): string[] {
  return SPANS_SECTIONS.test(source) ? [source] : source.split(/(?<=\n)(?=#{1,6}[ \t])/u)
}

const SPANS_SECTIONS = /```|~~~|<[a-z!?/]|\]:/iu

function draftPiece(source: string): BlockDraft[] {
  const tree = fromMarkdown(source, GFM_SIGN.test(source) ? WITH_GFM : PLAIN)
  resolveLinks(tree)
  return tree.children.flatMap((node) => toDrafts(node, { source, depth: 0 }))
}

/** Links that name a definition elsewhere ("[Text][1]") become links with its address. */
function resolveLinks(tree: Root): void {
  const addresses = new Map<string, string>()
  for (const node of descendants(tree)) {
    if (node.type === 'definition' && !addresses.has(node.identifier))
      addresses.set(node.identifier, node.url)
  }
  for (const node of descendants(tree)) {
    if (node.type !== 'linkReference') continue
    Object.assign(node, { type: 'link', url: addresses.get(node.identifier) ?? '' })
  }
}

function* descendants(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* descendants(child)
}

interface Place {
  source: string
  /** Number of lists around the node. */
  depth: number
}

function toDrafts(node: RootContent, place: Place): BlockDraft[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, ...inlineText(node) }]
    case 'paragraph':
      return [toParagraph(inlineText(node), place)]
    case 'code':
      return [{ kind: 'code', level: 0, text: node.value }]
    case 'html':
      return toHtmlDrafts(node.value).drafts
    case 'list':
      if (node.children.every(isCellList)) return node.children.map((item) => toListTableRow(item, place))
      return node.children.flatMap((item) => toItemDrafts(item, node.ordered ?? false, place))
    case 'table':
      return node.children.map(toRow)
    case 'blockquote':
    case 'footnoteDefinition':
      return node.children.flatMap((child) => toDrafts(child, place))
    default:
      return []
  }
}

/** Within a list a paragraph "a) …" is an item of the next level: CommonMark knows no lettered lists. */
function toParagraph(text: LinkedText, place: Place): BlockDraft {
  const plain = replaceText(text, /\s*\n\s*:\s+/gu, ': ')
  const item = takeMarker(plain.text)
  if (!item || (place.depth === 0 && item.style !== 'letter'))
    return { kind: 'paragraph', level: 0, ...plain }
  return {
    kind: 'listItem',
    level: place.depth + item.depth,
    ordered: true,
    marker: item.marker,
    ...dropTextStart(plain, plain.text.length - item.text.length),
  }
}

function toItemDrafts(item: ListItem, ordered: boolean, place: Place): BlockDraft[] {
  const depth = place.depth + 1
  const drafts = item.children.flatMap((child) => toDrafts(child, { ...place, depth }))
  const marker = ordered ? markerInSource(item, place.source) : undefined
  const [first, ...rest] = drafts
  const leads = first?.kind === 'paragraph'
  const own: BlockDraft = { kind: 'listItem', level: depth, ...(leads ? toLinkedText(first) : { text: '' }) }
  if (marker) Object.assign(own, { ordered: true, marker })
  // An item without words of its own ("1." above a nested list) still shows its number.
  if (!leads && marker && first)
    return [{ ...first, marker: [marker, first.marker].filter(Boolean).join(' ') }, ...rest]
  if (!leads && marker && !first) return [{ kind: 'listItem', level: depth, text: marker }]
  return leads ? [own, ...rest] : drafts
}

/** The number as written: laws leave gaps that CommonMark would count over. */
function markerInSource(item: ListItem, source: string): string {
  const offset = item.position?.start.offset ?? 0
  return /^\d+[.)]/u.exec(source.slice(offset, offset + 12))?.[0] ?? ''
}

/** "* * a, * b": a list whose items hold nothing but one bullet list is a table, as pandoc-like converters write it. */
function isCellList(item: ListItem): boolean {
  const [child] = item.children
  return item.children.length === 1 && child?.type === 'list' && !child.ordered
}

function toListTableRow(item: ListItem, place: Place): BlockDraft {
  const [list] = item.children
  const cells = list?.type === 'list' ? list.children : []
  const texts = cells.map((cell) => {
    const lines = toItemDrafts(cell, false, place).map((draft) =>
      joinTexts(
        [{ text: draft.marker ?? '' }, draft].filter(({ text }) => text !== ''),
        ' ',
      ),
    )
    return joinTexts(lines, ' ')
  })
  return { kind: 'tableRow', level: 0, ...joinCells(texts) }
}

function toRow(row: TableRow): BlockDraft {
  return { kind: 'tableRow', level: 0, ...joinCells(row.children.map(inlineText)) }
}

function joinCells(cells: LinkedText[]): LinkedText {
  const isEmpty = cells.every(({ text }) => text.trim() === '')
  return isEmpty ? { text: '' } : joinTexts(cells.map(dropTextEnds), CELL_SEPARATOR)
}

function inlineText(node: Nodes): LinkedText {
  if (!('children' in node)) return { text: leafText(node) }
  const text = joinTexts((node as Parent).children.map(inlineText))
  return node.type === 'link' ? linkText(text, node.url) : text
}

function leafText(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value.replace(/(\p{L}-)\n(?=\p{Lu})/gu, '$1')
    case 'inlineCode':
      return node.value
    case 'image':
    case 'imageReference':
      return imageText(node.alt)
    case 'break':
      return '\n'
    case 'html':
      return /^<br/iu.test(node.value) ? '\n' : ''
    default:
      return ''
  }
}
