/** Files of a snapshot as bytes: written with size and hash on the way, read back only when both still match. */

import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import type { SnapshotManifest } from './snapshot.ts'
import { indexDamaged } from './snapshot-layout.ts'

type FileEntry = SnapshotManifest['files'][number]

/** Large enough to be fast, small enough to leave the event loop free between two pieces. */
const CHUNK_BYTES = 4 << 20

export interface FileSink {
  write(bytes: Uint8Array): void
  /** Flushes to disk and gives the manifest entry. */
  finish(): FileEntry
  /** Closes without flushing; harmless after `finish`. */
  close(): void
}

export function openFileSink(folder: string, name: string): FileSink {
  const file = openSync(join(folder, name), 'w')
  const hash = createHash('sha256')
  let sizeBytes = 0
  let isOpen = true
  const close = () => {
    if (isOpen) closeSync(file)
    isOpen = false
  }
  return {
    close,
    write(bytes) {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
      hash.update(bytes)
      sizeBytes += bytes.length
    },
    finish() {
      fsyncSync(file)
      close()
      return { name, sizeBytes, sha256: hash.digest('hex') }
    },
  }
}

/** The manifest entry of a file that a library wrote, flushed to disk. */
export async function describeFile(folder: string, name: string): Promise<FileEntry> {
  const file = await open(join(folder, name), 'r+')
  try {
    await file.sync()
    const { size: sizeBytes } = await file.stat()
    const chunk = new Uint8Array(CHUNK_BYTES)
    const sha256 = await hashFile(file, sizeBytes, (at) => chunk.subarray(0, sizeBytes - at))
    return { name, sizeBytes, sha256 }
  } finally {
    await file.close()
  }
}

/** Replaces a small file so that a reader sees either the old or the new content, also after a power cut. */
export function replaceFile(path: string, content: string): void {
  const temporary = `${path}.new`
  const file = openSync(temporary, 'w')
  writeSync(file, content)
  fsyncSync(file)
  closeSync(file)
  renameSync(temporary, path)
}

/** Makes renames and new names in a folder last through a power cut, where the system can. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

export interface SnapshotFolder {
  dataDir: string
  folder: string
}

/** The whole file. Throws `index_damaged` when it is missing, or its size or hash is not that of the manifest. */
export async function loadFile(place: SnapshotFolder, entry: FileEntry): Promise<Uint8Array> {
  const bytes = new Uint8Array(entry.sizeBytes)
  await checkFile(place, entry, (at) => bytes.subarray(at, at + CHUNK_BYTES))
  return bytes
}

/** Reads and compares a file without keeping it. Throws like `loadFile`. */
export async function verifyFile(place: SnapshotFolder, entry: FileEntry): Promise<void> {
  const chunk = new Uint8Array(Math.min(CHUNK_BYTES, entry.sizeBytes))
  await checkFile(place, entry, (at) => chunk.subarray(0, entry.sizeBytes - at))
}

async function checkFile(place: SnapshotFolder, entry: FileEntry, chunkAt: (at: number) => Uint8Array) {
  const path = join(place.folder, entry.name)
  const file = await open(path).catch((cause) => {
    throw indexDamaged(place.dataDir, path, 'fehlt oder ist nicht lesbar', cause)
  })
  try {
    const { size } = await file.stat()
    if (size !== entry.sizeBytes)
      throw indexDamaged(place.dataDir, path, `hat ${size} statt ${entry.sizeBytes} Bytes`)
    const sha256 = await hashFile(file, entry.sizeBytes, chunkAt)
    if (sha256 !== entry.sha256) throw indexDamaged(place.dataDir, path, 'passt nicht zu seiner Prüfsumme')
  } finally {
    await file.close()
  }
}

async function hashFile(file: FileHandle, sizeBytes: number, chunkAt: (at: number) => Uint8Array) {
  const hash = createHash('sha256')
  for (let at = 0; at < sizeBytes; ) {
    const chunk = chunkAt(at)
    const { bytesRead } = await file.read(chunk, 0, chunk.length, at)
    if (bytesRead === 0) break
    hash.update(chunk.subarray(0, bytesRead))
    at += bytesRead
  }
  return hash.digest('hex')
}
