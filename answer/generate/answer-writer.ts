/** Writes kept sentences as Markdown with [n] marks, tells of each at once, and keeps account of offsets and sources. */

import type { AnswerSentence, AnswerSource, AskEvent, Citation } from '../answer.ts'
import { type ChosenSentence, type RenderedAnswer, renderVerbatim, toSources } from '../render.ts'
import type { KeptSentence, Place } from './sentence-judge.ts'

export interface AnswerWriter {
  readonly sentences: readonly AnswerSentence[]
  add(sentence: KeptSentence): void
  /** Verbatim sentences behind what is written, without those that are cited already. */
  complete(chosen: readonly ChosenSentence[]): void
  /** Sources up to the last one that is cited. */
  finish(): RenderedAnswer
}

export interface WriterOptions {
  /** Passages that may be cited, most likely first. */
  passages: readonly Pick<ChosenSentence, 'passage' | 'document'>[]
  textOf: (documentId: string) => string
  searchQuery: string
  onEvent?: (event: AskEvent) => void
}

/** Events: `sources` once with the first sentence, then for each sentence a `delta`, whose texts add up to the answer, and the sentence. */
export function createAnswerWriter({ passages, textOf, searchQuery, onEvent }: WriterOptions): AnswerWriter {
  const sentences: AnswerSentence[] = []
  let sources: AnswerSource[] = []
  let answer = ''
  let wasItem = false

  /** What is cited first gets the first numbers: readers see them without gaps. */
  function numberSources(first: readonly Pick<ChosenSentence, 'passage' | 'document'>[]): void {
    if (sources.length > 0) return
    sources = toSources([...first, ...passages], textOf)
    onEvent?.({ event: 'sources', data: { sources, searchQuery } })
  }

  function append(text: string, sentence: AnswerSentence): void {
    answer += text
    sentences.push(sentence)
    onEvent?.({ event: 'delta', data: { text } })
    onEvent?.({ event: 'sentence', data: sentence })
  }

  function toCitation({ hit, start, end }: Place): Citation {
    const source = sources.find(({ passageId }) => passageId === hit.passage.id)!.n
    return { source, start, end, quote: textOf(hit.document.id).slice(start, end) }
  }

  function isCited({ sentence, document }: ChosenSentence): boolean {
    return sentences.some(({ citations }) =>
      citations.some(({ source, start, end }) => {
        const isSameDocument = sources[source - 1]!.documentId === document.id
        return isSameDocument && start < sentence.end && sentence.start < end
      }),
    )
  }

  return {
    sentences,
    add(kept) {
      numberSources(kept.places.map(({ hit }) => hit))
      const { text, isItem } = kept
      const lead = separator(kept, { isFirst: answer === '', wasItem }) + (isItem ? '- ' : '')
      const citations = kept.places.map(toCitation)
      const start = answer.length + lead.length
      const span = { start, end: start + text.length }
      wasItem = isItem
      append(`${lead}${text}${toMarks(citations)}`, {
        text,
        ...span,
        verdict: 'supported',
        citations,
        checks: kept.checks,
      })
    },
    complete(chosen) {
      const isList = ({ sentence, document }: ChosenSentence) =>
        sentence.kind === 'listItem' || /:\s*$/u.test(textOf(document.id).slice(sentence.start, sentence.end))
      const missing = chosen.filter((item) => isList(item) || !isCited(item))
      if (missing.length === 0) return
      numberSources(missing)
      const offset = answer.length + 2
      const rendered = renderVerbatim(missing, textOf, { sources, offset })
      const ends = rendered.sentences.map((sentence) => sentence.end + toMarks(sentence.citations).length)
      rendered.sentences.forEach((sentence, i) => {
        const from = i === 0 ? 0 : ends[i - 1]! - offset
        append((i === 0 ? '\n\n' : '') + rendered.answer.slice(from, ends[i]! - offset), sentence)
      })
    },
    finish() {
      const last = Math.max(0, ...sentences.flatMap(({ citations }) => citations.map(({ source }) => source)))
      return { answer, sentences, sources: sources.slice(0, last) }
    },
  }
}

function separator(
  { isItem, startsLine }: KeptSentence,
  { isFirst, wasItem }: { isFirst: boolean; wasItem: boolean },
): string {
  if (isFirst) return ''
  if (isItem) return wasItem ? '\n' : '\n\n'
  return wasItem || startsLine ? '\n\n' : ' '
}

function toMarks(citations: readonly Citation[]): string {
  return [...new Set(citations.map(({ source }) => source))].map((n) => ` [${n}]`).join('')
}
