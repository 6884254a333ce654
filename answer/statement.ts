/** What a sentence states: amounts, dates, actors, definitions; and whether it leans on the sentence before it. */

import type { AnswerType } from './question.ts'

const months = 'januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember'
const numberWords =
  'ein(?:e[mnrs]?)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|fünfzig|hundert|tausend'

const patterns: Record<Exclude<AnswerType, 'any'>, RegExp> = {
  quantity: new RegExp(
    `\\d|\\b(?:${numberWords.replace('ein(?:e[mnrs]?)?|', '')}|hälfte|drittel|viertel|doppelt)\\b`,
    'iu',
  ),
  money:
    /\d[\d.,]*\s*(?:mio\.?|mrd\.?|millionen?|milliarden?)?\s*(?:€|euro|eur\b|us-dollar|dollar)|(?:€|\$)\s*\d|\b(?:kostenlos|kostenfrei|gebührenfrei|unentgeltlich)\b/iu,
  date: new RegExp(
    `\\b(?:\\d{1,2}\\.\\s?(?:\\d{1,2}\\.|(?:${months})\\b)|(?:${months})\\s+\\d{4}|(?:19|20)\\d\\d)`,
    'iu',
  ),
  duration: new RegExp(
    `(?:\\d+|\\b(?:${numberWords}))[\\s-]+(?:sekunden?|minuten?|stunden?|tage?n?|werktage?n?|wochen?|monate?n?s?|jahre?n?s?)\\b|\\b(?:unverzüglich|sofort|umgehend|täglich|wöchentlich|monatlich|jährlich|regelmäßig|vierteljährlich|wochenlang|monatelang|jahrelang|rund um die uhr|dauerhaft)\\b`,
    'iu',
  ),
  actor:
    /\b\p{Lu}{2,}[\p{L}-]*\b|\b\p{Lu}[\p{L}-]*(?:amt|stelle|behörde|verband|bund|tag|rat|ministerium|leitung|spitze|beauftragte[rn]?|stab|team|präsident(?:in)?|minister(?:in)?|person|dienst|dienstleister|verein|kommission|konferenz|bürgermeister(?:in)?|landrat|stadt|kreis|gemeinde|polizei|cert|verwaltung|leute|beschäftigte[rn]?)\b/u,
  place:
    /\b(?:in|im|bei|auf|unter|am|an|aus|nach|zur|zum|über|innerhalb|außerhalb)\s+(?:(?:der|dem|den|die|das|einer|einem|jeder|jedem)\s+)?\p{Lu}/u,
  contact:
    /\+?\d[\d\s/()–-]{4,}\d|[\w.+-]+@[\w-]+\.\w+|(?:nummer|notruf|telefon)\D{0,20}\b\d{3}\b|\b\d{3}\b\D{0,20}(?:nummer|notruf)/iu,
  reason:
    /\b(?:weil|denn|da|damit|deshalb|daher|darum|aufgrund|wegen|grund|gründe|begründ\w*|ursache\w*|um\b.*\bzu|dadurch|folglich|nämlich|dient|zweck|ziel)\b/iu,
}

/** True when the sentence holds the kind of statement that the question asks for; `any` is always held. */
export function holdsType(sentence: string, type: AnswerType): boolean {
  return type === 'any' || patterns[type].test(sentence)
}

/** True when a number stands shortly before a form of the noun ("36 Seiten", "zwölf neue Checklisten"). */
export function countsNoun(sentence: string, isForm: (word: string) => boolean): boolean {
  const words = sentence.match(/[\p{L}\d][\p{L}\d.,-]*/gu) ?? []
  return words.some((word, i) => isForm(word) && words.slice(Math.max(0, i - COUNT_REACH), i).some(isNumber))
}

const COUNT_REACH = 4
const numberWord = new RegExp(`^(?:${numberWords.replace('ein(?:e[mnrs]?)?|', '')}|\\d[\\d.,]*)$`, 'iu')

function isNumber(word: string): boolean {
  return numberWord.test(word)
}

const dutyWords =
  /\b(?:muss|müssen|musste[n]?|soll(?:en|te|ten)?|darf|dürfen|ist zu|sind zu|hat .* zu|haben .* zu|verpflicht\w*|pflicht\w*|erforderlich|notwendig|nötig|verboten|untersagt|zulässig|unzulässig|empf[ie]+hl\w*|empfohlen|rät|raten|vorgeschrieben|gilt|gelten|braucht|brauchen)\b/iu

export function statesDuty(sentence: string): boolean {
  return dutyWords.test(sentence)
}

const definitionVerb =
  /^(?:(?:der|die|das|ein|eine|unter|als|bei)\s+)?[„"]?\p{Lu}[^.;:]{0,90}?\s(?:ist|sind|bezeichnet|bezeichnen|bedeutet|heißt|meint|steht für|versteht man|umfasst|beschreibt|gilt als|handelt es sich)\b/u

/** True for the form "X ist ein …", as definitions and first sentences of guides have it. */
export function isDefinition(sentence: string): boolean {
  return definitionVerb.test(sentence)
}

const leaning =
  /^(?:(?:und|aber|denn|auch|doch|sondern|sowie)\b\s*)?(?:dies(?:e[mnrs]?)?|jene[mnrs]?|solche[mnrs]?|er|sie|es|ihm|ihnen|ihre?[mnrs]?|seine?[mnrs]?|deren|dessen|dort|dabei|dafür|dagegen|daher|dadurch|damit|danach|daneben|daran|darauf|daraus|darin|darüber|darum|darunter|davon|davor|dazu|hier|hierbei|hierfür|hierzu|hiervon|deshalb|deswegen|dennoch|trotzdem|außerdem|zudem|ferner|ebenso|ebenfalls|gleichzeitig|zugleich|zusätzlich|allerdings|jedoch|sonst|andernfalls|letztere[mnrs]?|erstere[mnrs]?|beide[mnrs]?|so)\b/iu
const impersonal =
  /^es (?:gibt|ist|sind|besteht|bestehen|gilt|gelten|handelt|empfiehlt|genügt|reicht|muss|kann|darf|soll|fehlt|fehlen|kommt)\b/iu

/** True when a sentence starts with a word that points back ("Diese Frist …"), so that it is not understood alone. */
export function leansOnPrevious(sentence: string): boolean {
  const text = sentence.trim()
  return leaning.test(text) && !impersonal.test(text)
}

/** True for a sentence that announces what follows, such as the lead of a list. */
export function isLeadIn(sentence: string): boolean {
  return /:\s*$/u.test(sentence)
}
