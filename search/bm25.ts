/**
 * BM25 over postings with precomputed impacts. Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and
 * Beyond" (BM25F: fields are weighted and normalised by length before saturation); impacts in one byte as in Anh & Moffat 2002.
 */

import { type SectionFile, writeSections } from './section-file.ts'
import { openTermTable, type TermTable } from './term-table.ts'
import { createTopK } from './top-k.ts'

export interface Bm25Settings {
  k1: number
  /** Length normalisation per field, 0…1. */
  b: number[]
  /** Weight per field. */
  weights: number[]
}

export interface WeightedTerm {
  term: string
  weight: number
}

export interface Bm25Index {
  readonly size: number
  /** Best first, ties by passage number; passages that hold none of the terms are left out. */
  search(
    terms: WeightedTerm[],
    limit: number,
    allows?: (passage: number) => boolean,
  ): { item: number; score: number }[]
  idf(term: string): number
  has(term: string): boolean
  /** Passages that hold the term, in ascending order. */
  passagesOf(term: string): number[]
}

/** Postings by term in the order of `table`; per term ascending passages. */
export interface Postings {
  size: number
  table: TermTable
  /** table.size + 1 positions in `passages` and `impacts`. */
  starts: Uint32Array
  passages: Uint32Array
  /** Saturated frequency tf·(k1+1)/(k1+tf) in units of (k1+1)/255. */
  impacts: Uint8Array
  k1: number
}

interface Bm25Meta {
  size: number
  k1: number
}

/** ln(1 + (N − df + ½)/(df + ½)), never negative. */
export function inverseDocumentFrequency(size: number, documentFrequency: number): number {
  return Math.log(1 + (size - documentFrequency + 0.5) / (documentFrequency + 0.5))
}

/** Per term: document frequency, then passages as varint gaps with one impact byte each. */
export function encodePostings({ size, table, starts, passages, impacts, k1 }: Postings): Uint8Array {
  const offsets = new Uint32Array(table.size + 1)
  const frequencies = new Uint32Array(table.size)
  let bytes = new Uint8Array(passages.length * 3 + 1024)
  let at = 0
  for (let term = 0; term < table.size; term++) {
    const from = starts[term]!
    const to = starts[term + 1]!
    frequencies[term] = to - from
    if (at + (to - from) * 6 > bytes.length) bytes = grow(bytes, at + (to - from) * 6)
    let previous = -1
    for (let i = from; i < to; i++) {
      let gap = passages[i]! - previous - 1
      previous = passages[i]!
      while (gap > 127) {
        bytes[at++] = (gap & 127) | 128
        gap >>>= 7
      }
      bytes[at++] = gap
      bytes[at++] = impacts[i]!
    }
    offsets[term + 1] = at
  }
  return writeSections({ size, k1 } satisfies Bm25Meta, {
    termBytes: table.bytes,
    termOffsets: table.offsets,
    frequencies,
    offsets,
    postings: bytes.subarray(0, at),
  })
}

function grow(bytes: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(Math.max(needed, bytes.length * 2))
  grown.set(bytes)
  return grown
}

export function openBm25(file: SectionFile<Bm25Meta>): Bm25Index {
  const { size, k1 } = file.meta
  const table = openTermTable(file.bytes('termBytes'), file.uint32('termOffsets'))
  const frequencies = file.uint32('frequencies')
  const offsets = file.uint32('offsets')
  const postings = file.bytes('postings')
  const scores = new Float32Array(size)
  const unit = (k1 + 1) / 255

  function eachPosting(index: number, visit: (passage: number, impact: number) => void): void {
    const end = offsets[index + 1]!
    let passage = -1
    for (let at = offsets[index]!; at < end; ) {
      let byte = postings[at++]!
      let gap = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = postings[at++]!
        gap |= (byte & 127) << shift
      }
      passage += gap + 1
      visit(passage, postings[at++]!)
    }
  }

  return {
    size,
    has: (term) => table.indexOf(term) >= 0,
    passagesOf(term) {
      const index = table.indexOf(term)
      const passages: number[] = []
      if (index >= 0) eachPosting(index, (passage) => passages.push(passage))
      return passages
    },
    idf: (term) => {
      const index = table.indexOf(term)
      return inverseDocumentFrequency(size, index < 0 ? 0 : frequencies[index]!)
    },
    search(terms, limit, allows) {
      scores.fill(0)
      for (const { term, weight } of terms) {
        const index = table.indexOf(term)
        if (index < 0) continue
        const factor = weight * unit * inverseDocumentFrequency(size, frequencies[index]!)
        eachPosting(index, (passage, impact) => {
          scores[passage]! += factor * impact
        })
      }
      const best = createTopK(limit)
      for (let passage = 0; passage < size; passage++) {
        if (scores[passage]! > 0 && (!allows || allows(passage))) best.offer(passage, scores[passage]!)
      }
      return best.take()
    },
  }
}
