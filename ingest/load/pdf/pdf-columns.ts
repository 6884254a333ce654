/** Reading order of a page: columns of running text one after the other, everything across them in between. */

import { type Line, toCells, toLines } from './pdf-lines.ts'
import type { PdfPage, PdfText } from './pdf-pages.ts'

const MIN_ROWS = 5
/** Each column takes at least this share of the width of the text. */
const MIN_WIDTH_SHARE = 0.28
/** Running text covers so much of its column's width, line by line; the cells of a table do not. */
const MIN_COVERED = 0.55
/** Of the height of a column, so much is filled with lines. */
const MIN_FILLED = 0.5
/** Lines that reach across the gutter, of all: headings and figures over both columns. */
const MAX_CROSSING = 0.35

/** Lines of each page in reading order, in runs of lines from one column. */
export function toPageFlows(pages: readonly PdfPage[]): Line[][][] {
  const gutters = pages.map(({ texts }) => findGutter(texts))
  const usual = usualGutter(gutters)
  return pages.map(({ texts, number }, index) => {
    const gutter = gutters[index] ?? (usual !== null && isLooselyParted(texts, usual) ? usual : null)
    return toFlows(texts, number, gutter)
  })
}

function toFlows(texts: readonly PdfText[], page: number, gutter = findGutter(texts)): Line[][] {
  if (texts.length === 0) return []
  if (gutter === null) return [toLines(toCells(texts), page)]
  return toBands(texts, gutter).flatMap((band) => {
    const left = band.filter((text) => rightOf(text) <= gutter)
    const right = band.filter((text) => text.x >= gutter)
    const isSplit = left.length + right.length === band.length
    return isSplit ? [...toFlows(left, page), ...toFlows(right, page)] : [toLines(toCells(band), page)]
  })
}

/** The gutter of most pages that have one, if those are many: the last page of a text often has too few lines to tell. */
function usualGutter(gutters: readonly (number | null)[]): number | null {
  const found = gutters.filter((x) => x !== null)
  const near = (x: number) => found.filter((other) => Math.abs(other - x) < 4).length
  const [best] = found.toSorted((a, b) => near(b) - near(a) || a - b)
  return best !== undefined && near(best) >= 2 && near(best) >= 0.3 * gutters.length ? best : null
}

function isLooselyParted(texts: readonly PdfText[], x: number): boolean {
  const left = countRows(texts.filter((text) => rightOf(text) <= x))
  const right = countRows(texts.filter((text) => text.x >= x))
  const crossing = countRows(texts.filter((text) => text.x < x && rightOf(text) > x))
  return left >= 2 && right >= 2 && crossing <= MAX_CROSSING * (left + right)
}

/** x between two columns of running text; null for a page of one column. */
function findGutter(texts: readonly PdfText[]): number | null {
  if (texts.length < 2 * MIN_ROWS) return null
  const { from, to } = extent(texts)
  const isCentral = (x: number) => x > from + 0.2 * (to - from) && x < to - 0.2 * (to - from)
  const candidates = [...new Set(texts.map(({ x }) => Math.round(x) - 2))]
    .filter(isCentral)
    .map((x) => ({ x, score: gutterScore(texts, x) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.x - b.x)
  return candidates[0]?.x ?? null
}

/** Lines beside the gutter less those across it; 0 where it does not part two columns. */
function gutterScore(texts: readonly PdfText[], x: number): number {
  const { from, to } = extent(texts)
  const left = texts.filter((text) => rightOf(text) <= x)
  const right = texts.filter((text) => text.x >= x)
  const crossing = countRows(texts.filter((text) => text.x < x && rightOf(text) > x))
  const beside = countRows(left) + countRows(right)
  const minWidth = MIN_WIDTH_SHARE * (to - from)
  if (crossing > MAX_CROSSING * beside || !isColumn(left, minWidth) || !isColumn(right, minWidth)) return 0
  return beside - 2 * crossing
}

function isColumn(texts: readonly PdfText[], minWidth: number): boolean {
  const rows = countRows(texts)
  if (rows < MIN_ROWS) return false
  const { from, to } = extent(texts)
  const covered = texts.reduce((sum, { width }) => sum + width, 0)
  const ys = texts.map(({ y }) => y)
  const height = Math.max(...ys) - Math.min(...ys) + texts[0]!.size
  const isFilled = rows * 1.25 * texts[0]!.size >= MIN_FILLED * height
  return to - from >= minWidth && covered >= MIN_COVERED * rows * (to - from) && isFilled
}

function countRows(texts: readonly PdfText[]): number {
  return new Set(texts.map(({ y }) => Math.round(y))).size
}

function extent(texts: readonly PdfText[]): { from: number; to: number } {
  return { from: Math.min(...texts.map(({ x }) => x)), to: Math.max(...texts.map(rightOf)) }
}

/** Texts from top to bottom, cut wherever one that crosses the gutter comes or goes. */
function toBands(texts: readonly PdfText[], gutter: number): PdfText[][] {
  const bands: { crosses: boolean; texts: PdfText[] }[] = []
  for (const text of texts.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const crosses = text.x < gutter && rightOf(text) > gutter
    const band = bands.at(-1)
    if (band && band.crosses === crosses) band.texts.push(text)
    else bands.push({ crosses, texts: [text] })
  }
  return bands.map((band) => band.texts)
}

function rightOf({ x, width }: PdfText): number {
  return x + width
}
