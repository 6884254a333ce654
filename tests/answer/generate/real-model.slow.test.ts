import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answering } from '../../../answer/answer.ts'
import { createAnswering } from '../../../answer/answering.ts'
import { openEndpointModel } from '../../../answer/generate/langchain-model.ts'
import { createIndexStore } from '../../../ingest/index-store.ts'
import { ingest } from '../../../ingest/ingest.ts'
import type { Embedder } from '../../../search/embedder.ts'
import { createRetriever } from '../../../search/hybrid-retriever.ts'
import { INDEX_PARTS } from '../../../search/index-parts.ts'
import type { Snapshot } from '../../../search/snapshot.ts'
import { openSnapshot } from '../../../search/snapshot-reader.ts'
import { openTransformersEmbedder } from '../../../search/transformers-embedder.ts'

/** CONTRIBUTING.md says how such a model is started. */
const baseUrl = process.env.TEST_LLM_BASE_URL
const model = process.env.TEST_LLM_MODEL
const why = baseUrl && model ? '' : ' (skipped: needs TEST_LLM_BASE_URL and TEST_LLM_MODEL)'

describe.skipIf(why !== '')(`a real language model${why}`, () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fundstelle-real-model-'))
  let embedder: Embedder
  let snapshot: Snapshot
  let answering: Answering

  beforeAll(async () => {
    embedder = await openTransformersEmbedder({ model: 'models/multilingual-e5-small-de', workers: 1 })
    const store = createIndexStore({ dataDir, ...INDEX_PARTS })
    const sources = ['wiba', 'datenpannen-dsgvo'].map((id) => `corpus/documents/${id}.md`)
    await ingest({ sources, store, embedder })
    snapshot = await openSnapshot(dataDir, { ...INDEX_PARTS, model: embedder.model })
    const endpoint = { baseUrl: baseUrl!, model: model!, apiKey: null, contextTokens: 2048 }
    const writer = {
      model: await openEndpointModel(endpoint),
      limits: { firstTokenMs: 60_000, totalMs: 100_000 },
    }
    const retriever = createRetriever({ snapshot, embedder })
    answering = createAnswering({ snapshot, retriever, embedder, writer })
  })
  afterAll(async () => {
    await snapshot?.close()
    await embedder?.close()
    rmSync(dataDir, { recursive: true })
  })

  it.each(['Was ist WiBA?', 'Innerhalb welcher Frist ist eine Datenpanne zu melden?'])(
    'is shown only with words that bear it out: %s',
    async (question) => {
      const answer = await answering.ask({ question })
      expect(answer.status).toMatch(/^(?:answered|partial)$/u)
      expect(answer.sentences.length).toBeGreaterThan(0)
      expect(answer.answer).not.toMatch(/https?:|<\//u)
      for (const { text, start, end, verdict, citations } of answer.sentences) {
        expect([text, verdict]).toEqual([text, 'supported'])
        expect(answer.answer.slice(start, end)).toBe(text)
        for (const citation of citations) {
          const { documentId } = answer.sources[citation.source - 1]!
          expect(snapshot.text(documentId).slice(citation.start, citation.end)).toBe(citation.quote)
        }
      }
    },
  )

  it('stops within a second', async () => {
    const abort = new AbortController()
    const running = answering.ask(
      { question: 'Was ist WiBA?' },
      {
        signal: abort.signal,
        onEvent: ({ event, data }) => {
          if (event === 'status' && data.stage === 'generating') setTimeout(() => abort.abort(), 300)
        },
      },
    )
    let stoppedAt = 0
    abort.signal.addEventListener('abort', () => {
      stoppedAt = performance.now()
    })
    await expect(running).rejects.toMatchObject({ code: 'aborted' })
    expect(performance.now() - stoppedAt).toBeLessThan(1000)
  })
})
