/** The structure of a document's text for drawing: the server's blocks, or what line breaks and outline tell. Pure. */

import type { Block, DocumentDetail, Link, Span } from '../../server/wire.ts'

export interface DocumentContent {
  detail: DocumentDetail
  text: string
  blocks: Block[]
}

export function toContent(detail: DocumentDetail, text: string): DocumentContent {
  return { detail, text, blocks: detail.blocks ?? guessBlocks(text, detail) }
}

/** Blocks are separated by an empty line; several lines in one piece are list items or table rows. */
function guessBlocks(text: string, detail: DocumentDetail): Block[] {
  const blocks: Block[] = []
  for (const piece of matchAll(text, /[^\n]+(?:\n(?!\n)[^\n]+)*/g)) {
    const heading = detail.outline.find((entry) => entry.start === piece.start)
    const lines = matchAll(text.slice(piece.start, piece.end), /[^\n]+/g)
    const page = heading?.page ?? null
    if (heading) blocks.push({ kind: 'heading', level: heading.level, page, ...piece })
    else if (lines.length === 1) blocks.push({ kind: 'paragraph', level: 0, page, ...piece })
    else
      blocks.push(
        ...lines.map(
          (line): Block => ({
            kind: 'listItem',
            level: 1,
            page,
            start: piece.start + line.start,
            end: piece.start + line.end,
          }),
        ),
      )
  }
  return blocks
}

function matchAll(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Ranges of block numbers, one per section: a heading with what follows until the next heading. */
export function splitSections(blocks: readonly Block[]): Span[] {
  const starts = blocks.flatMap((block, index) => (block.kind === 'heading' || index === 0 ? [index] : []))
  // A heading directly under a heading belongs to the section it opens.
  const firsts = starts.filter((start) => start === 0 || blocks[start - 1]?.kind !== 'heading')
  return firsts.map((start, index) => ({ start, end: firsts[index + 1] ?? blocks.length }))
}

/** Numbers of the sections that hold a span of the text: first and last, both included. */
export function sectionsOf(sections: readonly Span[], blocks: readonly Block[], span: Span): Span {
  const holds = (section: Span) =>
    blocks.slice(section.start, section.end).some((block) => block.start < span.end && span.start < block.end)
  const first = sections.findIndex(holds)
  const last = sections.findLastIndex(holds)
  return first < 0 ? { start: 0, end: 0 } : { start: first, end: last }
}

export interface TextPiece {
  text: string
  /** Lies within one of the marked spans. */
  marked: boolean
  start: number
}

/** Pieces that follow each other and lie in the same link, or in none. */
export interface LinkedPieces {
  link: Link | null
  pieces: TextPiece[]
}

/** A block's text cut at its links, and within these at the marked spans: a mark may reach over parts of a link. */
export function cutAtLinks(
  text: string,
  block: Span & { links?: Link[] | undefined },
  marks: readonly Span[],
): LinkedPieces[] {
  const groups: LinkedPieces[] = []
  const push = (link: Link | null, span: Span) => {
    if (span.start < span.end) groups.push({ link, pieces: cutAtMarks(text, span, marks) })
  }
  let at = block.start
  for (const link of block.links ?? []) {
    push(null, { start: at, end: link.start })
    push(link, link)
    at = link.end
  }
  push(null, { start: at, end: block.end })
  return groups
}

/** A block's text cut at the marked spans, which may begin or end in other blocks. */
export function cutAtMarks(text: string, block: Span, marks: readonly Span[]): TextPiece[] {
  const inside = marks.filter((mark) => mark.start < block.end && block.start < mark.end)
  const edges = inside.flatMap((mark) => [Math.max(mark.start, block.start), Math.min(mark.end, block.end)])
  const cuts = [...new Set([block.start, ...edges, block.end])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => ({
    text: text.slice(start, cuts[index + 1]),
    marked: inside.some((mark) => mark.start <= start && start < mark.end),
    start,
  }))
}
