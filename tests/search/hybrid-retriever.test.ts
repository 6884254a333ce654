import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRetriever } from '../../search/hybrid-retriever.ts'
import type { Retriever } from '../../search/retriever.ts'
import type { Snapshot } from '../../search/snapshot.ts'
import {
  createDataDir,
  createDocument,
  fakeEmbedder,
  openFakeSnapshot,
  sumOf,
  writeSnapshot,
} from './snapshot-builders.ts'

const documents = [
  createDocument({
    id: 'gebühren.md',
    collection: 'recht',
    sections: {
      Höhe: ['Die Gebühr beträgt 5 Euro.', 'Sie ist sofort fällig.'],
      Frist: ['Sie verjährt nie.'],
    },
  }),
  createDocument({
    id: 'krise.md',
    collection: 'krise',
    sections: { Meldung: ['Zuerst wird das BSI informiert.'] },
  }),
]
describe('hybrid retriever', () => {
  const dataDir = createDataDir()
  let snapshot: Snapshot
  let retriever: Retriever
  beforeAll(async () => {
    await writeSnapshot(dataDir, documents)
    snapshot = await openFakeSnapshot(dataDir)
    retriever = createRetriever({ snapshot, embedder: fakeEmbedder })
  })
  afterAll(async () => {
    await snapshot.close()
    rmSync(dataDir, { recursive: true })
  })

  it('ranks first what words and vectors agree on, and explains it', async () => {
    const { hits } = await retriever.search({ query: 'Zuerst wird das BSI informiert.', limit: 10 })
    expect(hits[0]).toMatchObject({
      rank: 1,
      passage: { id: 'krise.md#Meldung' },
      document: { id: 'krise.md' },
      text: 'Zuerst wird das BSI informiert.',
      explain: { lexicalRank: 1, ngramRank: null, denseRank: 1, sentenceRank: 1 },
    })
    expect(hits.map((hit) => hit.rank)).toEqual([1, 2, 3])
  })

  it('says what each score is the sum of, where it is asked to', async () => {
    const request = { query: 'Zuerst wird das BSI informiert.', limit: 10 }
    const plain = await retriever.search(request)
    expect([plain.analysis, plain.hits[0]!.breakdown]).toEqual([undefined, undefined])
    const { hits, analysis } = await retriever.search({ ...request, explain: true })
    expect(analysis).toEqual(snapshot.lexical.analyse(request.query))
    expect(hits.map(({ score }) => score)).toEqual(plain.hits.map(({ score }) => score))
    for (const { score, explain, breakdown } of hits) {
      expect(sumOf(breakdown!)).toBeCloseTo(score, 10)
      const { lexicalRank, ngramRank, denseRank, sentenceRank } = explain
      const ranks = breakdown!.arms.map(({ rank }) => rank)
      expect(ranks).toEqual([lexicalRank, ngramRank, denseRank, sentenceRank])
    }
  })

  it('scores each sentence by cosine and by the share of the question it holds', async () => {
    const { hits } = await retriever.search({ query: 'Die Gebühr beträgt 5 Euro.', limit: 3 })
    const { sentences } = hits.find((hit) => hit.passage.headingPath[0] === 'Höhe')!
    expect(sentences.map((sentence) => sentence.coverage)).toEqual([1, 0])
    expect(sentences[0]!.denseScore).toBeCloseTo(1, 5)
  })

  it('highlights the words of the question at their place in the document', async () => {
    const { hits } = await retriever.search({ query: 'BSI Gebühr', limit: 3 })
    const highlighted = hits.flatMap(({ highlights, passage }) =>
      highlights.map(({ start, end }) => snapshot.text(passage.documentId).slice(start, end)),
    )
    expect(highlighted.sort()).toEqual(['BSI', 'Gebühr'])
  })

  it('returns only what the filters allow', async () => {
    const byDocument = await retriever.search({ query: 'BSI', limit: 10, documentIds: ['gebühren.md'] })
    expect(byDocument.hits.map((hit) => hit.document.id)).toEqual(['gebühren.md', 'gebühren.md'])
    const byBoth = await retriever.search({
      query: 'BSI',
      limit: 10,
      documentIds: ['krise.md'],
      collections: ['recht'],
    })
    expect(byBoth.hits).toEqual([])
  })

  it('names documents and collections that are not there', async () => {
    await expect(retriever.search({ query: 'a', limit: 1, documentIds: ['weg.md'] })).rejects.toMatchObject({
      code: 'unknown_document',
      message: /weg\.md/,
    })
    await expect(retriever.search({ query: 'a', limit: 1, collections: ['weg'] })).rejects.toMatchObject({
      code: 'unknown_collection',
    })
  })

  it('finds nothing for a blank question', async () => {
    expect((await retriever.search({ query: ' \n', limit: 5 })).hits).toEqual([])
  })

  it('stops when its signal has fired', async () => {
    const searching = retriever.search({ query: 'BSI', limit: 5, signal: AbortSignal.abort() })
    await expect(searching).rejects.toMatchObject({ code: 'aborted' })
  })
})
