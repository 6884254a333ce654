/** `fundstelle doctor`: checks each part on its own and says how to repair what is broken. */

import { resolve } from 'node:path'
import process from 'node:process'
import { loadFailures } from '../../ingest/known-failures.ts'
import type { Embedder } from '../../search/embedder.ts'
import { loadEmbeddedShare } from '../../search/embedding-progress.ts'
import { whyHnswIsMissing } from '../../search/hnsw-vector-index.ts'
import type { SnapshotManifest } from '../../search/snapshot.ts'
import { isIngestRunning } from '../../search/snapshot-lock.ts'
import { openWebFiles } from '../../server/web-files.ts'
import { type Command, JSON_OPTION } from '../command.ts'
import { type Config, describeHalfModel } from '../config.ts'
import { requireWritable } from '../data-folder.ts'
import { toUserError } from '../error-message.ts'
import { hasChanged } from '../find-changes.ts'
import { toUnfinishedText } from '../follow-index.ts'
import { toBuildText } from '../ingest-progress.ts'
import { probeEndpoint, toEndpoint } from '../language-model.ts'
import { locate, packageRoot, webFolder } from '../locations.ts'
import { openEmbedder, openIndex } from '../open-parts.ts'
import { requireSafeAddress } from '../run-server.ts'
import { plural } from '../terminal.ts'

interface Finding {
  check: string
  /** A warning does not keep the program from working. */
  state: 'ok' | 'warning' | 'broken'
  /** German; for anything but `ok` with the remedy. */
  message: string
}

const MARKS = { ok: '✓', warning: '!', broken: '✗' }
const MINIMUM_NODE = [20, 19] as const

export const doctorCommand: Command = {
  name: 'doctor',
  usage: '[--data ORDNER]',
  summary: 'Modell, Index, Einstellungen und Programmteile prüfen',
  options: { json: JSON_OPTION },
  settings: ['DATA_DIR', 'SOURCES', 'EMBEDDING_MODEL', 'LLM_BASE_URL', 'LLM_MODEL'],
  languageModel: 'checks',
  async run({ config, options, terminal }) {
    const findings: Finding[] = []
    const report = (finding: Finding) => {
      findings.push(finding)
      if (!options.json) terminal.out(`${MARKS[finding.state]} ${finding.check}: ${finding.message}\n`)
    }
    report(checkNode())
    report(await check('Einstellungen', async () => checkAddress(config)))
    report(await check('Datenordner', () => checkDataFolder(config.DATA_DIR)))
    report(await checkWeb())
    report(await checkHnsw())
    report(await checkLanguageModel(config))
    const embedder = await openModel(config, report)
    if (embedder) {
      report(await checkIndex(config, embedder))
      await reportFailures(config, report)
      await embedder.close()
    }
    const isBroken = findings.some(({ state }) => state === 'broken')
    if (options.json) terminal.out(`${JSON.stringify({ ok: !isBroken, findings }, null, 2)}\n`)
    else terminal.out(`\n${toVerdict(findings)}\n`)
    return isBroken ? 1 : 0
  },
}

function toVerdict(findings: readonly Finding[]): string {
  if (findings.some(({ state }) => state === 'broken')) return 'Bitte die mit ✗ bezeichneten Punkte beheben.'
  const hasWarnings = findings.some(({ state }) => state === 'warning')
  return hasWarnings
    ? 'Fundstelle ist einsatzbereit; die mit ! bezeichneten Punkte verdienen einen Blick.'
    : 'Alles in Ordnung.'
}

/** What the work says is fine; what it throws is broken. */
async function check(name: string, work: () => Promise<string>): Promise<Finding> {
  try {
    return { check: name, state: 'ok', message: await work() }
  } catch (error) {
    return { check: name, state: 'broken', message: toCheckMessage(error) }
  }
}

/** The checks' own errors are plain ones with the whole message. */
function toCheckMessage(error: unknown): string {
  const isOwn = error instanceof Error && !('code' in error)
  return isOwn ? error.message : toUserError(error).message
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isOld = major < MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor < MINIMUM_NODE[1])
  const remedy = ` ist zu alt. Bitte Node.js ${MINIMUM_NODE.join('.')} oder neuer installieren.`
  const message = `Node.js ${process.versions.node}${isOld ? remedy : ''}`
  return { check: 'Laufzeit', state: isOld ? 'broken' : 'ok', message }
}

function checkAddress(config: Config): string {
  requireSafeAddress(config)
  const origins = config.ALLOWED_ORIGINS.length
  return `Adresse ${config.HOST}:${config.PORT}, ${config.API_KEYS.length} Zugangsschlüssel, ${origins} freigegebene Webseiten.`
}

async function checkDataFolder(dataDir: string): Promise<string> {
  await requireWritable(dataDir)
  return `„${resolve(dataDir)}“ ist beschreibbar.`
}

