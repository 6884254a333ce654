/** `fundstelle start`: serves at once, makes or renews the index beside it, and serves that without a restart. */

import type { IngestReport } from '../../ingest/ingest.ts'
import { type ErrorCode, isAppError } from '../../search/app-error.ts'
import type { Embedder } from '../../search/embedder.ts'
import { loadModelSettings } from '../../search/model-settings.ts'
import type { Progress } from '../../server/wire.ts'
import { type BackgroundIngest, startBackgroundIngest } from '../background-ingest.ts'
import type { Command, CommandContext } from '../command.ts'
import type { Config } from '../config.ts'
import { requireWritable } from '../data-folder.ts'
import { toUserError } from '../error-message.ts'
import { type ChangesOptions, hasChanged } from '../find-changes.ts'
import { createProgressPrinter, endProgress, toDuration, toReadyProgress } from '../ingest-progress.ts'
import { openEmbedder, openIndex, toModelOptions } from '../open-parts.ts'
import { type RunningServer, runServer } from '../run-server.ts'
import { plural } from '../terminal.ts'
import { SOURCE_OPTION, sourcesOf } from './ingest.ts'

export const startCommand: Command = {
  name: 'start',
  usage: '[--source PFAD…] [--data ORDNER] [--port N]',
  summary: 'Index bei Bedarf erstellen und alles bereitstellen (npm start)',
  options: { source: SOURCE_OPTION },
  settings: [
    'PORT',
    'HOST',
    'DATA_DIR',
    'SOURCES',
    'ALLOWED_ORIGINS',
    'API_KEYS',
    'ALLOW_ANONYMOUS',
    'LOG_LEVEL',
  ],
  languageModel: 'needs',
  async run(context) {
    const { config, terminal } = context
    await loadModelSettings(toModelOptions(config))
    const server = await runServer(config)
    terminal.out(`Fundstelle läuft: ${server.url}  (beenden mit Strg+C)\n`)
    const prepared = prepare({ server, context, sources: sourcesOf(context) })
    try {
      await Promise.race([prepared, server.stopped])
      await server.stopped
      terminal.out('Wird beendet …\n')
      return 0
    } finally {
      await server.close()
      await prepared.then(
        (parts) => parts.close(),
        () => {}, // Already thrown above.
      )
    }
  },
}

interface Job {
  server: RunningServer
  context: CommandContext
  sources: string[]
}

interface Prepared {
  close(): Promise<void>
}

/** Opens what is there; whatever is missing or out of date is made in the background. */
async function prepare(job: Job): Promise<Prepared> {
  const { server, context, sources } = job
  const { config } = context
  const embedder = await openEmbedder(config)
  try {
    const state = await tryToServe(server, config, embedder)
    const isCurrent = state === 'usable' && !(await isOutdated(job, { dataDir: config.DATA_DIR, sources }))
    const ingest = isCurrent ? null : await renewIndex(job, { embedder, state })
    return {
      close: async () => {
        ingest?.stop()
        await embedder.close()
      },
    }
  } catch (error) {
    await embedder.close()
    throw error
  }
}

type IndexState = 'usable' | 'unfinished' | 'missing' | 'damaged' | 'mismatch'

const WHY_INGEST: Record<IndexState, string> = {
  usable: 'Die Dokumente haben sich geändert und werden neu eingelesen',
  unfinished: 'Der Index ist noch unvollständig; die fehlenden Vektoren werden berechnet',
  missing: 'Die Dokumente werden eingelesen',
  damaged: 'Der vorhandene Index ist beschädigt; die Dokumente werden neu eingelesen',
  mismatch:
    'Der vorhandene Index passt nicht zu Modell oder Programmversion; die Dokumente werden neu eingelesen',
}

