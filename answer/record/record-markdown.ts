/** A record as Markdown. Texts of question and documents are escaped: they are shown, never markup. */

import type { AnswerRecord } from './answer-record.ts'
import { type Fact, type SentenceView, toView, type UrlOf } from './record-view.ts'
import { RECORD_TEXTS as texts } from './texts.de.ts'

export function toMarkdown(record: AnswerRecord, urlOf: UrlOf): string {
  const view = toView(record, urlOf)
  const parts = [
    `# ${texts.title}`,
    `**${texts.question}:** ${escapeInline(view.question)}`,
    toList(view.facts),
    section(texts.answer, [escapeAnswer(view.answer)]),
    section(texts.sentences, view.sentences.map(toSentence)),
    section(
      texts.sources,
      view.sources.map(({ n, title, facts }) => `### [${n}] ${escapeInline(title)}\n\n${toList(facts)}`),
    ),
    section(
      texts.nearest,
      view.nearest.map(({ title, facts }) => `### ${escapeInline(title)}\n\n${toList(facts)}`),
    ),
    section(texts.warnings, view.warnings.length > 0 ? [view.warnings.map(toItem).join('\n')] : []),
    section(texts.origin, [toList(view.origin), escapeInline(texts.check('DATEI'))]),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function section(heading: string, parts: string[]): string {
  return parts.length === 0 ? '' : [`## ${heading}`, ...parts].join('\n\n')
}

function toSentence({ text, verdict, checks, quotes }: SentenceView, index: number): string {
  const isQuote = quotes.some((quote) => quote.text === null)
  return [
    `### ${index + 1}. ${verdict}`,
    isQuote ? toBlockquote(text) : escapeInline(text),
    ...quotes.map((quote) => [escapeInline(quote.place), ...(quote.text ? [toBlockquote(quote.text)] : [])]),
    ...(checks.length > 0 ? [checks.map(toItem).join('\n')] : []),
  ]
    .flat()
    .join('\n\n')
}

function toList(facts: readonly Fact[]): string {
  return facts
    .map(
      ({ label, value, href }) =>
        `- ${label}: ${href ? `<${encodeURI(decode(href))}>` : escapeInline(value)}`,
    )
    .join('\n')
}

const toItem = (text: string) => `- ${escapeInline(text)}`

function toBlockquote(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${escapeInline(line)}`.trimEnd())
    .join('\n')
}

function escapeInline(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll(/\s+/g, ' ')
    .replace(/^(#{1,6}|[-+]|\d+[.)])(?= )/, '\\$1')
}

/** The answer is Markdown itself; only what could become HTML is taken from it. */
function escapeAnswer(answer: string): string {
  return answer.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** An address in its encoded form once, however it came. */
function decode(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}
