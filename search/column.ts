/** A list of numbers that grows in a typed array: a fraction of the memory of a plain array with millions of entries. */

type NumberArray = Uint16Array | Uint32Array | Float32Array

export interface Column<Values extends NumberArray> {
  readonly length: number
  push(value: number): void
  /** A view of what was pushed; valid until the next push. */
  values(): Values
}

const FIRST_CAPACITY = 1024

export function createColumn<Values extends NumberArray>(
  type: new (length: number) => Values,
): Column<Values> {
  let data = new type(FIRST_CAPACITY)
  let length = 0
  return {
    get length() {
      return length
    },
    push(value) {
      if (length === data.length) {
        const grown = new type(length * 2)
        grown.set(data)
        data = grown
      }
      data[length++] = value
    },
    values: () => data.subarray(0, length) as Values,
  }
}
