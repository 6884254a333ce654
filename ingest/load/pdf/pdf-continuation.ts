/** Tells whether a line goes on with the block above it, or begins another. */

import type { MarkedItem } from '../list-marker.ts'
import type { Flow, PdfBlock } from './pdf-block.ts'
import type { Line } from './pdf-lines.ts'

const ORDINAL_BEFORE =
  /(?:^|\s)(?:im|am|der|dem|den|des|die|das|zum|zur|vom|und|oder|bis|Nr\.|Nummer|Abs\.|Absatz|Satz|Artikel|Art\.|§§?|Seite|S\.|[IVX]+\.)$/u

/** Close below in the same size, and nothing shows that the block above was over. */
export function continuesBlock(block: PdfBlock, last: Line, line: Line, flow: Flow): boolean {
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
export function isUnmarkedItem(block: PdfBlock, line: Line): boolean {
  const { x, y, size, page } = block.lines[0]!
  if (page !== line.page || line.y - y > 8 * size) return false
  if (block.kind === 'listItem') return block.marker === undefined && Math.abs(line.x - x) < 3
  return block.kind === 'paragraph' && block.text.endsWith(':') && line.x > x + 0.8 * size
}

/** "… im" + "3. Quartal …": a mark at the beginning of a line that goes on counts only where it opens or continues a list. */
export function breaksWithinSentence(
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
