/** German units: what they measure, and how many of the base unit one is. */

export interface UnitSpec {
  /** Numbers of the same dimension can be compared. */
  dimension: string
  factor: number
}

/** Pattern (whole word, lower case) → dimension and factor. Months and hours stay apart: a month is not 30 days. */
const SPECS: [RegExp, string, number][] = [
  [/^(?:%|prozent|prozents|v\.\s?h\.|prozentpunkte?n?)$/u, '%', 1],
  [/^(?:€|euro|eur)$/u, 'Euro', 1],
  [/^cent$/u, 'Euro', 0.01],
  [/^sekunden?$/u, 'Stunden', 1 / 3600],
  [/^minuten?$/u, 'Stunden', 1 / 60],
  [/^(?:(?:wochen)?stunden?|std\.?|h)$/u, 'Stunden', 1],
  [/^(?:kalender)?tag(?:e[ns]?|s)?$/u, 'Stunden', 24],
  [/^(?:kalender)?wochen?$/u, 'Stunden', 168],
  [/^(?:werk|arbeits)tag(?:e[ns]?|s)?$/u, 'Werktage', 1],
  [/^monat(?:e[ns]?|s)?$/u, 'Monate', 1],
  [/^(?:quartal|vierteljahr)(?:e[ns]?|s)?$/u, 'Monate', 3],
  [/^halbjahr(?:e[ns]?|s)?$/u, 'Monate', 6],
  [/^(?:lebens|kalender|haushalts)?jahr(?:e[ns]?|s)?$/u, 'Monate', 12],
  [/^uhr$/u, 'Uhr', 1],
  [/^male?$/u, 'mal', 1],
  [/^(?:mm|millimetern?)$/u, 'Meter', 0.001],
  [/^(?:cm|zentimetern?)$/u, 'Meter', 0.01],
  [/^(?:m|metern?)$/u, 'Meter', 1],
  [/^(?:km|kilometern?)$/u, 'Meter', 1000],
  [/^(?:m²|qm|quadratmetern?)$/u, 'Quadratmeter', 1],
  [/^(?:ha|hektar)$/u, 'Quadratmeter', 10_000],
  [/^(?:m³|kubikmetern?)$/u, 'Kubikmeter', 1],
  [/^(?:l|litern?)$/u, 'Liter', 1],
  [/^(?:g|gramm)$/u, 'Kilogramm', 0.001],
  [/^(?:kg|kilogramm|kilo)$/u, 'Kilogramm', 1],
  [/^(?:t|tonnen?)$/u, 'Kilogramm', 1000],
  [/^(?:db|dezibel)$/u, 'Dezibel', 1],
  [/^(?:kib|kb)$/u, 'MB', 0.001],
  [/^(?:mib|mb|megabyte)$/u, 'MB', 1],
  [/^(?:gib|gb|gigabyte)$/u, 'MB', 1000],
  [/^km\/h$/u, 'km/h', 1],
]

/** `-stündig`, `-tägige` …, as in 72-stündig and dreitägige. */
const ADJECTIVES: [string, string, number][] = [
  ['minüt', 'Stunden', 1 / 60],
  ['stünd', 'Stunden', 1],
  ['täg', 'Stunden', 24],
  ['wöch', 'Stunden', 168],
  ['monat', 'Monate', 1],
  ['jähr', 'Monate', 12],
]
const RATES: Record<string, [string, number]> = {
  stündlich: ['Stunden', 1],
  täglich: ['Stunden', 24],
  werktäglich: ['Werktage', 1],
  wöchentlich: ['Stunden', 168],
  monatlich: ['Monate', 1],
  quartalsweise: ['Monate', 3],
  vierteljährlich: ['Monate', 3],
  halbjährlich: ['Monate', 6],
  jährlich: ['Monate', 12],
}

/** By a unit's written form; null where it is none. */
export function unitOf(word: string): UnitSpec | null {
  const lower = word.toLowerCase()
  for (const [pattern, dimension, factor] of SPECS) if (pattern.test(lower)) return { dimension, factor }
  return null
}

/** `tägig` of dreitägig. */
export function adjectiveUnit(ending: string): UnitSpec | null {
  const found = ADJECTIVES.find(([name]) => ending.toLowerCase().startsWith(name))
  return found ? { dimension: found[1], factor: found[2] } : null
}

/** `jährlich` and its inflected forms: how far apart. */
export function rateOf(word: string): UnitSpec | null {
  const found = RATES[word.toLowerCase().replace(/e[nrsm]?$/u, '')]
  return found ? { dimension: found[0], factor: found[1] } : null
}
