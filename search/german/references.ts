/** Legal references in one spelling: § 35 Abs. 2 VwVfG, Paragraf 35 VwVfG, VwVfG § 35, Art. 33 DSGVO, SGB X. */

import { foldWord } from './fold.ts'
import { type CodeUnit, codeUnit, PART_WEIGHT } from './unit.ts'

const B = '[\\s\\u00A0\\u202F]'
const NUMBER = '\\d+(?:[a-z](?![\\p{L}]))?'
const SIGN = new RegExp(
  `(?:(§§?)|(?:Paragra(?:f|ph)(?:en|s)?)|(Art(?:ikel[ns]?|t?\\.|(?=${B})))${B}*(?=\\d))${B}*(?=\\d)`,
  'uiy',
)
const FIRST = new RegExp(NUMBER, 'uy')
const NEXT = new RegExp(
  `(?:${B}*,${B}*|${B}+(?:und|oder|bis|u\\.)${B}+|${B}*[–/-]${B}*)(?:§§?${B}*)?(${NUMBER})(?!${B}*\\.\\d)`,
  'uy',
)
const SUBDIVISION = new RegExp(
  `${B}*,?${B}*(Abs(?:\\.|atz|atzes)|S(?:\\.|atz|atzes)|N(?:r\\.|ummer)|Buchst(?:\\.|abe)|lit\\.|Halbs(?:\\.|atz)|UAbs\\.|Unterabs(?:\\.|atz))${B}*(\\d+[a-z]?|[a-z]{1,2})(?![\\p{L}\\d])`,
  'uy',
)
const FOLLOWING = new RegExp(`${B}*f{1,2}\\.`, 'uy')
const LAW = new RegExp(
  `${B}+(?:(?:des|der)${B}+)?((?:SGB${B}+(?:[IVX]+|\\d+)|(?=(?:[\\p{L}-]{0,30}?\\p{Lu}){2})\\p{L}+(?:-\\p{L}+)*))(?![\\p{L}\\d])`,
  'uy',
)
const SECTION_OF_LAW = /^(?:§|art)\d+[a-z]?\//
const ROMAN = /^(?=[ivx])(x{0,1})(ix|iv|v?i{0,3})$/

export interface Reference {
  end: number
  units: CodeUnit[]
}

/**
 * The reference whose sign stands at `start`; null where there is none. It ends before the law's name, which is a word of
 * its own. `lawBefore` is the name of a law right before the sign.
 */
export function referenceAt(text: string, start: number, lawBefore: string | null): Reference | null {
  const sign = matchAt(SIGN, text, start)
  const first = sign && matchAt(FIRST, text, sign.end)
  if (!first) return null
  const prefix = sign.match[2] ? 'art' : '§'
  const { numbers, path, end } = readNumbers(text, first.match[0], first.end)
  const law = lawAfter(text, end) ?? (lawBefore === null ? null : lawTerm(lawBefore))
  return { end, units: numbers.map((number) => referenceUnit(`${prefix}${number}`, path, law)) }
}

/** Short form of a law as a term: DS-GVO → dsgvo, SGB X → sgb10. */
export function lawTerm(name: string): string {
  const [head, number] = name.split(/[\s\u00A0\u202F]+/)
  return foldWord(head!.replace(/-/g, '')) + (number ? arabic(number) : '')
}

/** Arabic digits for a Roman numeral up to XIX; anything else comes back folded. */
export function arabic(number: string): string {
  const match = ROMAN.exec(number.toLowerCase())
  if (!match) return foldWord(number)
  const units = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'].indexOf(match[2]!)
  return `${match[1]!.length * 10 + units}`
}

/** The term of a section within a named law. */
export function sectionOfLaw(section: string, law: string): string {
  return `${section}/${law}`
}

/** The term under which the section itself is indexed, besides the term of all texts that cite it; null for other terms. */
export function ownSectionTerm(term: string): string | null {
  return SECTION_OF_LAW.test(term) ? `=${term}` : null
}

function referenceUnit(section: string, path: string, law: string | null): CodeUnit {
  const whole = law ? [sectionOfLaw(section, law), section] : [section]
  const unit = codeUnit(whole)
  return path
    ? { kind: 'code', terms: [...unit.terms, section + path], weights: [...unit.weights, PART_WEIGHT] }
    : unit
}

function readNumbers(
  text: string,
  first: string,
  from: number,
): { numbers: string[]; path: string; end: number } {
  const numbers = [first]
  let path = ''
  let end = from
  for (;;) {
    const part = matchAt(SUBDIVISION, text, end)
    const next = part ?? (path === '' ? matchAt(NEXT, text, end) : null) ?? matchAt(FOLLOWING, text, end)
    if (!next) return { numbers, path, end }
    end = next.end
    if (part) path += `${part.match[1]!.slice(0, 3).toLowerCase().replace('.', '')}${part.match[2]}`
    else if (next.match[1]) numbers.push(next.match[1])
  }
}

function lawAfter(text: string, end: number): string | null {
  const law = matchAt(LAW, text, end)
  return law && lawTerm(law.match[1]!)
}

function matchAt(pattern: RegExp, text: string, at: number): { match: RegExpExecArray; end: number } | null {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match && { match, end: pattern.lastIndex }
}
