/** Builds the request of a question from the conversation before it, within the server's limits. Pure. */

import type { AskRequestBody, ConversationTurn } from '../../server/wire.ts'
import type { Turn } from './turn.ts'

export const maxQuestionChars = 2000
/** Two entries a question; the server takes 20. */
const maxConversationEntries = 20
/** Leaves room for question and filters within the server's 64 KiB, umlauts counted as two bytes. */
const maxConversationChars = 24_000

export interface Filter {
  collections: string[]
  documentIds: string[]
}

export function toAskRequest(question: string, before: readonly Turn[], filter: Filter): AskRequestBody {
  const conversation = toConversation(before)
  return {
    question,
    ...(conversation.length > 0 && { conversation }),
    ...(filter.collections.length > 0 && { collections: filter.collections }),
    ...(filter.documentIds.length > 0 && { documentIds: filter.documentIds }),
  }
}

/** Finished turns only, the latest ones first to stay when the limits are reached. */
function toConversation(turns: readonly Turn[]): ConversationTurn[] {
  const entries: ConversationTurn[] = []
  let chars = 0
  for (const turn of [...turns].reverse()) {
    const reply = turn.answer?.answer || turn.abstention?.message
    if (!reply) continue
    chars += turn.question.length + reply.length
    if (entries.length + 2 > maxConversationEntries || chars > maxConversationChars) break
    entries.unshift({ role: 'user', content: turn.question }, { role: 'assistant', content: reply })
  }
  return entries
}
