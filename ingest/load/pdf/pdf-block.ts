/** A block of a PDF while it grows line by line. */

import type { BlockDraft } from '../../loader.ts'
import { joinLines } from './hyphenation.ts'
import type { Line } from './pdf-lines.ts'

/** A draft that remembers its lines until headings get their levels and pages are joined. */
export interface PdfBlock {
  kind: BlockDraft['kind']
  text: string
  page: number
  lines: Line[]
  ordered?: boolean
  marker?: string
  level: number
  /** Offsets in `text` from which on it stands on a later page. */
  breaks: { at: number; page: number }[]
  /** Small print below the text. */
  isNote: boolean
}

export interface TextMeasures {
  bodySize: number
  /** From base line to base line of the running text, in font sizes. */
  leading: number
}

export interface Flow extends TextMeasures {
  /** Edges of the column. */
  left: number
  right: number
}

export function toBlock(line: Line, kind: PdfBlock['kind'], text: string): PdfBlock {
  return { kind, text, page: line.page, lines: [line], level: 0, breaks: [], isNote: false }
}

export function append(block: PdfBlock, line: Line): void {
  block.text = joinLines(block.text, line.text)
  block.lines.push(line)
}
