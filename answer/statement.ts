/** What a sentence states: amounts, dates, actors, definitions; and whether it leans on the sentence before it. */

import type { AnswerType } from './question.ts'

const months = 'januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember'
const counts =
  'zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|fünfzig|hundert|tausend|dutzend'
const timeUnits =
  'sekunden?|minuten?|stunden?|std|(?:werk|arbeits|kalender)?tag(?:e[ns]?)?|wochen?|monat(?:e[ns]?|s)?|quartale?n?|jahr(?:e[ns]?|s)?'
const actorNouns =
  'amt|ämter|stellen?|behörden?|verb(?:and|ands|änden?)|bund|bundestags?|landtags?|städtetags?|kreistags?|rat|rats|räte|minister(?:in|ium|ien|iums)?|leitung(?:en)?|spitzen?|beauftragte[mnrs]?|zuständige[nr]?|verantwortliche[nrs]?|stab|stabs|stäbe|teams?|präsident(?:in|en)?|regierung(?:en)?|person(?:en)?|dienst(?:e|es)?|dienstleisters?|vereine?|kommission|konferenz|ausschuss|vorstand|bürgermeister(?:in|s)?|landr(?:at|äte|ätin)|stadt|städten?|kreise?|gemeinden?|kommunen?|land|länder|polizei|cert|verwaltung(?:en)?|unternehmen|einrichtung(?:en)?|institut(?:e|s|ion|ionen)?|hersteller|anbieter|betreiber|arbeitgeber|abteilung(?:en)?|referat|zentrum|zentrale|agentur|gerichte?|leute|beschäftigte[nr]?|mitarbeitende[nr]?|koordinator(?:in|en)?'.replace(
    /(?<=^|\|)\p{L}/gu,
    (letter) => `[${letter.toUpperCase()}${letter}]`,
  )

/** Whole words: `\b` knows no umlauts. */
const word = (pattern: string) => `(?<!\\p{L})(?:${pattern})(?!\\p{L})`

const patterns: Record<Exclude<AnswerType, 'any'>, RegExp> = {
  quantity: new RegExp(
    `\\d|${word(`${counts}|hälfte|drittel|viertel|doppelt|(?:ein|${counts})mal|einzige[mnrs]?|keine?[nr]? einzige[nr]?`)}`,
    'iu',
  ),
  money: new RegExp(
    `\\d[\\d.,]*\\s*(?:tsd\\.?|mio\\.?|mrd\\.?|millionen?|milliarden?)?\\s*(?:€|euro|eur(?!\\p{L})|us-dollar|dollar)|(?:€|\\$)\\s*\\d|${word('(?:million(?:en)?|milliarden?|tausend) (?:euro|dollar)|kostenlos|kostenfrei|gebührenfrei|unentgeltlich')}`,
    'iu',
  ),
  date: new RegExp(
    `(?<![\\p{L}\\d])(?:\\d{1,2}\\.\\s?(?:\\d{1,2}\\.|(?:${months})(?!\\p{L}))|(?:${months})\\s+\\d{4}|(?:19|20)\\d\\d(?!\\d))`,
    'iu',
  ),
  duration: new RegExp(
    `(?:\\d+|(?<!\\p{L})(?:${counts}|eine[mnrs]?|ein))[\\s-]+(?:${timeUnits})(?!\\p{L})|(?:\\d+-?|(?<!\\p{L})(?:ein|${counts}))(?:sekünd|minüt|stünd|täg|wöch|monat|jähr)(?:ig|lich)|\\d+/7(?!\\d)|${word('unverzüglich|sofort|umgehend|(?:vierteljähr|halbjähr|stünd|täg|wöchent|monat|jähr)lich|regelmäßig|wochenlang|monatelang|jahrelang|tagelang|stundenlang|rund um die uhr|dauerhaft')}`,
    'iu',
  ),
  actor: new RegExp(
    `(?<![\\p{L}-])(?:\\p{Lu}{2,}[\\p{L}-]*|(?=\\p{Lu})[\\p{L}-]*(?:${actorNouns}))(?![\\p{L}])`,
    'u',
  ),
  place:
    /(?<!\p{L})(?:[Ii]n|[Ii]m|[Bb]ei|[Bb]eim|[Aa]uf|[Uu]nter|[Aa]m|[Aa]n|[Aa]us|[Nn]ach|[Zz]ur|[Zz]um|[Üü]ber|[Ii]nnerhalb|[Aa]ußerhalb)\s+(?:(?:der|dem|den|die|das|des|eine[mnrs]?|jede[mnrs]?)\s+)?\p{Lu}/u,
  contact:
    /\+?\d[\d\s/()–-]{4,}\d|[\w.+-]+@[\p{L}\d-]+\.\w+|(?:nummer|notruf|telefon)\D{0,20}(?<!\d)\d{3}(?!\d)|(?<!\d)\d{3}(?!\d)\D{0,20}(?:nummer|notruf)/iu,
  reason: new RegExp(
    word(
      'weil|denn|da|damit|deshalb|deswegen|daher|darum|aufgrund|wegen|\\p{L}*gr(?:und|ünden?)|begründ\\p{L}*|ursache\\p{L}*|um(?!\\p{L}).*(?<!\\p{L})\\p{L}*zu\\p{L}*|dadurch|folglich|nämlich|sodass|so dass|dient|dienen|zweck|zwecke|ziel|ziele',
    ),
    'iu',
  ),
}

