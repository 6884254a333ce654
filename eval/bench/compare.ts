/** The comparison in one run: each stack builds and serves the same texts with the same model, each time in its own process. */

import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { Embedder } from '../../search/embedder.ts'
import type { StoredDocuments } from '../../search/snapshot.ts'
import { openStoredDocuments } from '../../search/snapshot-reader.ts'
import { openTransformersEmbedder } from '../../search/transformers-embedder.ts'
import type { Figure } from '../metrics.ts'
import { createRandom } from '../random.ts'
import {
  corpusSets,
  identifierSet,
  loadTuningQuestions,
  type QuestionSet,
  sampleLaws,
  squadSet,
  toBenchDocuments,
  writeSquad,
} from './collections.ts'
import { type GraphRecall, measureGraphRecall } from './graph-recall.ts'
import { judge } from './judging.ts'
import { loadParagraphs } from './law-texts.ts'
import type { BuildFigures } from './measure-build.ts'
import type { Percentiles, ServeFigures } from './measure-serving.ts'
import { measureBuild, measureServing } from './measured-process.ts'
import { whyStackIsMissing } from './open-stack.ts'
import { embedSample } from './scale-test.ts'
import { STACK_LABELS, STACKS, type StackName } from './stack.ts'
import { writeVariedCorpus } from './varied-corpus.ts'
import { measureViews, type ViewFigures } from './view-costs.ts'

export interface ComparisonOptions {
  /** Multiples of the built-in corpus, ascending; 1 is always measured. */
  sizes: readonly number[]
  /** From this size on vectors are derived instead of computed. */
  deriveFrom: number
  /** Measure all laws as well. */
  laws: boolean
  model: string
  /** Manifest folder of the built-in corpus. */
  corpus: string
  /** Holds corpus-questions and tuning-questions. */
  questions: string
  /** XQuAD-de and laws; what is missing there is left out. */
  sharedData: string
  /** Data folder with an index of the laws, for the search graph; left out where there is none. */
  lawsIndex: string
  onStep: (message: string) => void
}

export interface StackQuality {
  set: string
  stack: StackName
  ndcgAt10: Figure
}

export interface Measurement {
  /** „1×“, „49 Gesetze“. */
  name: string
  stack: StackName
  documents: number
  textMiB: number
  build: BuildFigures
  serving: Omit<ServeFigures, 'places'>
  indexMiB: number
  /** Vectors were derived: what embedding costs is not in the figures of building. */
  isDerived: boolean
}

export interface ComparisonReport {
  /** `load` is the average number of running processes in the minute before. */
  machine: { cores: number; processor: string; node: string; load: number }
  quality: StackQuality[]
  measurements: Measurement[]
  /** What each of our views costs and gives. */
  views: ViewFigures[]
  /** Null without hnswlib-node, or without an index of the laws. */
  graphRecall: GraphRecall | null
  /** Why a stack was left out. */
  missing: Partial<Record<StackName, string>>
}

const ROUNDS = 3

interface Run extends ComparisonOptions {
  folder: string
  stacks: StackName[]
  embedder: Embedder
  workers: number
  report: ComparisonReport
}

