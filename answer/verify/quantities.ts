/** Numbers of a text with unit, counted noun and direction: "mindestens zwölf Monate", "bis zu 1,5 Mio. Euro", "alle zwei Jahre". */

import type { Span } from '../../search/document.ts'
import { numberWord, ordinalWord } from './number-words.ts'
import { adjectiveUnit, rateOf, type UnitSpec, unitOf } from './units.de.ts'

/** At least, at most, more than, less than, about. */
export type Bound = 'min' | 'max' | 'more' | 'less' | 'about' | null

export interface Quantity extends Span {
  /** In the base unit of its dimension. */
  value: number
  /** What is measured (`Stunden`, `Euro`, `%`); `every …` for intervals, `rank` for ordinals, `count` for plain numbers. */
  dimension: string
  /** The counted noun of a plain number. */
  noun: string | null
  bound: Bound
}

const DIGITS = /\d{1,3}(?:[.\u00A0\u202F]\d{3})+(?:,\d+)?(?![\d])|\d+(?:,\d+)?/uy
const SCALE =
  /[\s\u00A0\u202F-]?(Millionen|Million|Mio\.?|Milliarden|Milliarde|Mrd\.?|Tausend|tausend|Tsd\.?)(?!\p{L})/uy
const UNIT = /[\s\u00A0\u202F-]*(%|€|v\.\s?H\.|km\/h|m[²³]|\p{L}+\.?)/uy
const WORD = /\p{L}[\p{L}\p{M}]*/uy
const ARTICLE = /^ein(?:e[mnrs]?)?$/u
const HALF = /^halbe[nrs]?$/u
/** What makes an interval of a preposition that mostly says something else. */
const INTERVALS: Record<string, RegExp> = {
  im: /^\s(?:(?:Kalender)?(?:jahr|monat)|Quartal|Halbjahr)$/iu,
  in: /^\sder\s(?:Woche|Stunde|Minute)$/u,
  am: /^\sTag$/u,
}
/** "zwei weitere Monate": between a number and its unit. */
const BESIDE_UNIT =
  /^\s(?:weitere|volle|ganze|zusätzliche|aufeinanderfolgende|zusammenhängende|aufeinander folgende)[nr]?(?=\s\p{Lu})/u
const FRACTIONS: Record<string, number> = {
  hälfte: 1 / 2,
  drittel: 1 / 3,
  drittels: 1 / 3,
  viertel: 1 / 4,
  fünftel: 1 / 5,
  zehntel: 1 / 10,
}
const TIME = new Set(['Stunden', 'Werktage', 'Monate'])

const BOUNDS: [Bound, RegExp][] = [
  [
    'max',
    /(?<!\p{L})(?:nicht (?:mehr|länger|älter|größer|höher|schwerer|breiter|später) als|nicht über|(?:höchstens|maximal)(?: jedoch)?|längstens|bis zu|bis|binnen|innerhalb(?: von| der)?|spätestens(?: nach| am)?|max\.)(?: rund| etwa)?(?: \p{Ll}{1,4})?\s*$/iu,
  ],
  [
    'min',
    /(?<!\p{L})(?:nicht (?:weniger|kürzer|kleiner|jünger|niedriger|geringer) als|nicht unter|mindestens(?: aber)?|wenigstens|mind\.|ab|erst ab|zumindest)(?: dem| einem| einer| der)?(?: \p{L}+? von)?(?: vollendeten)?\s*$/iu,
  ],
  [
    'less',
    /(?<!\p{L})(?:(?:weniger|kürzer|kleiner|jünger|niedriger|geringer|leichter) als|unterhalb(?: von)?|unter)(?: de[rmn])?\s*$/iu,
  ],
  [
    'more',
    /(?<!\p{L})(?:(?:mehr|länger|größer|älter|höher|schwerer|breiter) als|oberhalb(?: von)?|über)(?: de[rmn]| die)?\s*$/iu,
  ],
  [
    'about',
    /(?<!\p{L})(?:rund|etwa|ca\.|circa|ungefähr|knapp|fast|nahezu|annähernd|gut|schätzungsweise)\s*$/iu,
  ],
]
/** "spätestens drei Tage vor", "frühestens ein Jahr nach": so much time at least. */
const BOUND_AROUND: [Bound, RegExp, RegExp][] = [
  ['min', /(?<!\p{L})spätestens\s*$/iu, /^\s*(?:vor(?:her|ab|dem)?|im Voraus|zuvor)(?!\p{L})/iu],
  ['max', /(?<!\p{L})frühestens\s*$/iu, /^\s*(?:vor(?:her|ab)?|im Voraus|zuvor)(?!\p{L})/iu],
  ['min', /(?<!\p{L})frühestens\s*$/iu, /^\s*(?:nach(?:dem)?|später|danach)(?!\p{L})/iu],
]
/** "Die Mindestlänge beträgt zwölf Zeichen." */
const BOUND_NOUNS: [Bound, RegExp][] = [
  ['min', /(?<!\p{L})Mindest\p{Ll}{3,}[^.;,]{0,50}$/u],
  ['max', /(?<!\p{L})(?:Höchst|Maximal)\p{Ll}{3,}[^.;,]{0,50}$/u],
]
const BOUND_AFTER: [Bound, RegExp][] = [
  ['min', /^\s*vollendet/iu],
  ['max', /^\s*(?:\p{L}+\s){0,2}nicht (?:überschr(?:eit|itt)|überst)/iu],
  ['min', /^\s*(?:\p{L}+\s){0,2}nicht unterschr(?:eit|itt)/iu],
  ['more', /^\s*(?:\p{L}+\s){0,2}(?:überschr(?:eit|itt)|überst)/iu],
  ['less', /^\s*(?:\p{L}+\s){0,2}unterschr(?:eit|itt)/iu],
  ['min', /^\s*(?:\p{L}+\s)?(?:oder|und) (?:mehr|älter|länger|größer)|^\s*\p{L}*\s?aufwärts/iu],
  ['max', /^\s*(?:\p{L}+\s)?(?:oder|und) (?:weniger|jünger|kürzer|kleiner)/iu],
]

