/**
 * Answers fifty corpus questions without a language model and writes docs/answers-sample.md with the verdicts of
 * eval/answers-judged.yaml: `npm run answers`. Hashes of unjudged answers are printed, to be judged there.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const load = (path) => import(join(root, 'dist', path))
const { createAnswering } = await load('answer/answering.js')
const { answerHash, judgementsSchema, toAnswersPage } = await load('eval/answers-page.js')
const { loadDataset } = await load('eval/load-dataset.js')
const { createIndexStore } = await load('ingest/index-store.js')
const { ingest } = await load('ingest/ingest.js')
const { createRetriever } = await load('search/hybrid-retriever.js')
const { INDEX_PARTS } = await load('search/index-parts.js')
const { openSnapshot } = await load('search/snapshot-reader.js')
const { openTransformersEmbedder } = await load('search/transformers-embedder.js')

const STEP = 4
const COUNT = 50
const dataDir = join(root, 'data', 'eval', 'corpus')
const judgedPath = join(root, 'eval', 'answers-judged.yaml')

const embedder = await openTransformersEmbedder({
  model: join(root, 'models', 'multilingual-e5-small-de'),
  workers: 2,
})
const store = createIndexStore({ dataDir, ...INDEX_PARTS })
await ingest({ sources: [join(root, 'corpus')], store, embedder })
const snapshot = await openSnapshot(dataDir, { ...INDEX_PARTS, model: embedder.model })
const retriever = createRetriever({ snapshot, embedder })
const answering = createAnswering({ snapshot, retriever, embedder })
const { questions } = await loadDataset(join(root, 'eval', 'corpus-questions'), 'all')
const asked = questions
  .filter(({ relevant }) => relevant.length > 0)
  .filter((_, i) => i % STEP === 0)
  .slice(0, COUNT)
const sample = []
for (const { id, earlier, question, documentIds } of asked) {
  const conversation = []
  for (const before of earlier) {
    const { answer } = await answering.ask({ question: before, conversation: [...conversation], documentIds })
    conversation.push({ role: 'user', content: before }, { role: 'assistant', content: answer })
  }
  sample.push({ id, earlier, question, answer: await answering.ask({ question, conversation, documentIds }) })
}
const judgements = existsSync(judgedPath)
  ? judgementsSchema.parse(parse(readFileSync(judgedPath, 'utf8')) ?? {})
  : {}
writeFileSync(join(root, 'docs', 'answers-sample.md'), toAnswersPage(sample, judgements))
for (const { id, answer } of sample)
  if (judgements[id]?.answer !== answerHash(answer)) process.stdout.write(`${id}: ${answerHash(answer)}\n`)
await snapshot.close()
await embedder.close()
