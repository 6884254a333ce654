/**
 * Nearest vectors by looking at all of them: first at 8-bit codes of each row, then at those rows themselves that may be
 * among the nearest. Nothing to build, a quarter of the vectors' memory.
 */

import { AppError } from './app-error.ts'
import { type CodeScan, createCodeScan } from './code-scan.ts'
import { createTopK } from './top-k.ts'
import type { VectorIndex } from './vector-index.ts'
import type { VectorRows } from './vector-rows.ts'

/** Rows encoded at a time: some 10 ms of work. */
const ROWS_PER_TURN = 4096
const MAX_CODE = 127
/** Lifts all codes above zero, so that cutting off their fraction rounds them. */
const BELOW = MAX_CODE + 1
const ROUNDING = BELOW + 0.5
/**
 * A code is off by up to half a step, evenly spread: 1/√12 steps on average in squares, and so is its product with a vector
 * of length 1. So many times this a score may lie above or below that of the codes.
 */
const DEVIATIONS = 4
const TOLERANCE = DEVIATIONS / Math.sqrt(12)

/** Reads all rows once, giving way to other work in between. */
export async function openExactVectorIndex(rows: VectorRows): Promise<VectorIndex> {
  const { size, dimensions } = rows
  const scan = createCodeScan(size, dimensions)
  const steps = await encodeRows(rows, scan)
  const buffer = new Float32Array(dimensions)
  return {
    size,
    dimensions,
    search(query, { limit, allows }) {
      requireDimensions(query, dimensions)
      const unit = encodeQuery(query, scan)
      const tolerance = TOLERANCE * lengthOf(query)
      const sums = scan.run()
      const lowest = createTopK(limit)
      for (let item = 0; item < size; item++) {
        if (!allows || allows(item)) lowest.offer(item, steps[item]! * (sums[item]! * unit - tolerance))
      }
      const cut = lowest.worst()
      const best = createTopK(limit)
      for (let item = 0; item < size; item++) {
        if (steps[item]! * (sums[item]! * unit + tolerance) < cut || (allows && !allows(item))) continue
        best.offer(item, dot(query, rows.read(item, item + 1, buffer)))
      }
      return best.take()
    },
  }
}

/** Fills in the codes; gives the step between two codes for each row. */
async function encodeRows({ size, dimensions, read }: VectorRows, { codes, stride }: CodeScan) {
  const steps = new Float32Array(size)
  const buffer = new Float32Array(Math.min(size, ROWS_PER_TURN) * dimensions)
  for (let from = 0; from < size; from += ROWS_PER_TURN) {
    const to = Math.min(size, from + ROWS_PER_TURN)
    const vectors = read(from, to, buffer)
    for (let item = from; item < to; item++) {
      const at = (item - from) * dimensions
      const step = largest(vectors, at, dimensions) / MAX_CODE
      steps[item] = step
      const inverse = step > 0 ? 1 / step : 0
      // As Math.round does it, in a quarter of the time.
      for (let i = 0; i < dimensions; i++)
        codes[item * stride + i] = ((vectors[at + i]! * inverse + ROUNDING) | 0) - BELOW
    }
    await new Promise(setImmediate)
  }
  return steps
}

/** Gives the value of one unit of the encoded query. */
function encodeQuery(query: Float32Array, scan: CodeScan): number {
  const unit = largest(query, 0, query.length) / scan.maxQuery || 1
  query.forEach((value, i) => {
    scan.query[i] = Math.round(value / unit)
  })
  return unit
}

function largest(values: Float32Array, from: number, count: number): number {
  let most = 0
  for (let i = from; i < from + count; i++) most = Math.max(most, Math.abs(values[i]!))
  return most
}

function lengthOf(vector: Float32Array): number {
  return Math.sqrt(dot(vector, vector))
}

/** Throws when a query vector comes from a model of another size. */
export function requireDimensions(query: Float32Array, dimensions: number): void {
  if (query.length === dimensions) return
  throw new AppError(
    'index_mismatch',
    `Der Fragevektor hat ${query.length} statt ${dimensions} Dimensionen: Index und Modell passen nicht zusammen. Bauen Sie den Index mit diesem Modell neu auf: npx fundstelle ingest --source PFAD --data ORDNER`,
  )
}

/** Dot product (cosine of normalised vectors) of `query` with the row of `vectors` that begins at `offset`; four sums keep the processor's pipeline full. */
export function dot(query: Float32Array, vectors: Float32Array, offset = 0): number {
  const length = query.length
  const unrolled = length - (length % 4)
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  for (let i = 0; i < unrolled; i += 4) {
    a += query[i]! * vectors[offset + i]!
    b += query[i + 1]! * vectors[offset + i + 1]!
    c += query[i + 2]! * vectors[offset + i + 2]!
    d += query[i + 3]! * vectors[offset + i + 3]!
  }
  for (let i = unrolled; i < length; i++) a += query[i]! * vectors[offset + i]!
  return a + b + (c + d)
}

/** The vector of length 1; zeros stay zeros. */
export function normalise(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1
  return vector.map((value) => value / length)
}
