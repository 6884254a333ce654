/** The sentences of a section's blocks with their length in model tokens; sentences that are too long come in pieces. */

import type { Block, Sentence, Span } from '../search/document.ts'
import { splitSentences } from '../search/german/sentences.ts'
import { CELL_SEPARATOR } from './loader.ts'

export type CountTokens = (texts: string[]) => Promise<number[]>

export interface SentenceUnit {
  sentence: Sentence
  block: Block
  tokens: number
  /** First sentence of its block. */
  opensBlock: boolean
}

/** A sentence of ordinary length; longer rows are table cells with running text. */
const LONG_ROW_CHARACTERS = 280
/** What the number before an ordered item takes at most. */
const MARKER_TOKENS = 4
/** A text of this many characters cannot fit any model input; halving it first spares the tokenizer huge words. */
const HOPELESS_CHARACTERS = 4000

/**
 * Units in order of the text, at least one per block; `limitOf` gives the blocks and the most tokens a unit of each may
 * have. Blocks must not be headings or references.
 */
export async function toSentenceUnits(
  text: string,
  limitOf: ReadonlyMap<Block, number>,
  countTokens: CountTokens,
): Promise<SentenceUnit[]> {
  let pending = [...limitOf.keys()].flatMap((block) =>
    sentenceSpans(text, block).map((span) => ({ block, span })),
  )
  const done: Counted[] = []
  while (pending.length > 0) {
    const counted = await count(text, pending, countTokens)
    const fits = ({ block, span, tokens }: Counted) =>
      tokens <= limitOf.get(block)! || span.end - span.start < 2
    done.push(...counted.filter(fits))
    pending = counted
      .filter((entry) => !fits(entry))
      .flatMap(({ block, span }) => halve(text, span).map((half) => ({ block, span: half })))
  }
  done.sort((a, b) => a.span.start - b.span.start)
  return done.map(({ block, span, tokens }, index) => ({
    sentence: { ...span, kind: block.kind, page: block.page },
    block,
    tokens: tokens + (block.ordered ? MARKER_TOKENS : 0),
    opensBlock: done[index - 1]?.block !== block,
  }))
}

interface Counted {
  block: Block
  span: Span
  tokens: number
}

async function count(
  text: string,
  entries: Omit<Counted, 'tokens'>[],
  countTokens: CountTokens,
): Promise<Counted[]> {
  const isHopeless = ({ span }: Omit<Counted, 'tokens'>) => span.end - span.start > HOPELESS_CHARACTERS
  const texts = entries.map((entry) =>
    isHopeless(entry) ? '' : text.slice(entry.span.start, entry.span.end),
  )
  const tokens = await countTokens(texts)
  return entries.map((entry, index) => ({
    ...entry,
    tokens: isHopeless(entry) ? Number.POSITIVE_INFINITY : tokens[index]!,
  }))
}

function sentenceSpans(text: string, block: Block): Span[] {
  const shift = (span: Span) => ({ start: span.start + block.start, end: span.end + block.start })
  const body = text.slice(block.start, block.end)
  if (block.kind === 'tableRow') return rowSpans(body).map(shift)
  if (block.kind !== 'code') return splitSentences(body).map(shift)
  return [...body.matchAll(/\S.*/gu)].map((line) =>
    shift({ start: line.index, end: line.index + line[0].length }),
  )
}

/** A row is one unit; a long one comes as the sentences of its cells, short neighbours together. */
function rowSpans(row: string): Span[] {
  if (row.length <= LONG_ROW_CHARACTERS) return [{ start: 0, end: row.length }]
  const spans: Span[] = []
  let at = 0
  for (const cell of row.split(CELL_SEPARATOR)) {
    for (const { start, end } of splitSentences(cell)) {
      const last = spans.at(-1)
      if (last && at + end - last.start <= LONG_ROW_CHARACTERS) last.end = at + end
      else spans.push({ start: at + start, end: at + end })
    }
    at += cell.length + CELL_SEPARATOR.length
  }
  return spans
}

/** Two parts without white space at their ends, parted as near the middle as a semicolon, comma or space allows. */
function halve(text: string, span: Span): Span[] {
  const middle = (span.start + span.end) >> 1
  const reach = (span.end - span.start) >> 2
  const cut =
    nearest(text, { middle, reach, pattern: /[;|]\s/gu }) ??
    nearest(text, { middle, reach, pattern: /,\s/gu }) ??
    nearest(text, { middle, reach, pattern: /\s/gu }) ??
    wholeCharacter(text, middle)
  return [trim(text, { start: span.start, end: cut }), trim(text, { start: cut, end: span.end })].filter(
    ({ start, end }) => start < end,
  )
}

function nearest(text: string, at: { middle: number; reach: number; pattern: RegExp }): number | null {
  const from = at.middle - at.reach
  const ends = [...text.slice(from, at.middle + at.reach).matchAll(at.pattern)].map(
    (match) => from + match.index + match[0].length,
  )
  ends.sort((a, b) => Math.abs(a - at.middle) - Math.abs(b - at.middle) || a - b)
  return ends[0] ?? null
}

function wholeCharacter(text: string, offset: number): number {
  const low = text.charCodeAt(offset)
  return low >= 0xdc00 && low <= 0xdfff ? offset + 1 : offset
}

function trim(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end)
  return {
    start: start + part.length - part.trimStart().length,
    end: end - part.length + part.trimEnd().length,
  }
}
