/** Tells whether a question leans on the conversation ("Und wie lange?"), and on which earlier question. */

import type { Turn } from './answer.ts'

const elliptic =
  /^(?:und|was ist mit|wie (?:sieht|steht) es|gilt das|warum (?:das|nicht)|wieso (?:das|nicht)|wie (?:genau|lange|oft|viel|viele|hoch)\??$|bis wann\??$|ab wann\??$|wann\??$|wo\??$|wer\??$|von wem\??$|wofür\??$|warum\??$|welche\??$)/iu
const backward =
  /(?<!\p{L})(?:das|dies(?:e[mnrs]?)?|dort|dabei|dafür|dagegen|daran|darauf|daraus|darin|darüber|davon|dazu|damit|hierfür|hierzu|hierbei|er|sie|ihn|ihm|ihnen|deren|dessen|diese[rmn]? frist|jene[rmns]?)(?!\p{L})/iu
const article = /(?<!\p{L})(?:das|die|der) \p{Lu}/u
const content = /(?<!\p{L})\p{Lu}[\p{L}-]{2,}|\d/gu

/** The last question of the user that stands alone, without its closing marks; null when there is none. */
export function topicOf(question: string, conversation: readonly Turn[]): string | null {
  const earlier = conversation.filter((turn) => turn.role === 'user').map((turn) => turn.content.trim())
  const topic =
    earlier.findLast((text) => text !== '' && !refersBack(text)) ?? earlier.find((text) => text !== '')
  return topic === undefined || topic === question.trim() ? null : topic.replace(/[?!.\s]+$/u, '')
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
