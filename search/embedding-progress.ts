/** How far the index being completed has come, for other processes than the one at work. Lost or stale, it harms nobody. */

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { SnapshotManifest } from './snapshot.ts'
import { paths } from './snapshot-layout.ts'

/** Of the published snapshot with this id. */
export function saveEmbeddedPassages(dataDir: string, snapshotId: string, count: number): void {
  const path = paths.embeddingProgress(dataDir)
  writeFileSync(`${path}.new`, `${snapshotId} ${count}\n`)
  renameSync(`${path}.new`, path)
}

export function removeEmbeddingProgress(dataDir: string): void {
  rmSync(paths.embeddingProgress(dataDir), { force: true })
}

/** Share of the passages whose vectors have been computed by now, 0…1; of a finished snapshot 1. */
export function loadEmbeddedShare(dataDir: string, manifest: SnapshotManifest): number {
  const { counts, snapshotId, embeddedPassages = counts.passages } = manifest
  if (counts.passages === 0) return 1
  const [id, count] = readProgress(dataDir)
  const known = id === snapshotId ? Math.max(embeddedPassages, Number(count) || 0) : embeddedPassages
  return Math.min(1, known / counts.passages)
}

function readProgress(dataDir: string): string[] {
  try {
    return readFileSync(paths.embeddingProgress(dataDir), 'utf8').trim().split(' ')
  } catch {
    return []
  }
}
