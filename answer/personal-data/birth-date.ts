/** A full date beside the word for being born. */

import { type Place, placesOf } from './matches.ts'

const MONTH =
  'Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December'
const DATE = `(?:\\d{1,2}\\.[ ]?(?:\\d{1,2}\\.|(?:${MONTH}))[ ]?(?:19|20)?\\d{2}|\\d{1,2} (?:${MONTH}) (?:19|20)\\d{2}|(?:19|20)\\d{2}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/(?:19|20)\\d{2})(?!\\d)`

const BEHIND = new RegExp(
  `(?:(?<!\\p{L})(?:geboren\\p{L}*|geb\\.|Geburtsdatum|Geburtstag|Geburtsdaten|GebDat\\.?|born|birth|birthday)[^\\d.?!]{0,24}?|\\* ?)(${DATE})`,
  'giu',
)
const BEFORE = new RegExp(`(?<!\\d)(${DATE})(?= (?:in \\p{L}+ )?(?:geboren|geb\\.))`, 'giu')
/** "vor dem 1. Januar 2000 geboren" tells of a rule, not of a person. */
const LIMIT = /(?:vor|nach|ab|seit|bis|zwischen|before|after|since)(?: dem| zum| the)? ?$/iu

export function findBirthDates(text: string): Place[] {
  return [...placesOf(text, BEHIND), ...placesOf(text, BEFORE)].filter(
    ({ start, end }) => !LIMIT.test(text.slice(0, start)) && isDay(text.slice(start, end)),
  )
}

function isDay(date: string): boolean {
  const numbers = date.match(/\d+/g)!.map(Number)
  const isIso = /^\d{4}/.test(date)
  const day = isIso ? numbers[2]! : numbers[0]!
  const month = numbers.length === 3 ? numbers[1]! : 1
  return day >= 1 && day <= 31 && month >= 1 && month <= 12
}
