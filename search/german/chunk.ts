/** Takes one run of characters without blanks apart: words, hyphenated compounds, identifiers, numbers. */

import { numericDate } from './dates.ts'
import { foldWord } from './fold.ts'
import { plainNumber } from './numbers.ts'
import { isStopWord } from './stop-words.ts'
import { codeUnit, type Unit } from './unit.ts'

export interface Piece {
  start: number
  end: number
  surface: string
  /** null for a stop word. */
  unit: Unit | null
}

/** APP.3.2.A1, ORP.4, KONF.2.1: letters, then at least one dotted group with a digit. */
const REQUIREMENT_ID = /^\p{L}{2,8}(?:\.(?:\d+|\p{L}{1,3}\d+))+$/u
const CITATION_WORD = /^(?:abs|nr|art|kap|ziff|vgl|anm|rn|bd|seite|satz|tz|teil|ca|mind|max|inkl)\./i
const GENDER_ENDING = /(?<=\p{L}{3})(?:[:*_·]|\/-?|-)?[Ii]n(?:nen)?$/u
const GENDER_MARK = /(?<=\p{L})(?:[:*_·]|\/-?)(?=in(?:nen)?(?!\p{L}))/gu
const INNER_CAPITAL_I = /(?<=\p{Ll}{2})In(?=nen$|$)/u
const WORD_OR_NUMBER =
  /[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D]+(?:[-‐‑’'][\p{L}\p{M}\p{N}\u00AD\u200B-\u200D]+)*/gu
const LETTERS_THEN_DIGITS = /^(\p{L}+)(\d+)$/u

/** Offsets of the pieces count in `chunk`. */
export function splitChunk(chunk: string): Piece[] {
  const whole = wholeUnit(chunk)
  if (whole) return [{ start: 0, end: chunk.length, surface: chunk, unit: whole }]
  const pieces: Piece[] = []
  for (const match of chunk.replace(GENDER_MARK, keepLength).matchAll(WORD_OR_NUMBER)) {
    const end = match.index + match[0].length
    const surface = chunk.slice(match.index, end)
    pieces.push({ start: match.index, end, surface, unit: wordUnit(match[0], surface) })
  }
  return pieces
}

/** A gender mark becomes invisible characters, so that Bürger:innen is one word and offsets stay. */
function keepLength(mark: string): string {
  return '\u00AD'.repeat(mark.length)
}

function wholeUnit(chunk: string): Unit | null {
  if (!/\d/.test(chunk)) return null
  return numericDate(chunk) ?? plainNumber(chunk) ?? requirementId(chunk)
}

function requirementId(chunk: string): Unit | null {
  if (!REQUIREMENT_ID.test(chunk) || CITATION_WORD.test(chunk)) return null
  const groups = chunk.toLowerCase().split('.')
  const ancestors = groups.slice(1, -1).map((_, i) => groups.slice(0, i + 2).join('.'))
  return codeUnit([groups.join('.')], ancestors.reverse())
}

function wordUnit(text: string, surface: string): Unit | null {
  if (isStopWord(surface)) return null
  const parts = joinDigits(text.split(/[-‐‑’']/).map((part) => foldWord(part))).filter((part) => part !== '')
  const folded = parts.join('')
  if (folded === '' || (folded.length === 1 && !/\p{N}/u.test(folded))) return null
  return {
    kind: 'word',
    folded,
    parts: parts.length > 1 ? parts : genderParts(text, folded),
    capitalised: /^\p{Lu}/u.test(surface),
    acronym: /\p{Lu}.*\p{Lu}/u.test(surface.replace(INNER_CAPITAL_I, 'in')),
  }
}

/** NIS-2-Richtlinie has the parts nis2 and richtlinie. */
function joinDigits(parts: string[]): string[] {
  const joined: string[] = []
  for (const part of parts) {
    const before = joined.at(-1)
    if (before && /^\d+$/.test(part) && /^\p{L}{1,5}$/u.test(before))
      joined[joined.length - 1] = before + part
    else joined.push(part)
  }
  return joined
}

/** Bürger:innen is found by Bürger; NIS2 by NIS. */
function genderParts(text: string, folded: string): string[] {
  const digits = LETTERS_THEN_DIGITS.exec(folded)
  if (digits && digits[1]!.length > 1) return [digits[1]!]
  if (!/[\u00AD]|\p{Ll}I/u.test(text)) return []
  const base = foldWord(text.replace(GENDER_ENDING, ''))
  return base !== folded && /inn?en$|in$/.test(folded) ? [base] : []
}
