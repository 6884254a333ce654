/** What a document is once it is read: text, blocks, passages, sentences. All offsets are UTF-16 into `text`. */

/** `reference` is a line that only names sources ("Quelle: …"); it is shown, but never an answer. */
export type BlockKind = 'heading' | 'paragraph' | 'listItem' | 'tableRow' | 'code' | 'reference'

export interface Span {
  start: number
  end: number
}

/** Words that the original links to another address; http, https or mailto. */
export interface Link extends Span {
  href: string
}

/** A structural unit of the document text. Blocks are ordered and do not overlap. */
export interface Block extends Span {
  kind: BlockKind
  /** Heading: 1…6. List item: nesting depth from 1. Otherwise 0. */
  level: number
  /** List item of an ordered list. */
  ordered?: boolean
  /** 1-based page of the original, or null where the format has none. */
  page: number | null
  /** The page label the original prints, where it differs from `page`. */
  pageLabel?: string
  /** Within the block, in order, without overlap; absent where there are none. */
  links?: Link[]
}

/** From `offset` on the text stands on this page, until the next break or block. */
export interface PageBreak {
  offset: number
  page: number
  pageLabel?: string
}

/** What a loader gives back: plain text without markup, and its structure. */
export interface LoadedDocument {
  title: string | null
  text: string
  blocks: Block[]
  pageCount: number | null
  /** Page breaks within blocks, in order; absent where there are none. */
  pageBreaks?: PageBreak[]
  warnings: string[]
}

export interface Sentence extends Span {
  kind: BlockKind
  page: number | null
}

/** The piece that is retrieved: consecutive blocks under one heading. `text.slice(start, end)` is its text. */
export interface Passage extends Span {
  /** Stable as long as the passage's text and place do not change. */
  id: string
  documentId: string
  /** Headings above the passage, outermost first, its own heading last. */
  headingPath: string[]
  page: number | null
  pageLabel?: string
  sentences: Sentence[]
}

/** What is known about a document besides its text. `null` is unknown. */
export interface DocumentRecord {
  /** Path relative to the source root with `/`, or the manifest entry's id. */
  id: string
  title: string
  collection: string
  /** What readers see as the collection's name, where the manifest gives one. */
  collectionTitle?: string
  publisher: string | null
  edition: string | null
  /** ISO date of the edition, as exact as known (YYYY, YYYY-MM, YYYY-MM-DD). */
  date: string | null
  licence: string | null
  /** On what basis the content was checked. */
  verified: string | null
  /** A summary written for this product, not the original itself. */
  summary: boolean
  /** Landing page of the original. */
  originalUrl: string | null
  /** Direct download of the original. */
  fileUrl: string | null
  exampleQuestions: string[]
  fileName: string
  mediaType: string
  sizeBytes: number
  /** SHA-256 of the indexed file, hex. */
  sha256: string
  pageCount: number | null
  warnings: string[]
}

/** A document ready for the index, before its vectors are known. */
export interface PreparedDocument {
  record: DocumentRecord
  text: string
  blocks: Block[]
  passages: Passage[]
}

/**
 * Vectors are row-major, L2-normalised, in order of passages and of the passages' sentences (all of them, in order). A row
 * of zeros stands for a vector that is still to be computed.
 */
export interface EmbeddedDocument extends PreparedDocument {
  passageVectors: Float32Array
  sentenceVectors: Float32Array
}

/** True for the zeros that stand in place of a vector; no normalised one is all zeros. */
export function isPending(vector: Float32Array): boolean {
  return vector.every((value) => value === 0)
}