/** True when the sentence holds the kind of statement that the question asks for; `any` is always held. */
export function holdsType(sentence: string, type: AnswerType): boolean {
  return type === 'any' || patterns[type].test(sentence)
}

/** True when a number stands shortly before a form of the noun ("36 Seiten", "zwölf neue Checklisten"). */
export function countsNoun(sentence: string, isForm: (word: string) => boolean): boolean {
  const words = sentence.match(/[\p{L}\d](?:[\p{L}\d.,-]*[\p{L}\d])?/gu) ?? []
  return words.some((word, i) => isForm(word) && words.slice(Math.max(0, i - COUNT_REACH), i).some(isNumber))
}

const COUNT_REACH = 4
const numberWord = new RegExp(`^(?:${counts}|\\d[\\d.,]*)$`, 'iu')

function isNumber(word: string): boolean {
  return numberWord.test(word)
}

const dutyWords =
  /(?<!\p{L})(?:muss|müssen|musste[n]?|müssten?|soll(?:en|te|ten)?|darf|dürfen|dürften?|verpflicht\p{L}*|\p{L}*pflicht\p{L}*|erforderlich|notwendig|nötig|verboten|untersagt|zulässig|unzulässig|empf[aio]?[eh]+l\p{L}*|rät|raten|vorgeschrieben|gilt|gelten|braucht|brauchen)(?!\p{L})/iu
const toBeDone =
  /(?<!\p{L})(?:ist|sind|hat|haben|bleibt|bleiben)\s(?:[^.;:]*\s)?(?:zu\s\p{Ll}+|(?:ab|an|auf|aus|bei|durch|ein|fest|her|hin|mit|nach|sicher|um|vor|weiter|wieder)\p{Ll}*zu\p{Ll}+)n(?!\p{L})/u

export function statesDuty(sentence: string): boolean {
  return dutyWords.test(sentence) || isToBeDone(sentence)
}

/** True for "ist … zu melden", "haben … einzuhalten". */
export function isToBeDone(sentence: string): boolean {
  return toBeDone.test(sentence)
}

const definitionVerb =
  /^(?:(?:der|die|das|ein|eine|unter|als|bei)\s+)?[„"]?\p{Lu}[^.;:]{0,90}?\s(?:ist|sind|bezeichnet|bezeichnen|bedeutet|heißt|meint|steht für|versteht man|umfasst|beschreibt|gilt als|gelten als|handelt es sich)(?!\p{L})/u

/** True for the form "X ist ein …", as definitions and first sentences of guides have it. */
export function isDefinition(sentence: string): boolean {
  return definitionVerb.test(sentence)
}

const leaning =
  /^(?:denn|doch|aber|sondern|(?:(?:und|auch|sowie|erst)\s+)?(?:dies(?:e[mnrs]?)?|jene[mnrs]?|solche[mnrs]?|er|sie|es|ihm|ihnen|ihre?[mnrs]?|seine?[mnrs]?|deren|dessen|dann|dort|dabei|dafür|dagegen|daher|dadurch|damit|danach|daneben|daran|darauf|daraus|darin|darüber|darum|darunter|davon|davor|dazu|hier|hierbei|hierdurch|hierfür|hierzu|hiervon|hingegen|deshalb|deswegen|demnach|dementsprechend|dennoch|trotzdem|außerdem|überdies|zudem|ferner|ebenso|ebenfalls|gleichzeitig|zugleich|zusätzlich|anschließend|stattdessen|vielmehr|somit|folglich|weiterhin|allerdings|jedoch|sonst|ansonsten|andernfalls|letztere[mnrs]?|erstere[mnrs]?|beide[mnrs]?|so))(?!\p{L})/iu
/** "Das gilt auch …": after an article no word ends like a verb. */
const pointing =
  /^(?:[Uu]nd |[Aa]uch )?[Dd]as (?!(?:mit|seit|laut|samt|nicht)\s)(?:\p{Ll}+t|sind|kann|können|muss|müssen|darf|soll|sollen|sollte|wird|wurde|wäre|würde|war)(?!\p{L})/u
const impersonal =
  /^es (?:gibt|ist|sind|wird|werden|wurden?|besteht|bestehen|gilt|gelten|geht|handelt|empfiehlt|genügt|reicht|liegt|liegen|bedarf|braucht|muss|müssen|kann|können|darf|dürfen|soll|sollen|sollten?|fehlt|fehlen|kommt|kommen)(?!\p{L})/iu
/** "Damit die Verwaltung arbeiten kann, …" says its own purpose. */
const purpose = /^damit\s(?:d(?:er|ie|as|en|em)|eine?[mnrs]?|alle|keine?|sie|es|man|wir|im|in|bei)\s[^.]*,/iu

/** True when a sentence starts with a word that points back ("Diese Frist …"), so that it is not understood alone. */
export function leansOnPrevious(sentence: string): boolean {
  const text = sentence.trim()
  return pointing.test(text) || (leaning.test(text) && !impersonal.test(text) && !purpose.test(text))
}

/** True for a sentence that announces what follows, such as the lead of a list. */
export function isLeadIn(sentence: string): boolean {
  return /:\s*$/u.test(sentence)
}
