/** Labelled examples for the answering models: which units answer, which questions nothing answers. */

import type { Evidence } from '../answer/evidence.ts'
import type { Example } from '../answer/logistic.ts'
import { type ConversationSearch, searchConversation } from '../answer/search-conversation.ts'
import type { Hit, Retriever } from '../search/retriever.ts'
import type { Snapshot } from '../search/snapshot.ts'
import type { DatasetQuestion } from './dataset.ts'

export interface AskedIndex {
  snapshot: Snapshot
  retriever: Retriever
}

const DEPTH = 30

/** Searches as the product does, within the conversation. */
export function searchQuestion(
  { retriever }: AskedIndex,
  question: DatasetQuestion,
): Promise<ConversationSearch> {
  const conversation = question.earlier.map((content) => ({ role: 'user' as const, content }))
  const { documentIds } = question
  const request = { query: question.question, limit: DEPTH, ...(documentIds && { documentIds }) }
  return searchConversation(retriever, request, conversation)
}

/** A unit is positive when it stands in an expected place and holds one of the expected strings. */
export function toRelevanceExamples(evidence: Evidence, question: DatasetQuestion): Example[] {
  const strings = question.contains.map((text) => text.toLowerCase())
  const examples = evidence.units.map((unit) => {
    const text = unit.text.toLowerCase()
    const isExpected = question.relevant.some((place) => isAt(unit.hit, place))
    return {
      features: unit.features,
      positive: isExpected && strings.some((string) => text.includes(string)),
    }
  })
  const weight = 1 / Math.max(1, examples.length)
  return examples.some((example) => example.positive)
    ? examples.map((e) => ({ ...e, weight: weight * 10 }))
    : []
}

function isAt(hit: Hit, place: { documentId: string; section?: string }): boolean {
  if (hit.document.id !== place.documentId) return false
  return place.section === undefined || hit.passage.headingPath.at(-1) === place.section
}
