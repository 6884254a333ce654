/** Legal references in one spelling: § 35 Abs. 2 VwVfG, Paragraf 35 II VwVfG, VwVfG § 35, §§ 3 bis 5, Art. 33 DSGVO, SGB X. */

import { foldWord } from './fold.ts'
import { type CodeUnit, codeUnit } from './unit.ts'

const B = '[\\s\\u00A0\\u202F]'
/** With its letter, also as older texts set it: § 8 a SGB VIII. */
const NUMBER = `\\d+(?:[a-z](?![\\p{L}])|${B}[a-h](?![\\p{L}\\d.)]))?`
const SIGN = new RegExp(
  `(?:(§§?)|(?:Paragra(?:f|ph)(?:en|s)?)|(Art(?:ikel[ns]?|t?\\.|(?=${B})))${B}*(?=\\d))${B}*(?=\\d)`,
  'uiy',
)
const BLANKS = new RegExp(B, 'gu')
const FIRST = new RegExp(NUMBER, 'uy')
const NEXT = new RegExp(
  `(?:${B}*,${B}*|${B}+(?:und|oder|(bis)|u\\.)${B}+|${B}*([–-])${B}*|${B}*/${B}*)(?:§§?${B}*)?(${NUMBER})(?!${B}*\\.\\d)`,
  'uy',
)
const SUBDIVISION = new RegExp(
  `${B}*,?${B}*(Abs(?:\\.|atz|atzes)?|S(?:\\.|atz|atzes)|N(?:r\\.?|ummer)|Buchst(?:\\.|abe)|lit\\.|Halbs(?:\\.|atz)|UAbs\\.|Unterabs(?:\\.|atz))${B}*(\\d+[a-z]?|[a-z]{1,2})(?![\\p{L}\\d])`,
  'uy',
)
/** § 35 (2) and, as lawyers write, § 35 II. */
const BARE_PARAGRAPH = new RegExp(`${B}*\\((\\d+[a-z]?)\\)|${B}+([IVX]{1,5})(?![\\p{L}\\d.])`, 'uy')
/** One name for each kind of subdivision, told by how its word begins. */
const SUBDIVISIONS: [RegExp, string][] = [
  [/^abs/i, 'abs'],
  [/^n/i, 'nr'],
  [/^s/i, 's'],
  [/^(?:b|l)/i, 'buchst'],
  [/^h/i, 'halbs'],
  [/^u/i, 'uabs'],
]
/** "§§ 1 bis 85" names too many to be meant one by one. */
const LONGEST_RANGE = 30
const FOLLOWING = new RegExp(`${B}*f{1,2}\\.`, 'uy')
const LAW = new RegExp(
  `(?:${B}+(?:des|der))?${B}*((?:SGB${B}+(?:[IVX]+|\\d+)|(?=(?:[\\p{L}-]{0,30}?\\p{Lu}){2})\\p{L}+(?:-\\p{L}+)*))(?![\\p{L}\\d])`,
  'uy',
)
const SECTION = /^((?:§|art)\d+[a-z]?)((?:abs|nr)\d+[a-z]?)?(?:\/(.+))?$/
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
  return {
    end,
    units: numbers.map((number) => referenceUnit(prefix + number.replace(BLANKS, ''), path, law)),
  }
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

/** A term of a reference taken apart: § 35 Abs. 2 VwVfG is section §35, part abs2, law vwvfg. */
export interface SectionName {
  section: string
  part: string | null
  law: string | null
}

/** Null for other terms, and for places deeper than a paragraph or number of the section. */
export function parseSection(term: string): SectionName | null {
  const match = SECTION.exec(term)
  return match && { section: match[1]!, part: match[2] ?? null, law: match[3] ?? null }
}

/** Each deeper place is a part of its own: § 35 Abs. 2 Satz 1 is found by § 35 Abs. 2 as well. */
function referenceUnit(section: string, path: readonly string[], law: string | null): CodeUnit {
  const places = path.map((_, i) => section + path.slice(0, i + 1).join(''))
  const whole = law ? [sectionOfLaw(section, law), section] : [section]
  return codeUnit(whole, law && places[0] ? [sectionOfLaw(places[0], law), ...places] : places)
}

function readNumbers(
  text: string,
  first: string,
  from: number,
): { numbers: string[]; path: string[]; end: number } {
  const numbers = [first]
  const path: string[] = []
  let end = from
  for (;;) {
    const part = partAt(text, end, path.length === 0)
    const next =
      part ?? (path.length === 0 ? matchAt(NEXT, text, end) : null) ?? matchAt(FOLLOWING, text, end)
    if (!next) return { numbers, path, end }
    end = next.end
    if (part) path.push(part.name)
    else if ('match' in next && next.match[3]) {
      const [, bis, dash, number] = next.match
      numbers.push(...(bis || dash ? between(numbers.at(-1)!, number!) : []), number!)
    }
  }
}

function partAt(text: string, at: number, isFirst: boolean): { name: string; end: number } | null {
  const found = matchAt(SUBDIVISION, text, at)
  if (found) {
    const [, word, number] = found.match
    const kind = SUBDIVISIONS.find(([begins]) => begins.test(word!))![1]
    return { name: kind + number!, end: found.end }
  }
  const bare = isFirst ? matchAt(BARE_PARAGRAPH, text, at) : null
  return bare && { name: `abs${bare.match[1] ?? arabic(bare.match[2]!)}`, end: bare.end }
}

/** What lies between the ends of a range: 3 and 6 → 4, 5; 60a and 60d → 60b, 60c. */
function between(first: string, last: string): string[] {
  const [from, fromLetter] = splitNumber(first)
  const [to, toLetter] = splitNumber(last)
  const steps = from === to ? toLetter - fromLetter : to - from
  if (steps < 2 || steps > LONGEST_RANGE || (from === to && fromLetter === 0)) return []
  return Array.from({ length: steps - 1 }, (_, i) =>
    from === to ? `${from}${String.fromCharCode(fromLetter + i + 1)}` : `${from + i + 1}`,
  )
}

function splitNumber(number: string): [value: number, letter: number] {
  const letter = /[a-z]$/i.exec(number)?.[0]
  return [Number.parseInt(number, 10), letter ? letter.toLowerCase().charCodeAt(0) : 0]
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
