/**
 * What people would build from the same packages: LangChain's splitter at 1,000 characters with 200 overlap, our model as
 * its Embeddings, its HNSW store; everything else as it comes. The packages are development dependencies.
 */

import { FundstelleEmbeddings } from '../../search/langchain-embeddings.ts'
import { splitDocuments } from './split-documents.ts'
import type { Place, Stack } from './stack.ts'

export const langchainStack: Stack = {
  embeds: true,
  async build({ documents }, { folder, embedder }) {
    const pieces = await splitDocuments(documents)
    const { HNSWLib } = await import('@langchain/community/vectorstores/hnswlib')
    const store = await HNSWLib.fromDocuments(pieces, new FundstelleEmbeddings(embedder))
    await store.save(folder)
    return { passages: pieces.length }
  },
  async open(folder, embedder) {
    const { HNSWLib } = await import('@langchain/community/vectorstores/hnswlib')
    const store = await HNSWLib.load(folder, new FundstelleEmbeddings(embedder))
    return {
      search: async (query, limit) => (await store.similaritySearch(query, limit)).map(toPlace),
      async searchKnown(_query, vector, limit) {
        const found = await store.similaritySearchVectorWithScore(Array.from(vector), limit)
        return found.map(([document]) => toPlace(document))
      },
      close: async () => {},
    }
  },
}

function toPlace({ metadata: { documentId, start, end } }: { metadata: Record<string, unknown> }): Place {
  return { documentId, start, end } as Place
}