/** Works in a temporary folder. */
export async function compareStacks(options: ComparisonOptions): Promise<ComparisonReport> {
  const folder = await mkdtemp(join(tmpdir(), 'fundstelle-compare-'))
  const embedder = await openTransformersEmbedder({ model: options.model })
  try {
    const report: ComparisonReport = {
      machine: {
        cores: availableParallelism(),
        processor: cpus()[0]?.model ?? '',
        node: process.versions.node,
        load: loadavg()[0]!,
      },
      quality: [],
      measurements: [],
      views: [],
      graphRecall: null,
      missing: await findMissing(),
    }
    const stacks = STACKS.filter((name) => !report.missing[name])
    const run: Run = {
      ...options,
      folder,
      stacks,
      embedder,
      workers: availableParallelism(),
      report,
    }
    await measureSets(run)
    await measureSizes(run)
    report.graphRecall = await measureRecall(run)
    return report
  } finally {
    await embedder.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function findMissing(): Promise<ComparisonReport['missing']> {
  const reasons = await Promise.all(
    STACKS.map(async (name) => [name, await whyStackIsMissing(name)] as const),
  )
  return Object.fromEntries(reasons.filter(([, reason]) => reason !== null))
}

/** Texts beside the corpus that questions with known answers exist for. */
async function measureSets(run: Run): Promise<void> {
  const squad = join(run.sharedData, 'xquad-de', 'dev.squad.json')
  if (existsSync(squad)) {
    const folder = join(run.folder, 'xquad-texts')
    const questions = await writeSquad(squad, folder)
    await measure(run, {
      name: 'XQuAD-de',
      sources: [folder],
      toSets: (documents) => [squadSet(documents, questions)],
    })
  }
  const laws = join(run.sharedData, 'gesetze')
  if (!existsSync(laws)) return
  const sources = run.laws ? [laws] : await sampleLaws(laws)
  await measure(run, {
    name: `${(await listLaws(sources)).length} Gesetze`,
    sources,
    toSets: (documents) => [identifierSet(documents)].filter((set) => set !== null),
  })
}

async function listLaws(sources: readonly string[]): Promise<string[]> {
  const [first] = sources
  return sources.length === 1 ? (await readdir(first!)).filter((name) => name.endsWith('.md')) : [...sources]
}

async function measureSizes(run: Run): Promise<void> {
  const { corpus, sharedData, sizes, deriveFrom } = run
  const laws = join(sharedData, 'gesetze')
  const texts = join(corpus, 'documents')
  const paragraphs = await loadParagraphs(existsSync(laws) ? laws : texts)
  const questions = await loadTuningQuestions(run.questions)
  const all = [...new Set([1, ...sizes])].sort((a, b) => a - b)
  for (const size of all) {
    const copies = join(run.folder, `copies-${size}`)
    await writeVariedCorpus({ from: texts, to: copies, copies: size - 1, paragraphs })
    const deriveVectors = size > 1 && size >= deriveFrom
    await measure(run, {
      name: `${size}×`,
      sources: size === 1 ? [corpus] : [corpus, copies],
      toSets: (documents) => (size === 1 ? corpusSets(documents, questions) : []),
      queries: questions.map(({ question }) => question),
      ...(deriveVectors && { deriveFrom: await embedSample(paragraphs, run.embedder, createRandom(size)) }),
    })
  }
}

interface Target {
  name: string
  sources: string[]
  toSets: (documents: StoredDocuments) => QuestionSet[]
  /** Timed; default: the questions of the sets. */
  queries?: string[]
  /** Real vectors to derive from, where vectors are not computed. */
  deriveFrom?: Float32Array
}

/** Ours is built first: the others get the texts as it read them. */
async function measure(run: Run, target: Target): Promise<void> {
  const { folder, stacks, report, onStep } = run
  const place = (stack: StackName) => join(folder, `${target.name}-${stack}`)
  const documentsFile = join(folder, `${target.name}.json`)
  const builds = new Map<StackName, BuildFigures>()
  const { model, workers } = run
  let built: BuiltTarget = { documents: 0, textMiB: 0, sets: [] }
  for (const stack of stacks) {
    onStep(`${target.name}: ${STACK_LABELS[stack]} liest ein …`)
    await mkdir(place(stack))
    const isOurs = stack === 'fundstelle'
    const figures = await measureBuild({
      stack,
      model,
      workers,
      folder: place(stack),
      sources: target.sources,
      documentsFile: isOurs ? null : documentsFile,
      deriveFrom: target.deriveFrom ?? null,
    })
    builds.set(stack, figures)
    if (isOurs) built = await readBuilt(run, target, { index: place(stack), documentsFile })
  }
  onStep(`${target.name}: Suche …`)
  const { documents, textMiB, sets } = built
  const judged = sets.flatMap(({ questions }) => questions.map(({ question }) => question))
  const queries = target.queries ?? judged
  const served = await serveInTurn(stacks, (stack, isFirst) =>
    measureServing({ stack, model, workers, folder: place(stack), queries, judged: isFirst ? judged : [] }),
  )
  for (const stack of stacks) {
    const { places, ...serving } = served.get(stack)!
    report.measurements.push({
      name: target.name,
      stack,
      documents,
      textMiB,
      build: builds.get(stack)!,
      serving,
      indexMiB: toMiB(await sizeOf(place(stack))),
      isDerived: target.deriveFrom !== undefined,
    })
    for (const { name: set, questions, units } of sets) {
      const ndcgAt10 = judge({ units, questions, places: places.splice(0, questions.length) })
      report.quality.push({ set, stack, ndcgAt10 })
    }
    await rm(place(stack), { recursive: true, force: true })
  }
}

interface BuiltTarget {
  documents: number
  textMiB: number
  sets: QuestionSet[]
}

/** Takes from our index what the others and the judging need, and measures what only ours has. */
async function readBuilt(
  run: Run,
  { toSets }: Target,
  { index, documentsFile }: { index: string; documentsFile: string },
): Promise<BuiltTarget> {
  const documents = await openStoredDocuments(index)
  const sets = toSets(documents)
  const texts = toBenchDocuments(documents)
  await documents.close()
  await writeFile(documentsFile, JSON.stringify(texts))
  for (const set of sets) run.report.views.push(await measureViews(index, set, run.embedder))
  const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  return { documents: texts.length, textMiB: toMiB(bytes), sets }
}

/** So that a busy moment of the machine does not fall on one stack alone: each figure is the best of some rounds. */
async function serveInTurn(
  stacks: readonly StackName[],
  serve: (stack: StackName, isFirst: boolean) => Promise<ServeFigures>,
): Promise<Map<StackName, ServeFigures>> {
  const best = new Map<StackName, ServeFigures>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const stack of round % 2 === 0 ? stacks : stacks.toReversed()) {
      const figures = await serve(stack, round === 0)
      const known = best.get(stack)
      best.set(stack, known ? bestOf(known, figures) : figures)
    }
  }
  return best
}

