/** Walks through a text and names its units with their offsets; the one place where words and codes are told apart. */

import { type Piece, splitChunk } from './chunk.ts'
import { monthAndYear, writtenDate } from './dates.ts'
import { foldWord } from './fold.ts'
import { quantityAt } from './numbers.ts'
import { arabic, referenceAt } from './references.ts'
import { codeUnit, type Unit } from './unit.ts'

export type UnitSink = (unit: Unit, start: number, end: number) => void

const CHUNK =
  /§{1,2}|[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200B-\u200D]*(?:(?:[-‐‑’'.,:*_·]|\/-?)[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200B-\u200D]*)*/gu
const REFERENCE_START = /^(?:§|Paragra(?:f|ph)|Art(?:ikel|\.|t\.|$))/i
const MONTH_START = /^(?:jan|jän|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)/i
const DIGIT_START = /^\d/
const NUMBER_OF_NAME = /^(?:[IVX]{1,5}|\d{1,5})$/
const YEAR = /^(?:1[5-9]|2[01])\d\d$/
const MAX_CACHED = 200_000

interface Chunk {
  pieces: Piece[]
  /** What may follow and change the meaning: a reference, a number with words, a month with its year. */
  opens: 'reference' | 'quantity' | 'month' | null
}

/** A short name and where it stands; the number after it belongs to it (SGB X). */
interface Name {
  start: number
  end: number
  value: string
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
      let name = null as Name | null
      CHUNK.lastIndex = 0
      for (let match = CHUNK.exec(text); match; match = CHUNK.exec(text)) {
        const chunk = chunkOf(match[0])
        const at = match.index
        const end = CHUNK.lastIndex
        const before: Name | null = name && isGap(text, name.end, at) ? name : null
        const found = chunk.opens && contextual(chunk.opens, text, at, end, before)
        if (found) {
          for (const unit of found.units) sink(cached(unit), at, found.end)
          name = null
        } else {
          for (const piece of chunk.pieces) if (piece.unit) sink(piece.unit, at + piece.start, at + piece.end)
          const numbered =
            before && NUMBER_OF_NAME.test(match[0]) ? numberedName(before, match[0], end) : null
          if (numbered) sink(cached(numbered.unit), before!.start, end)
          name = numbered?.name ?? nameAt(chunk.pieces, at)
        }
        CHUNK.lastIndex = found ? found.end : end
      }
    },
  }
}

/** What a chunk becomes together with the text after it, if anything. */
function contextual(
  opens: NonNullable<Chunk['opens']>,
  text: string,
  at: number,
  end: number,
  before: Name | null,
): { end: number; units: Unit[] } | null {
  if (opens === 'reference') return referenceAt(text, at, before?.value ?? null)
  const found =
    opens === 'month' ? monthAndYear(text, at) : (writtenDate(text, at, end) ?? quantityAt(text, at, end))
  return found && { end: found.end, units: [found.unit] }
}

function opening(surface: string): Chunk['opens'] {
  if (REFERENCE_START.test(surface)) return 'reference'
  if (DIGIT_START.test(surface)) return 'quantity'
  return MONTH_START.test(surface) ? 'month' : null
}

/** The short form of a name that ends a chunk: VwVfG, SGB, NIS. */
function nameAt(pieces: Piece[], at: number): Name | null {
  const last = pieces.at(-1)
  if (last?.unit?.kind !== 'word' || !last.unit.acronym) return null
  return { start: at + last.start, end: at + last.end, value: last.surface }
}

/** SGB X and SGB 10 → sgb10, NIS 2 → nis2. A year is no part of the name that a reference may follow (AO 1977 § 3). */
function numberedName(before: Name, number: string, end: number): { unit: Unit; name: Name } {
  const value = YEAR.test(number) ? before.value : `${before.value} ${number}`
  const term = foldWord(before.value.replace(/[-‐‑\s]/g, '')) + arabic(number)
  return { unit: codeUnit([term]), name: { start: before.start, end, value } }
}

function isGap(text: string, from: number, to: number): boolean {
  return to - from === 1 && /\s/.test(text[from]!)
}
