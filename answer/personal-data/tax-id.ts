/** The German tax identification number: eleven digits with a checksum (§ 139b AO; ISO 7064 MOD 11,10). */

import { digitsOf, type Place, placesOf } from './matches.ts'

const ELEVEN_DIGITS = /(?<![\p{L}\d.,/-])[1-9]\d(?:[ \u00a0]?\d{3}){3}(?![\d]|[.,/-]\d)/gu

export function findTaxIds(text: string): Place[] {
  return placesOf(text, ELEVEN_DIGITS).filter(({ start, end }) => isTaxId(digitsOf(text.slice(start, end))))
}

function isTaxId(digits: string): boolean {
  return hasOneRepetition(digits.slice(0, 10)) && checkDigit(digits.slice(0, 10)) === Number(digits[10])
}

/** Among the first ten digits exactly one occurs twice or three times. */
function hasOneRepetition(digits: string): boolean {
  const counts = [...new Set(digits)].map((digit) => digits.split(digit).length - 1)
  const repeated = counts.filter((count) => count > 1)
  return repeated.length === 1 && repeated[0]! <= 3
}

function checkDigit(digits: string): number {
  let product = 10
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10
    product = (sum * 2) % 11
  }
  return (11 - product) % 10
}
