/** One key for the forms of a German verb and the nouns made from it: nimmt, genommen, zu nehmen, Nahme → nehm. */

import { foldWord } from '../../search/german/fold.ts'
import { stem } from '../../search/german/stemmer.ts'
import { PARTICLES, PREFIXES, STRONG_FORMS } from './strong-verbs.de.ts'

const BASES = readForms(STRONG_FORMS)
const PARTICLE = [...PARTICLES].map(foldWord).sort((a, b) => b.length - a.length)
const BEFORE = new RegExp(`^(?:un)?(?:${PARTICLE.join('|')})?(?:${PREFIXES.join('|')})?$`)
const WITH_PREFIX = new RegExp(`^(?:un)?(?:${[...PARTICLE, ...PREFIXES].join('|')})`)
const WITH_ZU = new RegExp(`^(${PARTICLE.join('|')})zu(.{3,}n)$`)
const PARTICIPLE = new RegExp(`^(${PARTICLE.join('|')})?ge(.{2,}(?:t|en)(?:e[mnrs]?)?)$`)
/** meldet, meldete, gemeldeten → melden; Meldung → melden. Too short a rest is no verb (Amt, Jung). */
const FINITE = /^(.{2,}?)e?t(?:e(?:[nrsm]|st)?)?$/
/** Wiederherstellbarkeit: wiederherstellen; Komplexität: komplex. */
const DERIVED: [RegExp, string][] = [
  [/^(.{5,}[^n])barkeit(?:en)?$/, 'en'],
  [/^(.{4,})itat(?:en)?$/, ''],
  [/^(.{3,}nis)s(?:e[ns]?)$/, ''],
]
const NOUN_OF_ACTION = /^(.{4,})ung(?:en)?$/
const MAX_CACHED = 200_000
const known = new Map<string, string[]>()
const knownStems = new Map<string, string[]>()

/** Keys of a word, best first; two words with a common key are forms of one. `word` as it stands in the text. */
export function canonicalStems(word: string): string[] {
  let keys = known.get(word)
  if (!keys) {
    if (known.size >= MAX_CACHED) known.clear()
    keys = toKeys(foldWord(withoutZu(word.replace(/[-‐‑:*_/]/g, ''))))
    known.set(word, keys)
  }
  return keys
}

/** "nachzuerfassen": folding would take the "ue" for an ü. */
function withoutZu(word: string): string {
  return word.replace(/^(\p{Ll}{2,})zu(e\p{Ll}{3,}n)$/u, (whole, particle: string, verb: string) =>
    isParticle(particle) ? particle + verb : whole,
  )
}

/** The same for a stem of the analyser, such as a compound's part. */
export function canonicalOfStem(stemmed: string): string[] {
  let keys = knownStems.get(stemmed)
  if (!keys) {
    if (knownStems.size >= MAX_CACHED) knownStems.clear()
    keys = [...new Set([toBase(stemmed), stemmed])]
    knownStems.set(stemmed, keys)
  }
  return keys
}

/** The key of a verb whose particle stands elsewhere: (meldet, an) → anmeld. */
export function joinedKeys(verb: string, particle: string): string[] {
  return toKeys(foldWord(particle) + foldWord(verb))
}

/** The particle as it is folded, where the word is one. */
export function isParticle(lower: string): boolean {
  return PARTICLE.includes(foldWord(lower))
}

/** A verb with a particle or a prefix, or a noun made from one. */
export function hasPrefix(key: string): boolean {
  return WITH_PREFIX.test(key)
}

/** Words whose stem is another word's: ungefährlich is not ungefähr, gründlich not Grund. Whole stems, without -lich. */
const DISTINCT =
  /^(ungefahr|(?:un)?verbind|wirk|vergeb|angeb|erheb|grund|end|schliess|ausschliess|hand|kunst|vertrag|kurz|frei|ordent|sach|hoffent|eigent|nam)lich(?:e[mnrs]?|er|st|ste[nrsm]?)?$/

function toKeys(folded: string): string[] {
  const distinct = DISTINCT.exec(folded)
  if (distinct) return [`${distinct[1]}lich`]
  const forms = [folded]
  if (/^be\p{L}{8}/u.test(folded)) forms.push(folded.slice(2)) // beantworten: antworten.
  const derived = DERIVED.map(([pattern, ending]) => pattern.exec(folded)?.[1]?.concat(ending))
  forms.push(...derived.filter((form) => form !== undefined))
  if (/^ruck\p{L}{4}/u.test(folded)) forms.push(`zu${folded}`) // Rückgabe: zurückgeben.
  const infinitive = WITH_ZU.exec(folded)
  if (infinitive) forms.push(infinitive[1]! + infinitive[2]!)
  const participle = PARTICIPLE.exec(folded)
  if (participle) forms.push((participle[1] ?? '') + participle[2]!)
  const verbs = forms.flatMap((form) => {
    const root = (NOUN_OF_ACTION.exec(form) ?? FINITE.exec(form))?.[1]
    return root ? [form, `${root}en`] : [form]
  })
  // The stemmer cuts intern to int, but interne to intern.
  const plain = /ern$/.test(folded) ? [folded] : []
  return [...new Set([...verbs.flatMap((form) => [toBase(stem(form)), stem(form)]), ...plain])]
}

/** Irregular stems give way to the infinitive's, whatever prefix stands before them. */
function toBase(stemmed: string): string {
  const whole = BASES.get(stemmed)
  if (whole) return whole
  for (let at = 2; at <= stemmed.length - 2; at++) {
    const base = BASES.get(stemmed.slice(at))
    if (base && BEFORE.test(stemmed.slice(0, at))) return stemmed.slice(0, at) + base
  }
  return stemmed
}

function readForms(table: string): Map<string, string> {
  const bases = new Map<string, string>()
  for (const line of table.trim().split('\n')) {
    const [infinitive, forms] = line.split(':')
    const base = stem(foldWord(infinitive!.trim()))
    for (const form of forms!.trim().split(/\s+/)) {
      const key = stem(foldWord(form))
      if (key !== base && !bases.has(key)) bases.set(key, base)
    }
  }
  return bases
}
