/** Turns a question that leans on the conversation ("Und wie lange?") into one that can be searched alone. */

import type { Turn } from './answer.ts'

const opener = /^(?:und|aber|oder|also|auch|ok(?:ay)?|gut|danke|ja|nein)\b[\s,.!–-]*/iu
const elliptic =
  /^(?:und|was ist mit|wie (?:sieht|steht) es|gilt das|warum (?:das|nicht)|wieso (?:das|nicht)|wie (?:genau|lange|oft|viel|viele|hoch)\??$|bis wann\??$|ab wann\??$|wann\??$|wo\??$|wer\??$|von wem\??$|wofür\??$|warum\??$|welche\??$)/iu
const backward =
  /(?<!\p{L})(?:das|dies(?:e[mnrs]?)?|dort|dabei|dafür|dagegen|daran|darauf|daraus|darin|darüber|davon|dazu|damit|hierfür|hierzu|hierbei|er|sie|ihn|ihm|ihnen|deren|dessen|diese[rmn]? frist|jene[rmns]?)(?!\p{L})/iu
const article = /(?<!\p{L})(?:das|die|der) \p{Lu}/u
const content = /(?<!\p{L})\p{Lu}[\p{L}-]{2,}|\d/gu

/**
 * The question as it is searched. A question that refers back gets the last self-contained question of the user put in
 * front; any other question stays as it is.
 */
export function toStandaloneQuestion(question: string, conversation: readonly Turn[] = []): string {
  if (!refersBack(question)) return question
  const earlier = conversation.filter((turn) => turn.role === 'user').map((turn) => turn.content.trim())
  const anchor = earlier.findLastIndex((text) => text !== '' && !refersBack(text))
  if (anchor < 0) return question
  const topic = earlier[anchor]!.replace(/[?!.\s]+$/u, '')
  return `${topic} – ${question.trim().replace(opener, '')}`
}

/** True when the question has an opener or pronoun pointing back, or names nothing itself. */
export function refersBack(question: string): boolean {
  const text = question.trim()
  if (elliptic.test(text)) return true
  const named = namedThings(text)
  if (named === 0 && text.split(/\s+/u).length <= 6) return true
  return named <= 1 && backward.test(withoutArticles(text))
}

/** Counts nouns (capitalised words after the first) and numbers. */
function namedThings(text: string): number {
  return text.replace(/^\S+/u, '').match(content)?.length ?? 0
}

/** "das Profil" names something; "das" alone points back. */
function withoutArticles(text: string): string {
  return text.replaceAll(new RegExp(article.source, 'gu'), ' ')
}
