/** Another number, date, paragraph or requirement id. */

import { findDates } from '../../../answer/verify/dates.ts'
import { findIdentifiers } from '../../../answer/verify/identifiers.ts'
import { type Perturbation, pick, replaceAt } from './perturbation.ts'

const NUMBER_WORDS = [
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
]
const NUMBER =
  /(?<![\p{L}\d.,/§:-])(?:\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?![\d\p{L}/:]|[.,]\d|-\p{L}|\.\s?(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))/gu
const WORD = new RegExp(`(?<!\\p{L})(?:${NUMBER_WORDS.join('|')})(?!\\p{L})`, 'giu')

/** A number in digits or words becomes another one that the evidence does not hold. */
export const changeNumber: Perturbation = {
  kind: 'number',
  expected: 'unsupported',
  change(sentence, { random, evidence }) {
    const taken = [...findDates(sentence), ...findIdentifiers(sentence)]
    const free = (match: RegExpMatchArray) =>
      !taken.some(({ start, end }) => start <= match.index! && match.index! < end)
    const match = pick([...sentence.matchAll(NUMBER), ...sentence.matchAll(WORD)].filter(free), random)
    if (!match) return null
    const other = /\d/.test(match[0])
      ? otherNumber(match[0], random)
      : pick(
          NUMBER_WORDS.filter((word) => word !== match[0].toLowerCase() && !evidence.includes(word)),
          random,
        )
    return other && !evidence.includes(other) ? replaceAt(sentence, match, other) : null
  },
}

function otherNumber(number: string, random: () => number): string {
  const [whole, fraction] = number.replaceAll('.', '').split(',')
  const value = Number(whole)
  const changed = random() < 0.5 ? value * 2 + 1 : value > 5 ? Math.floor(value / 2) : value + 3
  const grouped = /\./.test(number) || changed >= 10_000 ? changed.toLocaleString('de-DE') : `${changed}`
  return fraction === undefined ? grouped : `${grouped},${fraction}`
}

/** Another day, month or year. */
export const changeDate: Perturbation = {
  kind: 'date',
  expected: 'unsupported',
  change(sentence, { random, evidence }) {
    const date = pick(findDates(sentence), random)
    if (!date) return null
    const words = sentence.slice(date.start, date.end)
    const year = /(?:19|20)\d\d/u.exec(words)
    const month = /januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember/iu.exec(
      words,
    )
    const changed =
      month && random() < 0.5
        ? words.replace(month[0], otherMonth(month[0]))
        : year
          ? words.replace(year[0], `${Number(year[0]) + 1 + Math.floor(random() * 3)}`)
          : month
            ? words.replace(month[0], otherMonth(month[0]))
            : null
    if (changed === null || evidence.includes(changed)) return null
    return sentence.slice(0, date.start) + changed + sentence.slice(date.end)
  },
}

const MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')

function otherMonth(month: string): string {
  const at = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase())
  return MONTHS[(at + 5) % 12]!
}

/** Another number in § 5, Artikel 33 or CON.1.A4. */
export const changeIdentifier: Perturbation = {
  kind: 'id',
  expected: 'unsupported',
  change(sentence, { random, evidence }) {
    const own = findIdentifiers(sentence).filter(({ kind }) => kind !== 'address')
    const identifier = pick(own, random)
    if (!identifier) return null
    const words = sentence.slice(identifier.start, identifier.end)
    const numbers = [...words.matchAll(/\d+/gu)]
    const number = pick(numbers, random)
    if (!number) return null
    const changed = replaceAt(words, number, `${Number(number[0]) + 1 + Math.floor(random() * 7)}`)
    return evidence.includes(changed)
      ? null
      : sentence.slice(0, identifier.start) + changed + sentence.slice(identifier.end)
  },
}
