/** Puts a finished snapshot in its place, makes it current, and clears away what no reader needs any more. */

import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { SnapshotManifest } from './snapshot.ts'
import { replaceFile, syncFolder, verifyFile } from './snapshot-files.ts'
import { FILES, manifestSchema, paths, TEMPORARY_PREFIX } from './snapshot-layout.ts'

/** Needs the lock: folders of a writer at work look the same as those of a killed one. */
export function removeHalfWritten(dataDir: string): void {
  for (const name of readdirSync(paths.snapshots(dataDir))) {
    if (name.startsWith(TEMPORARY_PREFIX)) remove(paths.snapshot(dataDir, name))
  }
}

/** A whole snapshot of the same content stays as it is; a damaged one gives way. */
export async function placeSnapshot(dataDir: string, written: string, snapshotId: string): Promise<void> {
  const folder = paths.snapshot(dataDir, snapshotId)
  if (existsSync(folder)) {
    if (await isWhole(dataDir, folder)) return
    const aside = paths.snapshot(dataDir, `${TEMPORARY_PREFIX}${snapshotId}`)
    renameSync(folder, aside)
    renameSync(written, folder)
    remove(aside)
  } else {
    renameSync(written, folder)
  }
  syncFolder(paths.snapshots(dataDir))
}

async function isWhole(dataDir: string, folder: string): Promise<boolean> {
  try {
    const manifest = readManifest(folder)
    for (const entry of manifest.files) await verifyFile({ dataDir, folder }, entry)
    return true
  } catch {
    return false
  }
}

/**
 * Names the snapshot in `current`, then removes what neither it nor the one before needs, which is given back; nor
 * `alsoKeep`, which the one before has replaced only a short while ago.
 */
export function switchTo(dataDir: string, snapshotId: string, alsoKeep: string | null = null): string | null {
  const previous = readCurrent(dataDir)
  replaceFile(paths.current(dataDir), `${snapshotId}\n`)
  syncFolder(dataDir)
  if (previous !== snapshotId) removeOthers(dataDir, [snapshotId, previous, alsoKeep])
  return previous
}

/** The snapshot before stays: a reader may just be opening it; so does what the writer still works in. */
function removeOthers(dataDir: string, keep: (string | null)[]): void {
  for (const name of readdirSync(paths.snapshots(dataDir))) {
    if (!keep.includes(name) && !name.startsWith(TEMPORARY_PREFIX)) remove(paths.snapshot(dataDir, name))
  }
  const kept = new Set(keep.flatMap((id) => (id ? originalsOf(paths.snapshot(dataDir, id)) : [])))
  for (const name of readdirSync(paths.originals(dataDir))) {
    if (!kept.has(name)) remove(paths.original(dataDir, name))
  }
}

function originalsOf(folder: string): string[] {
  try {
    const documents = JSON.parse(readFileSync(join(folder, FILES.documents), 'utf8'))
    return documents.map((document: { record: { sha256: string } }) => document.record.sha256)
  } catch {
    return []
  }
}

function readCurrent(dataDir: string): string | null {
  return existsSync(paths.current(dataDir)) ? readFileSync(paths.current(dataDir), 'utf8').trim() : null
}

function readManifest(folder: string): SnapshotManifest {
  return manifestSchema.parse(JSON.parse(readFileSync(join(folder, FILES.manifest), 'utf8')))
}

/** What cannot be removed now, because another process still reads it, is removed by a later writer. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {}
}
