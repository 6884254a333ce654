/** A passage or question that holds all words of a long form is found by its short form as well. Pure. */

import type { Abbreviation } from './abbreviations.ts'
import { createColumn } from './column.ts'
import { codeUnit, type Unit } from './german/unit.ts'
import type { UnitCounts } from './postings-builder.ts'

/** Short forms whose long form a question writes out without them. */
export function impliedShortForms(
  terms: ReadonlySet<string>,
  abbreviations: readonly Abbreviation[],
): string[] {
  return abbreviations
    .filter(({ short, long }) => !terms.has(short) && long.every((term) => terms.has(term)))
    .map(({ short }) => short)
}

export interface CountedUnits {
  counts: UnitCounts
  units: readonly Unit[]
}

/** The counts with each implied short form as a unit more; `ownTerm` gives a unit's first term. */
export function addShortForms(
  { counts, units }: CountedUnits,
  abbreviations: readonly Abbreviation[],
  ownTerm: (unit: Unit) => string,
): CountedUnits {
  if (abbreviations.length === 0) return { counts, units }
  const wanted = new Set(abbreviations.flatMap(({ short, long }) => [short, ...long]))
  const termOf = units.map((unit) => {
    const term = ownTerm(unit)
    return wanted.has(term) ? term : null
  })
  const beginning = new Map<string, Abbreviation[]>()
  for (const each of abbreviations)
    beginning.set(each.long[0]!, [...(beginning.get(each.long[0]!) ?? []), each])
  const numberOf = new Map(abbreviations.map(({ short }, i) => [short, units.length + i]))
  const { fields } = counts
  const starts = new Uint32Array(counts.size + 1)
  const entryUnits = createColumn(Uint32Array)
  const entryCounts = createColumn(Uint16Array)
  for (let passage = 0; passage < counts.size; passage++) {
    const held = new Map<string, number[]>()
    for (let entry = counts.starts[passage]!; entry < counts.starts[passage + 1]!; entry++) {
      const unit = counts.units[entry]!
      const own = counts.counts.subarray(entry * fields, (entry + 1) * fields)
      entryUnits.push(unit)
      for (const count of own) entryCounts.push(count)
      const term = termOf[unit]
      if (term) held.set(term, sum(held.get(term), own))
    }
    const possible = [...held.keys()].flatMap((term) => beginning.get(term) ?? [])
    for (const short of impliedShortForms(new Set(held.keys()), possible)) {
      const { long } = abbreviations[numberOf.get(short)! - units.length]!
      const common = Array.from({ length: fields }, (_, field) =>
        Math.min(...long.map((term) => held.get(term)![field]!)),
      )
      if (common.every((count) => count === 0)) continue
      entryUnits.push(numberOf.get(short)!)
      for (const count of common) entryCounts.push(count)
    }
    starts[passage + 1] = entryUnits.length
  }
  return {
    counts: {
      ...counts,
      starts,
      units: entryUnits.values(),
      counts: entryCounts.values(),
    },
    units: [...units, ...abbreviations.map(({ short }) => codeUnit([short]))],
  }
}

function sum(before: number[] | undefined, added: Uint16Array): number[] {
  return Array.from(added, (count, field) => count + (before?.[field] ?? 0))
}
