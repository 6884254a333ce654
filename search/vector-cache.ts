/**
 * Vectors that were computed but are not in a finished index yet, so that a killed ingest goes on where it was. A file of
 * equal records behind a header that names the model; each record carries a checksum, and what a crash has torn is left out.
 */

import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { crc32 } from 'node:zlib'
import type { EmbeddingModel } from './embedder.ts'
import { EMBEDDING_INPUT_VERSION } from './embedding-input.ts'

export interface VectorCache {
  /** Vectors that can be had. */
  readonly size: number
  /** So many vectors of what the key stands for, row-major; undefined unless all of them are there. */
  get(key: string, rows: number): Float32Array | undefined
  /** Row-major. */
  put(key: string, vectors: Float32Array): void
  /** May be called twice. */
  close(): void
  /** Closes and deletes it: the finished index holds the vectors. */
  remove(): void
}

const HEADER_BYTES = 32
const KEY_BYTES = 16
const CRC_BYTES = 4
const RECORDS_PER_READ = 1024

/** A file of another model or another way to embed is started anew. Only one process may have it open: the one that holds the folder's lock. */
export function openVectorCache(path: string, { fingerprint, dimensions }: EmbeddingModel): VectorCache {
  const header = createHash('sha256')
    .update(`vectors-2/${fingerprint}/${dimensions}/${EMBEDDING_INPUT_VERSION}`)
    .digest()
  const recordBytes = KEY_BYTES + CRC_BYTES + dimensions * Float32Array.BYTES_PER_ELEMENT
  const file = openSync(path, existsSync(path) ? 'r+' : 'w+')
  const offsets = new Map<string, number>()
  let end = startOf(file, header)
  for (const record of readRecords(file, { from: end, recordBytes })) {
    if (isWhole(record)) offsets.set(keyIn(record), end)
    end += recordBytes
  }
  ftruncateSync(file, end)
  let isOpen = true
  const close = () => {
    if (isOpen) closeSync(file)
    isOpen = false
  }

  return {
    get size() {
      return offsets.size
    },
    get(key, rows) {
      const found = Array.from({ length: rows }, (_, row) => offsets.get(keyOf(key, row).toString('latin1')))
      if (found.includes(undefined)) return undefined
      const vectors = new Float32Array(rows * dimensions)
      for (const [row, offset] of found.entries()) {
        const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions)
        readSync(file, vector, 0, vector.byteLength, offset! + KEY_BYTES + CRC_BYTES)
      }
      return vectors
    },
    put(key, vectors) {
      for (let row = 0; row * dimensions < vectors.length; row++) {
        const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions)
        const record = toRecord(keyOf(key, row), vector)
        writeSync(file, record, 0, record.length, end)
        offsets.set(keyIn(record), end)
        end += record.length
      }
    },
    close,
    remove() {
      close()
      rmSync(path, { force: true })
    },
  }
}

/** Where the records begin; whatever stands behind another header is dropped. */
function startOf(file: number, header: Buffer): number {
  const found = Buffer.alloc(HEADER_BYTES)
  readSync(file, found, 0, HEADER_BYTES, 0)
  if (!found.equals(header)) {
    ftruncateSync(file, 0)
    writeSync(file, header, 0, HEADER_BYTES, 0)
  }
  return HEADER_BYTES
}

/** Whole records in order; the torn one at the end is left out. A record is valid until the next one is asked for. */
function* readRecords(
  file: number,
  { from, recordBytes }: { from: number; recordBytes: number },
): Generator<Buffer> {
  const count = Math.floor((fstatSync(file).size - from) / recordBytes)
  const chunk = Buffer.alloc(RECORDS_PER_READ * recordBytes)
  for (let first = 0; first < count; first += RECORDS_PER_READ) {
    const length = Math.min(RECORDS_PER_READ, count - first) * recordBytes
    readSync(file, chunk, 0, length, from + first * recordBytes)
    for (let at = 0; at < length; at += recordBytes) yield chunk.subarray(at, at + recordBytes)
  }
}

function toRecord(key: Buffer, vector: Float32Array): Buffer {
  const record = Buffer.concat([
    key,
    Buffer.alloc(CRC_BYTES),
    new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength),
  ])
  record.writeUInt32LE(checksum(record), KEY_BYTES)
  return record
}

function isWhole(record: Buffer): boolean {
  return record.readUInt32LE(KEY_BYTES) === checksum(record)
}

function checksum(record: Buffer): number {
  return crc32(record.subarray(KEY_BYTES + CRC_BYTES), crc32(record.subarray(0, KEY_BYTES)))
}

function keyOf(key: string, row: number): Buffer {
  return createHash('sha256').update(`${row}/${key}`).digest().subarray(0, KEY_BYTES)
}

function keyIn(record: Buffer): string {
  return record.toString('latin1', 0, KEY_BYTES)
}
