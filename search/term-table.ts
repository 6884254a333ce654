/** A sorted list of distinct strings in two flat arrays, found by binary search: no objects, stored as it is. */

export interface TermTable {
  readonly size: number
  /** UTF-8 of all strings, one after the other. */
  readonly bytes: Uint8Array
  /** `size + 1` byte offsets. */
  readonly offsets: Uint32Array
  /** Position of a string, -1 when it is not in the table. */
  indexOf(value: string): number
  at(index: number): string
  /** Position of the first string that does not come before `value`; `size` when all do. */
  lowerBound(value: string): number
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Sorts distinct strings by their UTF-8 bytes; `order[i]` is the position that the i-th string of the table had. */
export function createTermTable(values: string[]): { table: TermTable; order: Uint32Array } {
  const encoded = values.map((value) => Buffer.from(value, 'utf8'))
  const order = Uint32Array.from(encoded.keys()).sort((a, b) => Buffer.compare(encoded[a]!, encoded[b]!))
  const offsets = new Uint32Array(values.length + 1)
  for (let i = 0; i < order.length; i++) offsets[i + 1] = offsets[i]! + encoded[order[i]!]!.length
  const bytes = new Uint8Array(offsets[values.length]!)
  for (let i = 0; i < order.length; i++) bytes.set(encoded[order[i]!]!, offsets[i]!)
  return { table: openTermTable(bytes, offsets), order }
}

export function openTermTable(bytes: Uint8Array, offsets: Uint32Array): TermTable {
  const size = Math.max(offsets.length - 1, 0)
  const compareAt = (wanted: Uint8Array, at: number) => compare(wanted, bytes, offsets[at]!, offsets[at + 1]!)
  function boundOf(wanted: Uint8Array): number {
    let low = 0
    let high = size
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compareAt(wanted, middle) > 0) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    size,
    bytes,
    offsets,
    at: (index) => decoder.decode(bytes.subarray(offsets[index]!, offsets[index + 1]!)),
    indexOf(value) {
      const wanted = encoder.encode(value)
      const at = boundOf(wanted)
      return at < size && compareAt(wanted, at) === 0 ? at : -1
    },
    lowerBound: (value) => boundOf(encoder.encode(value)),
  }
}

function compare(wanted: Uint8Array, bytes: Uint8Array, start: number, end: number): number {
  const common = Math.min(wanted.length, end - start)
  for (let i = 0; i < common; i++) {
    const difference = wanted[i]! - bytes[start + i]!
    if (difference !== 0) return difference
  }
  return wanted.length - (end - start)
}
