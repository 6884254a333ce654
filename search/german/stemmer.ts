/**
 * Snowball stemmer for German on folded words.
 * Algorithm: https://snowballstem.org/algorithms/german/stemmer.html, version 3.
 * Three additions: loan words lose their plural s after p and w (Backups, Reviews), those in -o, -a, -um, -us meet their
 * plurals, and verbs in -ieren meet their participle and noun (digitalisieren, digitalisiert, Digitalisierung).
 * Snowball reads umlauts as vowels and drops their dots at the end; folding first gives the same regions.
 */

const VOWEL = /[aeiouy]/
const KEEPS_ET = /(?:geordn|intern|plan|tick|tr)et$/
const FOREIGN_VERB = /(?<=.{3})iert?$/
const CONSONANT_UY = /(?<=[aeiouy])[uy](?=[aeiouy])/g

/** Stem of a word from `foldWord`. Words with other than Latin letters come back unchanged where no ending fits. */
export function stem(word: string): string {
  if (word.length < 4) return word
  const marked = word.replace(CONSONANT_UY, (letter) => letter.toUpperCase())
  const first = regionAfter(marked, 0)
  const r2 = regionAfter(marked, first)
  const r1 = Math.max(first, 3)
  const stemmed = dropDerivation(dropSecond(dropInflection(marked, r1), r1), r1, r2)
  return dropLoanEnding(stemmed.replace(FOREIGN_VERB, 'i').toLowerCase())
}

/** Risiko and Risiken, Firma and Firmen, Zentrum and Zentren, Virus and Viren; Büros is Büro. */
function dropLoanEnding(word: string): string {
  const singular = word.replace(/(?<=.{2}[^aeiouyl]o|.{3}[^aeiouys]a)s$/, '')
  return singular.length < 5
    ? singular
    : singular.replace(/(?<=[^aeiouy])[oa]$|(?<![at])um$|(?<![aeo])us$/, '')
}

/** Start of the region after the first non-vowel that follows a vowel, seen from `from`. */
function regionAfter(word: string, from: number): number {
  let at = from
  while (at < word.length && !VOWEL.test(word[at]!)) at++
  while (at < word.length && VOWEL.test(word[at]!)) at++
  return Math.min(at + 1, word.length)
}

function dropInflection(word: string, r1: number): string {
  const ending = /(?:em|ern|er|erin|erinnen|e|en|es|lns|ln|(?<=[bdfghklmnprtw])s)$/.exec(word)?.[0]
  if (!ending || word.length - ending.length < r1) return word
  const rest = word.slice(0, -ending.length)
  if (ending === 'em' && rest.endsWith('syst')) return word
  if (ending.startsWith('ln')) return `${rest}l`
  if (/^e[ns]?$/.test(ending) && rest.endsWith('niss')) return rest.slice(0, -1)
  return rest
}

function dropSecond(word: string, r1: number): string {
  const ending = /(?:en|er|est|(?<=.{3}[bdfghklmnt])st|(?<=[Udfgklmnrstz])et)$/.exec(word)?.[0]
  if (!ending || word.length - ending.length < r1) return word
  return ending === 'et' && KEEPS_ET.test(word) ? word : word.slice(0, -2 - Number(ending === 'est'))
}

function dropDerivation(word: string, r1: number, r2: number): string {
  const ending = /(?:end|ung|isch|ig|ik|lich|heit|keit)$/.exec(word)?.[0]
  if (!ending || word.length - ending.length < r2) return word
  const rest = word.slice(0, -ending.length)
  if (ending === 'end' || ending === 'ung') return dropAt(rest, /(?<!e)ig$/, r2)
  if (ending === 'lich' || ending === 'heit') return dropAt(rest, /e[rn]$/, r1)
  if (ending === 'keit') return dropAt(rest, /(?:lich|ig)$/, r2)
  return rest.endsWith('e') ? word : rest
}

function dropAt(word: string, ending: RegExp, region: number): string {
  const at = word.search(ending)
  return at >= region ? word.slice(0, at) : word
}
