/** What a printed record shows, in its order and in words: Markdown and HTML draw the same. */

import type { AnswerSource, NearPassage } from '../answer.ts'
import type { AnswerRecord, RecordCitation, RecordSentence } from './answer-record.ts'
import { RECORD_TEXTS as texts } from './texts.de.ts'

export interface Fact {
  label: string
  value: string
  href?: string
}

export interface SentenceView {
  text: string
  verdict: string
  checks: string[]
  /** `text` is null where the sentence itself is the quote. */
  quotes: { place: string; text: string | null }[]
}

export interface RecordView {
  question: string
  answer: string
  facts: Fact[]
  sentences: SentenceView[]
  sources: { n: number; title: string; facts: Fact[] }[]
  nearest: { title: string; facts: Fact[] }[]
  warnings: string[]
  origin: Fact[]
}

/** Makes a viewer's path an address that also works from a file; gives the path back where there is none. */
export type UrlOf = (path: string) => string

export function toView(record: AnswerRecord, urlOf: UrlOf): RecordView {
  return {
    question: record.question,
    answer: record.answer,
    facts: answerFacts(record),
    sentences: record.sentences.map(toSentenceView),
    sources: record.sources.map((source) => ({
      n: source.n,
      title: source.title,
      facts: sourceFacts(source, urlOf),
    })),
    nearest: (record.abstention?.nearest ?? []).map((near) => ({
      title: near.title,
      facts: placeFacts(near, urlOf),
    })),
    warnings: record.warnings,
    origin: originFacts(record),
  }
}

function answerFacts(record: AnswerRecord): Fact[] {
  const { status, answeredAt, searchQuery, corrections = [], composer, answerId } = record
  const { facts } = texts
  const writer = composer === 'extractive' ? texts.extractive : texts.model(composer)
  return [
    { label: facts.result, value: texts.status[status] },
    { label: facts.answeredAt, value: toDay(answeredAt) },
    { label: facts.searchQuery, value: searchQuery },
    ...corrections.map(({ from, to }) => ({ label: facts.correction, value: texts.correction(from, to) })),
    ...(status === 'abstained' ? [] : [{ label: facts.composer, value: writer }]),
    { label: facts.answerId, value: answerId },
  ]
}

function toSentenceView({ text, verdict, checks, citations }: RecordSentence): SentenceView {
  return {
    text,
    verdict: texts.verdict[verdict],
    checks: checks.map(({ check, ok, detail }) => {
      const outcome = `${texts.checks[check] ?? check}: ${ok ? texts.passed : texts.failed}`
      return detail ? `${outcome}. ${detail}` : outcome
    }),
    quotes: citations.map((citation) => ({
      place: toPlace(citation),
      text: citation.quote === text ? null : citation.quote,
    })),
  }
}

function toPlace({ source, documentId, start, end }: RecordCitation): string {
  return `[${source}] ${documentId}, ${texts.characters(start, end)}`
}

function sourceFacts(source: AnswerSource, urlOf: UrlOf): Fact[] {
  const { facts } = texts
  const { publisher, edition, documentId, originalUrl, sha256 } = source
  return [
    ...(publisher === null ? [] : [{ label: facts.publisher, value: publisher }]),
    { label: facts.edition, value: edition ?? facts.unknown },
    ...placeFacts(source, urlOf),
    ...(originalUrl === null ? [] : [toLink(facts.original, originalUrl)]),
    { label: facts.document, value: documentId },
    { label: facts.sha256, value: sha256 },
  ]
}

function placeFacts({ headingPath, page, url }: AnswerSource | NearPassage, urlOf: UrlOf): Fact[] {
  const { facts } = texts
  return [
    ...(headingPath.length === 0 ? [] : [{ label: facts.section, value: headingPath.join(' › ') }]),
    ...(page === null ? [] : [{ label: facts.page, value: String(page) }]),
    toLink(facts.place, urlOf(url)),
  ]
}

/** Only web addresses become links. */
function toLink(label: string, address: string): Fact {
  return { label, value: address, ...(/^https?:/i.test(address) && { href: address }) }
}

function originFacts({ index }: AnswerRecord): Fact[] {
  const { facts } = texts
  return [
    { label: facts.snapshot, value: index.snapshotId },
    { label: facts.createdAt, value: toDay(index.createdAt) },
    { label: facts.embedding, value: index.model },
    { label: facts.embeddingFingerprint, value: index.modelFingerprint },
    { label: facts.analyser, value: index.analyser },
    { label: facts.chunker, value: index.chunker },
  ]
}

/** `23.11.2026, 10:05 Uhr (UTC)`, the same on every machine. */
function toDay(iso: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(iso) ?? []
  return year ? `${day}.${month}.${year}, ${time} Uhr (UTC)` : iso
}
