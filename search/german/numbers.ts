/** Numbers and quantities in one canonical spelling each: 1.500.000 and 1,5 Mio. → 1500000, 5 Prozent → 5%. */

import { type CodeUnit, codeUnit } from './unit.ts'

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

/** A number with German separators, a version, or a file number such as 357/05; null for anything else. */
export function plainNumber(chunk: string): CodeUnit | null {
  if (/^\d+$/.test(chunk)) return codeUnit([chunk])
  if (THOUSANDS.test(chunk)) return codeUnit([chunk.replace(/[.'’]/g, '')])
  if (DECIMAL.test(chunk)) return codeUnit([chunk])
  if (VERSION.test(chunk)) return codeUnit([chunk.replace(/^v/i, '')])
  return FILE_NUMBER.test(chunk) ? codeUnit([chunk], chunk.split(/[/-]/)) : null
}

/** What the number at `start`…`end` becomes together with the words after it (percent, million); null if nothing. */
export function quantityAt(text: string, start: number, end: number): Quantity | null {
  const number = text.slice(start, end)
  return percentage(text, number, end) ?? scaled(text, number, end) ?? grouped(text, number, end)
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

/** First place at or after `at` that is no blank. */
export function skipBlanks(text: string, at: number): number {
  BLANKS.lastIndex = at
  return BLANKS.test(text) ? BLANKS.lastIndex : at
}
