/** Several arrays in one checked file: a header that names them, a checksum, and the data aligned for typed arrays. */

import { crc32 } from 'node:zlib'
import { AppError } from './app-error.ts'

export type Section = Uint8Array | Uint32Array | Float32Array

const MAGIC = 0x31534446
const PREFIX_BYTES = 12
const ALIGNMENT = 8

interface Header<Meta> {
  meta: Meta
  /** Byte offset after the header, and byte length. */
  sections: Record<string, [number, number]>
}

export interface SectionFile<Meta> {
  meta: Meta
  bytes(name: string): Uint8Array
  uint32(name: string): Uint32Array
  float32(name: string): Float32Array
}

/** Little-endian machines only, as everything that runs Node today. */
export function writeSections(meta: unknown, sections: Record<string, Section>): Uint8Array {
  const places: Record<string, [number, number]> = {}
  let length = 0
  for (const [name, { byteLength }] of Object.entries(sections)) {
    places[name] = [length, byteLength]
    length = align(length + byteLength)
  }
  const header = Buffer.from(JSON.stringify({ meta, sections: places }))
  const dataStart = align(PREFIX_BYTES + header.length)
  const file = new Uint8Array(dataStart + length)
  file.set(header, PREFIX_BYTES)
  for (const [name, section] of Object.entries(sections)) {
    file.set(
      new Uint8Array(section.buffer, section.byteOffset, section.byteLength),
      dataStart + places[name]![0],
    )
  }
  const view = new DataView(file.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, header.length, true)
  view.setUint32(8, crc32(file.subarray(PREFIX_BYTES)), true)
  return file
}

/** Throws `index_damaged` when a file is missing, cut, or changed in any bit. */
export function readSections<Meta>(files: Record<string, Uint8Array>, name: string): SectionFile<Meta> {
  const file = aligned(files[name], name)
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file.length < PREFIX_BYTES || view.getUint32(0, true) !== MAGIC) throw damaged(name, 'kein Indexformat')
  if (view.getUint32(8, true) !== crc32(file.subarray(PREFIX_BYTES)))
    throw damaged(name, 'Prüfsumme stimmt nicht')
  const headerEnd = PREFIX_BYTES + view.getUint32(4, true)
  const header = JSON.parse(Buffer.from(file.subarray(PREFIX_BYTES, headerEnd)).toString()) as Header<Meta>
  const dataStart = align(headerEnd)
  const bytes = (section: string) => {
    const place = header.sections[section]
    if (!place) throw damaged(name, `Abschnitt „${section}“ fehlt`)
    return file.subarray(dataStart + place[0], dataStart + place[0] + place[1])
  }
  return {
    meta: header.meta,
    bytes,
    uint32: (section) => {
      const found = bytes(section)
      return new Uint32Array(found.buffer, found.byteOffset, found.length / 4)
    },
    float32: (section) => {
      const found = bytes(section)
      return new Float32Array(found.buffer, found.byteOffset, found.length / 4)
    },
  }
}

function aligned(file: Uint8Array | undefined, name: string): Uint8Array {
  if (!file) throw damaged(name, 'Datei fehlt')
  return file.byteOffset % ALIGNMENT === 0 ? file : Uint8Array.from(file)
}

function align(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT
}

function damaged(name: string, reason: string): AppError {
  return new AppError(
    'index_damaged',
    `Die Indexdatei „${name}“ ist beschädigt (${reason}). Bauen Sie den Index neu auf: npx fundstelle ingest --source PFAD --data ORDNER`,
    { details: { file: name, reason } },
  )
}
