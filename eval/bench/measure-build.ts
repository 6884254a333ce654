/** What building an index costs one stack. Runs in a process of its own. */

import { readFile } from 'node:fs/promises'
import process from 'node:process'
import type { Embedder } from '../../search/embedder.ts'
import { openTransformersEmbedder } from '../../search/transformers-embedder.ts'
import { createVectorDeriver, withDerivedVectors } from './derived-vectors.ts'
import { NO_MODEL } from './no-model.ts'
import { loadStack } from './open-stack.ts'
import type { BenchDocument, StackName } from './stack.ts'

export interface BuildJob {
  kind: 'build'
  stack: StackName
  model: string
  workers: number
  /** Empty folder for the index. */
  folder: string
  sources: string[]
  /** JSON file with the documents as the other stacks get them; null for ours. */
  documentsFile: string | null
  /** Real vectors, row-major: vectors are derived from them instead of computed. */
  deriveFrom: Float32Array | null
}

/** Seconds; rates per second. Time and processor time count from the loaded model on, memory is the highest of the process. */
export interface BuildFigures {
  passages: number
  seconds: number
  cpuSeconds: number
  /** From the start of the process until a first search can be answered. */
  firstSearchSeconds: number
  /** Tokens that the model was given, estimated from every twentieth text; 0 without a model. */
  tokens: number
  peakMemoryMiB: number
}

const SAMPLE_EVERY = 20

export async function measureBuild(job: BuildJob): Promise<BuildFigures> {
  const stack = await loadStack(job.stack)
  const real = stack.embeds
    ? await openTransformersEmbedder({ model: job.model, workers: job.workers })
    : NO_MODEL
  const meter = createTextMeter(job.deriveFrom ? toDerived(real, job.deriveFrom) : real)
  const documents = await loadDocuments(job.documentsFile)
  const startedAt = performance.now()
  const cpuBefore = process.cpuUsage()
  let searchableAt: number | null = null
  const { passages } = await stack.build(
    { sources: job.sources, documents },
    {
      folder: job.folder,
      embedder: meter.embedder,
      workers: job.workers,
      onSearchable: () => {
        searchableAt = performance.now()
      },
    },
  )
  const endedAt = performance.now()
  const { user, system } = process.cpuUsage(cpuBefore)
  const figures = {
    passages,
    seconds: (endedAt - startedAt) / 1000,
    cpuSeconds: (user + system) / 1e6,
    firstSearchSeconds: (searchableAt ?? endedAt) / 1000,
    peakMemoryMiB: process.resourceUsage().maxRSS / 1024,
    tokens: await meter.tokens(),
  }
  await real.close()
  return figures
}

function toDerived(embedder: Embedder, vectors: Float32Array): Embedder {
  return withDerivedVectors(embedder, createVectorDeriver(vectors, embedder.model.dimensions))
}

async function loadDocuments(path: string | null): Promise<BenchDocument[]> {
  return path === null ? [] : JSON.parse(await readFile(path, 'utf8'))
}

/** Counts what the embedder is given; tokens are counted after the measurement. */
function createTextMeter(embedder: Embedder) {
  const sample: string[] = []
  let texts = 0
  let characters = 0
  const note = (text: string) => {
    if (texts++ % SAMPLE_EVERY === 0) sample.push(text)
    characters += text.length
  }
  return {
    embedder: {
      ...embedder,
      embed: (text, role, signal) => {
        note(text)
        return embedder.embed(text, role, signal)
      },
      embedParts: (text, signal) => {
        note([text.head, ...text.parts].join(' '))
        return embedder.embedParts(text, signal)
      },
    } satisfies Embedder,
    async tokens() {
      if (sample.length === 0) return 0
      const counted = sum(await embedder.countTokens(sample))
      return Math.round((counted / sum(sample.map((text) => text.length))) * characters)
    },
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
