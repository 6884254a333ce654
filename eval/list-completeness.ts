/** How much of the lists that an answer quotes from it quotes. Pure. */

import type { Answer } from '../answer/answer.ts'
import type { Sentence } from '../search/document.ts'
import type { Snapshot } from '../search/snapshot.ts'

/** Share of the items of the quoted lists that are quoted, 0…1; empty when no list item is. Items of one list follow one another in their passage. */
export function quotedListShare(
  answer: Pick<Answer, 'sentences' | 'sources'>,
  snapshot: Pick<Snapshot, 'passageIndex' | 'passage'>,
): number[] {
  const quoted = new Set(answer.sentences.flatMap((s) => s.citations.map((c) => `${c.source} ${c.start}`)))
  const lists = answer.sources.flatMap(({ n, passageId }) => {
    const passage = snapshot.passageIndex(passageId)
    const isQuoted = (item: Sentence) => quoted.has(`${n} ${item.start}`)
    const all = passage === undefined ? [] : toLists(snapshot.passage(passage).sentences)
    return all.filter((items) => items.some(isQuoted)).map((items) => items.map(isQuoted))
  })
  const items = lists.flat()
  return items.length > 0 ? [items.filter(Boolean).length / items.length] : []
}

function toLists(sentences: readonly Sentence[]): Sentence[][] {
  const lists: Sentence[][] = []
  for (const [i, sentence] of sentences.entries()) {
    if (sentence.kind !== 'listItem') continue
    if (sentences[i - 1]?.kind === 'listItem') lists.at(-1)!.push(sentence)
    else lists.push([sentence])
  }
  return lists
}
