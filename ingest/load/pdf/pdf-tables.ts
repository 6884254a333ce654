/** Lines whose cells stand in columns become table rows; wrapped cells come together again. */

import { CELL_SEPARATOR } from '../../loader.ts'
import { joinLines } from './hyphenation.ts'
import type { Cell, Line } from './pdf-lines.ts'

const TOLERANCE = 6
const EXACT = 2

/**
 * Number of lines from `start` on that make a table, 0 for none: lines of several cells of which two agree in a column
 * other than the first; lines of one cell belong to it when that stands in a column. The first column and the right edge
 * of justified text prove nothing.
 */
export function tableLength(lines: readonly Line[], start: number): number {
  const rows: Line[] = []
  const edge = Math.max(...lines.map(({ right }) => right))
  let end = start
  for (; end < lines.length; end++) {
    const line = lines[end]!
    if (end > start && isApart(lines[end - 1]!, line)) break
    const isShared = rows.some((row) =>
      line.cells.some((cell) => row.cells.some((other) => isAligned(cell, other, TOLERANCE))),
    )
    if (line.cells.length < 2 && (!isShared || line.x <= rows[0]!.x + TOLERANCE)) break
    if (rows.length > 0 && !isShared) break
    if (line.cells.length >= 2) rows.push(line)
  }
  const isTable = rows.some((row, index) => rows.slice(0, index).some((above) => agree(above, row, edge)))
  return isTable ? end - start : 0
}

function isApart(above: Line, line: Line): boolean {
  return line.page !== above.page || line.y - above.y > 4 * line.size
}

/** Two cells behind the first begin, end or are centred at the very same place. */
function agree(above: Line, line: Line, edge: number): boolean {
  const counts = (cell: Cell) => cell.right < edge - TOLERANCE || /^[\d.,:%€\s–-]+$/u.test(cell.text)
  return line.cells.slice(1).some((cell) =>
    above.cells.slice(1).some((other) => {
      const isOpen = counts(cell) && counts(other)
      return isOpen ? isAligned(cell, other, EXACT) : Math.abs(cell.x - other.x) < EXACT
    }),
  )
}

/** Begin, end or are centred at about the same place. */
function isAligned(a: Cell, b: Cell, tolerance: number): boolean {
  const isNear = (x: number, y: number) => Math.abs(x - y) < tolerance
  return isNear(a.x, b.x) || isNear(a.right, b.right) || isNear((a.x + a.right) / 2, (b.x + b.right) / 2)
}

/**
 * A line close below another that has nothing in the first column goes on with the row above. Columns that hold nothing
 * but symbols are left out.
 */
export function toTableRows(lines: readonly Line[]): string[] {
  const columns = toColumns(lines)
  const rows: string[][] = []
  for (const [index, line] of lines.entries()) {
    const isClose = index > 0 && line.y - lines[index - 1]!.y < 1.35 * line.size
    if (!isClose || columnOf(line.cells[0]!, columns) === 0) rows.push(columns.map(() => ''))
    const cells = rows.at(-1)!
    for (const cell of line.cells) {
      const column = columnOf(cell, columns)
      cells[column] = joinLines(cells[column]!, cell.text)
    }
  }
  const isWorded = columns.map((_, column) => rows.some((cells) => /[\p{L}\p{N}]/u.test(cells[column]!)))
  return rows.map((cells) => cells.filter((_, column) => isWorded[column]).join(CELL_SEPARATOR))
}

interface Column {
  x: number
  right: number
}

/** Cells that overlap from above to below make a column; a cell that reaches over several does not join them. */
function toColumns(lines: readonly Line[]): Column[] {
  const most = Math.max(...lines.map(({ cells }) => cells.length))
  const full = lines
    .filter(({ cells }) => cells.length >= Math.max(2, most - 1))
    .flatMap(({ cells }) => cells)
  const columns: Column[] = []
  for (const { x, right } of full.toSorted((a, b) => a.x - b.x)) {
    const last = columns.at(-1)
    if (last && x < last.right - 1) last.right = Math.max(last.right, right)
    else columns.push({ x, right })
  }
  return columns
}

/** The column that the cell overlaps most, else the nearest. */
function columnOf(cell: Cell, columns: readonly Column[]): number {
  const overlaps = columns.map(({ x, right }) => Math.min(cell.right, right) - Math.max(cell.x, x))
  return overlaps.indexOf(Math.max(...overlaps))
}
