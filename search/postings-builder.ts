/** From counted units per passage to BM25 postings: expands units into terms, normalises field lengths, saturates. */

import type { Bm25Settings, Postings } from './bm25.ts'
import { type Expansion, expandUnits, type FlatExpansion } from './unit-expansion.ts'

/** Units of all passages in flat arrays; `counts` holds FIELDS numbers per entry. */
export interface UnitCounts {
  size: number
  /** size + 1 positions in `units`. */
  starts: Uint32Array
  units: Uint32Array
  counts: Uint16Array
  fields: number
}

/** `expand` is asked once per unit number below `unitCount`. */
export function buildPostings(
  counts: UnitCounts,
  unitCount: number,
  expand: (unit: number) => Expansion,
  settings: Bm25Settings,
): Postings {
  const flat = expandUnits(unitCount, expand)
  const eachTerm = createTermVisitor(counts, flat, settings)
  const starts = new Uint32Array(flat.table.size + 1)
  eachTerm((term) => {
    starts[term + 1]!++
  })
  for (let term = 0; term < flat.table.size; term++) starts[term + 1]! += starts[term]!
  const next = starts.slice()
  const passages = new Uint32Array(starts[flat.table.size]!)
  const impacts = new Uint8Array(passages.length)
  eachTerm((term, passage, frequency) => {
    const at = next[term]!++
    passages[at] = passage
    impacts[at] = Math.max(1, Math.round((255 * frequency) / (settings.k1 + frequency)))
  })
  return { size: counts.size, table: flat.table, starts, passages, impacts, k1: settings.k1 }
}

type VisitTerm = (term: number, passage: number, weightedFrequency: number) => void

/** Goes through the passages in order and names each of their terms once. */
function createTermVisitor(counts: UnitCounts, flat: FlatExpansion, settings: Bm25Settings) {
  const norms = fieldNorms(counts, flat, settings)
  const touched = new Uint32Array(flat.table.size)
  const weighted = new Float64Array(flat.table.size)

  /** Sums the frequencies of one passage into `weighted`; gives the number of its terms in `touched`. */
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

  return (visit: VisitTerm) => {
    for (let passage = 0; passage < counts.size; passage++) {
      const terms = sumPassage(passage)
      for (let i = 0; i < terms; i++) {
        const term = touched[i]!
        visit(term, passage, weighted[term]!)
        weighted[term] = 0
      }
    }
  }
}

/** Per passage and field weight/(1 − b + b·length/average). A unit's length is the number of its full terms. */
function fieldNorms(counts: UnitCounts, flat: FlatExpansion, { b, weights }: Bm25Settings): Float64Array {
  const { fields, size } = counts
  const lengths = new Float64Array(size * fields)
  const sums = new Float64Array(fields)
  for (let passage = 0; passage < size; passage++) {
    for (let entry = counts.starts[passage]!; entry < counts.starts[passage + 1]!; entry++) {
      const unit = counts.units[entry]!
      const length = fullTerms(flat, unit)
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

function fullTerms({ starts, weights }: FlatExpansion, unit: number): number {
  let count = 0
  for (let i = starts[unit]!; i < starts[unit + 1]!; i++) if (weights[i] === 1) count++
  return count
}

function fieldFrequency(counts: UnitCounts, entry: number, norms: Float64Array, passage: number): number {
  let sum = 0
  for (let field = 0; field < counts.fields; field++) {
    const count = counts.counts[entry * counts.fields + field]!
    if (count > 0) sum += count * norms[passage * counts.fields + field]!
  }
  return sum
}
