/** Tells whether a question leans on the conversation ("Und wie lange?"), and on which earlier question. */

import type { Turn } from './answer.ts'

const elliptic =
  /^(?:und(?!\p{L})|was ist mit(?!\p{L}|.* gemeint)|wie (?:sieht|steht) es(?!\p{L})|\p{L}+ das (?:auch|nur|immer|noch|schon|nicht|überhaupt|für|bei|in|im|mit|ab)(?!\p{L})|warum (?:das|nicht)(?!\p{L})|wieso (?:das|nicht)(?!\p{L})|wie (?:genau|lange|oft|viel|viele|hoch)\??$|bis wann\??$|ab wann\??$|wann\??$|wo\??$|wer\??$|von wem\??$|wofür\??$|warum\??$|welche\??$)/iu
/** Small letters only: "Sie" and "Ihnen" address the reader. After a comma these words begin a clause. */
const backward =
  /(?<!\p{L}|,\s)(?:das|dies(?:e[mnrs]?)?|dort|dabei|dafür|dagegen|daran|darauf|daraus|darin|darüber|davon|dazu|damit|hierfür|hierzu|hierbei|er|sie|ihn|ihm|ihnen|deren|dessen|jene[rmns]?)(?!\p{L})/u
const address = /(?<!\p{L})(?:Sie|Ihnen|Ihre?[mnrs]?)(?!\p{L})/gu
/** "das Profil", "das neue Profil". */
const named =
  /(?<!\p{L})(?:das|die|der) (?:(?!\p{L}?eine?[mnrs]?\s|alle[mnrs]?\s)\p{Ll}[\p{L}-]*e[mnrs]? ){0,2}\p{Lu}/gu
const content = /(?<!\p{L})(?:\p{Lu}[\p{L}-]{2,}|\p{Lu}[\p{L}-]*\p{Lu}[\p{L}-]*)|\d+/gu
/** "Dark Site – was ist das?" */
const ownQuestion = /[–-] ?was (?:ist|sind|heißt|bedeutet) das\?*$/iu
/** What is a name even as the first word. */
const marked = /^(?=\S*(?:\p{L}\S*\p{Lu}|\d))\S*[\p{L}\d]/u

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
  if (ownQuestion.test(text)) return false
  const names = countNames(text)
  if (names === 0 && text.split(/\s+/u).length <= 6) return true
  return names <= 1 && backward.test(toPointers(text))
}

/** Nouns (capitalised words after the first), abbreviations and numbers. */
function countNames(text: string): number {
  const others = text.replace(/^\S+/u, '').replaceAll(address, ' ').match(content) ?? []
  return Number(marked.test(text)) + others.length
}

/** Where pronouns point back: not to what the question itself names before its comma, or as in "das Profil". */
function toPointers(text: string): string {
  const clause = text.split(',')[0]!
  const own = countNames(clause) > 0 ? clause : text
  const opening = own.startsWith('Sie ') ? own : own.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())
  return opening.replaceAll(named, ' ')
}
