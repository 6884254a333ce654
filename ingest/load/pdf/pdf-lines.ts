/** Pieces of text on one base line become cells, cells of one base line a line. */

import type { PdfText } from './pdf-pages.ts'

/** Text without a wide gap. */
export interface Cell {
  text: string
  x: number
  right: number
  /** Base line, from the top of the page. */
  y: number
  /** Size of most of its characters. */
  size: number
  isBold: boolean
}

export interface Line {
  /** From left to right; more than one where wide gaps part them. */
  cells: Cell[]
  text: string
  x: number
  right: number
  y: number
  size: number
  isBold: boolean
  page: number
}

/** A gap wider than this many font sizes parts cells; a narrower one than `SPACE_GAP` is none at all. */
const CELL_GAP = 1.6
const SPACE_GAP = 0.15
const NOTE_MARK = /^\s*\d{1,3}\)?\s*$/u

/** Cells of a page from top to bottom, on one base line from left to right. */
export function toCells(texts: readonly PdfText[]): Cell[] {
  return groupByBaseLine(texts).flatMap((row) => {
    const size = dominant(row.map((text) => [text.size, text.text.length]))
    return splitAtGaps(row.filter((text) => !isNoteMark(text, row, size)))
  })
}

/** Lines of cells that lie in one column. */
export function toLines(cells: readonly Cell[], page: number): Line[] {
  return groupByBaseLine(cells).map((row) => toLine(joinMarker(row), page))
}

export function toLine(cells: Cell[], page: number): Line {
  const weights = cells.map((cell): [number, number] => [cell.size, cell.text.length])
  return {
    cells,
    text: cells.map(({ text }) => text).join(' '),
    x: cells[0]!.x,
    right: cells.at(-1)!.right,
    y: cells[0]!.y,
    size: dominant(weights),
    isBold: cells.every(({ isBold }) => isBold),
    page,
  }
}

function groupByBaseLine<T extends Pick<PdfText, 'text' | 'x' | 'y' | 'size'>>(items: readonly T[]): T[][] {
  const rows: T[][] = []
  for (const item of items.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row && item.y - row[0]!.y <= reach(item, row[0]!)) row.push(item)
    else rows.push([item])
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x))
}

/** How far base lines of one line may lie apart: by the smaller text, but a raised number belongs to the larger. */
function reach(a: Pick<PdfText, 'text' | 'size'>, b: Pick<PdfText, 'text' | 'size'>): number {
  const isRaised = [a, b].some(({ text }) => NOTE_MARK.test(text))
  return Math.max(1, 0.45 * (isRaised ? Math.max(a.size, b.size) : Math.min(a.size, b.size)))
}

/** A small raised number after a word points to a footnote; unless it is the exponent of a unit. */
function isNoteMark(text: PdfText, row: readonly PdfText[], size: number): boolean {
  if (!NOTE_MARK.test(text.text) || text.size > 0.85 * size) return false
  const before = row.findLast((other) => other.x < text.x && other.size > text.size)
  return (
    before !== undefined && text.y < before.y - 0.15 * size && !/(?:^|[\d\s])[kcdm]?m$/u.test(before.text)
  )
}

function splitAtGaps(row: readonly PdfText[]): Cell[] {
  const cells: (Cell & { parts: PdfText[] })[] = []
  for (const part of row) {
    const cell = cells.at(-1)
    const gap = cell ? part.x - cell.right : 0
    if (!cell || gap > CELL_GAP * Math.max(part.size, cell.size)) {
      cells.push({ ...part, right: part.x + part.width, parts: [part] })
      continue
    }
    if (gap < -0.5 * part.width && cell.text.endsWith(part.text)) continue // a shadow printed twice
    const needsSpace = gap > SPACE_GAP * part.size && !/\s$/u.test(cell.text) && !/^\s/u.test(part.text)
    cell.text += (needsSpace ? ' ' : '') + part.text
    cell.right = Math.max(cell.right, part.x + part.width)
    cell.parts.push(part)
  }
  return cells.map(({ parts, ...cell }) => ({
    ...cell,
    text: cell.text.replace(/\s+/gu, ' ').trim(),
    size: dominant(parts.map((part) => [part.size, part.text.length])),
    isBold: boldShare(parts) > 0.9,
  }))
}

function boldShare(parts: readonly PdfText[]): number {
  const length = (texts: readonly PdfText[]) => texts.reduce((sum, { text }) => sum + text.trim().length, 0)
  return length(parts.filter(({ isBold }) => isBold)) / length(parts)
}

/** A cell that holds nothing but the mark of a list item belongs to the cell after it. */
function joinMarker(row: Cell[]): Cell[] {
  const [first, second, ...rest] = row
  if (
    !first ||
    !second ||
    !/^(?:[-–—•*‣▪●○◦■□➢✓·\uF000-\uF0FF]|\(?\d{1,3}[.)]|\(?[a-z]{1,2}\))$/u.test(first.text)
  )
    return row
  return [{ ...second, x: first.x, text: `${first.text} ${second.text}` }, ...rest]
}

/** The value that carries the most weight; ties go to the first. */
export function dominant(values: readonly [value: number, weight: number][]): number {
  const sums = new Map<number, number>()
  for (const [value, weight] of values) {
    const rounded = Math.round(value * 10) / 10
    sums.set(rounded, (sums.get(rounded) ?? 0) + weight)
  }
  let best: [number, number] = [0, -1]
  for (const entry of sums) if (entry[1] > best[1]) best = entry
  return best[0]
}
