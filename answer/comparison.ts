/** "Was unterscheidet A von B?", "laut A und laut B": which two things a question sets side by side. German wording only. */

import type { Analyser } from '../search/german/analyser.ts'
import type { ScoredUnit } from './evidence.ts'

export type Sides = [string, string]

/** "Lagebericht 2024", "das IT-Grundschutz-Profil". */
const name =
  '(?:d(?:er|ie|as|en|em) |eine?[mnrs]? )?\\p{Lu}[\\p{L}\\d-]*(?: (?:\\p{Lu}[\\p{L}\\d-]*|\\d+)){0,3}'

const patterns = [
  /(?:unterschied\p{L}*|vergleich\p{L}*|verhältnis|abgrenzung|gemeinsamkeiten) (?:\p{L}+ ){0,2}?(?:zwischen|von) (?<a>[^?]+?) (?:und|zu|mit) (?<b>[^?]+)/iu,
  /(?:unterscheide[nt]|vergleiche?) (?:sich )?(?<a>[^?]+?) (?:von|und|mit) (?<b>[^?]+)/iu,
  /(?:laut|gemäß|nach (?:Ansicht|Angaben|Auffassung)(?: von| des| der)?) (?<a>[^?,]+?) und (?:laut |gemäß |nach (?:Ansicht|Angaben|Auffassung)(?: von| des| der)? )?(?<b>[^?,]+)/iu,
  new RegExp(
    `(?<a>${name}) (?:im (?:Vergleich|Gegensatz|Unterschied) zu[mr]?|gegenüber|versus|vs\\.?) (?<b>${name})`,
    'u',
  ),
  new RegExp(`^(?:(?:[Bb]esser|[Ll]ieber|[Ee]her|[Ee]rst) )?(?<a>${name}) oder (?<b>${name})\\?*$`, 'u'),
]
const article =
  /^(?:(?:d(?:er|ie|as|em|en|es)|eine[mnrs]?|ein|im|vom|zum|zur)\s+)+|\s+(?:vergleichen|aus|voneinander)$/giu

/** The two things compared; null where the question compares nothing. */
export function comparedSides(question: string): Sides | null {
  const text = question.trim()
  for (const pattern of patterns) {
    const { a, b } = pattern.exec(text)?.groups ?? {}
    const sides = [a, b].map((side) => side?.replaceAll(article, '').trim() ?? '')
    if (sides.every((side) => /\p{L}{2}/u.test(side))) return sides as Sides
  }
  return null
}

/**
 * For each side the most relevant unit that speaks of it alone, by its own words or as a whole document about it; before
 * them the best one that names both. Empty where a side is missing: half a comparison would look like a whole one.
 */
export function pickSides(units: readonly ScoredUnit[], sides: Sides, analyser: Analyser): ScoredUnit[] {
  const wanted = sides.map((side) => analyser.tokens(side).map(({ terms }) => terms))
  const names = (text: string) => {
    const held = new Set(analyser.tokens(text).flatMap(({ terms }) => terms))
    return wanted.map((words) => words.length > 0 && words.every((terms) => held.has(terms[0]!)))
  }
  const named = units.map((unit) => {
    const own = names(unit.text)
    const { title, publisher } = unit.hit.document
    const around = names([title, publisher, ...unit.hit.passage.headingPath].join('\n'))
    return { unit, own, either: own.map((isOwn, i) => isOwn || around[i]) }
  })
  const both = named.find(({ own }) => own.every(Boolean))?.unit
  const single = [0, 1].map(
    (i) => named.find(({ unit, either }) => unit !== both && either[i] && !either[1 - i])?.unit,
  )
  if (single.every((unit) => unit !== undefined)) return [...(both ? [both] : []), ...single]
  return both ? [both] : []
}
