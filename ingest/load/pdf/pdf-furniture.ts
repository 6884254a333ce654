/** Running heads, footers and page numbers: found by their repetition at the same height, and taken out. */

import type { Line } from './pdf-lines.ts'

export interface PageLines {
  page: number
  height: number
  /** Runs of lines in reading order. */
  flows: Line[][]
}

/** Share of the page's height, at the top and at the bottom, where furniture is looked for. */
const MARGIN_SHARE = 0.13
const PAGE_NUMBER =
  /^(?:(?:Seite|S\.|Page)\s*)?[-–—|]?\s*(\d{1,4}|[ivxl]{1,6})\s*[-–—|]?(?:\s*(?:von|\/|of)\s*\d{1,4})?$/iu

export interface StrippedPages {
  pages: PageLines[]
  /** What each page prints as its number, where it prints one. */
  printed: Map<number, string>
}

export function stripFurniture(pages: readonly PageLines[], bodySize: number): StrippedPages {
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const key of new Set(marginLines(page).flatMap((line) => keysOf(line, bodySize)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const isRepeated = (line: Line) =>
    keysOf(line, bodySize).some((key) => counts.get(key)! >= (pages.length > 4 ? 3 : 2))
  const atEnds = countEndLines(pages)
  const isEverywhere = (line: Line) => (atEnds.get(line.text) ?? 0) >= Math.max(4, pages.length / 2)
  const printed = new Map<number, string>()
  const stripped = pages.map((page) => {
    const margin = new Set(marginLines(page))
    const isFurniture = (line: Line) =>
      isEverywhere(line) || (margin.has(line) && (isRepeated(line) || isPageNumber(line, page)))
    for (const line of margin) {
      const label = printedNumber(line)
      if (label && isFurniture(line)) printed.set(page.page, label)
    }
    const flows = page.flows.map((flow) => flow.filter((line) => !isFurniture(line)))
    return { ...page, flows: flows.filter((flow) => flow.length > 0) }
  })
  return { pages: stripped, printed }
}

/** On how many pages a text is among the first or last two lines, wherever they stand. */
function countEndLines(pages: readonly PageLines[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { flows } of pages) {
    const lines = flows.flat()
    for (const text of new Set([...lines.slice(0, 2), ...lines.slice(-2)].map((line) => line.text))) {
      counts.set(text, (counts.get(text) ?? 0) + 1)
    }
  }
  return counts
}

function marginLines({ flows, height }: PageLines): Line[] {
  return flows.flat().filter(({ y }) => y < MARGIN_SHARE * height || y > (1 - MARGIN_SHARE) * height)
}

/** The line as it stands at its height; small print also with its numbers taken out. */
function keysOf(line: Line, bodySize: number): string[] {
  const text = line.text.toLowerCase().replace(/\s+/gu, ' ')
  const place = Math.round(line.y / 4)
  const isSmall = line.size <= 1.05 * bodySize && line.text.length < 160
  const forms = isSmall ? [text, text.replace(/\d+/gu, '#')] : [text]
  return forms.flatMap((form) => [`${place}:${form}`, `${place + 1}:${form}`])
}

/** A lone number in the margin; one that is far out of the text needs no repetition. */
function isPageNumber(line: Line, { height }: PageLines): boolean {
  if (/^(?:Seite|Page)\b/u.test(line.text)) return PAGE_NUMBER.test(line.text)
  return PAGE_NUMBER.test(line.text) && (line.y < 0.08 * height || line.y > 0.92 * height)
}

function printedNumber(line: Line): string | null {
  const cells = [line.cells.at(-1)!.text, line.cells[0]!.text, line.text]
  for (const text of cells) {
    const label =
      PAGE_NUMBER.exec(text)?.[1] ?? /(?:Seite|S\.)\s*(\d{1,4})(?:\s*von\s*\d+)?$/u.exec(text)?.[1]
    if (label) return label
  }
  return null
}
