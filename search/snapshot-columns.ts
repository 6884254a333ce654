/** Blocks, passages and sentences as rows of 32-bit integers and back. Pure; knows nothing of files. */

import type { Block, BlockKind, Link, Sentence, Span } from './document.ts'
import {
  BLOCK_COLUMNS,
  BLOCK_KINDS,
  LINK_COLUMNS,
  PASSAGE_COLUMNS,
  SENTENCE_COLUMNS,
} from './snapshot-layout.ts'

/** Labels of the pages of one document whose printed number is not the page number. */
export type PageLabels = Record<string, string>

const ORDERED = { unknown: 0, yes: 1, no: 2 }

export function toBlockRows(blocks: readonly Block[]): Int32Array {
  return toRows(blocks, (block) => {
    const ordered = block.ordered === undefined ? 'unknown' : block.ordered ? 'yes' : 'no'
    return [block.start, block.end, kindCode(block.kind), block.level, ORDERED[ordered], block.page ?? 0]
  })
}

export function toBlock(rows: Int32Array, row: number, labels: PageLabels): Block {
  const [start, end, kind, level, ordered, page] = rowAt(rows, row, BLOCK_COLUMNS)
  return {
    start: start!,
    end: end!,
    kind: BLOCK_KINDS[kind!]!,
    level: level!,
    ...(ordered === ORDERED.unknown ? {} : { ordered: ordered === ORDERED.yes }),
    ...toPlace(page!, labels),
  }
}

/** `address` is the number of the link's address in the string table. */
export function toLinkRows(links: readonly (Span & { address: number })[]): Int32Array {
  return toRows(links, ({ start, end, address }) => [start, end, address])
}

export function toLink(rows: Int32Array, row: number, addressAt: (number: number) => string): Link {
  const [start, end, address] = rowAt(rows, row, LINK_COLUMNS)
  return { start: start!, end: end!, href: addressAt(address!) }
}

/** Gives each link to the block that holds it; both are in the order of the text. */
export function withLinks(blocks: Block[], links: readonly Link[]): Block[] {
  let next = 0
  return blocks.map((block) => {
    const first = next
    while (next < links.length && links[next]!.start < block.end) next++
    return first === next ? block : { ...block, links: links.slice(first, next) }
  })
}

export interface PassageRow extends Span {
  document: number
  page: number
  headingPath: number
  firstSentence: number
}

export function toPassageRows(rows: readonly PassageRow[]): Int32Array {
  return toRows(rows, (row) => [
    row.document,
    row.start,
    row.end,
    row.page,
    row.headingPath,
    row.firstSentence,
  ])
}

export function toPassageRow(rows: Int32Array, row: number): PassageRow {
  const [document, start, end, page, headingPath, firstSentence] = rowAt(rows, row, PASSAGE_COLUMNS)
  return {
    document: document!,
    start: start!,
    end: end!,
    page: page!,
    headingPath: headingPath!,
    firstSentence: firstSentence!,
  }
}

export function toSentenceRows(sentences: readonly Sentence[]): Int32Array {
  return toRows(sentences, (sentence) => [
    sentence.start,
    sentence.end,
    kindCode(sentence.kind),
    sentence.page ?? 0,
  ])
}

export function toSentence(rows: Int32Array, row: number): Sentence {
  const [start, end, kind, page] = rowAt(rows, row, SENTENCE_COLUMNS)
  return { start: start!, end: end!, kind: BLOCK_KINDS[kind!]!, page: page || null }
}

/** Page and label as blocks and passages carry them. */
export function toPlace(page: number, labels: PageLabels): { page: number | null; pageLabel?: string } {
  const pageLabel = labels[page]
  return { page: page || null, ...(pageLabel === undefined ? {} : { pageLabel }) }
}

export function toPageLabels(places: readonly { page: number | null; pageLabel?: string }[]): PageLabels {
  const labelled = places.filter((place) => place.pageLabel !== undefined)
  return Object.fromEntries(labelled.map((place) => [place.page ?? 0, place.pageLabel!]))
}

function kindCode(kind: BlockKind): number {
  return BLOCK_KINDS.indexOf(kind)
}

function toRows<T>(items: readonly T[], toRow: (item: T) => number[]): Int32Array {
  return Int32Array.from(items.flatMap(toRow))
}

function rowAt(rows: Int32Array, row: number, columns: number): Int32Array {
  return rows.subarray(row * columns, (row + 1) * columns)
}
