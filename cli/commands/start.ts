/** `fundstelle start`: serves at once, makes or renews the index beside it, and serves that without a restart. */

import { isAppError } from '../../search/app-error.ts'
import type { Embedder } from '../../search/embedder.ts'
import { loadModelSettings } from '../../search/model-settings.ts'
import { type BackgroundIngest, startBackgroundIngest } from '../background-ingest.ts'
import type { Command, CommandContext } from '../command.ts'
import type { Config } from '../config.ts'
import { type ChangesOptions, hasChanged } from '../find-changes.ts'
import { createProgressPrinter, endProgress, toDuration, toReadyProgress } from '../ingest-progress.ts'
import { openEmbedder, openIndex, toModelOptions } from '../open-parts.ts'
import { type RunningServer, runServer } from '../run-server.ts'
import { sourcesOf } from './ingest.ts'

export const startCommand: Command = {
  name: 'start',
  usage: '[--source PFAD…] [--data ORDNER] [--port N]',
  summary: 'Index bei Bedarf erstellen und alles bereitstellen (npm start)',
  options: {
    source: {
      type: 'string',
      multiple: true,
      value: 'PFAD',
      description: 'Datei, Ordner oder sources.yaml; mehrfach möglich',
    },
  },
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
async function prepare({ server, context, sources }: Job): Promise<Prepared> {
  const { config } = context
  const embedder = await openEmbedder(config)
  try {
    const isServing = await tryToServe(server, config, embedder)
    const needsIngest = !isServing || (await isOutdated(server, { dataDir: config.DATA_DIR, sources }))
    const ingest = needsIngest ? renewIndex({ server, context, sources }, embedder) : null
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

/** False when there is no usable index; any reason for that is cured by making a new one. */
async function tryToServe({ live }: RunningServer, config: Config, embedder: Embedder): Promise<boolean> {
  try {
    live.replace(await openIndex(config, embedder))
    return true
  } catch (error) {
    if (isAppError(error) && error.code.startsWith('index_')) return false
    throw error
  }
}

/** Sources that cannot be listed leave the index as it is, and the reason on the page. */
async function isOutdated({ live }: RunningServer, options: ChangesOptions): Promise<boolean> {
  const index = live.acquire()
  try {
    return await hasChanged(index.snapshot, options)
  } catch (error) {
    live.report('failed', `Der vorhandene Index wird weiter verwendet. ${messageOf(error)}`)
    return false
  } finally {
    index.release()
  }
}

function renewIndex({ server, context, sources }: Job, embedder: Embedder): BackgroundIngest {
  const { config, terminal } = context
  const { live } = server
  const what = live.readiness().ready
    ? 'Die Dokumente haben sich geändert und werden neu eingelesen'
    : 'Die Dokumente werden eingelesen'
  const output = { write: terminal.out, isInteractive: terminal.isInteractive.out, columns: terminal.columns }
  const print = createProgressPrinter(output)
  live.report('indexing', `${what}.`)
  terminal.out(`${what} …\n`)
  const ingest = startBackgroundIngest({ config, sources }, (event) => {
    print(event)
    live.report('indexing', `${what}.`, toReadyProgress(event) ?? undefined)
  })
  ingest.finished
    .finally(() => endProgress(output))
    .then(async (report) => {
      live.replace(await openIndex(config, embedder))
      const { documents, passages, tookMs, failed } = report
      const count = `${documents} Dokumente, ${passages} Textstellen in ${toDuration(tookMs)}`
      const left = failed.length > 0 ? ` ${failed.length} Dateien wurden nicht eingelesen (siehe oben).` : ''
      terminal.out(`Bereit: ${count}.${left}\nChatseite: ${server.url}\n`)
    })
    .catch((error) => {
      if (isAppError(error) && error.code === 'aborted') return
      const remedy = 'Nach der Behebung bitte neu starten.'
      live.report('failed', `${messageOf(error)} ${remedy}`)
      terminal.err(`${messageOf(error)} ${remedy}\n`)
    })
  return ingest
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
