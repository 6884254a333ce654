/** From counted units per passage to BM25 postings: expands units into terms, normalises field lengths, saturates. */

import type { Bm25Settings, Postings } from './bm25.ts'
import { createTermTable } from './term-table.ts'

/** Units of all passages in flat arrays; `counts` holds FIELDS numbers per entry. */
export interface UnitCounts {
  size: number
  /** size + 1 positions in `units`. */
  starts: Uint32Array
  units: Uint32Array
  counts: Uint16Array
  fields: number
}

/** What each unit is expanded into. */
export interface Expansion {
  terms: string[]
  weights: number[]
}

interface FlatExpansion {
  starts: Uint32Array
  terms: Uint32Array
  weights: Float32Array
}

/** `expand` is asked once per unit number below `unitCount`. `lengthOf` is what a unit adds to its field's length. */
export function buildPostings(
  counts: UnitCounts,
  unitCount: number,
  expand: (unit: number) => Expansion,
  settings: Bm25Settings,
): Postings {
  const { flat, table } = expandUnits(unitCount, expand)
  const norms = fieldNorms(counts, flat, settings)
  const frequencies = new Uint32Array(table.size + 1)
  const touched = new Uint32Array(table.size)
  const weighted = new Float64Array(table.size)

  /** Sums the weighted frequencies of one passage into `weighted`; gives the number of its terms in `touched`. */
  function sumPassage(passage: number): number {
    let terms = 0
    for (let entry = counts.starts[passage]!; entry < counts.starts[passage + 1]!; entry++) {
      const frequency = fieldFrequency(counts, entry, norms, passage)
      const unit = counts.units[entry]!
      for (let i = flat.starts[unit]!; i < flat.starts[unit + 1]!; i++) {
        const term = flat.terms[i]!
        if (weighted[term] === 0) touched[terms++] = term
        weighted[term]! += frequency * flat.weights[i]!
      }
    }
    return terms
  }

  for (let passage = 0; passage < counts.size; passage++) {
    const terms = sumPassage(passage)
    for (let i = 0; i < terms; i++) {
      frequencies[touched[i]! + 1]!++
      weighted[touched[i]!] = 0
    }
  }
  const starts = frequencies
  for (let term = 0; term < table.size; term++) starts[term + 1]! += starts[term]!
  const next = starts.slice()
  const passages = new Uint32Array(starts[table.size]!)
  const impacts = new Uint8Array(starts[table.size]!)
  for (let passage = 0; passage < counts.size; passage++) {
    const terms = sumPassage(passage)
    for (let i = 0; i < terms; i++) {
      const term = touched[i]!
      const at = next[term]!++
      passages[at] = passage
      impacts[at] = Math.max(1, Math.round((255 * weighted[term]!) / (settings.k1 + weighted[term]!)))
      weighted[term] = 0
    }
  }
  return { size: counts.size, table, starts, passages, impacts, k1: settings.k1 }
}

function expandUnits(unitCount: number, expand: (unit: number) => Expansion) {
  const ids = new Map<string, number>()
  const starts = new Uint32Array(unitCount + 1)
  const terms: number[] = []
  const weights: number[] = []
  for (let unit = 0; unit < unitCount; unit++) {
    const expansion = expand(unit)
    expansion.terms.forEach((term, i) => {
      let id = ids.get(term)
      if (id === undefined) {
        id = ids.size
        ids.set(term, id)
      }
      terms.push(id)
      weights.push(expansion.weights[i] ?? 1)
    })
    starts[unit + 1] = terms.length
  }
  const { table, order } = createTermTable([...ids.keys()])
  const position = new Uint32Array(order.length)
  order.forEach((id, i) => {
    position[id] = i
  })
  const flat: FlatExpansion = {
    starts,
    terms: Uint32Array.from(terms, (id) => position[id]!),
    weights: Float32Array.from(weights),
  }
  return { flat, table }
}

/** Per passage and field weight/(1 − b + b·length/average). A unit's length is the number of its full terms. */
function fieldNorms(counts: UnitCounts, flat: FlatExpansion, { b, weights }: Bm25Settings): Float64Array {
  const { fields, size } = counts
  const lengths = new Float64Array(size * fields)
  const sums = new Float64Array(fields)
  for (let passage = 0; passage < size; passage++) {
    for (let entry = counts.starts[passage]!; entry < counts.starts[passage + 1]!; entry++) {
      const unit = counts.units[entry]!
      let length = 0
      for (let i = flat.starts[unit]!; i < flat.starts[unit + 1]!; i++) if (flat.weights[i] === 1) length++
      for (let field = 0; field < fields; field++) {
        const added = length * counts.counts[entry * fields + field]!
        lengths[passage * fields + field]! += added
        sums[field]! += added
      }
    }
  }
  return lengths.map((length, i) => {
    const field = i % fields
    const average = sums[field]! / Math.max(size, 1)
    const relative = average > 0 ? length / average : 1
    return weights[field]! / (1 - b[field]! + b[field]! * relative)
  })
}

function fieldFrequency(counts: UnitCounts, entry: number, norms: Float64Array, passage: number): number {
  let sum = 0
  for (let field = 0; field < counts.fields; field++) {
    const count = counts.counts[entry * counts.fields + field]!
    if (count > 0) sum += count * norms[passage * counts.fields + field]!
  }
  return sum
}
