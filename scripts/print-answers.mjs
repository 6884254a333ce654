/**
 * Answers fifty corpus questions without a language model and writes docs/answers-sample.md with the verdicts of
 * eval/answers-judged.yaml: `npm run answers`. Hashes of unjudged answers are printed, to be judged there.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parse } from 'yaml'
import { load, openEmbedder, openIndex, root, updateIndex } from './corpus-index.mjs'

const { createAnswering } = await load('answer/answering.js')
const { answerHash, judgementsSchema, toAnswersPage } = await load('eval/answers-page.js')
const { loadDataset } = await load('eval/load-dataset.js')

const STEP = 4
const COUNT = 50
const dataDir = join(root, 'data', 'eval', 'corpus')
const judgedPath = join(root, 'eval', 'answers-judged.yaml')

const embedder = await openEmbedder()
await updateIndex(embedder, dataDir)
const index = await openIndex(embedder, dataDir)
const answering = createAnswering(index)
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
await index.snapshot.close()
await embedder.close()
