/** Which places a question names by number: § 35 Abs. 2 VwVfG, "§ 35 im vwvfg", APP.3.2.A1. Pure but for the index's terms. */

import type { UnitAnalyser } from './german/analyser.ts'
import { foldWord } from './german/fold.ts'
import { parseSection, type SectionName, sectionOfLaw } from './german/references.ts'
import type { Unit } from './german/unit.ts'
import { lawNames, longLawNames, ownPlace, requirementIds } from './own-places.ts'

/** Terms of places by how exactly the question names them, most exact first. */
export type NamedPlaces = string[][]

/**
 * A reference goes with the law right beside it, else with every word of the question that may be a law's name.
 * `isKnown` tells whether a place is in the index; what is not is left out. A section counts without a law only
 * where none stands beside it and none of the question has it.
 */
export function findNamedPlaces(
  analyser: UnitAnalyser,
  query: string,
  isKnown: (term: string) => boolean,
): NamedPlaces {
  const units: Unit[] = []
  analyser.scan(query, (unit) => units.push(unit))
  const references = units.flatMap(toReference)
  const names = [...new Set(units.flatMap(possibleNames))]
  const known = (terms: string[]) => [...new Set(terms)].map(ownPlace).filter(isKnown)
  const withLaw = (part: 'whole' | 'section') =>
    known(
      references.flatMap((reference) =>
        (reference.law ? [reference.law] : names).flatMap((law) =>
          placesOf(reference, part).map((place) => sectionOfLaw(place, law)),
        ),
      ),
    )
  const ids = known(units.flatMap(requirementIds))
  const exact = [...withLaw('section'), ...ids]
  if (exact.length > 0) return [withLaw('whole'), exact]
  const lawless = references.filter((reference) => reference.law === null)
  return [
    known(lawless.flatMap((each) => placesOf(each, 'whole'))),
    known(lawless.flatMap((each) => placesOf(each, 'section'))),
  ]
}

function placesOf({ section, part }: SectionName, which: 'whole' | 'section'): string[] {
  if (which === 'section') return [section]
  return part ? [section + part] : []
}

function toReference(unit: Unit): SectionName[] {
  if (unit.kind !== 'code') return []
  const names = unit.terms.map(parseSection).filter((name) => name !== null)
  const section = names[0]
  if (!section) return []
  return [{ ...section, part: names.find((name) => name.part)?.part ?? null }]
}

function possibleNames(unit: Unit): string[] {
  if (unit.kind === 'code') return lawNames(unit)
  return [foldWord(unit.folded), ...longLawNames(unit)]
}
