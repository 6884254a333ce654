/** Dates in one canonical spelling: 1. Januar 2025, 01.01.2025 and 2025-01-01 become 2025-01-01. */

import { type Quantity, skipBlanks } from './numbers.ts'
import { type CodeUnit, codeUnit } from './unit.ts'

const MONTHS = [
  'januar|jänner|jan',
  'februar|feb',
  'märz|mär',
  'april|apr',
  'mai',
  'juni|jun',
  'juli|jul',
  'august|aug',
  'september|sept|sep',
  'oktober|okt',
  'november|nov',
  'dezember|dez',
]
const MONTH = new RegExp(`(?:${MONTHS.map((names) => `(${names})`).join('|')})(?![\\p{L}\\p{M}])`, 'iuy')
const MONTH_TERMS =
  'januar februar marz april mai juni juli august september oktober november dezember'.split(' ')
const DAY_MONTH_YEAR = /^(\d{1,2})\.(\d{1,2})\.((?:1[5-9]|2[01])\d\d)$/
const ISO_DATE = /^((?:1[5-9]|2[01])\d\d)-(\d\d)-(\d\d)$/

/** A date written in digits, or null. */
export function numericDate(chunk: string): CodeUnit | null {
  const german = DAY_MONTH_YEAR.exec(chunk)
  if (german) return dateUnit(Number(german[3]), Number(german[2]), Number(german[1]))
  const iso = ISO_DATE.exec(chunk)
  return iso ? dateUnit(Number(iso[1]), Number(iso[2]), Number(iso[3])) : null
}

/** `Januar 2025` from its month on, or null. */
export function monthAndYear(text: string, start: number): Quantity | null {
  const month = monthAt(text, start)
  const year = month && yearAt(text, month.end)
  if (!year) return null
  return {
    end: year.end,
    unit: codeUnit([`${year.value}-${pad(month.value)}`], [MONTH_TERMS[month.value - 1]!, `${year.value}`]),
  }
}

/** `1. Januar 2025` from the number at `start`…`end` on, or null. */
export function writtenDate(text: string, start: number, end: number): Quantity | null {
  const number = text.slice(start, end)
  const day = /^\d{1,2}$/.test(number) && text[end] === '.' ? Number(number) : 0
  const month = day > 0 ? monthAt(text, skipBlanks(text, end + 1)) : null
  if (!month) return null
  const year = yearAt(text, month.end)
  if (year) return withEnd(year.end, dateUnit(year.value, month.value, day))
  return {
    end: month.end,
    unit: codeUnit([`--${pad(month.value)}-${pad(day)}`], [MONTH_TERMS[month.value - 1]!]),
  }
}

function dateUnit(year: number, month: number, day: number): CodeUnit | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const ofYear = `${year}-${pad(month)}`
  return codeUnit([`${ofYear}-${pad(day)}`], [ofYear, MONTH_TERMS[month - 1]!, `${year}`])
}

function withEnd(end: number, unit: CodeUnit | null): Quantity | null {
  return unit && { end, unit }
}

function monthAt(text: string, at: number): { end: number; value: number } | null {
  MONTH.lastIndex = at
  const match = MONTH.exec(text)
  if (!match) return null
  const dot = text[MONTH.lastIndex] === '.' && match[0].length < 5 ? 1 : 0
  return { end: MONTH.lastIndex + dot, value: match.findIndex((group, i) => i > 0 && group !== undefined) }
}

function yearAt(text: string, after: number): { end: number; value: number } | null {
  const at = skipBlanks(text, after)
  const match = at > after ? /^(?:1[5-9]|2[01])\d\d(?!\d)/.exec(text.slice(at, at + 5)) : null
  return match && { end: at + 4, value: Number(match[0]) }
}

function pad(number: number): string {
  return `${number}`.padStart(2, '0')
}
