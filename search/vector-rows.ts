/** Vectors as numbered rows: all in memory, or read from their file when they are looked at. */

import { closeSync, openSync, readSync } from 'node:fs'
import { AppError } from './app-error.ts'

export interface VectorRows {
  readonly size: number
  readonly dimensions: number
  /**
   * Rows from `from` to before `to`, row-major, L2-normalised or zeros. A view of the rows in memory, or what the file
   * holds, in `into` where it is given.
   */
  read(from: number, to: number, into?: Float32Array): Float32Array
}

export interface VectorRowsFile extends VectorRows {
  close(): void
}

/** `vectors` is used as it is, not copied. Throws `index_damaged` when it does not consist of whole rows. */
export function rowsInMemory(vectors: Float32Array, dimensions: number): VectorRows {
  return {
    size: countRows(vectors.length, dimensions),
    dimensions,
    read: (from, to) => vectors.subarray(from * dimensions, to * dimensions),
  }
}

/** The file must not change and must hold `sizeBytes`. Throws `index_damaged` when these are not whole rows. */
export function openRowsFile(
  path: string,
  { sizeBytes, dimensions }: { sizeBytes: number; dimensions: number },
): VectorRowsFile {
  const rowBytes = dimensions * Float32Array.BYTES_PER_ELEMENT
  const size = countRows(sizeBytes / Float32Array.BYTES_PER_ELEMENT, dimensions)
  const file = openSync(path, 'r')
  return {
    size,
    dimensions,
    read(from, to, into = new Float32Array((to - from) * dimensions)) {
      const bytes = new Uint8Array(into.buffer, into.byteOffset, (to - from) * rowBytes)
      for (let at = 0; at < bytes.length; ) {
        const count = readSync(file, bytes, at, bytes.length - at, from * rowBytes + at)
        if (count === 0) throw damaged(`${path} endet zu früh`)
        at += count
      }
      return into
    },
    close: () => closeSync(file),
  }
}

function countRows(values: number, dimensions: number): number {
  if (dimensions >= 1 && values % dimensions === 0) return values / dimensions
  throw damaged(`Die Vektoren passen nicht zur Dimension ${dimensions} (${values} Werte)`)
}

function damaged(what: string): AppError {
  return new AppError(
    'index_damaged',
    `${what}. Bauen Sie den Index neu auf: npx fundstelle ingest --source PFAD --data ORDNER`,
  )
}