/** Whatever keeps an index from being used is cured by making a new one. */
async function tryToServe({ live }: RunningServer, config: Config, embedder: Embedder): Promise<IndexState> {
  try {
    const index = await openIndex(config, embedder)
    live.replace(index)
    return index.snapshot.manifest.embeddedPassages === undefined ? 'usable' : 'unfinished'
  } catch (error) {
    const state = isAppError(error) ? INDEX_STATES[error.code] : undefined
    if (state) return state
    throw error
  }
}

const INDEX_STATES: Partial<Record<ErrorCode, IndexState>> = {
  index_missing: 'missing',
  index_damaged: 'damaged',
  index_mismatch: 'mismatch',
}

/** Sources that cannot be listed leave the index as it is, and the reason on the page. */
async function isOutdated(job: Job, options: ChangesOptions): Promise<boolean> {
  const index = job.server.live.acquire()
  try {
    return await hasChanged(index.snapshot, options)
  } catch (error) {
    reportFailure(job, error)
    return false
  } finally {
    index.release()
  }
}

/** Null where nothing can be written: an index that serves goes on serving, without one there is nothing to serve. */
async function renewIndex(
  job: Job,
  { embedder, state }: { embedder: Embedder; state: IndexState },
): Promise<BackgroundIngest | null> {
  try {
    await requireWritable(job.context.config.DATA_DIR)
  } catch (error) {
    if (!job.server.live.readiness().ready) throw error
    reportFailure(job, error)
    return null
  }
  return ingestBeside(job, { embedder, what: WHY_INGEST[state] })
}

function ingestBeside(job: Job, { embedder, what }: { embedder: Embedder; what: string }): BackgroundIngest {
  const { server, context, sources } = job
  const { config, terminal } = context
  const { live } = server
  const output = { write: terminal.out, isInteractive: terminal.isInteractive.out, columns: terminal.columns }
  const print = createProgressPrinter(output)
  live.report('indexing', `${what}.`)
  terminal.out(`${what} …\n`)
  let progress: Progress | null = null
  let switched = Promise.resolve()
  const tell = () => live.report('indexing', `${what}.`, progress ?? undefined)
  const ingest = startBackgroundIngest({ config, sources }, (event) => {
    print(event)
    progress = toReadyProgress(event) ?? progress
    tell()
    if (event.event === 'searchable') switched = serveUnfinished(job, embedder).then(tell)
  })
  ingest.finished
    .finally(() => endProgress(output))
    .finally(() => switched)
    .then(async (report) => {
      live.replace(await openIndex(config, embedder))
      terminal.out(`${toReadyText(report)}\nChatseite: ${server.url}\n`)
    })
    .catch((error) => {
      if (isAppError(error) && error.code === 'aborted') return
      reportFailure(job, error)
    })
  return ingest
}

/** The documents, found by their words. Where that fails, the index before goes on serving until the new one is whole. */
async function serveUnfinished({ server, context }: Job, embedder: Embedder): Promise<void> {
  const { config, terminal } = context
  try {
    server.live.replace(await openIndex(config, embedder))
  } catch (error) {
    terminal.err(`Hinweis: ${toUserError(error).message}\n`)
  }
}

function toReadyText({ documents, passages, tookMs, failed }: IngestReport): string {
  const count = `${plural(documents, 'Dokument', 'Dokumente')}, ${plural(passages, 'Textstelle', 'Textstellen')}`
  const left = plural(failed.length, 'Datei wurde', 'Dateien wurden')
  const problem = failed.length > 0 ? ` ${left} nicht eingelesen (siehe oben).` : ''
  return `Bereit: ${count} in ${toDuration(tookMs)}.${problem}`
}

/** On the page and in the terminal. */
function reportFailure({ server: { live }, context: { terminal } }: Job, error: unknown): void {
  const kept = live.readiness().ready ? ' Der vorhandene Index wird weiter verwendet.' : ''
  const message = `${toUserError(error).message}${kept} Nach der Behebung bitte neu starten.`
  live.report('failed', message)
  terminal.err(`Fehler: ${message}\n`)
}
