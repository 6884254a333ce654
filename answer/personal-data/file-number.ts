/** File references (Aktenzeichen): behind their name, or in the form of a court's register. */

import { type Place, placesOf } from './matches.ts'

const NAMED =
  /(?<!\p{L})(?:Aktenzeichen|Az\.?|Geschäftszeichen|Gesch\.?-?Z\.|Gz\.|Kassenzeichen|Aktennummer|Akten-?Nr\.|Vorgangsnummer|Vorgangs-?Nr\.|Fallnummer|Kundennummer|Personalnummer|Mitgliedsnummer|Steuernummer|St\.?-Nr\.|[Ff]ile (?:reference|number)|[Cc]ase (?:reference|number))(?: (?:ist|lautet|is|Nr\.))?:? ?[„"]?([\p{L}\d][\p{L}\d./_-]*(?: [\p{Lu}\d][\p{L}\d./_-]*){0,3})/gu

/** `12 K 345/23`, `3 C 12.20`, `5 StR 100/21`. */
const COURT =
  /(?<![\p{L}\d§.,/-]|§ )\d{1,4} [A-Z][A-Za-z]{0,3} \d{1,5}[/.]\d{2}(?:\.[A-Z]{1,3})?(?![\p{L}\d]|[/.]\d)/gu
/** A decision of a high court, or one cited as a decision, is published. */
const PUBLISHED =
  /(?:BVerfG|BVerwG|BGH|BAG|BSG|BFH|EuGH|EuG|OVG|VGH|Gerichtshof\p{L}*|Bundes\p{L}+(?:gericht|hof)\p{L}*|Urteil|Beschluss|Entscheidung)(?!\p{L})[^?!]{0,60}$/u

export function findFileNumbers(text: string): Place[] {
  const named = placesOf(text, NAMED).flatMap(({ start, end }) => toReference(text.slice(start, end), start))
  const court = placesOf(text, COURT)
  return [...named, ...court].filter(({ start }) => !PUBLISHED.test(text.slice(0, start)))
}

/** The words up to the last one with a digit. A year, a single short number or a word alone is no reference. */
function toReference(words: string, start: number): Place[] {
  const parts = words.split(' ')
  const last = parts.findLastIndex((part) => /\d/.test(part))
  const reference = parts
    .slice(0, last + 1)
    .join(' ')
    .replace(/[./_-]+$/u, '')
  const isReference = /\d{5}/.test(reference) || (/\d/.test(reference) && /[./_ \p{L}-]/u.test(reference))
  const isLong = reference.replaceAll(/[^\p{L}\d]/gu, '').length >= 4
  const isFirst = /\d/.test(parts[0]!) || /^\p{Lu}/u.test(parts[0]!)
  return isReference && isLong && isFirst ? [{ start, end: start + reference.length }] : []
}
