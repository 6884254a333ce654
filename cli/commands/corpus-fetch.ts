/** `fundstelle corpus fetch`: tries to download the originals that the manifests name. */

import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type FetchOutcome, fetchOriginals } from '../../ingest/fetch-originals.ts'
import { findManifest } from '../../ingest/list-sources.ts'
import { loadManifestFile, ORIGINALS_FOLDER } from '../../ingest/manifest-source.ts'
import { AppError } from '../../search/app-error.ts'
import { type Command, JSON_OPTION } from '../command.ts'
import { locate } from '../locations.ts'
import { sourcesOf } from './ingest.ts'

export const corpusFetchCommand: Command = {
  name: 'corpus fetch',
  usage: '[--source PFAD]',
  summary: 'Die Originale zum Korpus herunterladen (braucht Internet)',
  options: {
    source: {
      type: 'string',
      multiple: true,
      value: 'PFAD',
      description: 'Ordner mit sources.yaml oder die Datei selbst',
    },
    overwrite: { type: 'boolean', description: 'Vorhandene Dateien ersetzen' },
    json: JSON_OPTION,
  },
  settings: ['SOURCES'],
  async run(context) {
    const { options, terminal } = context
    const outcomes: FetchOutcome[] = []
    for (const source of sourcesOf(context)) {
      const path = await manifestOf(locate(source))
      outcomes.push(
        ...(await fetchOriginals({
          manifest: await loadManifestFile(path),
          targetDir: join(dirname(path), ORIGINALS_FOLDER),
          fetch,
          overwrite: options.overwrite === true,
          onOutcome: ({ id, message }) => terminal[options.json ? 'err' : 'out'](`${id}: ${message}\n`),
        })),
      )
    }
    terminal.out(options.json ? `${JSON.stringify(outcomes, null, 2)}\n` : summarise(outcomes))
    return outcomes.some(({ outcome }) => outcome === 'failed') ? 1 : 0
  },
}

async function manifestOf(path: string): Promise<string> {
  const kind = await stat(path).catch(() => null)
  const manifest = kind?.isDirectory() ? findManifest(path) : path
  if (kind && manifest) return manifest
  const message = `In „${path}“ liegt kein Manifest. Nennen Sie mit --source einen Ordner mit sources.yaml.`
  throw new AppError('source_missing', message, { details: { path } })
}

function summarise(outcomes: FetchOutcome[]): string {
  const count = (outcome: FetchOutcome['outcome']) => outcomes.filter((one) => one.outcome === outcome).length
  const next = count('fetched') > 0 ? ' Zum Einlesen: npx fundstelle ingest' : ''
  return `\n${count('fetched')} geladen, ${count('present')} schon vorhanden, ${count('failed')} nicht geladen.${next}\n`
}
