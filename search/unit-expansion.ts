/** What every unit is expanded into, as numbers: the terms of all units in one sorted table, and flat lists into it. */

import { createColumn } from './column.ts'
import { createTermTable, type TermTable } from './term-table.ts'

/** What one unit is expanded into. */
export interface Expansion {
  terms: string[]
  /** One per term; 1 is a full term, less is a part. */
  weights: number[]
}

export interface FlatExpansion {
  table: TermTable
  /** Number of units + 1 positions in `terms` and `weights`. */
  starts: Uint32Array
  /** Positions in `table`. */
  terms: Uint32Array
  weights: Float32Array
}

/** `expand` is asked once per unit number below `unitCount`. */
export function expandUnits(unitCount: number, expand: (unit: number) => Expansion): FlatExpansion {
  const ids = new Map<string, number>()
  const starts = new Uint32Array(unitCount + 1)
  const terms = createColumn(Uint32Array)
  const weights = createColumn(Float32Array)
  for (let unit = 0; unit < unitCount; unit++) {
    const expansion = expand(unit)
    expansion.terms.forEach((term, i) => {
      const id = ids.get(term) ?? ids.size
      if (id === ids.size) ids.set(term, id)
      terms.push(id)
      weights.push(expansion.weights[i]!)
    })
    starts[unit + 1] = terms.length
  }
  const { table, order } = createTermTable([...ids.keys()])
  const position = new Uint32Array(order.length)
  order.forEach((id, i) => {
    position[id] = i
  })
  return { table, starts, terms: terms.values().map((id) => position[id]!), weights: weights.values() }
}
