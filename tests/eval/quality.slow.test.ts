import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runEvaluation } from '../../eval/run-evaluation.ts'
import { createIndexStore } from '../../ingest/index-store.ts'
import { ingest } from '../../ingest/ingest.ts'
import type { Embedder } from '../../search/embedder.ts'
import { createRetriever } from '../../search/hybrid-retriever.ts'
import { INDEX_PARTS } from '../../search/index-parts.ts'
import { openSnapshot } from '../../search/snapshot-reader.ts'
import { openTransformersEmbedder } from '../../search/transformers-embedder.ts'

const SQUAD = '../shared/data/xquad-de/dev.squad.json'
const LAWS = ['vwgo', 'vwvfg'].map((name) => `../shared/data/gesetze/${name}.md`)

describe('quality of retrieval', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fundstelle-quality-'))
  let embedder: Embedder
  beforeAll(async () => {
    embedder = await openTransformersEmbedder({ model: 'models/multilingual-e5-small-de', workers: 2 })
  })
  afterAll(async () => {
    await embedder.close()
    rmSync(dataDir, { recursive: true })
  })

  async function ingestInto(folder: string, sources: string[]) {
    const store = createIndexStore({ dataDir: folder, ...INDEX_PARTS })
    return ingest({ sources, store, embedder })
  }

  it.skipIf(!existsSync(SQUAD))(
    'finds the paragraph that answers a question (skipped without ../shared)',
    async () => {
      const { retrieval } = await runEvaluation({
        dataset: SQUAD,
        dataDir,
        embedder,
        arms: ['words', 'sentence'],
      })
      expect(retrieval.questions).toBe(623)
      expect(retrieval.fused.ndcgAt10.mean).toBeGreaterThanOrEqual(0.975)
      expect(retrieval.fused.ndcgAt10.mean).toBeGreaterThan(retrieval.arms.words!.ndcgAt10.mean)
      expect(retrieval.fused.ndcgAt10.mean).toBeGreaterThan(retrieval.arms.sentence!.ndcgAt10.mean)
    },
    300_000,
  )

  it('finds the right guide for questions about the built-in corpus', async () => {
    const folder = join(dataDir, 'corpus')
    await ingestInto(folder, ['corpus'])
    const dataset = 'eval/corpus-questions'
    const { retrieval } = await runEvaluation({ dataset, half: 'held-back', dataDir: folder, embedder })
    expect(retrieval.fused.rightDocumentAt3.mean).toBeGreaterThanOrEqual(0.95)
  }, 300_000)

  it.skipIf(!LAWS.every((path) => existsSync(path)))(
    'finds sections of a law by question and by number (skipped without ../shared)',
    async () => {
      const folder = join(dataDir, 'laws')
      await ingestInto(folder, LAWS)
      const snapshot = await openSnapshot(folder, { ...INDEX_PARTS, model: embedder.model })
      const retriever = createRetriever({ snapshot, embedder })
      const first = async (query: string) => {
        const { hits } = await retriever.search({ query, limit: 1 })
        return `${hits[0]!.document.id} ${hits[0]!.passage.headingPath.at(-1)}`
      }
      expect(await first('Wie lange ist die Widerspruchsfrist?')).toMatch(/vwgo\.md § 70/)
      expect(await first('§ 35 VwVfG Begriff des Verwaltungsaktes')).toMatch(/vwvfg\.md § 35/)
      await snapshot.close()
    },
    600_000,
  )
})
