/**
 * Asking while the index still lacks vectors. Answers come from the documents that have all of theirs, since the decision
 * to answer rests on them; whatever these do not answer is declined, with the nearest passages of all documents.
 */

import { embeddedShare, type Snapshot } from '../search/snapshot.ts'
import type { Answer, Answering, AskOptions, AskRequest } from './answer.ts'
import { type AnsweringOptions, createAnswering, toAbstained, toSearchRequest } from './answering.ts'
import { openFrame } from './frame.ts'
import { searchConversation } from './search-conversation.ts'
import { textsFor } from './texts.ts'

/** For a snapshot of which passages lack vectors. Rejects like `createAnswering`. */
export function createIncompleteAnswering(options: AnsweringOptions): Answering {
  const { snapshot, retriever, writer } = options
  const { manifest } = snapshot
  const embedded = embeddedDocuments(snapshot)
  const answering = embedded.size > 0 ? createAnswering(options) : null

  /** Null where the embedded documents do not answer. */
  async function tryToAnswer(request: AskRequest, askOptions: AskOptions): Promise<Answer | null> {
    const documentIds = [...embedded].filter((id) => request.documentIds?.includes(id) ?? true)
    if (!answering || documentIds.length === 0) return null
    const held: AskOptions = { ...askOptions, onEvent: withoutEnd(askOptions.onEvent) }
    const answer = await answering.ask({ ...request, documentIds }, held)
    return answer.status === 'abstained' && answer.abstention?.reason !== 'no_question' ? null : answer
  }

  async function decline(request: AskRequest, { signal }: AskOptions): Promise<Answer> {
    const startedAt = performance.now()
    const search = await searchConversation(retriever, toSearchRequest(request, signal), request.conversation)
    const { searchQuery, result } = search
    const frame = openFrame(request, { searchQuery, manifest, hasModel: writer !== undefined })
    const body = toAbstained('index_incomplete', result.hits, textsFor(request.language))
    return { ...frame, ...body, tookMs: Math.round(performance.now() - startedAt) }
  }

  return {
    async ask(request, askOptions = {}) {
      const { onEvent } = askOptions
      if (!answering) onEvent?.({ event: 'status', data: { stage: 'searching' } })
      const found = (await tryToAnswer(request, askOptions)) ?? (await decline(request, askOptions))
      const warning = textsFor(request.language).indexIncomplete(embeddedShare(manifest))
      const answer = { ...found, warnings: [...found.warnings, warning] }
      if (answer.abstention) onEvent?.({ event: 'abstained', data: { abstention: answer.abstention } })
      onEvent?.({ event: 'done', data: answer })
      return answer
    },
  }
}

/** How it ends is told once it is settled which answer it is. */
function withoutEnd(onEvent: AskOptions['onEvent']): AskOptions['onEvent'] {
  return onEvent && ((event) => event.event !== 'abstained' && event.event !== 'done' && onEvent(event))
}

function embeddedDocuments({ manifest, documents, passageRange, isEmbedded }: Snapshot): Set<string> {
  if (manifest.embeddedPassages === 0) return new Set()
  const isWhole = (id: string) => {
    const { start, end } = passageRange(id)
    for (let passage = start; passage < end; passage++) if (!isEmbedded(passage)) return false
    return true
  }
  return new Set(documents.map(({ id }) => id).filter(isWhole))
}
