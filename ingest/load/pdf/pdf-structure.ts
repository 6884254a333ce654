/** What only the whole document shows: text size and leading, levels of headings and lists, blocks across pages. */

import { joinLines } from './hyphenation.ts'
import type { PdfBlock, TextMeasures } from './pdf-block.ts'
import { dominant, type Line } from './pdf-lines.ts'

export function measureText(lines: readonly Line[]): TextMeasures {
  const bodySize = dominant(lines.map((line) => [line.size, line.text.length])) || 10
  const steps = lines.flatMap((line, index): [number, number][] => {
    const next = lines[index + 1]
    const step = next && next.page === line.page ? (next.y - line.y) / line.size : 0
    return line.size === bodySize && next?.size === line.size && step > 0.8 && step < 2.5 ? [[step, 1]] : []
  })
  return { bodySize, leading: steps.length > 0 ? dominant(steps) : 1.2 }
}

/**
 * The largest heading style is level 1; bold text of body size comes last. Within one style a longer section number
 * ("2.1.3") lies deeper.
 */
export function setHeadingLevels(blocks: readonly PdfBlock[]): void {
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  const styles = [...new Set(headings.map(styleOf))].sort((a, b) => b - a)
  const shallowest = new Map<number, number>()
  for (const heading of headings) {
    const depth = numberDepth(heading.text)
    if (depth > 0) shallowest.set(styleOf(heading), Math.min(depth, shallowest.get(styleOf(heading)) ?? 9))
  }
  for (const heading of headings) {
    const style = styleOf(heading)
    const deeper = Math.max(0, numberDepth(heading.text) - (shallowest.get(style) ?? 0))
    heading.level = Math.min(6, styles.indexOf(style) + 1 + deeper)
  }
}

/** Size in half points, bold a little above regular. */
function styleOf({ lines }: PdfBlock): number {
  return Math.round(lines[0]!.size * 2) + (lines[0]!.isBold ? 0.5 : 0)
}

function numberDepth(text: string): number {
  const number = /^(\d{1,2}(?:\.\d{1,2})*)\.?\s/u.exec(text)?.[1]
  return number?.split('.').length ?? 0
}

/** Nesting of list items by where their marks stand. */
export function setListLevels(blocks: readonly PdfBlock[]): void {
  let open: number[] = []
  for (const block of blocks) {
    if (block.kind !== 'listItem') {
      if (block.kind !== 'paragraph' || block.lines[0]!.x <= (open[0] ?? 0) + 2) open = []
      continue
    }
    const { x } = block.lines[0]!
    while (open.length > 0 && open.at(-1)! > x + 4) open.pop()
    if (open.length === 0 || x > open.at(-1)! + 4) open.push(x)
    block.level = Math.min(6, open.length)
  }
}

/** A paragraph or item that the end of a column or page cuts off gets its rest back, past footnotes in between. */
export function joinAcrossBreaks(flows: readonly PdfBlock[][]): PdfBlock[] {
  const all: PdfBlock[] = []
  for (const flow of flows) {
    const [first, ...rest] = flow
    const open = all.findLast(({ isNote }) => !isNote)
    if (first && open && isContinuation(open, first)) {
      const joined = joinLines(open.text, first.text)
      if (first.page !== open.lines.at(-1)!.page)
        open.breaks.push({ at: joined.length - first.text.length, page: first.page })
      open.text = joined
      open.lines.push(...first.lines)
      all.push(...rest)
    } else all.push(...flow)
  }
  return all
}

function isContinuation(open: PdfBlock, next: PdfBlock): boolean {
  const isText = (block: PdfBlock) => block.kind === 'paragraph' || block.kind === 'listItem'
  if (!isText(open) || next.kind !== 'paragraph' || open.isNote !== next.isNote) return false
  if (Math.abs(open.lines[0]!.size - next.lines[0]!.size) > 0.6) return false
  if (/[.!?:]["“”)»]?$/u.test(open.text)) return false
  return /^[\p{Ll}(„]/u.test(next.text) || /[\p{L},–-]$/u.test(open.text)
}
