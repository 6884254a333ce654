/** Searches a question within its conversation: alone, and together with the question it follows. */

import { normalise } from '../search/exact-vector-index.ts'
import { fuseRanks } from '../search/fusion.ts'
import type { Explain, Hit, Retriever, SearchRequest, SearchResult } from '../search/retriever.ts'
import { applyCorrections } from '../search/spelling.ts'
import type { Turn } from './answer.ts'
import { refersBack, topicOf } from './follow-up.ts'

export interface ConversationSearch {
  /** What was searched, as shown to the reader. */
  searchQuery: string
  /** The earlier question that gives the topic, null at the start of a conversation. */
  topic: string | null
  result: SearchResult
  /** Vector of the question without its topic; null where there is none. */
  ownVector: Float32Array | null
}

const FUSION_K = 10
/** How much the question with its topic counts against the question alone (= 1). */
const TOPIC_WEIGHT = { refersBack: 2, standsAlone: 1 }

/**
 * A question with earlier ones is searched twice and both lists are fused by rank: a follow-up rarely says itself what it
 * is about, and yet a change of topic must be found.
 */
export async function searchConversation(
  retriever: Retriever,
  request: SearchRequest,
  conversation: readonly Turn[] = [],
): Promise<ConversationSearch> {
  const question = request.query
  const topic = topicOf(question, conversation)
  const own = await retriever.search(request)
  const corrected = applyCorrections(question, own.corrections ?? [])
  if (topic === null) return { searchQuery: corrected, topic, result: own, ownVector: null }
  const together = `${topic} – ${corrected}`
  const withTopic = await retriever.search({ ...request, query: together })
  const weight = refersBack(question) ? TOPIC_WEIGHT.refersBack : TOPIC_WEIGHT.standsAlone
  const searchQuery = weight > 1 ? together : corrected
  const result = mergeResults(own, withTopic, { weight, limit: request.limit })
  return { searchQuery, topic, result, ownVector: own.queryVector }
}

function mergeResults(
  own: SearchResult,
  withTopic: SearchResult,
  options: { weight: number; limit: number },
): SearchResult {
  const byId = new Map([...own.hits, ...withTopic.hits].map((hit) => [hit.passage.id, hit]))
  const ids = [...byId.keys()]
  const toItems = (result: SearchResult) => result.hits.map((hit) => ids.indexOf(hit.passage.id))
  const lists = [
    { items: toItems(own), weight: 1 },
    { items: toItems(withTopic), weight: options.weight },
  ]
  const hits = fuseRanks(lists, FUSION_K)
    .slice(0, options.limit)
    .map(({ item }, i): Hit => {
      const id = ids[item]!
      const found = [own, withTopic].flatMap((result) => result.hits.filter((hit) => hit.passage.id === id))
      const score = (scoreIn(own, id) + options.weight * scoreIn(withTopic, id)) / (1 + options.weight)
      return { ...found.at(-1)!, rank: i + 1, score, explain: bestRanks(found.map((hit) => hit.explain)) }
    })
  const queryVector = normalise(
    own.queryVector.map((value, i) => value + options.weight * withTopic.queryVector[i]!),
  )
  const { corrections } = own
  return {
    ...withTopic,
    query: own.query,
    corrections,
    queryVector,
    hits,
    tookMs: own.tookMs + withTopic.tookMs,
  }
}

/** The score of a passage; one that was not found scores like the last that was. */
function scoreIn({ hits }: SearchResult, passageId: string): number {
  return (hits.find((hit) => hit.passage.id === passageId) ?? hits.at(-1))?.score ?? 0
}

function bestRanks(explains: readonly Explain[]): Explain {
  const best = (key: keyof Explain) => {
    const ranks = explains.map((explain) => explain[key]).filter((rank) => rank !== null)
    return ranks.length > 0 ? Math.min(...ranks) : null
  }
  return {
    lexicalRank: best('lexicalRank'),
    ngramRank: best('ngramRank'),
    denseRank: best('denseRank'),
    sentenceRank: best('sentenceRank'),
  }
}
