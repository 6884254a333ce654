/** Lines in reading order become headings, paragraphs, list items, table rows and entries of a table of contents. */

import type { BlockDraft } from '../../loader.ts'
import { type MarkedItem, takeMarker } from '../list-marker.ts'
import { joinLines } from './hyphenation.ts'
import type { Line } from './pdf-lines.ts'
import { tableLength, toTableRows } from './pdf-tables.ts'

/** A draft that remembers its lines until headings get their levels and pages are joined. */
export interface PdfBlock {
  kind: BlockDraft['kind']
  text: string
  page: number
  lines: Line[]
  ordered?: boolean
  marker?: string
  level: number
  /** Offsets in `text` from which on it stands on a later page. */
  breaks: { at: number; page: number }[]
  /** Small print below the text. */
  isNote: boolean
}

export interface TextMeasures {
  bodySize: number
  /** From base line to base line of the running text, in font sizes. */
  leading: number
}

const TOC_ENTRY = /(?:\.\s?){4,}\s*\d{1,4}$|…{2,}\s*\d{1,4}$|_{4,}\s*\d{1,4}$/u
const ORDINAL_BEFORE =
  /(?:^|\s)(?:im|am|der|dem|den|des|die|das|zum|zur|vom|und|oder|bis|Nr\.|Nummer|Abs\.|Absatz|Satz|Artikel|Art\.|§§?|Seite|S\.|[IVX]+\.)$/u
const TOC_HEADING = /^(?:Inhalt|Inhaltsverzeichnis|Inhaltsübersicht|Contents)$/iu

export function toBlocks(flow: readonly Line[], measures: TextMeasures): PdfBlock[] {
  const blocks: PdfBlock[] = []
  const edges = {
    left: Math.min(...flow.map(({ x }) => x)),
    right: Math.max(...flow.map((line) => line.right)),
  }
  for (let index = 0; index < flow.length; index++) {
    const line = flow[index]!
    if (isTocEntry(line, blocks)) blocks.push(toBlock(line, 'reference', line.text))
    else if (line.cells.length > 1 && tableLength(flow, index) > 0) {
      const length = tableLength(flow, index)
      const rows = toTableRows(flow.slice(index, index + length))
      blocks.push(...rows.map((text) => toBlock(line, 'tableRow', text)))
      index += length - 1
    } else pushLine(blocks, line, { ...measures, ...edges, before: flow[index - 1], after: flow[index + 1] })
  }
  return blocks
}

/** Dots up to a page number, or a number at the end below the heading "Inhalt". */
function isTocEntry(line: Line, blocks: readonly PdfBlock[]): boolean {
  if (TOC_ENTRY.test(line.text)) return true
  const previous = blocks.at(-1)
  const inToc = previous && (previous.kind === 'reference' || TOC_HEADING.test(previous.text))
  return Boolean(inToc && line.cells.length > 1 && /^(?:\d{1,4}|[ivxl]+)$/u.test(line.cells.at(-1)!.text))
}

interface Flow extends TextMeasures {
  /** Edges of the column. */
  left: number
  right: number
}

/** A line's neighbours in its column. */
interface HeadingPlace extends Flow {
  before: Line | undefined
  after: Line | undefined
}

function pushLine(blocks: PdfBlock[], line: Line, { before, after, ...flow }: HeadingPlace): void {
  const block = blocks.at(-1)
  const last = block?.lines.at(-1)
  if (block && last && block.kind === 'heading' && continuesHeading(last, line)) {
    append(block, line)
    return
  }
  if (isHeadingLine(line, { ...flow, before, after })) {
    blocks.push(toBlock(line, 'heading', line.text))
    return
  }
  const item = takeListMarker(line.text)
  if (item && !breaksWithinSentence(blocks, item, line, flow)) {
    const ordered = item.style !== 'bullet'
    const own = { ...toBlock(line, 'listItem', item.text), level: 1 }
    blocks.push(ordered ? { ...own, ordered, marker: item.marker } : own)
  } else if (block && last && continuesBlock(block, last, line, flow)) append(block, line)
  else if (block && isUnmarkedItem(block, line))
    blocks.push({ ...toBlock(line, 'listItem', line.text), level: 1 })
  else blocks.push({ ...toBlock(line, 'paragraph', line.text), isNote: line.size < 0.9 * flow.bodySize })
}

function takeListMarker(text: string): MarkedItem | null {
  const symbol = /^[\uF000-\uF0FF➔➜➤►▶☐☑❑❒o](?=\s)\s+/u.exec(text)
  if (symbol) return { marker: '•', text: text.slice(symbol[0].length), style: 'bullet', depth: 1 }
  return takeMarker(text)
}

