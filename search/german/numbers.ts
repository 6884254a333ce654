/** Numbers, quantities and dates in one canonical spelling each: 1.500.000 → 1500000, 5 Prozent → 5%, 1. Januar 2025 → 2025-01-01. */

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
const THOUSANDS = /^\d{1,3}(?:[.'’]\d{3})+(?:,\d+)?$/
const DECIMAL = /^\d+,\d+$/
const VERSION = /^[vV]?\d+(?:\.\d+)+$/
const FILE_NUMBER = /^\d+(?:[/-]\d+)+$/
const SCALES: [RegExp, number, string][] = [
  [/(?:Millionen|Million|Mio\.?)(?!\p{L})/uy, 6, 'million'],
  [/(?:Milliarden|Milliarde|Mrd\.?)(?!\p{L})/uy, 9, 'milliard'],
  [/(?:Tausend|tausend|Tsd\.?)(?!\p{L})/uy, 3, 'tausend'],
]
const PERCENT = /[\s\u00A0\u202F]?(?:%|(?:Prozent|Prozents|v\.\s?H\.)(?![\p{L}]))/uy
const BLANKS = /[\s\u00A0\u202F]+/y
const GROUP = /[\u00A0\u202F\u2009 ](\d{3})(?![\d\p{L}]|[.,]\d)/uy

export interface Quantity {
  end: number
  unit: CodeUnit
}

/** A date written in digits, or null. */
export function numericDate(chunk: string): CodeUnit | null {
  const german = DAY_MONTH_YEAR.exec(chunk)
  if (german) return dateUnit(Number(german[3]), Number(german[2]), Number(german[1]))
  const iso = ISO_DATE.exec(chunk)
  return iso ? dateUnit(Number(iso[1]), Number(iso[2]), Number(iso[3])) : null
}

/** A number with German separators, a version, or a file number such as 357/05; null for anything else. */
export function plainNumber(chunk: string): CodeUnit | null {
  if (/^\d+$/.test(chunk)) return codeUnit([chunk])
  if (THOUSANDS.test(chunk)) return codeUnit([chunk.replace(/[.'’]/g, '')])
  if (DECIMAL.test(chunk)) return codeUnit([chunk])
  if (VERSION.test(chunk)) return codeUnit([chunk.replace(/^v/i, '')])
  return FILE_NUMBER.test(chunk) ? codeUnit([chunk], chunk.split(/[/-]/)) : null
}

/** What the number at `start`…`end` becomes together with the words after it (month, percent, million); null if nothing. */
export function quantityAt(text: string, start: number, end: number): Quantity | null {
  const number = text.slice(start, end)
  return (
    writtenDate(text, number, end) ??
    percentage(text, number, end) ??
    scaled(text, number, end) ??
    grouped(text, number, end)
  )
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

function writtenDate(text: string, number: string, end: number): Quantity | null {
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

function percentage(text: string, number: string, end: number): Quantity | null {
  PERCENT.lastIndex = end
  if (!PERCENT.test(text)) return null
  const value = plainNumber(number)?.terms[0]
  return value ? { end: PERCENT.lastIndex, unit: codeUnit([`${value}%`], [value]) } : null
}

function scaled(text: string, number: string, end: number): Quantity | null {
  if (!THOUSANDS.test(number) && !DECIMAL.test(number) && !/^\d{1,6}$/.test(number)) return null
  const at = skipBlanks(text, end)
  for (const [pattern, zeros, word] of SCALES) {
    pattern.lastIndex = at
    if (at > end && pattern.test(text)) {
      return {
        end: pattern.lastIndex,
        unit: codeUnit([multiply(number, zeros)], [plainNumber(number)!.terms[0]!, word]),
      }
    }
  }
  return null
}

/** 1 500 000 with blanks between groups of three. */
function grouped(text: string, number: string, end: number): Quantity | null {
  if (!/^[1-9]\d{0,2}$/.test(number)) return null
  let value = number
  let at = end
  for (;;) {
    GROUP.lastIndex = at
    const group = GROUP.exec(text)
    if (!group) break
    value += group[1]
    at = GROUP.lastIndex
  }
  return at > end ? { end: at, unit: codeUnit([value]) } : null
}

function multiply(number: string, zeros: number): string {
  const [whole, fraction = ''] = number.replace(/[.'’]/g, '').split(',')
  return (whole! + fraction.padEnd(zeros, '0').slice(0, zeros)).replace(/^0+(?=\d)/, '')
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

function skipBlanks(text: string, at: number): number {
  BLANKS.lastIndex = at
  return BLANKS.test(text) ? BLANKS.lastIndex : at
}

function pad(number: number): string {
  return `${number}`.padStart(2, '0')
}
