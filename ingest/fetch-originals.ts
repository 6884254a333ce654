/** Tries to download the originals that a manifest names, and says for each that fails what to do by hand. */

import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assertPdf } from './load/pdf/pdf-pages.ts'
import type { Manifest, ManifestEntry } from './manifest.ts'

export interface FetchOriginalsOptions {
  manifest: Manifest
  /** Where the files go: the folder `originals` beside the manifest. Made when missing. */
  targetDir: string
  fetch: typeof globalThis.fetch
  /** Replaces files that are already there. Default false. */
  overwrite?: boolean
  /** Per file. Default 60,000. */
  timeoutMs?: number
  onOutcome?: (outcome: FetchOutcome) => void
}

export interface FetchOutcome {
  id: string
  outcome: 'fetched' | 'present' | 'failed'
  path: string
  /** German; for failures with what to do. */
  message: string
}

const MAX_BYTES = 300 * 1024 * 1024

/** One outcome per entry, in order. Only whole PDF files are kept; a failure never ends the run. */
export async function fetchOriginals(options: FetchOriginalsOptions): Promise<FetchOutcome[]> {
  await mkdir(options.targetDir, { recursive: true })
  const outcomes: FetchOutcome[] = []
  for (const entry of options.manifest.documents) {
    const outcome = await fetchOriginal(entry, options)
    outcomes.push(outcome)
    options.onOutcome?.(outcome)
  }
  return outcomes
}

async function fetchOriginal(entry: ManifestEntry, options: FetchOriginalsOptions): Promise<FetchOutcome> {
  const path = join(options.targetDir, `${entry.id}.pdf`)
  const about = { id: entry.id, path }
  if (existsSync(path) && !options.overwrite) {
    return { ...about, outcome: 'present', message: `${path} liegt schon vor und bleibt unverändert.` }
  }
  if (entry.fileUrl === null) return failed(entry, path, 'Ein direkter Link zur Datei ist nicht bekannt.')
  try {
    const bytes = await download(entry.fileUrl, options)
    await assertPdf(bytes, entry.fileUrl)
    await writeFile(`${path}.new`, bytes)
    await rename(`${path}.new`, path)
    return {
      ...about,
      outcome: 'fetched',
      message: `${path} geladen (${Math.ceil(bytes.length / 1024)} KiB).`,
    }
  } catch (error) {
    return failed(entry, path, `${entry.fileUrl}: ${reasonOf(error)}`)
  }
}

async function download(
  url: string,
  { fetch, timeoutMs = 60_000 }: FetchOriginalsOptions,
): Promise<Uint8Array> {
  const response = await fetch(url, { redirect: 'follow', signal: AbortSignal.timeout(timeoutMs) })
  if (!response.ok) throw new Error(`Der Server antwortet mit Status ${response.status}.`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (bytes.length > MAX_BYTES) throw new Error(`Die Datei ist größer als ${MAX_BYTES / 1024 / 1024} MiB.`)
  if (!new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')) {
    const type = response.headers.get('content-type') ?? 'unbekannter Art'
    throw new Error(`Dort liegt keine PDF-Datei, sondern ${type}.`)
  }
  return bytes
}

function failed(entry: ManifestEntry, path: string, reason: string): FetchOutcome {
  const from = entry.landingPage ? `von ${entry.landingPage}` : 'beim Herausgeber'
  const remedy = `Laden Sie „${entry.title}“ selbst ${from} und legen Sie die Datei als ${path} ab.`
  return { id: entry.id, outcome: 'failed', path, message: `${reason} ${remedy}` }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return 'Der Server antwortet nicht rechtzeitig.'
  const { cause } = error
  return error.message === 'fetch failed' && cause instanceof Error
    ? `Keine Verbindung (${cause.message}).`
    : error.message
}