async function checkWeb(): Promise<Finding> {
  const files = await openWebFiles(webFolder)
  const missing = ['index.html', 'embed.html', 'demo.html', 'widget.js'].filter((name) => !files?.has(name))
  if (missing.length === 0) return { check: 'Weboberfläche', state: 'ok', message: `${files!.size} Dateien.` }
  const message = `${missing.join(', ')} fehlt. Bitte in „${packageRoot}“ „npm run build“ ausführen.`
  return { check: 'Weboberfläche', state: 'broken', message }
}

async function checkHnsw(): Promise<Finding> {
  const reason = await whyHnswIsMissing()
  if (reason === null)
    return { check: 'hnswlib-node', state: 'ok', message: 'Schnelle Suche für große Bestände ist verfügbar.' }
  const message = `Nicht verfügbar; für Bestände bis etwa 35.000 Sätze ist das ohne Belang. ${reason}`
  return { check: 'hnswlib-node', state: 'warning', message }
}

/** Without its language model the program answers all the same. */
async function checkLanguageModel(config: Config): Promise<Finding> {
  const name = 'Sprachmodell'
  let isUsable = true
  const finding = await check(name, async () => {
    const problem = describeHalfModel(config)
    if (problem !== null) throw new Error(problem)
    const endpoint = toEndpoint(config)
    if (!endpoint) return 'Keines eingerichtet; Antworten bestehen aus wörtlichen Sätzen.'
    const state = await probeEndpoint(endpoint)
    isUsable = state.isUsable
    return state.message
  })
  return isUsable ? finding : { ...finding, state: 'warning' }
}

async function openModel(config: Config, report: (finding: Finding) => void): Promise<Embedder | null> {
  let embedder: Embedder | null = null
  report(
    await check('Embedding-Modell', async () => {
      embedder = await openEmbedder(config)
      await requireMeaning(embedder)
      const { name, dimensions, fingerprint } = embedder.model
      return `${name}, ${dimensions} Dimensionen, Probe bestanden, Kennung ${fingerprint.slice(0, 12)}.`
    }),
  )
  return embedder
}

/** A model with wrong weights, prefixes or pooling fails this although its files load. */
async function requireMeaning(embedder: Embedder): Promise<void> {
  const question = await embedder.embed('Wie lange ist die Frist für einen Widerspruch?', 'query')
  const near = await embedder.embed('Der Widerspruch ist innerhalb eines Monats zu erheben.', 'passage')
  const far = await embedder.embed('Der Kuchen wird eine Stunde lang im Ofen gebacken.', 'passage')
  const length = Math.hypot(...question)
  if (Math.abs(length - 1) < 0.01 && dot(question, near) > dot(question, far)) return
  throw new Error(
    'Das Modell lädt, aber seine Vektoren sind unbrauchbar. Prüfen Sie EMBEDDING_POOLING und die Präfixe, oder stellen Sie den Modellordner wieder her.',
  )
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}

async function checkIndex(config: Config, embedder: Embedder): Promise<Finding> {
  let isOutdated = false
  let unfinished: string | null = null
  const finding = await check('Index', async () => {
    const { snapshot } = await openIndex(config, embedder)
    try {
      unfinished = describeUnfinished(config.DATA_DIR, snapshot.manifest)
      isOutdated = await hasChanged(snapshot, { dataDir: config.DATA_DIR, sources: config.SOURCES })
      const { documents, passages, sentences } = snapshot.manifest.counts
      return `${plural(documents, 'Dokument', 'Dokumente')}, ${plural(passages, 'Textstelle', 'Textstellen')}, ${plural(sentences, 'Satz', 'Sätze')}; Prüfsummen stimmen.`
    } finally {
      await snapshot.close()
    }
  })
  if (unfinished && finding.state === 'ok')
    return { ...finding, state: 'warning', message: `${finding.message} ${unfinished}` }
  if (finding.state !== 'ok' || !isOutdated) return finding
  const sources = config.SOURCES.map(locate).join(' ')
  const remedy = `Er entspricht nicht mehr den Quellen. Erneuern: npx fundstelle ingest --source ${sources} --data ${config.DATA_DIR}`
  return { ...finding, state: 'warning', message: `${finding.message} ${remedy}` }
}

/** Null for an index that has all its vectors. */
function describeUnfinished(dataDir: string, manifest: SnapshotManifest): string | null {
  if (manifest.embeddedPassages === undefined) return null
  const share = loadEmbeddedShare(dataDir, manifest)
  return isIngestRunning(dataDir) ? `${toBuildText(share)}.` : toUnfinishedText(share, dataDir)
}

/** Files that the last ingest left out; nobody would miss them otherwise. */
async function reportFailures({ DATA_DIR }: Config, report: (finding: Finding) => void): Promise<void> {
  for (const { path, message } of await loadFailures(DATA_DIR)) {
    report({ check: `Nicht eingelesen: ${path}`, state: 'warning', message })
  }
}