/** Spans in `taken` (dates, references, identifiers) hold no quantities. */
export function findQuantities(text: string, taken: readonly Span[]): Quantity[] {
  const found: Quantity[] = []
  for (let at = 0; at < text.length; ) {
    const inside = taken.find((span) => span.start <= at && at < span.end)
    if (inside) {
      at = inside.end
      continue
    }
    const quantity = quantityAt(text, at)
    if (quantity && !taken.some((span) => span.start < quantity.end && quantity.start < span.end))
      found.push(quantity)
    at = quantity ? quantity.end : nextPlace(text, at)
  }
  return found
}

/** A word or number is left as a whole. */
function nextPlace(text: string, at: number): number {
  const rest = /^(?:\p{L}[\p{L}\p{M}]*|\d+(?:[.,:/-]\d+)*|[^\p{L}\d]+)/u.exec(text.slice(at))
  return at + (rest?.[0].length ?? 1)
}

function quantityAt(text: string, at: number): Quantity | null {
  return /\d/.test(text[at]!) ? digitsAt(text, at) : /\p{L}/u.test(text[at]!) ? wordsAt(text, at) : null
}

function digitsAt(text: string, start: number): Quantity | null {
  const match = matchAt(DIGITS, text, start)
  if (!match) return null
  const joined = /^(\p{L})/u.exec(text.slice(start + match[0].length))
  if (joined || /[\p{L}\d][-‐.]?$/u.test(text.slice(Math.max(0, start - 2), start))) {
    // "NIS2", "2a", "EN-301": parts of names.
    if (!/^(?:er|fach|mal)(?!\p{L})/u.test(text.slice(start + match[0].length))) return null
  }
  const value = Number(match[0].replace(/[.\u00A0\u202F]/gu, '').replace(',', '.'))
  let end = start + match[0].length
  if (/^[:.]\d\d(?!\d)/u.test(text.slice(end)) && /^[:.]\d\d\s?(?:Uhr|h\b)|^:/u.test(text.slice(end)))
    return clockAt(text, start, value, end)
  if (/^\.(?:\s|$)/u.test(text.slice(end)) && /^\.\s\p{Lu}/u.test(text.slice(end)) && value < 100) {
    const years = /^\.\s(Lebensjahr(?:e?s)?)/u.exec(text.slice(end))
    if (years)
      return finish(text, {
        start,
        end: end + years[0].length,
        value: value * 12,
        dimension: 'Monate',
        noun: null,
      })
    return finish(text, { start, end: end + 1, value, dimension: 'rank', noun: null })
  }
  const scale = matchAt(SCALE, text, end)
  const scaled = scale ? value * scaleOf(scale[1]!) : value
  if (scale) end += scale[0].length
  return withUnit(text, { start, end, value: scaled })
}

function clockAt(text: string, start: number, hours: number, end: number): Quantity {
  const minutes = Number(text.slice(end + 1, end + 3))
  const suffix = /^\s?Uhr/u.exec(text.slice(end + 3))?.[0].length ?? 0
  return finish(text, {
    start,
    end: end + 3 + suffix,
    value: hours + minutes / 60,
    dimension: 'Uhr',
    noun: null,
  })
}

