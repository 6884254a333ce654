/** Walks through a text and names its units with their offsets; the one place where words and codes are told apart. */

import { type Piece, splitChunk } from './chunk.ts'
import { foldWord } from './fold.ts'
import { monthAndYear, quantityAt } from './numbers.ts'
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

  /** What the chunk becomes together with the text after it, if anything. */
  function contextual(text: string, at: number, end: number, law: string | null) {
    const { opens } = chunkOf(text.slice(at, end))
    if (opens === null) return null
    if (opens === 'reference') return referenceAt(text, at, law)
    const found = opens === 'quantity' ? quantityAt(text, at, end) : monthAndYear(text, at)
    return found && { end: found.end, units: [found.unit] }
  }

  return {
    scan(text, sink) {
      let name = null as Name | null
      CHUNK.lastIndex = 0
      for (let match = CHUNK.exec(text); match; match = CHUNK.exec(text)) {
        const at = match.index
        let end = CHUNK.lastIndex
        const before: Name | null = name !== null && isGap(text, name.end, at) ? name : null
        const found = contextual(text, at, end, before?.value ?? null)
        name = null
        if (found) {
          end = found.end
          for (const unit of found.units) sink(cached(unit), at, end)
        } else {
          const { pieces } = chunkOf(match[0])
          for (const { unit, start, end: stop } of pieces) if (unit) sink(unit, at + start, at + stop)
          if (before && NUMBER_OF_NAME.test(match[0])) {
            sink(cached(codeUnit([numberedName(before.value, match[0])])), before.start, end)
            name = {
              start: before.start,
              end,
              value: YEAR.test(match[0]) ? before.value : `${before.value} ${match[0]}`,
            }
          } else name = nameAt(pieces, at)
        }
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

/** The short form of a name that ends a chunk: VwVfG, SGB, NIS. */
function nameAt(pieces: Piece[], at: number): Name | null {
  const last = pieces.at(-1)
  if (last?.unit?.kind !== 'word' || !last.unit.acronym) return null
  return { start: at + last.start, end: at + last.end, value: last.surface }
}

/** SGB X and SGB 10 → sgb10, NIS 2 → nis2. */
function numberedName(name: string, number: string): string {
  return foldWord(name.replace(/[-‐‑\s]/g, '')) + arabic(number)
}

function isGap(text: string, from: number, to: number): boolean {
  return to - from === 1 && /\s/.test(text[from]!)
}
