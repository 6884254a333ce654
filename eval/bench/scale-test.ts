/** The search at a size that would take hours to embed: a generated index, searched with real questions. Run by hand. */

import { readdir } from 'node:fs/promises'
import type { Embedder } from '../../search/embedder.ts'
import { loadManifest } from '../../search/snapshot-reader.ts'
import { createRandom } from '../random.ts'
import { createVectorDeriver } from './derived-vectors.ts'
import { writeGeneratedIndex } from './generated-index.ts'
import { loadParagraphs } from './law-texts.ts'
import type { ServeFigures } from './measure-serving.ts'
import { measureServing } from './measured-process.ts'
import { learnTextModel } from './text-model.ts'

export interface ScaleTestOptions {
  passages: number
  sentencesPerPassage: number
  /** Folder of Markdown files that words and real vectors are taken from. */
  texts: string
  /** Holds the generated index; one that is there already is measured as it is. */
  dataDir: string
  questions: string[]
  embedder: Embedder
  model: string
  workers: number
  onStep: (message: string) => void
}

export interface ScaleReport {
  passages: number
  sentences: number
  indexMiB: number
  /** Null when the index was there already. */
  writeSeconds: number | null
  serving: ServeFigures
}

const SEED = 5
/** Real vectors that the others are derived from. */
const REAL_SENTENCES = 4000

export async function runScaleTest(options: ScaleTestOptions): Promise<ScaleReport> {
  const { dataDir, questions, model, workers, onStep } = options
  const writeSeconds = (await isThere(dataDir)) ? null : await writeIndex(options)
  const { counts, files } = loadManifest(dataDir)
  onStep('Suche …')
  const serving = await measureServing({
    stack: 'fundstelle',
    model,
    workers,
    folder: dataDir,
    queries: questions,
    judged: [],
  })
  const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0)
  const { passages, sentences } = counts
  return { passages, sentences, indexMiB: sizeBytes / 1024 / 1024, writeSeconds, serving }
}

async function isThere(dataDir: string): Promise<boolean> {
  const names: string[] = await readdir(dataDir).catch(() => [])
  return names.includes('current')
}

async function writeIndex(options: ScaleTestOptions): Promise<number> {
  const { texts, dataDir, passages, sentencesPerPassage, embedder, onStep } = options
  const paragraphs = await loadParagraphs(texts)
  const random = createRandom(SEED)
  onStep(`${REAL_SENTENCES} Absätze werden eingebettet …`)
  const real = await embedSample(paragraphs, embedder, random)
  const startedAt = performance.now()
  onStep('Text wird erzeugt …')
  await writeGeneratedIndex({
    dataDir,
    passages,
    sentencesPerPassage,
    model: embedder.model,
    textModel: learnTextModel(paragraphs, random),
    derive: createVectorDeriver(real, embedder.model.dimensions),
    onDocument: (done) => {
      if (done % 25_000 === 0 || done === passages) onStep(`${done} von ${passages} Passagen`)
    },
  })
  return (performance.now() - startedAt) / 1000
}

/** Vectors of paragraphs drawn at random, row-major. */
export async function embedSample(
  paragraphs: readonly string[],
  embedder: Embedder,
  random: () => number,
): Promise<Float32Array> {
  const chosen = Array.from(
    { length: Math.min(REAL_SENTENCES, paragraphs.length) },
    () => paragraphs[Math.floor(random() * paragraphs.length)]!,
  )
  const { dimensions } = embedder.model
  const rows = new Float32Array(chosen.length * dimensions)
  const vectors = await Promise.all(chosen.map((text) => embedder.embed(text, 'passage')))
  vectors.forEach((vector, row) => {
    rows.set(vector, row * dimensions)
  })
  return rows
}
