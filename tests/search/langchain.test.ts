import { Embeddings } from '@langchain/core/embeddings'
import { BaseRetriever } from '@langchain/core/retrievers'
import { describe, expect, it } from 'vitest'
import type { Embedder } from '../../search/embedder.ts'
import { FundstelleEmbeddings } from '../../search/langchain-embeddings.ts'
import { FundstelleRetriever } from '../../search/langchain-retriever.ts'
import { disableTracing } from '../../search/langchain-tracing.ts'
import type { Hit, SearchRequest } from '../../search/retriever.ts'
import { createDocument, model } from './snapshot-builders.ts'

const embedder: Embedder = {
  model,
  embed: async (text, role) => Float32Array.of(text.length, role === 'query' ? 1 : 0),
  embedParts: async () => new Float32Array(),
  embedTokens: async () => ({ pieces: [], vectors: new Float32Array() }),
  countTokens: async () => [],
  close: async () => {},
}

function createHit(): Hit {
  const { record, text, passages } = createDocument({
    id: 'a.md',
    sections: { Frist: ['Sie läuft einen Monat.'] },
  })
  const passage = passages[0]!
  const explain = { lexicalRank: 1, ngramRank: 1, denseRank: 1, sentenceRank: 1 }
  const body = text.slice(passage.start, passage.end)
  return {
    rank: 1,
    score: 0.5,
    passage,
    document: record,
    text: body,
    highlights: () => [],
    explain,
    sentences: [],
  }
}

describe('LangChain adapters', () => {
  it('embeds documents as passages and questions as queries, in order', async () => {
    const embeddings = new FundstelleEmbeddings(embedder)
    expect(embeddings).toBeInstanceOf(Embeddings)
    expect(await embeddings.embedDocuments(['a', 'bcd'])).toEqual([
      [1, 0],
      [3, 0],
    ])
    expect(await embeddings.embedQuery('ab')).toEqual([2, 1])
  })

  it('returns hits as documents with their place, and passes limit and filters on', async () => {
    const requests: SearchRequest[] = []
    const search = async (request: SearchRequest) => {
      requests.push(request)
      return {
        query: request.query,
        analysedAs: [],
        queryVector: new Float32Array(),
        hits: [createHit()],
        tookMs: 1,
      }
    }
    const retriever = new FundstelleRetriever({ retriever: { search }, limit: 3, collections: ['recht'] })
    expect(retriever).toBeInstanceOf(BaseRetriever)
    const [document] = await retriever.invoke('Wie lange läuft die Frist?')
    expect(document).toMatchObject({
      pageContent: 'Sie läuft einen Monat.',
      metadata: {
        documentId: 'a.md',
        passageId: 'a.md#Frist',
        headingPath: ['Frist'],
        start: 7,
        end: 29,
        rank: 1,
      },
    })
    expect(requests[0]).toMatchObject({
      query: 'Wie lange läuft die Frist?',
      limit: 3,
      collections: ['recht'],
    })
  })

  it('removes what would switch tracing on, and nothing else', () => {
    const env = {
      LANGSMITH_TRACING: 'true',
      LANGCHAIN_TRACING_V2: 'true',
      LANGSMITH_API_KEY: 'k',
      PORT: '8080',
    }
    disableTracing(env)
    expect(env).toEqual({ PORT: '8080' })
  })
})
