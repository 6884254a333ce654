/** What ingest tells on a terminal (one line that moves) and elsewhere (one line per file). */

import type { IngestEvent, IngestProgress } from '../ingest/progress.ts'
import type { Progress } from '../server/wire.ts'
import { plural } from './terminal.ts'

export interface ProgressOutput {
  write(text: string): void
  isInteractive: boolean
  columns: number
}

const BAR_WIDTH = 24
const CLEAR_LINE = '\r\u001b[K'

export function createProgressPrinter(output: ProgressOutput): (event: IngestEvent) => void {
  const line = (text: string) => {
    if (output.isInteractive) output.write(`${CLEAR_LINE}${text.slice(0, output.columns - 1)}`)
  }
  return (event) => {
    if (event.event === 'progress') line(toBar(event.progress))
    if (event.event === 'writing') line('Der Index wird geschrieben …')
    if (event.event !== 'document') return
    if (output.isInteractive) {
      for (const { path, message } of event.document.problems) {
        output.write(`${CLEAR_LINE}${path}: ${message}\n`)
      }
      line(toBar(event.progress))
    } else output.write(`${toFileLine(event)}\n`)
  }
}

/** Removes the moving line, so that the report stands on a clean one. */
export function endProgress({ write, isInteractive }: ProgressOutput): void {
  if (isInteractive) write(CLEAR_LINE)
}

/** The same for `/health/ready` and the page. */
export function toReadyProgress(event: IngestEvent): Progress | null {
  if (event.event === 'started') {
    return { stage: 'embed', message: 'Das Einlesen beginnt.', share: 0, remainingSeconds: null }
  }
  if (event.event === 'writing') {
    return { stage: 'write', message: 'Der Index wird geschrieben.', share: 1, remainingSeconds: 0 }
  }
  const { done, documents, fraction, remainingMs } = event.progress
  return {
    stage: 'embed',
    message: `${done} von ${documents} Dokumenten eingelesen`,
    share: fraction,
    remainingSeconds: remainingMs === null ? null : Math.round(remainingMs / 1000),
  }
}

function toBar({ done, documents, path, fraction, vectorsPerSecond, remainingMs }: IngestProgress): string {
  const filled = Math.round(fraction * BAR_WIDTH)
  const parts = [
    `[${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}] ${String(Math.floor(fraction * 100)).padStart(3)} %`,
    `${done}/${documents} Dokumente`,
    ...(vectorsPerSecond === null ? [] : [`${Math.round(vectorsPerSecond)} Sätze/s`]),
    ...(remainingMs === null ? [] : [`noch ${toDuration(remainingMs)}`]),
    path,
  ]
  return parts.join(' · ')
}

function toFileLine({ document, progress }: Extract<IngestEvent, { event: 'document' }>): string {
  const { path, outcome, passages, sentences, tookMs, problems } = document
  const size = `${plural(passages, 'Textstelle', 'Textstellen')}, ${plural(sentences, 'Satz', 'Sätze')}`
  const results = {
    embedded: `${size} (${toDuration(tookMs)})`,
    reused: `unverändert, ${size}`,
    failed: 'nicht eingelesen',
  }
  const reasons = problems.map(({ message }) => ` – ${message}`).join('')
  return `${progress.done}/${progress.documents} ${path}: ${results[outcome]}${reasons}`
}

export function toDuration(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 10) return `${seconds.toLocaleString('de-DE', { maximumFractionDigits: 1 })} s`
  if (seconds < 90) return `${Math.round(seconds)} s`
  return seconds < 5400
    ? `${Math.round(seconds / 60)} min`
    : `${(seconds / 3600).toLocaleString('de-DE', { maximumFractionDigits: 1 })} h`
}
