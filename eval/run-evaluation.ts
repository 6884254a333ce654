/** Everything `fundstelle eval` measures on one dataset: load it, open its index, retrieve, and answer where wanted. */

import type { Answering } from '../answer/answer.ts'
import type { Embedder } from '../search/embedder.ts'
import { createRetriever } from '../search/hybrid-retriever.ts'
import { INDEX_PARTS } from '../search/index-parts.ts'
import type { Retriever } from '../search/retriever.ts'
import type { Arm } from '../search/search-arms.ts'
import type { Snapshot } from '../search/snapshot.ts'
import { openSnapshot } from '../search/snapshot-reader.ts'
import type { Half } from './corpus-questions.ts'
import type { Dataset } from './dataset.ts'
import { openDatasetIndex } from './dataset-index.ts'
import { type AnswerReport, evaluateAnswers } from './evaluate-answers.ts'
import { evaluateRetrieval, type RetrievalReport } from './evaluate-retrieval.ts'
import { loadDataset } from './load-dataset.ts'

export interface EvaluationOptions {
  /** SQuAD file, BEIR folder or folder of corpus questions. */
  dataset: string
  /** Of corpus questions only. Default: the held-back half. */
  half?: Half
  /** Holds the index that corpus questions are put to; indexes of other datasets are made below it. */
  dataDir: string
  embedder: Embedder
  /** Ways of searching to measure alone. */
  arms?: readonly Arm[]
  /** Where given, answers and abstentions are measured too. */
  createAnswering?: (parts: { snapshot: Snapshot; retriever: Retriever; embedder: Embedder }) => Answering
  onPassage?: (done: number, total: number) => void
  signal?: AbortSignal
}

export interface EvaluationReport {
  retrieval: RetrievalReport
  answers: AnswerReport | null
}

/** Throws `dataset_invalid`, what opening an index throws, or `aborted`. */
export async function runEvaluation(options: EvaluationOptions): Promise<EvaluationReport> {
  const { embedder, arms, createAnswering, signal } = options
  const dataset = await loadDataset(options.dataset, options.half ?? 'held-back')
  const snapshot = await openIndex(dataset, options)
  try {
    const retriever = createRetriever({ snapshot, embedder })
    const retrieval = await evaluateRetrieval({ dataset, snapshot, retriever, arms, signal })
    const answering = createAnswering?.({ snapshot, retriever, embedder })
    return {
      retrieval,
      answers: answering ? await evaluateAnswers({ dataset, answering, snapshot, signal }) : null,
    }
  } finally {
    await snapshot.close()
  }
}

async function openIndex({ documents }: Dataset, options: EvaluationOptions): Promise<Snapshot> {
  const { dataDir, embedder, onPassage, signal } = options
  if (documents === null) return openSnapshot(dataDir, { ...INDEX_PARTS, model: embedder.model })
  return openDatasetIndex({ documents, dataDir, embedder, onPassage, signal })
}
