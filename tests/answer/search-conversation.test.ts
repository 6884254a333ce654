import { describe, expect, it } from 'vitest'
import type { Turn } from '../../answer/answer.ts'
import { searchConversation } from '../../answer/search-conversation.ts'
import type { Hit, Retriever, SearchRequest } from '../../search/retriever.ts'
import { createHit, paragraph, toResult } from './builders.ts'

const earlier: Turn[] = [
  { role: 'user', content: 'Wer leitet den Krisenstab?' },
  { role: 'assistant', content: 'Die Leitung.' },
]

/** Answers every query by the hits listed under it, and notes what it was asked. */
function createRetriever(found: Record<string, string[]>): Retriever & { requests: SearchRequest[] } {
  const requests: SearchRequest[] = []
  return {
    requests,
    async search(request) {
      requests.push(request)
      const hits = (found[request.query] ?? []).map(toHit)
      const queryVector = request.query.includes('–') ? Float32Array.of(0, 1) : Float32Array.of(1, 0)
      return { ...toResult(request.query, hits), queryVector }
    },
  }
}

function toHit(id: string, index: number): Hit {
  const hit = createHit(paragraph(id))
  const rank = index + 1
  return {
    ...hit,
    rank,
    passage: { ...hit.passage, id },
    explain: { lexicalRank: rank, ngramRank: null, denseRank: null, sentenceRank: 10 - index },
  }
}

const ids = (hits: readonly Hit[]) => hits.map((hit) => hit.passage.id)

describe('search within a conversation', () => {
  it('searches and shows the question with its typing errors put right', async () => {
    const corrections = [{ start: 4, end: 9, from: 'übbt?', to: 'übt?' }]
    const plain = createRetriever({})
    const retriever: Retriever = {
      search: async (request) => ({
        ...(await plain.search(request)),
        ...(request.query.startsWith('Und') && { corrections }),
      }),
    }
    const alone = await searchConversation(retriever, { query: 'Und übbt?', limit: 3 })
    expect([alone.searchQuery, alone.result.query]).toEqual(['Und übt?', 'Und übbt?'])
    const later = await searchConversation(retriever, { query: 'Und übbt?', limit: 3 }, earlier)
    expect(plain.requests.at(-1)!.query).toBe('Wer leitet den Krisenstab – Und übt?')
    expect(later.result.corrections).toEqual(corrections)
  })

  it('searches once at the start, and hands the result through', async () => {
    const retriever = createRetriever({ 'Und nachts?': ['a', 'b'] })
    const search = await searchConversation(retriever, { query: 'Und nachts?', limit: 5 })
    expect(retriever.requests).toEqual([{ query: 'Und nachts?', limit: 5 }])
    expect(search).toMatchObject({ searchQuery: 'Und nachts?', topic: null })
    expect(ids(search.result.hits)).toEqual(['a', 'b'])
  })

  it('searches a follow-up alone and with its topic, by the same filters', async () => {
    const retriever = createRetriever({})
    const { signal } = new AbortController()
    const request = { query: 'Und nachts?', limit: 5, documentIds: ['d'], collections: ['c'], signal }
    const search = await searchConversation(retriever, request, earlier)
    const together = 'Wer leitet den Krisenstab – Und nachts?'
    expect(retriever.requests).toEqual([request, { ...request, query: together }])
    expect(search).toMatchObject({ searchQuery: together, topic: 'Wer leitet den Krisenstab' })
  })

  it('lets the topic lead a follow-up, and only join a question that stands alone', async () => {
    const followUp = createRetriever({
      'Und nachts?': ['own', 'both'],
      'Wer leitet den Krisenstab – Und nachts?': ['topic', 'both'],
    })
    const leaning = await searchConversation(followUp, { query: 'Und nachts?', limit: 5 }, earlier)
    expect(ids(leaning.result.hits)).toEqual(['both', 'topic', 'own'])

    const alone = createRetriever({
      'Was ist ein Server?': ['own'],
      'Wer leitet den Krisenstab – Was ist ein Server?': ['topic'],
    })
    const standing = await searchConversation(alone, { query: 'Was ist ein Server?', limit: 5 }, earlier)
    expect(ids(standing.result.hits)).toEqual(['own', 'topic'])
    expect(standing.searchQuery).toBe('Was ist ein Server?')
  })

  it('numbers the fused hits anew, with the better rank of each way of searching, within the limit', async () => {
    const retriever = createRetriever({
      'Und nachts?': ['a', 'b', 'c'],
      'Wer leitet den Krisenstab – Und nachts?': ['b', 'd'],
    })
    const { result } = await searchConversation(retriever, { query: 'Und nachts?', limit: 3 }, earlier)
    expect(result.query).toBe('Und nachts?')
    expect(ids(result.hits)).toEqual(['b', 'd', 'a'])
    expect(result.hits.map(({ rank }) => rank)).toEqual([1, 2, 3])
    expect(result.hits[0]!.explain).toEqual({
      lexicalRank: 1,
      ngramRank: null,
      denseRank: null,
      sentenceRank: 9,
    })
    const scores = result.hits.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })

  it('looks between both questions, the topic counting double for a follow-up', async () => {
    const { result } = await searchConversation(
      createRetriever({}),
      { query: 'Und nachts?', limit: 3 },
      earlier,
    )
    expect(Math.hypot(...result.queryVector)).toBeCloseTo(1)
    expect(result.queryVector[1]! / result.queryVector[0]!).toBeCloseTo(2)
  })

  it('passes on what the retriever throws', async () => {
    const failing: Retriever = { search: () => Promise.reject(new Error('kaputt')) }
    await expect(searchConversation(failing, { query: 'Frage?', limit: 1 }, earlier)).rejects.toThrow(
      'kaputt',
    )
  })
})
