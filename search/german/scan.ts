/** Walks through a text and names its units with their offsets; the one place where words and codes are told apart. */

import { type Piece, splitChunk } from './chunk.ts'
import { monthAndYear, quantityAt } from './numbers.ts'
import { arabic, referenceAt } from './references.ts'
import { codeUnit, type Unit } from './unit.ts'

export type UnitSink = (unit: Unit, start: number, end: number) => void

const CHUNK =
  /§{1,2}|[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200B-\u200D]*(?:(?:[-‐‑’'.,:*_·]|\/-?)[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200B-\u200D]*)*/gu
const REFERENCE_START = /^(?:§|Paragra(?:f|ph)|Art(?:ikel|\.|t\.|$))/i
const MONTH_START = /^(?:jan|jän|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)/i
const DIGIT_START = /^\d/
const ROMAN_OR_NUMBER = /^(?:[IVX]{1,5}|\d{1,5})$/
const MAX_CACHED = 200_000

interface Chunk {
  pieces: Piece[]
  /** What may follow and change the meaning: a reference, a number with words, a month with its year. */
  opens: 'reference' | 'quantity' | 'month' | null
}

export interface Scanner {
  scan(text: string, sink: UnitSink): void
}

/** A scanner caches what it found out about each spelling. */
export function createScanner(): Scanner {
  const chunks = new Map<string, Chunk>()
  const codes = new Map<string, Unit>()

  function chunkOf(surface: string): Chunk {
    const known = chunks.get(surface)
    if (known) return known
    if (chunks.size >= MAX_CACHED) chunks.clear()
    const chunk = { pieces: splitChunk(surface), opens: opening(surface) }
    chunks.set(surface, chunk)
    return chunk
  }

  function cached(unit: Unit): Unit {
    if (unit.kind === 'word') return unit
    const key = unit.terms.join(' ')
    const known = codes.get(key)
    if (known) return known
    if (codes.size >= MAX_CACHED) codes.clear()
    codes.set(key, unit)
    return unit
  }

  return {
    scan(text, sink) {
      let before: { piece: Piece; end: number } | null = null
      CHUNK.lastIndex = 0
      for (let match = CHUNK.exec(text); match; match = CHUNK.exec(text)) {
        const chunk = chunkOf(match[0])
        const at = match.index
        const end = CHUNK.lastIndex
        const law =
          before && isAcronym(before.piece) && isGap(text, before.end, at) ? before.piece.surface : null
        const found = chunk.opens === null ? null : contextual(text, at, end, chunk, law)
        if (found) {
          for (const unit of found.units) sink(cached(unit), at, found.end)
          before = null
          CHUNK.lastIndex = found.end
          continue
        }
        for (const piece of chunk.pieces) {
          if (piece.unit) sink(piece.unit, at + piece.start, at + piece.end)
        }
        if (law && ROMAN_OR_NUMBER.test(match[0]))
          sink(cached(codeUnit([joined(law, match[0])])), before!.end - law.length, end)
        const last = chunk.pieces.at(-1)
        before = last ? { piece: last, end: at + last.end } : null
        CHUNK.lastIndex = end
      }
    },
  }
}

function opening(surface: string): Chunk['opens'] {
  if (REFERENCE_START.test(surface)) return 'reference'
  if (DIGIT_START.test(surface)) return 'quantity'
  return MONTH_START.test(surface) ? 'month' : null
}

function contextual(text: string, at: number, end: number, chunk: Chunk, law: string | null) {
  if (chunk.opens === 'reference') return referenceAt(text, at, law)
  const found = chunk.opens === 'quantity' ? quantityAt(text, at, end) : monthAndYear(text, at)
  return found && { end: found.end, units: [found.unit] }
}

function isAcronym(piece: Piece): boolean {
  return piece.unit?.kind === 'word' && piece.unit.acronym
}

/** SGB X and SGB 10 → sgb10, NIS 2 → nis2. */
function joined(acronym: string, number: string): string {
  return splitChunk(`${acronym}${arabic(number)}`)
    .map((piece) => (piece.unit?.kind === 'word' ? piece.unit.folded : ''))
    .join('')
}

function isGap(text: string, from: number, to: number): boolean {
  return to - from === 1 && /\s/.test(text[from]!)
}