const MAX_CACHED = 50_000
/** Words that begin no quantity, whatever follows: nearly all words of a text. */
const plain = new Set<string>()

function isPlain(lower: string): boolean {
  if (plain.has(lower)) return true
  const mayBegin =
    rateOf(lower) !== null ||
    lower in FRACTIONS ||
    ARTICLE.test(lower) ||
    numberWord(lower) !== null ||
    ordinalWord(lower) !== null ||
    /^(?:im|in|am|pro|je|jede[nrs]?|erste[nrsm]?)$|mal(?:s|ig)?$|(?:minüt|stünd|täg|wöch|monat|jähr)ig(?:e[mnrs]?)?$/u.test(
      lower,
    )
  if (mayBegin) return false
  if (plain.size >= MAX_CACHED) plain.clear()
  plain.add(lower)
  return true
}

function wordsAt(text: string, start: number): Quantity | null {
  const word = matchAt(WORD, text, start)![0]
  const lower = word.toLowerCase()
  if (isPlain(lower)) return null
  const end = start + word.length
  const rate = rateOf(lower)
  if (rate)
    return finish(text, { start, end, value: rate.factor, dimension: `every ${rate.dimension}`, noun: null })
  if (lower in FRACTIONS) return fractionAt(text, start, end, FRACTIONS[lower]!)
  const adjective =
    /^(.+?)(minüt|stünd|täg|wöch|monat|jähr)ige[mnrs]?$|^(.+?)(minüt|stünd|täg|wöch|monat|jähr)ig$/u.exec(
      lower,
    )
  const counted = adjective ? (adjective[1] ?? adjective[3])! : null
  const amount =
    counted === null ? null : counted === 'ein' ? 1 : counted === 'halb' ? 0.5 : numberWord(counted)
  if (adjective && amount !== null) {
    const unit = adjectiveUnit((adjective[2] ?? adjective[4])!)!
    return finish(text, { start, end, value: amount * unit.factor, dimension: unit.dimension, noun: null })
  }
  if (ARTICLE.test(lower)) return articleAt(text, start, end)
  const value = isNameStart(text, end) ? null : numberWord(lower)
  if (value !== null) {
    const scale = matchAt(SCALE, text, end)
    if (scale) return withUnit(text, { start, end: end + scale[0].length, value: value * scaleOf(scale[1]!) })
    return withUnit(text, { start, end, value })
  }
  const times = /^(.+?)mal(?:s|ig)?$/u.exec(lower)
  const count = times ? (times[1] === 'ein' ? 1 : numberWord(times[1]!)) : null
  if (
    count !== null &&
    !(count === 1 && /^\s(?:im|pro|je|in der|jede[nrs]?|täglich|jährlich)(?!\p{L})/u.test(text.slice(end)))
  ) {
    const found = finish(text, { start, end, value: count, dimension: 'mal', noun: null })
    return count === 1 && found.bound === null ? null : found
  }
  const interval = intervalAt(text, start, lower, end)
  if (interval) return interval
  const years = /^erste[nrsm]?$/u.test(lower) && /^\sLebensjahr(?:e?s)?/u.exec(text.slice(end))
  if (years)
    return finish(text, { start, end: end + years[0].length, value: 12, dimension: 'Monate', noun: null })
  const rank = ordinalWord(lower)
  const ofLife = rank === null ? null : /^\sLebensjahr(?:e?s)?/u.exec(text.slice(end))
  if (rank !== null && ofLife)
    return finish(text, {
      start,
      end: end + ofLife[0].length,
      value: rank * 12,
      dimension: 'Monate',
      noun: null,
    })
  return rank === null || /^\p{Lu}/u.test(word)
    ? null
    : finish(text, { start, end, value: rank, dimension: 'rank', noun: null })
}

/** "Vier-Augen-Prinzip": no number of anything, unlike "Drei-Tage-Frist". */
function isNameStart(text: string, end: number): boolean {
  const next = /^-(\p{Lu}\p{L}*)/u.exec(text.slice(end))
  return next !== null && unitOf(next[1]!) === null
}

/** "im Jahr", "in der Woche", "pro Woche", "jeden Monat", "einmal im Jahr", but not "im Jahr 2023". */
function intervalAt(text: string, start: number, lower: string, end: number): Quantity | null {
  if (!/^(?:im|in|am|pro|je|jede[nrs]?)$/u.test(lower)) return null
  const next = /^(?:\sder)?\s(\p{L}+)(?!\p{L})(?!\s\d)/u.exec(text.slice(end))
  const unit = next ? unitOf(next[1]!) : null
  if (!unit || !TIME.has(unit.dimension) || !(INTERVALS[lower]?.test(next![0]) ?? true)) return null
  return finish(text, {
    start,
    end: end + next![0].length,
    value: unit.factor,
    dimension: `every ${unit.dimension}`,
    noun: null,
  })
}

