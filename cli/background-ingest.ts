/** Ingest in a process of its own, so that the server answers while the index is made. */

import { fork } from 'node:child_process'
import type { IngestReport } from '../ingest/ingest.ts'
import type { IngestEvent } from '../ingest/progress.ts'
import { AppError, type ErrorCode } from '../search/app-error.ts'
import type { Config } from './config.ts'

/** What the child is given; no secrets, since command lines can be read by others. */
export interface IngestJob {
  config: Config
  sources: string[]
}

export type IngestMessage =
  | { kind: 'progress'; event: IngestEvent }
  | { kind: 'done'; report: IngestReport }
  | { kind: 'failed'; code: ErrorCode; message: string }

export interface BackgroundIngest {
  /** Rejects with the AppError of the child, or `aborted` after `stop`. */
  finished: Promise<IngestReport>
  stop(): void
}

export function startBackgroundIngest(
  { config, sources }: IngestJob,
  onProgress: (event: IngestEvent) => void,
): BackgroundIngest {
  const job: IngestJob = { config: { ...config, API_KEYS: [], LLM_API_KEY: null }, sources }
  const child = fork(new URL('./ingest-child.js', import.meta.url), [JSON.stringify(job)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let isStopped = false
  const finished = new Promise<IngestReport>((resolve, reject) => {
    child.on('message', (message: IngestMessage) => {
      if (message.kind === 'progress') onProgress(message.event)
      if (message.kind === 'done') resolve(message.report)
      if (message.kind === 'failed') reject(new AppError(message.code, message.message))
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => reject(endedEarly(isStopped, signal ?? `Code ${code}`)))
  })
  const stop = () => {
    isStopped = true
    child.kill('SIGTERM')
  }
  return { finished, stop }
}

/** Also the way in which a killed child (out of memory) shows. */
function endedEarly(isStopped: boolean, how: string): AppError {
  if (isStopped)
    return new AppError('aborted', 'Das Einlesen wurde abgebrochen; der alte Index bleibt in Kraft.')
  const message = `Das Einlesen ist unerwartet abgebrochen (${how}). Reicht der Arbeitsspeicher? Bitte mit „npx fundstelle ingest“ wiederholen; die Meldungen dort nennen den Grund.`
  return new AppError('internal', message)
}
