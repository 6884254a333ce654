/** Looks among the evidence for sentences of other documents that contradict what an answer quotes, and sets them beside it. Pure. */

import type { Span } from '../search/document.ts'
import { once } from '../search/once.ts'
import { type Contradiction, findContradiction } from './contradiction.ts'
import type { ScoredUnit } from './evidence.ts'
import type { ChosenSentence } from './render.ts'
import type { Reader } from './verify/reading.ts'

export interface Dispute extends Contradiction {
  /** Both are among the chosen sentences. */
  sides: [ChosenSentence, ChosenSentence]
}

export interface Disputed {
  chosen: ChosenSentence[]
  disputes: Dispute[]
}

/** What is hardly an answer by itself contradicts none. */
const MIN_SHARE_OF_BEST = 0.3
const MAX_DISPUTES = 2

/** `chosen` with each contradicting sentence behind the others of its document, and what contradicts what. */
export function withDisputes(
  chosen: readonly ChosenSentence[],
  units: readonly ScoredUnit[],
  { reader, textOf: documentText }: { reader: Reader; textOf: (documentId: string) => string },
): Disputed {
  const read = ({ document, sentence }: ChosenSentence) =>
    reader.read(documentText(document.id).slice(sentence.start, sentence.end))
  const rivals = toRivals(units).map((rival) => ({ rival, reading: once(() => read(rival)) }))
  const result: Disputed = { chosen: [...chosen], disputes: [] }
  for (const own of chosen) {
    const ownReading = read(own)
    for (const { rival, reading } of rivals) {
      if (result.disputes.length >= MAX_DISPUTES) return result
      if (rival.document.id === own.document.id || isSettled(result.disputes, rival.document.id)) continue
      const found = findContradiction(ownReading, reading())
      if (!found) continue
      const other = result.chosen.find((item) => isSame(item, rival)) ?? rival
      if (other === rival) insert(result.chosen, rival)
      result.disputes.push({ ...found, sides: [own, other] })
    }
  }
  return result
}

/** Single sentences that stand alone, the most relevant first. */
function toRivals(units: readonly ScoredUnit[]): ChosenSentence[] {
  const least = MIN_SHARE_OF_BEST * (units[0]?.relevance ?? 0)
  return units
    .filter(({ relevance, sentences }) => relevance >= least && sentences.length === 1)
    .map(({ hit, sentences }) => ({
      sentence: sentences[0]!,
      passage: hit.passage,
      document: hit.document,
    }))
}

function isSettled(disputes: readonly Dispute[], documentId: string): boolean {
  return disputes.some(({ sides }) => sides.some(({ document }) => document.id === documentId))
}

function isSame(a: ChosenSentence, b: ChosenSentence): boolean {
  const at = ({ sentence }: { sentence: Span }) => `${sentence.start}-${sentence.end}`
  return a.document.id === b.document.id && at(a) === at(b)
}

/** Documents stay together. */
function insert(chosen: ChosenSentence[], item: ChosenSentence): void {
  const last = chosen.findLastIndex(({ document }) => document.id === item.document.id)
  chosen.splice(last < 0 ? chosen.length : last + 1, 0, item)
}