/** Larger than the text, or all bold; few words, no full stop at the end, and unless much larger set apart. */
function isHeadingLine(line: Line, { before, after, bodySize, leading, right, left }: HeadingPlace): boolean {
  const isLarge = line.size > 1.12 * bodySize
  if (!isLarge && !(line.isBold && line.size >= 0.95 * bodySize)) return false
  if (!/\p{L}{2}/u.test(line.text) || line.text.length > 200) return false
  if (/[-,;]$/u.test(line.text) && !(isLarge && after && continuesHeading(line, after))) return false
  if (line.size > 1.3 * bodySize) return true
  if (line.text.length > 120 || /[.:]$/u.test(line.text) || /^\p{Ll}/u.test(line.text)) return false
  const isFull = ({ right: edge }: Line) => edge > right - 0.1 * (right - left)
  const isNear = (a: Line | undefined, b: Line | undefined) =>
    a && b && a.page === b.page && b.y > a.y && b.y - a.y < 1.15 * leading * line.size
  const isAlike = (other: Line) => other.isBold === line.isBold && Math.abs(other.size - line.size) < 0.6
  if (isNear(before, line) && !isAlike(before!) && isFull(before!) && !/[.:!?]$/u.test(before!.text))
    return false
  return !(isNear(line, after) && !isAlike(after!) && isFull(line))
}

function continuesHeading(last: Line, line: Line): boolean {
  const isSameStyle =
    Math.abs(last.size - line.size) < 0.6 && last.isBold === line.isBold && last.page === line.page
  const isClose = line.y > last.y && line.y - last.y < 1.6 * line.size
  return isSameStyle && isClose && !/^(?:\d+(?:\.\d+)*\.?\s|§|Art\.)/u.test(line.text)
}

function continuesBlock(block: PdfBlock, last: Line, line: Line, flow: Flow): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'listItem') return false
  if (Math.abs(last.size - line.size) > 0.12 * last.size || last.page !== line.page) return false
  const step = line.y - last.y
  if (step <= 0 || step > Math.max(1.28 * flow.leading, 1.35) * line.size) return false
  const isFull = last.right > flow.right - 0.2 * (flow.right - block.lines[0]!.x)
  const endsSentence = /[.!?:;]["“”)»]?$/u.test(last.text)
  if (!isFull && breaksOnPurpose(last, line, flow)) return false
  if (block.kind === 'listItem') {
    // Back at the mark's own edge after a short line, the item is over.
    return line.x > block.lines[0]!.x + 2 || isFull
  }
  const isIndented = line.x > last.x + 0.8 * line.size
  if (isIndented && (last.text.endsWith(':') || (endsSentence && block.lines.length > 1))) return false
  return isFull || !endsSentence
}

/** The line is much shorter than its column, and the next line's first word would have fitted behind it. */
function breaksOnPurpose(last: Line, line: Line, { right, left }: Flow): boolean {
  const word = (line.text.split(' ')[0]!.length + 1) * ((line.right - line.x) / line.text.length)
  return last.right + word < right - 0.25 * (right - left)
}

/** An indented line below "…:", or below such a line: an item whose mark was drawn instead of written. */
function isUnmarkedItem(block: PdfBlock, line: Line): boolean {
  const { x, y, size, page } = block.lines[0]!
  if (page !== line.page || line.y - y > 8 * size) return false
  if (block.kind === 'listItem') return block.marker === undefined && Math.abs(line.x - x) < 3
  return block.kind === 'paragraph' && block.text.endsWith(':') && line.x > x + 0.8 * size
}

/** "… im" + "3. Quartal …": a mark at the beginning of a line that goes on counts only where it opens or continues a list. */
function breaksWithinSentence(
  blocks: readonly PdfBlock[],
  item: MarkedItem,
  line: Line,
  flow: Flow,
): boolean {
  const block = blocks.at(-1)
  const last = block?.lines.at(-1)
  if (!block || !last || !continuesBlock(block, last, line, flow)) return false
  if (ORDINAL_BEFORE.test(last.text)) return true
  if (/[.:;,]$/u.test(last.text)) return false
  if (item.style === 'bullet')
    return block.kind !== 'listItem' && /^[-–—]$/u.test(item.marker) && /^\p{Ll}/u.test(item.text)
  if (isFirst(item.marker)) return false
  return !blocks.some((other) => other.marker !== undefined && isNext(other.marker, item.marker))
}

function isFirst(marker: string): boolean {
  return /^(?:1|a|aa|1\.1)[.)]$/u.test(marker)
}

function isNext(before: string, marker: string): boolean {
  if (/\d/u.test(marker)) return Number.parseInt(marker, 10) === Number.parseInt(before, 10) + 1
  return marker.codePointAt(0) === before.codePointAt(0)! + 1
}

function toBlock(line: Line, kind: PdfBlock['kind'], text: string): PdfBlock {
  return { kind, text, page: line.page, lines: [line], level: 0, breaks: [], isNote: false }
}

export function append(block: PdfBlock, line: Line): void {
  block.text = joinLines(block.text, line.text)
  block.lines.push(line)
}
