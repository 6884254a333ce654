/** Cuts a text into the sentences that claim something; marks and Markdown are blanked, so that every offset stays. */

import type { Span } from '../../search/document.ts'
import { splitSentences } from '../../search/german/sentences.ts'
import { LIGHT_WORDS } from './synonyms.de.ts'

export interface Claim extends Span {
  /** `source.slice(start, end)`. */
  text: string
  /** The same length, with marks and markup blanked. */
  plain: string
}

export type SkipReason = 'heading' | 'question' | 'lead'

export interface SkippedSentence extends Span {
  text: string
  reason: SkipReason
}

const MARKUP = [
  /\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\]/gu,
  /^[ \t]*(?:#{1,6}|>|[-*+•–]|\d{1,3}[.)])[ \t]+/gmu,
  /\*\*|__|(?<=^|\s)[*_](?=\S)|(?<=\S)[*_](?=\s|$|[.,;:])|`/gmu,
]
const HEADING = /^[ \t]*#{1,6}[ \t]+.*$|^[ \t]*\*\*[^*\n]+\*\*[ \t]*$/gmu
const LIGHT = new Set(LIGHT_WORDS.toLowerCase().trim().split(/\s+/))
const LEAD_WORDS =
  /^(?:antwort|antworten|quelle|quellen|dokument|dokumente|unterlagen|text|texte|steht|stehen|findet|gilt|gelten|folgendes|folgende[nrs]?|hier|dazu|hierzu|ihrer|ihre|frage|fragen|überblick|zusammenfassung|zusammengefasst|wichtigste[nr]?|punkte|angaben|das|die|der|den|zu|in|aus|im|nach|laut|sich|es|sind|ist|und|kurz|gefasst|gesagt|einzelnen|vorliegenden|danach|heißt|lautet|lauten|bedeutet|auf|einen|blick|gerne?|ja|nein|hinweis|achtung|wichtig)$/iu

export function toClaims(source: string): { claims: Claim[]; skipped: SkippedSentence[] } {
  const plain = blank(source)
  const headings = [...source.matchAll(HEADING)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const claims: Claim[] = []
  const skipped: SkippedSentence[] = []
  for (const span of linesAndSentences(plain)) {
    const text = source.slice(span.start, span.end)
    const words = plain.slice(span.start, span.end)
    if (!/\p{L}{2}/u.test(words)) continue
    const isHeading = headings.some((heading) => heading.start <= span.start && span.end <= heading.end)
    const reason = isHeading ? 'heading' : skipReason(words, span, { plain, source })
    if (reason) skipped.push({ ...span, text, reason })
    else claims.push({ ...span, text, plain: words })
  }
  return { claims, skipped }
}

function blank(source: string): string {
  return MARKUP.reduce((text, pattern) => text.replace(pattern, (mark) => ' '.repeat(mark.length)), source)
}

/** List items end with their line, wherever the splitter sees the sentence end. */
function linesAndSentences(plain: string): Span[] {
  return splitSentences(plain.replace(/\n(?=[ \t]{2,}\S)/gu, '\n')).flatMap((span) =>
    splitAtItems(plain, span),
  )
}

function splitAtItems(plain: string, span: Span): Span[] {
  const spans: Span[] = []
  let start = span.start
  for (const match of plain.slice(span.start, span.end).matchAll(/\n[ \t]{2,}(?=\S)/gu)) {
    spans.push({ start, end: span.start + match.index })
    start = span.start + match.index + match[0].length
  }
  spans.push({ start, end: span.end })
  return spans.map((own) => trim(plain, own)).filter((own) => own.end > own.start)
}

function trim(plain: string, { start, end }: Span): Span {
  const text = plain.slice(start, end)
  return {
    start: start + (text.length - text.trimStart().length),
    end: end - (text.length - text.trimEnd().length),
  }
}

function skipReason(
  words: string,
  span: Span,
  { plain, source }: { plain: string; source: string },
): SkipReason | null {
  const text = words.trim()
  if (/\?["“”»)\]]*$/u.test(text)) return 'question'
  const content = (text.match(/[\p{L}\d-]+/gu) ?? []).filter(
    (word) => !LIGHT.has(word.toLowerCase()) && !LEAD_WORDS.test(word),
  )
  if (content.length === 0) return 'lead'
  if (/:$/u.test(text) && content.length <= 1 && !/\d/u.test(text)) return 'lead'
  const isAlone =
    /(?:^|\n[ \t]*\n)[ \t]*$/u.test(plain.slice(0, span.start)) &&
    /^[ \t]*\n[ \t]*\n/u.test(plain.slice(span.end)) &&
    !/[-*+•–\d.)][ \t]+$/u.test(source.slice(0, span.start))
  const isTitle =
    isAlone && !/[.!:;,…]["“”»)\]]*$/u.test(text) && text.split(/\s+/u).length <= 8 && !/\d/u.test(text)
  return isTitle &&
    !/(?<!\p{L})(?:ist|sind|muss|müssen|darf|dürfen|kann|können|soll|sollen|wird|werden|hat|haben|gilt|gelten)(?!\p{L})/iu.test(
      text,
    )
    ? 'heading'
    : null
}
