/** This product, by the same parts that `fundstelle ingest` and the server use. */

import { createIndexStore } from '../../ingest/index-store.ts'
import { ingest } from '../../ingest/ingest.ts'
import type { Embedder } from '../../search/embedder.ts'
import { createRetriever } from '../../search/hybrid-retriever.ts'
import { INDEX_PARTS } from '../../search/index-parts.ts'
import type { SearchResult } from '../../search/retriever.ts'
import { openSnapshot } from '../../search/snapshot-reader.ts'
import type { Place, Stack } from './stack.ts'

export const fundstelleStack: Stack = {
  embeds: true,
  async build({ sources }, { folder, embedder, workers, onSearchable }) {
    const store = createIndexStore({ dataDir: folder, ...INDEX_PARTS })
    const report = await ingest({
      sources,
      store,
      embedder,
      parallel: workers * 2,
      onProgress: ({ event }) => event === 'searchable' && onSearchable(),
    })
    return { passages: report.passages }
  },
  async open(folder, embedder) {
    const snapshot = await openSnapshot(folder, { ...INDEX_PARTS, model: embedder.model })
    const retriever = createRetriever({ snapshot, embedder })
    return {
      search: async (query, limit) => toPlaces(await retriever.search({ query, limit })),
      async searchKnown(query, vector, limit) {
        const known: Embedder = { ...embedder, embed: async () => vector }
        return toPlaces(await createRetriever({ snapshot, embedder: known }).search({ query, limit }))
      },
      close: () => snapshot.close(),
    }
  },
}

export function toPlaces({ hits }: SearchResult): Place[] {
  return hits.map(({ passage: { documentId, start, end } }) => ({ documentId, start, end }))
}
