/**
 * Measures the search at 250,000 passages and a million sentences of generated text: `npm run bench:scale`. Takes an hour,
 * nearly all of it for the search graph, and 8 GB of memory and disk while it is made. `--data DIR` keeps the index and
 * finds it again, `--passages N` makes a smaller one.
 */

import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const load = (path) => import(join(root, 'dist', path))
const { loadDataset } = await load('eval/load-dataset.js')
const { runScaleTest } = await load('eval/bench/scale-test.js')
const { toScaleText } = await load('eval/bench/scale-text.js')
const { openTransformersEmbedder } = await load('search/transformers-embedder.js')

const SENTENCES_PER_PASSAGE = 4

const { values } = parseArgs({
  options: { passages: { type: 'string', default: '250000' }, data: { type: 'string' } },
})
const laws = join(root, '..', 'shared', 'data', 'gesetze')
const model = join(root, 'models', 'multilingual-e5-small-de')
const workers = availableParallelism()
const embedder = await openTransformersEmbedder({ model, workers })
const { questions } = await loadDataset(join(root, 'eval', 'tuning-questions'), 'all')
const dataDir = values.data ?? (await mkdtemp(join(tmpdir(), 'fundstelle-scale-')))
try {
  const report = await runScaleTest({
    passages: Number(values.passages),
    sentencesPerPassage: SENTENCES_PER_PASSAGE,
    texts: existsSync(laws) ? laws : join(root, 'corpus', 'documents'),
    dataDir,
    questions: questions.map(({ question }) => question),
    embedder,
    model,
    workers,
    onStep: (message) => process.stderr.write(`${message}\n`),
  })
  process.stdout.write(toScaleText(report))
} finally {
  await embedder.close()
  if (!values.data) await rm(dataDir, { recursive: true, force: true })
}
