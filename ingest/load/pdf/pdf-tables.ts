/** Lines whose cells stand in columns become table rows; wrapped cells come together again. */

import { CELL_SEPARATOR } from '../../loader.ts'
import { joinLines } from './hyphenation.ts'
import type { Cell, Line } from './pdf-lines.ts'

const TOLERANCE = 6

/**
 * Number of lines from `start` on that make a table, 0 for none: at least two lines of several cells, of which two stand
 * below each other in two columns; lines of one cell belong to it when that stands in a column.
 */
export function tableLength(lines: readonly Line[], start: number): number {
  const rows: Line[] = []
  let end = start
  for (; end < lines.length; end++) {
    const line = lines[end]!
    if (end > start && isApart(lines[end - 1]!, line)) break
    const shared = Math.max(0, ...rows.map((row) => sharedColumns(row, line)))
    if (line.cells.length < 2 && (shared === 0 || line.x <= rows[0]!.x + TOLERANCE)) break
    if (rows.length > 0 && shared === 0) break
    if (line.cells.length >= 2) rows.push(line)
  }
  const isAligned = rows.some((row, index) =>
    rows.slice(0, index).some((above) => sharedColumns(above, row) >= 2),
  )
  return isAligned ? end - start : 0
}

function isApart(above: Line, line: Line): boolean {
  return line.page !== above.page || line.y - above.y > 4 * line.size
}

function sharedColumns(above: Line, line: Line): number {
  return line.cells.filter(({ x }) => above.cells.some((cell) => Math.abs(cell.x - x) < TOLERANCE)).length
}

/** A line without a cell in the first column goes on with the row above. */
export function toTableRows(lines: readonly Line[]): { text: string; page: number }[] {
  const columns = toColumns(lines)
  const rows: { cells: string[]; page: number }[] = []
  for (const line of lines) {
    const opens = columnOf(line.cells[0]!, columns) === 0
    if (opens || rows.length === 0) rows.push({ cells: columns.map(() => ''), page: line.page })
    const { cells } = rows.at(-1)!
    for (const cell of line.cells) {
      const column = columnOf(cell, columns)
      cells[column] = joinLines(cells[column]!, cell.text)
    }
  }
  return rows.map(({ cells, page }) => ({
    text: cells.join(CELL_SEPARATOR).replace(/(?: \|)+\s*$/u, ''),
    page,
  }))
}

function toColumns(lines: readonly Line[]): number[] {
  const starts = lines.flatMap(({ cells }) => cells.map(({ x }) => x)).sort((a, b) => a - b)
  return starts.filter((x, index) => index === 0 || x - starts[index - 1]! > TOLERANCE)
}

function columnOf(cell: Cell, columns: readonly number[]): number {
  return Math.max(
    0,
    columns.findLastIndex((x) => x <= cell.x + TOLERANCE),
  )
}
