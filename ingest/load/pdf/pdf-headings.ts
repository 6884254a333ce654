/** Tells headings from running text by size, weight and distance. */

import type { Flow } from './pdf-block.ts'
import type { Line } from './pdf-lines.ts'

/** A line's neighbours in its column. */
export interface HeadingPlace extends Flow {
  before: Line | undefined
  after: Line | undefined
}

/** Larger than the text, or all bold; few words, no full stop at the end, and unless much larger set apart. */
export function isHeadingLine(
  line: Line,
  { before, after, bodySize, leading, right, left }: HeadingPlace,
): boolean {
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

/** The same style close below: a heading of several lines. */
export function continuesHeading(last: Line, line: Line): boolean {
  const isSameStyle =
    Math.abs(last.size - line.size) < 0.6 && last.isBold === line.isBold && last.page === line.page
  const isClose = line.y > last.y && line.y - last.y < 1.6 * line.size
  return isSameStyle && isClose && !/^(?:\d+(?:\.\d+)*\.?\s|§|Art\.)/u.test(line.text)
}
