/** Measures the running program from outside, as a user meets it: start, memory, latency while indexing and after. */

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../search/app-error.ts'
import { quantile } from '../metrics.ts'

export interface BenchOptions {
  /** The program: arguments after `node`, up to the command. */
  program: string[]
  onStep?: (message: string) => void
}

export interface Latency {
  p50: number
  p99: number
  max: number
  count: number
}

/** Times in milliseconds, memory in MiB, rates per second. */
export interface BenchReport {
  machine: { cores: number; node: string }
  ingest: {
    documents: number
    passages: number
    sentences: number
    seconds: number
    sentencesPerSecond: number
  }
  liveWhileIndexing: Latency
  /** From the start of the process with an existing index. */
  firstAnswerMs: number
  idleMemoryMiB: number | null
  search: Latency
  ask: Latency
}

interface Running {
  url: string
  child: ChildProcess
  startedAt: number
}

/** The parts of the responses that are read here. */
interface ReadyState {
  state: string
  message: string
  index: { documents: number; passages: number; sentences: number } | null
}

interface DocumentList {
  documents: { exampleQuestions: string[] }[]
}

const PROBE_INTERVAL_MS = 20
const QUERY_ROUNDS = 4
const IDLE_AFTER_MS = 5000

/** Needs no index; works in a temporary data folder. Throws AppError `internal` when the program does not come up. */
export async function runBench({ program, onStep = () => {} }: BenchOptions): Promise<BenchReport> {
  const dataDir = await mkdtemp(join(tmpdir(), 'fundstelle-bench-'))
  try {
    onStep('Korpus wird eingelesen …')
    const indexing = await withServer(program, dataDir, measureIndexing)
    onStep('Start mit vorhandenem Index …')
    const serving = await withServer(program, dataDir, measureServing)
    return {
      machine: { cores: availableParallelism(), node: process.versions.node },
      ...indexing,
      ...serving,
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function withServer<Result>(
  program: string[],
  dataDir: string,
  measure: (server: Running) => Promise<Result>,
): Promise<Result> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [...program, 'start', '--data', dataDir, '--port', '0'], {
    env: { ...process.env, RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    return await measure({ url: await readUrl(child), child, startedAt })
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

function readUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout!.on('data', (chunk) => {
      output += chunk
      const url = /http:\/\/\S+/.exec(output)?.[0]
      if (url) resolve(url)
    })
    child.once('exit', (code) => reject(failed(`Der Server hat sich mit Code ${code} beendet.`)))
  })
}

async function measureIndexing({ url, startedAt }: Running) {
  const times: number[] = []
  for (;;) {
    const probedAt = performance.now()
    await (await fetch(`${url}/health/live`)).text()
    times.push(performance.now() - probedAt)
    const ready = (await (await fetch(`${url}/health/ready`)).json()) as ReadyState
    if (ready.state === 'failed') throw failed(ready.message)
    if (ready.index) {
      const { documents, passages, sentences } = ready.index
      const seconds = (performance.now() - startedAt) / 1000
      const ingest = { documents, passages, sentences, seconds, sentencesPerSecond: sentences / seconds }
      return { ingest, liveWhileIndexing: toLatency(times) }
    }
    await sleep(PROBE_INTERVAL_MS)
  }
}

async function measureServing({ url, child, startedAt }: Running) {
  await untilAnswered(url)
  const firstAnswerMs = performance.now() - startedAt
  await sleep(IDLE_AFTER_MS)
  const idleMemoryMiB = await residentMiB(child.pid!)
  const { documents } = (await (await fetch(`${url}/api/v1/documents`)).json()) as DocumentList
  const questions = documents.flatMap((one) => one.exampleQuestions)
  const search = await measureQueries(questions, (query) => post(`${url}/api/v1/search`, { query }))
  const ask = await measureQueries(questions, (question) => post(`${url}/api/v1/ask`, { question }))
  return { firstAnswerMs, idleMemoryMiB, search, ask }
}

async function untilAnswered(url: string): Promise<void> {
  for (;;) {
    const response = await post(`${url}/api/v1/ask`, {
      question: 'Wen informieren wir zuerst bei einem Cyberangriff?',
    })
    if (response.ok) return
    if (response.status !== 503) throw failed(`Status ${response.status}`)
    await sleep(PROBE_INTERVAL_MS)
  }
}

async function measureQueries(
  questions: string[],
  run: (question: string) => Promise<Response>,
): Promise<Latency> {
  const times: number[] = []
  for (let round = 0; round < QUERY_ROUNDS; round++) {
    for (const question of questions) {
      const startedAt = performance.now()
      await run(question)
      times.push(performance.now() - startedAt)
    }
  }
  return toLatency(times)
}

async function post(url: string, body: object): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  await response.arrayBuffer()
  return response
}

/** Null where there is no /proc. */
async function residentMiB(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]
  return kib ? Number(kib) / 1024 : null
}

function toLatency(times: number[]): Latency {
  return {
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    max: Math.max(...times),
    count: times.length,
  }
}

function failed(reason: string): AppError {
  return new AppError(
    'internal',
    `Die Messung ist nicht möglich: ${reason} „npx fundstelle doctor“ nennt die Ursache.`,
  )
}

export function toBenchText(report: BenchReport): string {
  const { machine, ingest, liveWhileIndexing, firstAnswerMs, idleMemoryMiB, search, ask } = report
  const number = (value: number, digits = 0) =>
    value.toLocaleString('de-DE', { maximumFractionDigits: digits })
  const latency = ({ p50, p99, max, count }: Latency) =>
    `Median ${number(p50, 1)} ms, 99 % ${number(p99, 1)} ms, höchstens ${number(max, 1)} ms (n = ${count})`
  const rows = [
    ['Rechner', `${machine.cores} Kerne, Node.js ${machine.node}`],
    [
      'Einlesen des Korpus',
      `${ingest.documents} Dokumente, ${ingest.sentences} Sätze in ${number(ingest.seconds, 1)} s (${number(ingest.sentencesPerSecond)} Sätze/s)`,
    ],
    ['/health/live dabei', latency(liveWhileIndexing)],
    ['Start bis erste Antwort', `${number(firstAnswerMs)} ms (Ziel: unter 3.000 ms)`],
    [
      'Speicher im Leerlauf',
      idleMemoryMiB === null ? 'hier nicht messbar' : `${number(idleMemoryMiB)} MiB (Ziel: unter 400)`,
    ],
    ['Suche', latency(search)],
    ['Antwort', latency(ask)],
  ]
  return `${rows.map(([name, value]) => `${name!.padEnd(26)}${value}`).join('\n')}\n`
}
