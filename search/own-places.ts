/**
 * What a passage is by its place: § 35 Abs. 2 VwVfG, APP.3.2.A1. It stands in its headings and title, never in its text,
 * and sets the passage apart from all others that only cite it.
 */

import { parseSection, sectionOfLaw } from './german/references.ts'
import { stem } from './german/stemmer.ts'
import { codeUnit, PART_WEIGHT, PLACE_MARK, type Unit } from './german/unit.ts'

export interface UnitsAbove {
  title: readonly Unit[]
  headings: readonly Unit[]
  /** First unit of each heading. */
  leading: readonly Unit[]
}

/** "(2) Wer …" and "2. …" at the beginning of a line. */
const PARAGRAPH_START = /^(?:\((\d+[a-z]?)\)|(\d+[a-z]?)\.)(?=\s)/gmu
const REQUIREMENT_ID = /^\p{L}+(?:\.[\p{L}\d]+)+$/u
/** Long names of laws in one word; only these are cited without brackets or short form. */
const LAW_NAME = /^.{4,}(?:gesetz|gesetzbuch|ordnung|ordn|satzung|satz)$/u

/** The term of a place itself, beside the term of all texts that cite it. */
export function ownPlace(term: string): string {
  return PLACE_MARK + term
}

/** Units to be counted for a passage besides those of its words. */
export function ownPlaceUnits({ title, headings, leading }: UnitsAbove, text: string): Unit[] {
  const laws = [...new Set([...[...title, ...headings].flatMap(lawNames), ...title.flatMap(longLawNames)])]
  const sections = [...new Set(leading.flatMap(sectionsOf))]
  const ids = [...new Set(leading.flatMap(requirementIds))]
  const parts = sections.length > 0 ? partsOf(text) : []
  return [
    ...sections.flatMap((section) => laws.map((law) => lawUnit(sectionOfLaw(section, law)))),
    ...sections.flatMap((section) => [section, ...parts.map((part) => section + part)]).map(weakUnit),
    ...sections.flatMap((section) =>
      parts.flatMap((part) => laws.map((law) => weakUnit(sectionOfLaw(section + part, law)))),
    ),
    ...ids.map(weakUnit),
  ]
}

/** Names under which a unit of a title or question may mean a law. */
export function lawNames(unit: Unit): string[] {
  if (unit.kind === 'word') return unit.acronym ? [unit.folded] : []
  return unit.terms.slice(0, 1).filter((term) => /^\p{L}+\d+$/u.test(term))
}

export function longLawNames(unit: Unit): string[] {
  if (unit.kind !== 'word') return []
  const name = stem(unit.folded)
  return LAW_NAME.test(name) ? [name] : []
}

export function sectionsOf(unit: Unit): string[] {
  return unit.kind === 'code' ? unit.terms.filter((term) => parseSection(term)?.section === term) : []
}

export function requirementIds(unit: Unit): string[] {
  const id = unit.kind === 'code' ? unit.terms[0]! : ''
  return REQUIREMENT_ID.test(id) ? [id] : []
}

/** A passage under "§ 35 …" of "… (VwVfG)" is § 35 VwVfG, though no line says so. */
function lawUnit(term: string): Unit {
  return codeUnit([term, ownPlace(term)])
}

/** Counts less than a full term, and nothing for the length of the headings. */
function weakUnit(term: string): Unit {
  return { kind: 'code', terms: [ownPlace(term)], weights: [PART_WEIGHT] }
}

function partsOf(text: string): string[] {
  const starts = [...text.matchAll(PARAGRAPH_START)]
  return [...new Set(starts.map(([, paragraph, number]) => (paragraph ? `abs${paragraph}` : `nr${number}`)))]
}
