/** What names exactly one thing: § and Artikel, requirement ids, file numbers, versions, Anhang III, addresses. */

import type { Span } from '../../search/document.ts'
import { arabic, referenceAt } from '../../search/german/references.ts'

export interface Identifier extends Span {
  /** Identifiers of one kind exclude each other: another § is another §. */
  kind: string
  key: string
  /** Short form of the law, where it is named. */
  law: string | null
  /** Absatz, Satz, Nummer: `abs 2`, `nr 4`. */
  details: string[]
}

const SIGN = /§|Paragra(?:f|ph)|(?<!\p{L})Art(?:ikel[ns]?|\.)?(?=\s?\d)/gu
const PATTERNS: [string, RegExp][] = [
  ['address', /https?:\/\/[^\s)<>\]]+|www\.[^\s)<>\]]+|[\w.+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu],
  [
    'requirement',
    /(?<![\p{L}\d.])\p{Lu}{2,8}(?:\.\d+)*(?:\.\p{Lu}{1,3}\d+)+(?![\p{L}\d])|(?<![\p{L}\d.])\p{Lu}{2,8}(?:\.\d+)+(?![\p{L}\d])/gu,
  ],
  ['file', /(?<![\p{L}\d])(?:[A-Z]-)?\d{1,4}\/\d{1,4}(?!\d)/gu],
  [
    'norm',
    /(?<!\p{L})(?:EN|DIN|ISO|IEC|VO|TR|WCAG|BITV)(?:[/\s-](?:EN|ISO|IEC|VOL|TR))*[\s-]?\d+(?:[\s.-]\d+)*(?:-\d+)?/gu,
  ],
  [
    'label',
    /(?<!\p{L})(?<label>Absatz(?:es)?|Abs\.|Satz(?:es)?|Anhang|Anhangs|Anlage|Kapitel|Kapitels|Abschnitt|Nummer|Nr\.|Stufe|Phase|Klasse|Entgeltgruppe|Seite|Merkzeichen|Version|Ziffer|Tabelle|Baustein|Pflegegrad)[\s-](?<number>\d+(?:\.\d+)*|[IVX]+|\p{Ll}\p{Lu}|\p{L})(?![\p{L}\d])/gu,
  ],
  [
    'version',
    /(?<![\p{L}\d.,])(?!\d{1,3}(?:\.\d{3})+(?![\d.]))(?!\d{1,2}\.\d{1,2}\.\d)[vV]?\d+(?:\.\d+)+(?![\d,]|\.\d|\s?Uhr)/gu,
  ],
  ['number', /(?<!\d)0\d{2,5}[\s/-]?\d{3,}[\d\s-]*\d|\+\d{2}[\d\s/-]{6,}\d/gu],
]

/** In order, without overlap; the first pattern that fits wins. */
export function findIdentifiers(text: string): Identifier[] {
  const found: Identifier[] = []
  const add = (identifier: Identifier) => {
    if (!found.some((other) => other.start < identifier.end && identifier.start < other.end))
      found.push(identifier)
  }
  for (const match of text.matchAll(SIGN)) {
    if (found.some((other) => match.index < other.end)) continue // The second § of §§.
    const reference = referenceAt(text, match.index, null)
    if (!reference) continue
    const span = { start: match.index, end: reference.end }
    const details = detailsOf(text.slice(span.start, span.end))
    for (const { terms } of reference.units) found.push({ ...span, ...toSection(terms), details })
  }
  for (const [kind, pattern] of PATTERNS)
    for (const match of text.matchAll(pattern)) add(toIdentifier(kind, match))
  return found.sort((a, b) => a.start - b.start)
}

const DETAIL =
  /(?<!\p{L})(Abs|S(?=\.|atz)|N(?=r|ummer)|Buchst|lit|Halbs|UAbs|Unterabs)(?:atz|atzes|r|ummer|abe)?(?:es)?\.?\s*(\d+[a-z]?|[a-z]{1,2})(?![\p{L}\d])/giu

function detailsOf(reference: string): string[] {
  return [...reference.matchAll(DETAIL)].map(
    ([, name, number]) => `${name!.toLowerCase()} ${number!.toLowerCase()}`,
  )
}

/** The section and, after the slash, the law. */
function toSection(terms: readonly string[]): Pick<Identifier, 'kind' | 'key' | 'law'> {
  const key = /^(?:§|art)\d+[a-z]?/u.exec(terms[0]!)?.[0] ?? terms[0]!
  const law = terms.find((term) => term.includes('/'))?.split('/')[1] ?? null
  return { kind: key.startsWith('art') ? 'Artikel' : '§', key, law }
}

function toIdentifier(kind: string, match: RegExpMatchArray): Identifier {
  const span = { start: match.index!, end: match.index! + match[0].length }
  const { label, number } = match.groups ?? {}
  if (label && number) {
    const name = label
      .toLowerCase()
      .replace(/\.$/u, '')
      .replace(/(?<=anhang|kapitel)s$/u, '')
      .replace(/^nr$/u, 'nummer')
      .replace(/^abs(?:atz(?:es)?)?$/u, 'abs')
      .replace(/^satzes$/u, 'satz')
    return {
      ...span,
      kind: name,
      key: `${name} ${/^[IVX]+$/u.test(number) ? arabic(number) : number.toLowerCase()}`,
      law: null,
      details: [],
    }
  }
  const value = match[0]
    .toLowerCase()
    .replace(/[\s-]+/gu, ' ')
    .replace(/^v(?=\d)/u, '')
  return { ...span, kind, key: value, law: null, details: [] }
}
