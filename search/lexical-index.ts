/** Port: passages by the words of the question. Built once per snapshot, read from its files. */

import type { Analyser } from './german/analyser.ts'

export interface LexicalHit {
  /** Passage number in the snapshot. */
  passage: number
  score: number
}

export interface LexicalSearchOptions {
  limit: number
  allows?: (passage: number) => boolean
}

/** What is indexed of one passage; fields are weighted apart. */
export interface LexicalInput {
  title: string
  headings: string
  text: string
}

export interface LexicalIndex {
  readonly size: number
  readonly analyser: Analyser
  /** BM25 over words (stems, compound parts, identifiers). Best first, ties by passage number. */
  searchWords(query: string, options: LexicalSearchOptions): LexicalHit[]
  /** BM25 over character n-grams of folded words. */
  searchNgrams(query: string, options: LexicalSearchOptions): LexicalHit[]
  /** BM25 idf of an analysed term; the idf of a term in no passage when unknown. */
  idf(term: string): number
}

/** Binary files of the index by name, as stored in the snapshot folder. */
export type IndexFiles = Record<string, Uint8Array>

export interface LexicalIndexBuilder {
  add(input: LexicalInput): void
  build(): IndexFiles
}
