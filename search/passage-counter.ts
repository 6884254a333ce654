/** Counts the units of each passage per field while documents are added, in flat arrays that stay small. */

import { createColumn } from './column.ts'
import { createAnalyser } from './german/analyser.ts'
import type { Unit } from './german/unit.ts'
import type { LexicalInput } from './lexical-index.ts'
import { ownPlaceUnits } from './own-places.ts'
import type { UnitCounts } from './postings-builder.ts'
import type { CountedWord } from './vocabulary.ts'

const TITLE = 0
const HEADINGS = 1
const TEXT = 2
const FIELDS = 3
const MAX_COUNT = 0xffff

export interface PassageCounter {
  /** All units met so far, in order of their first appearance. */
  readonly units: Unit[]
  add(input: LexicalInput): void
  counts(): UnitCounts
  /** Every unit with its number of occurrences in headings and texts, and the first spelling met. */
  unitFrequencies(): CountedWord[]
}

export function createPassageCounter(): PassageCounter {
  const analyser = createAnalyser()
  const units: Unit[] = []
  const surfaces: string[] = []
  const numbers = new Map<string, number>()
  const numberOfObject = new Map<Unit, number>()
  const starts = createColumn(Uint32Array)
  const entryUnits = createColumn(Uint32Array)
  const entryCounts = createColumn(Uint16Array)
  starts.push(0)

  function numberOf(unit: Unit, surface: string): number {
    const known = numberOfObject.get(unit)
    if (known !== undefined) return known
    const key = unitKey(unit)
    let number = numbers.get(key)
    if (number === undefined) {
      number = units.length
      units.push(unit)
      surfaces.push(surface)
      numbers.set(key, number)
    }
    numberOfObject.set(unit, number)
    return number
  }

  return {
    units,
    add(input) {
      const counts = new Map<number, [number, number, number]>()
      const count = (unit: Unit, field: 0 | 1 | 2, surface = '') => {
        const number = numberOf(unit, surface)
        const entry = counts.get(number) ?? [0, 0, 0]
        if (entry[field] < MAX_COUNT) entry[field]++
        counts.set(number, entry)
      }
      const countField = (text: string, field: 0 | 1 | 2) => {
        const found: Unit[] = []
        analyser.scan(text, (unit, start, end) => {
          count(unit, field, text.slice(start, end))
          if (field !== TEXT) found.push(unit)
        })
        return found
      }
      const title = countField(input.title, TITLE)
      const headings = countField(input.headings, HEADINGS)
      const above = { title, headings, leading: leadingUnits(input.headings) }
      for (const unit of ownPlaceUnits(above, input.text)) count(unit, HEADINGS)
      countField(input.text, TEXT)
      for (const [number, fields] of counts) {
        entryUnits.push(number)
        for (const field of fields) entryCounts.push(field)
      }
      starts.push(entryUnits.length)
    },
    counts: () => ({
      size: starts.length - 1,
      starts: starts.values(),
      units: entryUnits.values(),
      counts: entryCounts.values(),
      fields: FIELDS,
    }),
    unitFrequencies() {
      const sums = new Float64Array(units.length)
      const counts = entryCounts.values()
      entryUnits.values().forEach((unit, i) => {
        sums[unit]! += counts[i * FIELDS + HEADINGS]! + counts[i * FIELDS + TEXT]!
      })
      return units.map((unit, i) => ({ unit, count: sums[i]!, surface: surfaces[i]! }))
    },
  }

  /** Units at the beginning of a line. */
  function leadingUnits(lines: string): Unit[] {
    const found: Unit[] = []
    analyser.scan(lines, (unit, start) => {
      if (start === 0 || lines[start - 1] === '\n') found.push(unit)
    })
    return found
  }
}

function unitKey(unit: Unit): string {
  if (unit.kind === 'code') return `=${unit.terms.join(' ')}`
  return `${unit.capitalised ? 'A' : 'a'}${unit.acronym ? '!' : ''}${unit.folded} ${unit.parts.join(' ')}`
}
