/** Many strings as one block of bytes: read by number, found by value, without one object per string in memory. */

export interface NumberedStrings {
  readonly size: number
  at(number: number): string
  /** Number of the string, the lowest one where it occurs twice. */
  find(string: string): number | undefined
}

/**
 * Layout, little endian: u32 count, u32 × (count + 1) byte offsets, u32 × count numbers in the order of the strings'
 * UTF-8 bytes, the UTF-8 bytes.
 */
export function encodeNumberedStrings(strings: readonly string[]): Uint8Array {
  const encoded = strings.map((string) => Buffer.from(string, 'utf8'))
  const order = encoded.map((_, i) => i).sort((a, b) => encoded[a]!.compare(encoded[b]!) || a - b)
  const head = new Uint32Array(2 + 2 * strings.length)
  head[0] = strings.length
  encoded.forEach((bytes, i) => {
    head[i + 2] = head[i + 1]! + bytes.length
  })
  head.set(order, 2 + strings.length)
  return Buffer.concat([Buffer.from(head.buffer), ...encoded])
}

/** `bytes` must start at a multiple of four; they are kept, not copied. */
export function decodeNumberedStrings(bytes: Uint8Array): NumberedStrings {
  const count = new Uint32Array(bytes.buffer, bytes.byteOffset, 1)[0]!
  const head = new Uint32Array(bytes.buffer, bytes.byteOffset, 2 + 2 * count)
  const body = Buffer.from(bytes.buffer, bytes.byteOffset + head.byteLength, bytes.length - head.byteLength)
  const bytesAt = (number: number) => body.subarray(head[number + 1], head[number + 2])
  const inOrder = (position: number) => head[2 + count + position]!
  return {
    size: count,
    at: (number) => bytesAt(number).toString('utf8'),
    find(string) {
      const wanted = Buffer.from(string, 'utf8')
      let low = 0
      let high = count
      while (low < high) {
        const middle = (low + high) >>> 1
        if (bytesAt(inOrder(middle)).compare(wanted) < 0) low = middle + 1
        else high = middle
      }
      if (low === count || !bytesAt(inOrder(low)).equals(wanted)) return undefined
      return inOrder(low)
    },
  }
}
