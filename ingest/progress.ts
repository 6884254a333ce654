/** What ingest tells while it works: documents done, rate, time left. Pure but for the clock it is given. */

import type { SourceFile } from './source.ts'
import type { DocumentOutcome } from './write-document.ts'

export type IngestEvent =
  | { event: 'started'; documents: number }
  | { event: 'progress'; progress: IngestProgress }
  | { event: 'document'; document: DocumentOutcome; progress: IngestProgress }
  | { event: 'writing' }

export interface IngestProgress {
  /** Documents done. */
  done: number
  documents: number
  /** The file being worked on, or the one just done. */
  path: string
  /** Done of all, by the text to expect, 0…1. */
  fraction: number
  /** Sentences and passages embedded per second so far; null before the first. */
  vectorsPerSecond: number | null
  /** Null until something was embedded. */
  remainingMs: number | null
}

interface Part {
  path: string
  characters: number
}

export interface ProgressMeter {
  /** True at most ten times a second, so that events stay few. */
  isDue(): boolean
  advance(part: Part, vectors: { done: number; total: number }): IngestProgress
  finish(part: Part, outcome: Pick<DocumentOutcome, 'outcome' | 'passages' | 'sentences'>): IngestProgress
}

const INTERVAL_MS = 100

/** The time left is guessed from the text that was embedded: reused and failed documents take next to no time. */
export function createProgressMeter(
  files: readonly { file: SourceFile; characters: number }[],
  now: () => number,
): ProgressMeter {
  const totalCharacters = files.reduce((sum, { characters }) => sum + characters, 0)
  const startedAt = now()
  const state = { done: 0, doneCharacters: 0, embeddedCharacters: 0, vectors: 0, reportedAt: startedAt }

  const measure = (path: string, partCharacters: number, partVectors: number): IngestProgress => {
    const elapsedMs = now() - startedAt
    const embeddedCharacters = state.embeddedCharacters + partCharacters
    const vectors = state.vectors + partVectors
    const doneCharacters = state.doneCharacters + partCharacters
    const isMeasured = elapsedMs > 0 && embeddedCharacters > 0
    return {
      done: state.done,
      documents: files.length,
      path,
      fraction: totalCharacters > 0 ? Math.min(1, doneCharacters / totalCharacters) : 1,
      vectorsPerSecond: isMeasured && vectors > 0 ? (vectors / elapsedMs) * 1000 : null,
      remainingMs: isMeasured
        ? Math.round((elapsedMs / embeddedCharacters) * (totalCharacters - doneCharacters))
        : null,
    }
  }

  return {
    isDue() {
      const isDue = now() - state.reportedAt >= INTERVAL_MS
      if (isDue) state.reportedAt = now()
      return isDue
    },
    advance: ({ path, characters }, { done, total }) => measure(path, characters * (done / total), done),
    finish({ path, characters }, { outcome, passages, sentences }) {
      state.done++
      state.doneCharacters += characters
      if (outcome === 'embedded') {
        state.embeddedCharacters += characters
        state.vectors += passages + sentences
      }
      return measure(path, 0, 0)
    },
  }
}