/** Hits are those of the first round. */
export function bestOf(a: ServeFigures, b: ServeFigures): ServeFigures {
  const lower = (one: Percentiles, other: Percentiles): Percentiles => ({
    p50: Math.min(one.p50, other.p50),
    p99: Math.min(one.p99, other.p99),
  })
  return {
    startMs: Math.min(a.startMs, b.startMs),
    query: lower(a.query, b.query),
    search: lower(a.search, b.search),
    embed: a.embed && b.embed && lower(a.embed, b.embed),
    throughput: Math.max(a.throughput, b.throughput),
    memoryMiB: Math.min(a.memoryMiB, b.memoryMiB),
    places: a.places,
  }
}

/** On the index of the laws that `npm run eval` leaves, else on none. */
async function measureRecall({
  folder,
  embedder,
  lawsIndex,
  questions,
  onStep,
}: Run): Promise<GraphRecall | null> {
  if (!existsSync(lawsIndex)) return null
  onStep('Suchgraph gegen exakte Suche …')
  const documents = await openStoredDocuments(lawsIndex)
  try {
    const asked = (await loadTuningQuestions(questions)).map(({ question }) => question)
    return await measureGraphRecall({
      path: join(folder, 'recall.hnsw'),
      documents,
      questions: asked,
      embedder,
    })
  } finally {
    await documents.close()
  }
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(files.map((file) => stat(join(file.parentPath, file.name))))
  return sizes.reduce((sum, { size }) => sum + size, 0)
}

function toMiB(bytes: number): number {
  return bytes / 1024 / 1024
}
