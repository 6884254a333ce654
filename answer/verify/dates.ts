/** Dates of a text with their direction: "ab dem 6. Dezember 2025", "bis Ende 2026", "im November 2024". */

import type { Span } from '../../search/document.ts'

export type DateBound = 'from' | 'until' | 'before' | 'after' | null

/** What is not said is null. */
export interface DateMention extends Span {
  year: number | null
  month: number | null
  day: number | null
  /** Anfang, Mitte, Ende, Frühjahr, Sommer, Herbst, Winter, or `Q1`…`Q4`. */
  part: string | null
  bound: DateBound
}

const MONTHS =
  'januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jan|feb|mrz|apr|jun|jul|aug|sept|sep|okt|nov|dez'
const MONTH_NUMBER: Record<string, number> = Object.fromEntries([
  ...'januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember'
    .split('|')
    .map((name, i) => [name, i + 1]),
  ['jan', 1],
  ['feb', 2],
  ['mrz', 3],
  ['apr', 4],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['sep', 9],
  ['sept', 9],
  ['okt', 10],
  ['nov', 11],
  ['dez', 12],
])
const YEAR = '(?:19|20)\\d\\d'
const PART = 'anfang|mitte|ende|frühjahr|frühling|sommer|herbst|winter|jahresanfang|jahresende'
const PATTERN = new RegExp(
  [
    `(?<!\\d)(?<d1>\\d{1,2})\\.\\s?(?<m1>\\d{1,2})\\.(?:\\s?(?<y1>${YEAR}|\\d\\d(?!\\d)))?(?![\\d.]*\\d)`,
    `(?<!\\d)(?<d2>\\d{1,2})\\.\\s?(?<m2>${MONTHS})(?!\\p{L})\\.?(?:\\s(?<y2>${YEAR})(?!\\d))?`,
    `(?<!\\d)(?<y3>${YEAR})-(?<m3>\\d\\d)-(?<d3>\\d\\d)(?!\\d)`,
    `(?<!\\p{L})(?:(?<p4>anfang|mitte|ende)\\s)?(?<m4>${MONTHS})\\s(?<y4>${YEAR})(?!\\d)`,
    `(?<!\\p{L})(?<q5>[1-4])\\.\\s?quartal(?:s)?\\s(?<y5>${YEAR})(?!\\d)`,
    `(?<!\\p{L})(?<p6>${PART})\\s(?:des jahres\\s)?(?<y6>${YEAR})(?!\\d)`,
    `(?<![\\d.,/§-])(?<y7>${YEAR})(?![\\d/]|[.,]\\d|\\s?(?:euro|€|prozent|%|stunden|personen|beschäftigte|einwohner|quadratmeter|meter|mitarbeit|seiten|mal\\b))`,
    `(?<!\\p{L})(?<p9>anfang|mitte|ende)\\s(?<m9>januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)(?!\\p{L}|\\s${YEAR})`,
    `(?<!\\p{L})(?:im|in|seit|ab|bis)\\s(?<m8>januar|februar|märz|april|juni|juli|august|september|oktober|november|dezember)(?!\\p{L}|\\s${YEAR})`,
  ].join('|'),
  'giu',
)
const BEFORE_DATE: [DateBound, RegExp][] = [
  [
    'until',
    /(?<!\p{L})(?:bis(?:\sspätestens)?|spätestens|längstens)(?:\s(?:zum|zu|am|im|ende|zum ende))?(?:\sdes jahres)?\s*$/iu,
  ],
  ['before', /(?<!\p{L})vor(?:\sdem)?\s*$/iu],
  ['after', /(?<!\p{L})nach(?:\sdem)?\s*$/iu],
  ['from', /(?<!\p{L})(?:ab|seit|vom|frühestens am|beginnend am)(?:\sdem)?(?:\sjahr)?\s*$/iu],
]

export function findDates(text: string): DateMention[] {
  return [...text.matchAll(PATTERN)].flatMap((match) => toMention(text, match) ?? [])
}

/** The claim's date says nothing that the other one does not say: November 2024 for 12.11.2024. */
export function isWithin(claimed: DateMention, given: DateMention): boolean {
  return (['year', 'month', 'day', 'part'] as const).every(
    (field) =>
      claimed[field] === null ||
      claimed[field] === given[field] ||
      (field === 'part' && isEnd(claimed, given)),
  )
}

/** "Ende Oktober" for 31. Oktober, "Ende 2025" for 31.12.2025. */
function isEnd({ part, month }: DateMention, given: DateMention): boolean {
  const last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return (
    part === 'ende' &&
    given.month === (month ?? 12) &&
    given.day !== null &&
    given.day >= last[given.month - 1]!
  )
}

/** Both dates say something that excludes the other. */
export function contradicts(claimed: DateMention, given: DateMention): boolean {
  return (['year', 'month', 'day', 'part'] as const).some(
    (field) => claimed[field] !== null && given[field] !== null && claimed[field] !== given[field],
  )
}

function toMention(text: string, match: RegExpMatchArray): DateMention | null {
  const groups = match.groups!
  const read = (letter: string) => {
    for (let i = 1; i <= 9; i++) if (groups[letter + i] !== undefined) return groups[letter + i]!
    return null
  }
  const [day, month, year, part, quarter] = ['d', 'm', 'y', 'p', 'q'].map(read)
  const monthNumber = month ? (MONTH_NUMBER[month.toLowerCase()] ?? Number(month)) : null
  if (monthNumber !== null && !(monthNumber >= 1 && monthNumber <= 12)) return null
  const start = match.index!
  const end = start + match[0].length
  const before = text.slice(Math.max(0, start - 30), start)
  // "seit Januar": the pattern itself has taken the preposition.
  const led = groups.m8 ? `${before}${match[0].split(/\s/u)[0]} ` : before
  return {
    start,
    end,
    year: year ? (year.length === 2 ? 2000 + Number(year) : Number(year)) : null,
    month: monthNumber,
    day: day ? Number(day) : null,
    part: quarter ? `Q${quarter}` : (part?.toLowerCase() ?? null),
    bound: BEFORE_DATE.find(([, pattern]) => pattern.test(led))?.[0] ?? null,
  }
}