/** "eines Monats", "ein halbes Jahr", "ein Drittel", "ein Tag"; an article before anything else is no number. */
function articleAt(text: string, start: number, end: number): Quantity | null {
  const next = /^\s(\p{L}+)(?:\s(\p{L}+))?/u.exec(text.slice(end))
  if (!next) return null
  const fraction = FRACTIONS[next[1]!.toLowerCase()]
  if (fraction)
    return finish(text, {
      start,
      end: end + 1 + next[1]!.length,
      value: fraction,
      dimension: 'share',
      noun: null,
    })
  const isHalf = HALF.test(next[1]!)
  const name = isHalf ? next[2] : next[1]
  const unit = name ? unitOf(name) : null
  if (!unit || !TIME.has(unit.dimension)) return null
  const stop = end + 1 + next[1]!.length + (isHalf ? 1 + name!.length : 0)
  return finish(text, {
    start,
    end: stop,
    value: unit.factor * (isHalf ? 0.5 : 1),
    dimension: unit.dimension,
    noun: null,
  })
}

function fractionAt(text: string, start: number, end: number, value: number): Quantity {
  return finish(text, { start, end, value, dimension: 'share', noun: null })
}

function withUnit(text: string, draft: { start: number; end: number; value: number }): Quantity {
  const { start, value } = draft
  const described = BESIDE_UNIT.exec(text.slice(draft.end))?.[0].length ?? 0
  const next = matchAt(UNIT, text, draft.end + described)
  const unit: UnitSpec | null = next ? (unitOf(next[1]!) ?? unitOf(next[1]!.replace(/\.$/u, ''))) : null
  if (unit && next) {
    const end =
      draft.end + described + next[0].length - (next[1]!.endsWith('.') && next[1]!.length > 4 ? 1 : 0)
    const every =
      TIME.has(unit.dimension) && /(?:^|[^\p{L}])alle\s$/iu.test(text.slice(Math.max(0, start - 6), start))
    const dimension = every ? `every ${unit.dimension}` : unit.dimension
    return finish(text, { start, end, value: value * unit.factor, dimension, noun: null })
  }
  const range = /^\s?(?:und|bis|oder|–|-)\s?\d+(?:[.,]\d+)*\s?(%|€|\p{L}+\.?)/u.exec(text.slice(draft.end))
  const shared = range ? unitOf(range[1]!) : null
  if (shared)
    return finish(text, { ...draft, value: value * shared.factor, dimension: shared.dimension, noun: null })
  const ending = next && described === 0 ? adjectiveUnit(next[1]!) : null
  if (next && ending && /ig(?:e[mnrs]?)?$/u.test(next[1]!))
    return finish(text, {
      start,
      end: draft.end + next[0].length,
      value: value * ending.factor,
      dimension: ending.dimension,
      noun: null,
    })
  const fraction = next && described === 0 ? FRACTIONS[next[1]!.toLowerCase()] : undefined
  if (next && fraction)
    return finish(text, {
      start,
      end: draft.end + next[0].length,
      value: value * fraction,
      dimension: 'share',
      noun: null,
    })
  const noun = /^[\s\u00A0\u202F-]+(?:\p{Ll}[\p{L}-]*\s){0,3}?(\p{Lu}[\p{L}-]+)/u.exec(text.slice(draft.end))
  return finish(text, { ...draft, dimension: 'count', noun: noun?.[1] ?? null })
}

function finish(text: string, quantity: Omit<Quantity, 'bound'>): Quantity {
  const before = text
    .slice(Math.max(0, quantity.start - 40), quantity.start)
    .replace(/(?:ein|zwei|drei|vier)mal\s*$/u, '')
  const after = text.slice(quantity.end, quantity.end + 30)
  const beforeInClause = text.slice(Math.max(0, quantity.start - 90), quantity.start)
  const found =
    BOUND_AROUND.find(([, leading, trailing]) => leading.test(before) && trailing.test(after)) ??
    BOUNDS.find(([, pattern]) => pattern.test(before)) ??
    BOUND_AFTER.find(([, pattern]) => pattern.test(after)) ??
    BOUND_NOUNS.find(([, pattern]) => pattern.test(beforeInClause))
  return { ...quantity, bound: found?.[0] ?? null }
}

function scaleOf(name: string): number {
  return /^mi[ol]/iu.test(name) ? (/^mill?ia/iu.test(name) ? 1e9 : 1e6) : /^mrd/iu.test(name) ? 1e9 : 1e3
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
