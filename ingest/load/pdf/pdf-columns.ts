/** Reading order of a page: columns of running text one after the other, everything across them in between. */

import { type Cell, type Line, toLines } from './pdf-lines.ts'

const MIN_LINES = 5
/** Of the lines of a column, so many reach over half of its width: running text, not the cells of a table. */
const MIN_FULL_SHARE = 0.6
/** Of the height of a column, so much is filled with lines. */
const MIN_FILL = 0.5

/** Lines of a page in reading order, each run of them from one column. */
export function toFlows(cells: readonly Cell[], page: number): Line[][] {
  const gutter = findGutter(cells)
  if (gutter === null) return cells.length > 0 ? [toLines(cells, page)] : []
  return toBands(cells, gutter).flatMap((band) => {
    const left = band.filter((cell) => cell.right <= gutter)
    const right = band.filter((cell) => cell.x >= gutter)
    const isSplit = left.length > 0 && right.length > 0 && left.length + right.length === band.length
    return isSplit ? [...toFlows(left, page), ...toFlows(right, page)] : [toLines(band, page)]
  })
}

/** x of the middle of the widest strip that parts two columns of running text; null for a page of one column. */
function findGutter(cells: readonly Cell[]): number | null {
  if (cells.length < 2 * MIN_LINES) return null
  const from = Math.min(...cells.map(({ x }) => x))
  const to = Math.max(...cells.map(({ right }) => right))
  const candidates = [...new Set(cells.map(({ x }) => Math.round(x)))]
    .filter((x) => x > from + 0.2 * (to - from) && x < to - 0.2 * (to - from))
    .map((x) => ({ x: x - 2, score: gutterScore(cells, x - 2) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.x - b.x)
  return candidates[0]?.x ?? null
}

/** Number of lines beside the strip, 0 where it does not part two columns. */
function gutterScore(cells: readonly Cell[], x: number): number {
  const left = cells.filter((cell) => cell.right <= x)
  const right = cells.filter((cell) => cell.x >= x)
  const crossing = cells.length - left.length - right.length
  if (crossing > 0.35 * cells.length || !isColumn(left) || !isColumn(right)) return 0
  return left.length + right.length - 2 * crossing
}

function isColumn(cells: readonly Cell[]): boolean {
  if (cells.length < MIN_LINES) return false
  const width = Math.max(...cells.map(({ right }) => right)) - Math.min(...cells.map(({ x }) => x))
  const full = cells.filter((cell) => cell.right - cell.x > 0.5 * width)
  const lines = new Set(cells.map(({ y }) => Math.round(y)))
  const ys = cells.map(({ y }) => y)
  const height = Math.max(...ys) - Math.min(...ys) + cells[0]!.size
  const filled = [...lines].length * 1.25 * cells[0]!.size
  return full.length >= MIN_FULL_SHARE * cells.length && filled >= MIN_FILL * height
}

/** Cells from top to bottom, cut wherever a cell that crosses the gutter comes or goes. */
function toBands(cells: readonly Cell[], gutter: number): Cell[][] {
  const bands: { crosses: boolean; cells: Cell[] }[] = []
  for (const cell of [...cells].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const crosses = cell.x < gutter && cell.right > gutter
    const band = bands.at(-1)
    if (band && band.crosses === crosses) band.cells.push(cell)
    else bands.push({ crosses, cells: [cell] })
  }
  return bands.map((band) => band.cells)
}
