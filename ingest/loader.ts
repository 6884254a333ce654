/** Port: a file's bytes into text and structure. One implementation per format; nothing here knows where files come from. */

import type { BlockKind, Link, LoadedDocument } from '../search/document.ts'

/**
 * Throws AppError `source_unreadable` (broken file), `no_text_layer` (scan) or `unsupported_format`.
 * `name` is the file name with ending, for messages only.
 */
export type Loader = (bytes: Uint8Array, name: string) => Promise<LoadedDocument>

/** A block before its place in the document text is known. White space in `text` need not be tidy. */
export interface BlockDraft {
  kind: BlockKind
  /** Heading: 1…6. List item: nesting depth from 1. Otherwise 0. */
  level: number
  text: string
  /** Offsets count in this draft's `text`. */
  links?: Link[]
  ordered?: boolean
  /** Number or letter of an ordered item ("1.", "a)"); stands before the block in the text, outside its span. */
  marker?: string
  page?: number | null
  pageLabel?: string
}

/** Cells of a table row stand in one line, parted by this. */
export const CELL_SEPARATOR = ' | '

/** Alternative text of an image, unless it is only the name of the file. */
export function imageText(alternative: string | null | undefined): string {
  const text = alternative?.trim() ?? ''
  return /^\S+\.(?:jpe?g|png|gif|svg|webp|tiff?|bmp)$/iu.test(text) ? '' : text
}
