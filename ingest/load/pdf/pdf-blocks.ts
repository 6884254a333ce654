/** Lines in reading order become headings, paragraphs, list items, table rows and entries of a table of contents. */

import { type MarkedItem, takeMarker } from '../list-marker.ts'
import { append, type PdfBlock, type TextMeasures, toBlock } from './pdf-block.ts'
import { breaksWithinSentence, continuesBlock, isUnmarkedItem } from './pdf-continuation.ts'
import { continuesHeading, type HeadingPlace, isHeadingLine } from './pdf-headings.ts'
import type { Line } from './pdf-lines.ts'
import { tableLength, toTableRows } from './pdf-tables.ts'

const TOC_ENTRY = /(?:\.\s?){4,}\s*\d{1,4}$|…{2,}\s*\d{1,4}$|_{4,}\s*\d{1,4}$/u
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
