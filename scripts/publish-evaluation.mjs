/**
 * Measures search, answers, abstention and the verifier, and writes docs/evaluation.md: `npm run eval`.
 * Uses the corpus and its questions, and XQuAD-de and the laws where ../shared has them; indexes stay below data/eval.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { load, openEmbedder, openIndex, root, updateIndex } from './corpus-index.mjs'

const { createAnswering } = await load('answer/answering.js')
const { ABSTENTION_THRESHOLD } = await load('answer/model-weights.js')
const { readDecisions, separation, toCurve } = await load('eval/abstention-curve.js')
const { toEvaluationPage } = await load('eval/evaluation-page.js')
const { loadDataset } = await load('eval/load-dataset.js')
const { runEvaluation } = await load('eval/run-evaluation.js')
const { evaluateVerifier } = await load('eval/verifier/evaluate-verifier.js')
const { toVerifierText } = await load('eval/verifier/report-text.js')
const { ARMS } = await load('search/search-arms.js')

const THRESHOLDS = [ABSTENTION_THRESHOLD, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
/** One XQuAD question in so many is put to indexes that hold no answer to it. */
const FOREIGN_STEP = 6

const shared = join(root, '..', 'shared', 'data')
const squadPath = join(shared, 'xquad-de', 'dev.squad.json')
const lawsPath = join(shared, 'gesetze')
const questionsPath = join(root, 'eval', 'corpus-questions')
const embedder = await openEmbedder()
const say = (text) => process.stderr.write(`${text}\n`)

const corpusDir = join(root, 'data', 'eval', 'corpus')
say('Korpus …')
await updateIndex(embedder, corpusDir)
const corpus = await runEvaluation({
  dataset: questionsPath,
  dataDir: corpusDir,
  embedder,
  arms: ARMS,
  createAnswering,
})
say('XQuAD-de …')
const squad = existsSync(squadPath)
  ? await runEvaluation({ dataset: squadPath, dataDir: corpusDir, embedder, arms: ARMS })
  : null
say('Enthaltung …')
const abstention = await measureAbstention()
const page = toEvaluationPage({
  corpusSearch: corpus.retrieval,
  corpusAnswers: corpus.answers,
  squadSearch: squad?.retrieval ?? null,
  abstention,
  verifier: await measureVerifier(),
  fitted: JSON.parse(readFileSync(join(root, 'eval', 'fit-report.json'), 'utf8')),
})
writeFileSync(join(root, 'docs', 'evaluation.md'), page)
await embedder.close()

async function measureAbstention() {
  const heldBack = (await loadDataset(questionsPath, 'held-back')).questions
  const own = await decide(corpusDir, heldBack)
  const results = [toFigures('Fragen zum Korpus, zurückgehaltene Hälfte', own)]
  if (!existsSync(squadPath)) return results
  const squad = (await loadDataset(squadPath, 'all')).questions
  const foreign = squad
    .filter((_, i) => i % FOREIGN_STEP === 0)
    .map((question) => ({ ...question, relevant: [], documentIds: undefined }))
  results.push(toFigures('XQuAD-Fragen an den Korpus (keine beantwortbar)', await decide(corpusDir, foreign)))
  if (!existsSync(lawsPath)) return results
  say('Gesetze (das dauert einige Minuten) …')
  const lawsDir = join(root, 'data', 'eval', 'gesetze')
  await updateIndex(embedder, lawsDir, lawsPath)
  results.push(toFigures('XQuAD-Fragen an 49 Gesetze (keine beantwortbar)', await decide(lawsDir, foreign)))
  return results
}

async function decide(dataDir, questions) {
  const index = await openIndex(embedder, dataDir)
  try {
    return await readDecisions(index, questions)
  } finally {
    await index.snapshot.close()
  }
}

function toFigures(name, decisions) {
  const isMixed = decisions.some((d) => d.isAnswerable) && decisions.some((d) => !d.isAnswerable)
  return {
    name,
    separation: isMixed ? separation(decisions) : null,
    points: toCurve(decisions, THRESHOLDS),
  }
}

async function measureVerifier() {
  say('Prüfer …')
  const report = await evaluateVerifier({
    pairs: join(root, 'eval', 'verifier', 'pairs'),
    corpus: join(root, 'corpus', 'documents'),
    laws: lawsPath,
    half: 'held-back',
  })
  return toVerifierText(report)
}
