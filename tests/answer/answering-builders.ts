/** An answering over small documents in a real snapshot, with a retriever by words and models that the test sets. */

import { rmSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import type { Answering, AskEvent, AskRequest } from '../../answer/answer.ts'
import { type AnsweringModels, type AnsweringOptions, createAnswering } from '../../answer/answering.ts'
import type { LogisticModel } from '../../answer/logistic.ts'
import type { Embedder } from '../../search/embedder.ts'
import type { Hit, Retriever, SearchRequest } from '../../search/retriever.ts'
import type { Snapshot } from '../../search/snapshot.ts'
import {
  createDataDir,
  createDocument,
  DIMENSIONS,
  type DocumentSpec,
  fakeAnalyser,
  fakeEmbedder,
  openFakeSnapshot,
  writeSnapshot,
} from '../search/snapshot-builders.ts'
import { toResult } from './builders.ts'

const linear = (weights: Record<string, number>, bias: number): LogisticModel => {
  const features = Object.keys(weights)
  const ones = features.map(() => 1)
  return { features, means: features.map(() => 0), deviations: ones, weights: Object.values(weights), bias }
}

/** A sentence is as relevant as it covers the question; whatever has a unit is answered. */
export const ANSWERING: AnsweringModels = {
  relevance: linear({ coverage: 8 }, -4),
  abstention: linear({}, 5),
  threshold: 0.5,
}
export const DECLINING: AnsweringModels = { ...ANSWERING, abstention: linear({}, -5) }

/** One token per word, each word its own direction. */
export const wordEmbedder: Embedder = {
  ...fakeEmbedder,
  async embedTokens(text) {
    const words = text.split(/\s+/u).filter(Boolean)
    const vectors = new Float32Array(words.length * DIMENSIONS)
    words.forEach((word, i) => {
      vectors[i * DIMENSIONS + (word.length % DIMENSIONS)] = 1
    })
    return { pieces: words.map((word) => `▁${word}`), vectors }
  },
}

export const DOCUMENTS: DocumentSpec[] = [
  {
    id: 'stab',
    sections: {
      Leitung: ['Der Krisenstab leitet den Einsatz.', 'Dafür tagt er täglich.'],
      Meldung: ['Ein Vorfall wird dem Amt gemeldet.'],
    },
  },
  { id: 'technik', sections: { Sicherung: ['Die Sicherung liegt getrennt vom Netz.'], Leer: [] } },
]

/** Removed with the test. */
export async function openSnapshot(documents = DOCUMENTS): Promise<Snapshot> {
  const dataDir = createDataDir()
  await writeSnapshot(dataDir, documents.map(createDocument))
  const snapshot = await openFakeSnapshot(dataDir)
  onTestFinished(async () => {
    await snapshot.close()
    rmSync(dataDir, { recursive: true })
  })
  return snapshot
}

/** Passages that share a word with the question, most first; notes what it was asked. */
export function createWordRetriever(snapshot: Snapshot): Retriever & { requests: SearchRequest[] } {
  const requests: SearchRequest[] = []
  const termsOf = (text: string) => new Set(fakeAnalyser.tokens(text).flatMap((token) => token.terms))
  return {
    requests,
    async search(request) {
      requests.push(request)
      const asked = termsOf(request.query)
      const hits = Array.from({ length: snapshot.passageCount }, (_, i): Hit => {
        const passage = snapshot.passage(i)
        const text = snapshot.text(passage.documentId).slice(passage.start, passage.end)
        return {
          rank: 0,
          score: [...termsOf(`${passage.headingPath.join(' ')} ${text}`)].filter((term) => asked.has(term))
            .length,
          passage,
          document: snapshot.document(passage.documentId)!,
          text,
          highlights: () => [],
          explain: { lexicalRank: 1, ngramRank: null, denseRank: null, sentenceRank: null },
          sentences: passage.sentences.map((sentence) => ({ ...sentence, denseScore: 0 })),
        }
      })
      const found = hits.filter((hit) => hit.score > 0).sort((a, b) => b.score - a.score)
      const ranked = found.slice(0, request.limit).map((hit, i) => ({ ...hit, rank: i + 1 }))
      return {
        ...toResult(request.query, ranked),
        queryVector: await fakeEmbedder.embed(request.query, 'query'),
      }
    },
  }
}

export async function openAnswering(overrides: Partial<AnsweringOptions> = {}): Promise<Answering> {
  const snapshot = overrides.snapshot ?? (await openSnapshot())
  return createAnswering({
    snapshot,
    retriever: createWordRetriever(snapshot),
    embedder: wordEmbedder,
    models: ANSWERING,
    ...overrides,
  })
}

/** The answer and the events on the way to it. */
export async function ask(answering: Answering, request: string | AskRequest, signal?: AbortSignal) {
  const events: AskEvent[] = []
  const asked = typeof request === 'string' ? { question: request } : request
  const answer = await answering.ask(asked, { signal, onEvent: (event) => events.push(event) })
  return { answer, events, names: events.map(({ event }) => event) }
}
