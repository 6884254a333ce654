/** What each view of the text costs and gives: the search without it, and what has to be embedded or stored for it. */

import type { Embedder } from '../../search/embedder.ts'
import { toStretches } from '../../search/embedding-input.ts'
import { ARM_WEIGHTS, createRetriever } from '../../search/hybrid-retriever.ts'
import { INDEX_PARTS } from '../../search/index-parts.ts'
import { ARMS, type Arm } from '../../search/search-arms.ts'
import type { Snapshot, StoredDocuments } from '../../search/snapshot.ts'
import { openSnapshot } from '../../search/snapshot-reader.ts'
import type { Figure } from '../metrics.ts'
import type { QuestionSet } from './collections.ts'
import { toPlaces } from './fundstelle-stack.ts'
import { judge } from './judging.ts'

export interface ViewFigures {
  set: string
  /** nDCG@10 of all views together. */
  together: Figure
  /** nDCG@10 of the other three. */
  without: Record<Arm, Figure>
  /** Model tokens that are embedded for the view, the same ones for passages and sentences; 0 for the lexical views. */
  tokens: Record<Arm, number>
  /** Bytes of the index that only this view needs. */
  sizeBytes: Record<Arm, number>
}

const JUDGED_LIMIT = 50
const FILES: Record<Arm, RegExp> = {
  words: /^lexical-words/,
  ngrams: /^lexical-ngrams/,
  dense: /^passage-vectors/,
  sentence: /^sentence-vectors/,
}

export async function measureViews(
  folder: string,
  { units, questions, name }: QuestionSet,
  embedder: Embedder,
): Promise<ViewFigures> {
  const snapshot = await openSnapshot(folder, { ...INDEX_PARTS, model: embedder.model })
  try {
    const remembering = rememberVectors(embedder)
    const judgeWith = async (weights: Record<Arm, number>) => {
      const retriever = createRetriever({ snapshot, embedder: remembering, weights })
      const places = []
      for (const { question } of questions)
        places.push(toPlaces(await retriever.search({ query: question, limit: JUDGED_LIMIT })))
      return judge({ units, questions, places })
    }
    const together = await judgeWith(ARM_WEIGHTS)
    const without = {} as Record<Arm, Figure>
    for (const arm of ARMS) without[arm] = await judgeWith({ ...ARM_WEIGHTS, [arm]: 0 })
    return {
      set: name,
      together,
      without,
      tokens: await countTokens(snapshot, embedder),
      sizeBytes: sizesOf(snapshot),
    }
  } finally {
    await snapshot.close()
  }
}

/** Each question is embedded once. */
function rememberVectors(embedder: Embedder): Embedder {
  const known = new Map<string, Promise<Float32Array>>()
  return {
    ...embedder,
    embed(text, role, signal) {
      const vector = known.get(text) ?? embedder.embed(text, role, signal)
      known.set(text, vector)
      return vector
    },
  }
}

async function countTokens(documents: StoredDocuments, embedder: Embedder): Promise<Record<Arm, number>> {
  const texts: string[] = []
  for (let number = 0; number < documents.passageCount; number++) {
    const passage = documents.passage(number)
    const stretches = toStretches({ text: documents.text(passage.documentId) }, passage)
    for (const { head, parts } of stretches) texts.push(head, ...parts)
  }
  const embedded = (await embedder.countTokens(texts)).reduce((sum, count) => sum + count, 0)
  return { words: 0, ngrams: 0, dense: embedded, sentence: embedded }
}

function sizesOf({ manifest }: Snapshot): Record<Arm, number> {
  const sizeOf = (arm: Arm) =>
    manifest.files.filter(({ name }) => FILES[arm].test(name)).reduce((sum, file) => sum + file.sizeBytes, 0)
  return {
    words: sizeOf('words'),
    ngrams: sizeOf('ngrams'),
    dense: sizeOf('dense'),
    sentence: sizeOf('sentence'),
  }
}
