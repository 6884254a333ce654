/** Recognises the number or letter at the beginning of an enumerated line. */

export interface MarkedItem {
  marker: string
  text: string
  style: 'number' | 'letter' | 'bullet'
  /** Nesting that the marker itself shows: "aa)" lies one deeper than "a)". */
  depth: number
}

const LETTER = /^(([a-z])\2?\))\s+(?=\S)/u
const NUMBER = /^(\d{1,3}(?:\.\d{1,3})*[a-z]?[.)])\s+(?=\S)/u
const BULLET = /^([-–—•*‣▪●○◦■□➢✓·])\s+(?=\S)/u

/** "a) …", "aa) …", "1a. …", "1.1) …", "• …"; null for a line without marker. */
export function takeMarker(line: string): MarkedItem | null {
  const letter = LETTER.exec(line)
  if (letter) return toItem(line, letter, { style: 'letter', depth: letter[1]!.length === 2 ? 1 : 2 })
  const number = NUMBER.exec(line)
  if (number) return toItem(line, number, { style: 'number', depth: 1 })
  const bullet = BULLET.exec(line)
  return bullet ? toItem(line, bullet, { style: 'bullet', depth: 1 }) : null
}

function toItem(line: string, match: RegExpExecArray, rest: Pick<MarkedItem, 'style' | 'depth'>): MarkedItem {
  return { marker: match[1]!, text: line.slice(match[0].length), ...rest }
}
