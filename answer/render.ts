/** Writes chosen sentences as Markdown with [n] marks and keeps account of every offset. */

import type { DocumentRecord, Passage, Sentence, Span } from '../search/document.ts'
import type { AnswerSentence, AnswerSource } from './answer.ts'
import { toCheck, toVerdict } from './verify/finding.ts'
import { checkVerbatim } from './verify/verbatim.ts'

/** One verbatim sentence, with the passage it stands in. */
export interface ChosenSentence {
  sentence: Sentence
  passage: Passage
  document: DocumentRecord
  /** Ordered list items are numbered from 1 within their list. */
  listNumber?: number
  /** A further sentence of the list item before it. */
  continuesItem?: boolean
}

export interface RenderedAnswer {
  answer: string
  sentences: AnswerSentence[]
  sources: AnswerSource[]
}

export interface RenderOptions {
  /** Numbered sources that hold every passage; those of the sentences themselves when absent. */
  sources?: AnswerSource[]
  /** Where the text begins in the answer. Default 0. */
  offset?: number
}

/** `textOf` gives a document's text. Sentences keep their order; a change of document starts a named paragraph. */
export function renderVerbatim(
  chosen: readonly ChosenSentence[],
  textOf: (documentId: string) => string,
  { sources = toSources(chosen, textOf), offset = 0 }: RenderOptions = {},
): RenderedAnswer {
  const severalDocuments = new Set(chosen.map((item) => item.document.id)).size > 1
  const sentences: AnswerSentence[] = []
  let answer = ''
  for (const [index, item] of chosen.entries()) {
    const before = chosen[index - 1]
    answer += separator(item, before)
    if (severalDocuments && item.document.id !== before?.document.id)
      answer += `**${toLabel(item.document)}**\n\n`
    answer += listMark(item)
    const quote = textOf(item.document.id).slice(item.sentence.start, item.sentence.end)
    const source = sources.findIndex((entry) => entry.passageId === item.passage.id) + 1
    sentences.push(
      toAnswerSentence(item, quote, { source: sources[source - 1]!, start: offset + answer.length }),
    )
    answer += `${quote} [${source}]`
  }
  return { answer, sentences, sources }
}

/** "Titel (Herausgeber, Ausgabe)" as far as known; the date stands for an edition that is not named. */
export function toLabel(document: DocumentRecord): string {
  const edition = document.edition ?? (document.date && `Stand ${document.date}`)
  const origin = [document.publisher, edition].filter(Boolean).join(', ')
  return origin === '' ? document.title : `${document.title} (${origin})`
}

/** Path of the viewer on this server, at the words where a span is given. */
export function toViewerUrl(documentId: string, span?: Span): string {
  const place = span ? `?start=${span.start}&end=${span.end}` : ''
  return `/dokument/${encodeURIComponent(documentId)}${place}`
}

/** One source per passage, numbered from 1 in the order given. */
export function toSources(
  chosen: readonly Pick<ChosenSentence, 'passage' | 'document'>[],
  textOf: (documentId: string) => string,
): AnswerSource[] {
  const sources: AnswerSource[] = []
  for (const { passage, document } of chosen) {
    if (sources.some((source) => source.passageId === passage.id)) continue
    sources.push({
      n: sources.length + 1,
      passageId: passage.id,
      documentId: document.id,
      title: document.title,
      edition: document.edition,
      publisher: document.publisher,
      headingPath: passage.headingPath,
      page: passage.page,
      text: textOf(document.id).slice(passage.start, passage.end),
      start: passage.start,
      end: passage.end,
      url: toViewerUrl(document.id, passage),
      originalUrl: document.originalUrl,
      sha256: document.sha256,
    })
  }
  return sources
}

function toAnswerSentence(
  item: ChosenSentence,
  quote: string,
  at: { source: AnswerSource; start: number },
): AnswerSentence {
  const { start, end } = item.sentence
  const { source } = at
  const finding = checkVerbatim(quote, source.text.slice(start - source.start, end - source.start))
  return {
    text: quote,
    start: at.start,
    end: at.start + quote.length,
    verdict: toVerdict([finding]),
    citations: [{ source: source.n, start, end, quote }],
    checks: [toCheck(finding)],
  }
}

function separator(item: ChosenSentence, before: ChosenSentence | undefined): string {
  if (!before) return ''
  if (item.document.id !== before.document.id) return '\n\n'
  if (item.continuesItem) return ' '
  const isList = item.sentence.kind === 'listItem'
  const wasList = before.sentence.kind === 'listItem'
  if (item.passage.id !== before.passage.id) return '\n\n'
  if (isList && wasList) return '\n'
  return isList || wasList ? '\n\n' : ' '
}

function listMark(item: ChosenSentence): string {
  if (item.sentence.kind !== 'listItem' || item.continuesItem) return ''
  return item.listNumber === undefined ? '- ' : `${item.listNumber}. `
}
