/** What ingest tells on a terminal (one line that moves) and elsewhere (one line per file). */

import type { EmbedProgress, IngestEvent, ReadProgress } from '../ingest/progress.ts'
import type { Progress } from '../server/wire.ts'
import { plural } from './terminal.ts'

export interface ProgressOutput {
  write(text: string): void
  isInteractive: boolean
  columns: number
}

const BAR_WIDTH = 24
const CLEAR_LINE = '\r\u001b[K'
/** Elsewhere than on a terminal, a line for each tenth of the vectors. */
const LINES_PER_INDEX = 10
const SEARCHABLE =
  'Die Dokumente sind eingelesen und nach Wörtern durchsuchbar; die Vektoren werden berechnet.'

export function createProgressPrinter(output: ProgressOutput): (event: IngestEvent) => void {
  const line = (text: string) => {
    if (output.isInteractive) output.write(`${CLEAR_LINE}${text.slice(0, output.columns - 1)}`)
  }
  const note = (text: string) => output.write(`${output.isInteractive ? CLEAR_LINE : ''}${text}\n`)
  const isNextTenth = createTenths()
  return (event) => {
    switch (event.event) {
      case 'document':
        if (!output.isInteractive) return note(toFileLine(event))
        for (const { path, message } of event.document.problems) note(`${path}: ${message}`)
        return line(toReadBar(event.progress))
      case 'searchable':
        return note(SEARCHABLE)
      case 'embedding':
        if (output.isInteractive) return line(toEmbedBar(event.progress))
        return isNextTenth(event.progress.share) ? note(toEmbedLine(event.progress)) : undefined
      case 'writing':
        return line('Der Index wird geschrieben …')
    }
  }
}

/** True when the share has come into a tenth in which it was not before; not for the one it begins in. */
function createTenths(): (share: number) => boolean {
  let last: number | null = null
  return (share) => {
    const tenth = Math.floor(share * LINES_PER_INDEX)
    const isNext = last !== null && tenth > last
    last = tenth
    return isNext
  }
}

/** Removes the moving line, so that the report stands on a clean one. */
export function endProgress({ write, isInteractive }: ProgressOutput): void {
  if (isInteractive) write(CLEAR_LINE)
}

/** The same for `/health/ready` and the page. Null for what changes nothing of it. */
export function toReadyProgress(event: IngestEvent): Progress | null {
  switch (event.event) {
    case 'started':
      return { stage: 'read', message: 'Das Einlesen beginnt.', share: 0, remainingSeconds: null }
    case 'document': {
      const { done, documents, fraction, remainingMs } = event.progress
      const message = `${done} von ${documents} Dokumenten eingelesen`
      return { stage: 'read', message, share: fraction, remainingSeconds: toSeconds(remainingMs) }
    }
    case 'embedding': {
      const { share, remainingMs } = event.progress
      return { stage: 'embed', message: toBuildText(share), share, remainingSeconds: toSeconds(remainingMs) }
    }
    case 'writing':
      return { stage: 'write', message: 'Der Index wird geschrieben.', share: 1, remainingSeconds: 0 }
    case 'searchable':
      return null
  }
}

export function toBuildText(share: number): string {
  return `Index wird aufgebaut: ${toPercent(share)} der Abschnitte mit Vektoren`
}

function toPercent(share: number): string {
  return `${Math.floor(share * 100)} %`
}

function toSeconds(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 1000)
}

function toReadBar({ done, documents, path, fraction, remainingMs }: ReadProgress): string {
  const parts = [toBar(fraction), `${done}/${documents} Dokumente`, ...toTimeLeft(remainingMs), path]
  return parts.join(' · ')
}

function toEmbedBar({ share, textsPerSecond, remainingMs }: EmbedProgress): string {
  const rate = textsPerSecond === null ? [] : [`${Math.round(textsPerSecond)} Sätze/s`]
  return [toBar(share), 'Vektoren', ...rate, ...toTimeLeft(remainingMs)].join(' · ')
}

function toEmbedLine({ share, textsPerSecond, remainingMs }: EmbedProgress): string {
  const rate = textsPerSecond === null ? [] : [`${Math.round(textsPerSecond)} Sätze/s`]
  return [toBuildText(share), ...rate, ...toTimeLeft(remainingMs)].join(' · ')
}

function toBar(fraction: number): string {
  const filled = Math.round(fraction * BAR_WIDTH)
  return `[${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}] ${toPercent(fraction).padStart(5)}`
}

function toTimeLeft(remainingMs: number | null): string[] {
  return remainingMs === null ? [] : [`noch ${toDuration(remainingMs)}`]
}

function toFileLine({ document, progress }: Extract<IngestEvent, { event: 'document' }>): string {
  const { path, outcome, passages, sentences, tookMs, problems } = document
  const size = `${plural(passages, 'Textstelle', 'Textstellen')}, ${plural(sentences, 'Satz', 'Sätze')}`
  const results = {
    read: `${size} (${toDuration(tookMs)})`,
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
