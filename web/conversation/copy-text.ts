/** An answer as plain text with its sources, for the clipboard. Pure. */

import type { AnswerSource } from '../../server/wire.ts'
import { texts } from '../texts.de.ts'
import type { Turn } from './turn.ts'

/** `urlOf` makes a viewer path absolute, so that the link also works from a letter or note. */
export function toCopyText(turn: Turn, urlOf: (path: string) => string): string {
  const answer = (turn.answer?.answer ?? turn.sentences.map((sentence) => sentence.text).join('\n'))
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .trim()
  const sources = turn.sources.map((source) => toSourceLine(source, urlOf))
  return [turn.question, answer, texts.sources.heading, ...sources].join('\n\n').concat('\n')
}

function toSourceLine(source: AnswerSource, urlOf: (path: string) => string): string {
  const name = [source.title, source.publisher, source.edition].filter(Boolean).join(', ')
  const place = [source.headingPath.at(-1), source.page && texts.sources.page(source.page)].filter(Boolean)
  const lines = [`[${source.n}] ${name}`, place.join(', '), urlOf(source.url)]
  if (source.originalUrl) lines.push(`${texts.sources.original}: ${source.originalUrl}`)
  return lines.filter((line) => line !== '').join('\n    ')
}
