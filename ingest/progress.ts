/** What ingest tells while it works: documents read, then vectors computed, each with the time left. Pure but for its clock. */

import type { DocumentOutcome } from './read-document.ts'
import type { SourceFile } from './source.ts'

export type IngestEvent =
  | { event: 'started'; documents: number }
  | { event: 'document'; document: DocumentOutcome; progress: ReadProgress }
  /** The new index is current and finds the documents by their words, while vectors are still missing. */
  | { event: 'searchable' }
  | { event: 'embedding'; progress: EmbedProgress }
  | { event: 'writing' }

export interface ReadProgress {
  /** Documents done. */
  done: number
  documents: number
  /** The file just done. */
  path: string
  /** Done of all, by the text to expect, 0…1. */
  fraction: number
  /** Null until something was read. */
  remainingMs: number | null
}

export interface EmbedProgress {
  /** Passages of the new index that have their vectors, 0…1; known ones count from the start. */
  share: number
  /** Sentences and passages embedded per second so far; null before the first. */
  textsPerSecond: number | null
  remainingMs: number | null
}

interface Part {
  path: string
  characters: number
}

export interface ReadMeter {
  finish(part: Part, outcome: Pick<DocumentOutcome, 'outcome'>): ReadProgress
}

const INTERVAL_MS = 100

/** The time left is guessed from the text that was read: reused and failed documents take next to no time. */
export function createReadMeter(
  files: readonly { file: SourceFile; characters: number }[],
  now: () => number,
): ReadMeter {
  const totalCharacters = files.reduce((sum, { characters }) => sum + characters, 0)
  const startedAt = now()
  const state = { done: 0, doneCharacters: 0, readCharacters: 0 }
  return {
    finish({ path, characters }, { outcome }) {
      state.done++
      state.doneCharacters += characters
      if (outcome === 'read') state.readCharacters += characters
      const { done, doneCharacters, readCharacters } = state
      const msPerCharacter = readCharacters > 0 ? (now() - startedAt) / readCharacters : null
      return {
        done,
        documents: files.length,
        path,
        fraction: totalCharacters > 0 ? Math.min(1, doneCharacters / totalCharacters) : 1,
        remainingMs:
          msPerCharacter === null ? null : Math.round(msPerCharacter * (totalCharacters - doneCharacters)),
      }
    },
  }
}

export interface EmbedMeter {
  /** True at most ten times a second, so that events stay few. */
  isDue(): boolean
  measure(done: { passages: number; texts: number }): EmbedProgress
}

export interface EmbedWork {
  /** Of the whole index. */
  passages: number
  /** Without vectors at the start. */
  pendingPassages: number
  pendingTexts: number
}

export function createEmbedMeter(work: EmbedWork, now: () => number): EmbedMeter {
  const startedAt = now()
  let reportedAt = startedAt
  return {
    isDue() {
      const isDue = now() - reportedAt >= INTERVAL_MS
      if (isDue) reportedAt = now()
      return isDue
    },
    measure({ passages, texts }) {
      const elapsedMs = now() - startedAt
      const isMeasured = elapsedMs > 0 && texts > 0
      return {
        share: 1 - (work.pendingPassages - passages) / Math.max(1, work.passages),
        textsPerSecond: isMeasured ? (texts / elapsedMs) * 1000 : null,
        remainingMs: isMeasured ? Math.round((elapsedMs / texts) * (work.pendingTexts - texts)) : null,
      }
    },
  }
}
