/** What no answer may hold, whatever the sources say: marks of its own, addresses, other languages, orders to a reader. Pure. */

const INVISIBLE = /[\p{Cf}\p{Co}\p{Cn}]|(?!\s)\p{Cc}/gu
/** "[1]", "[1, 2]", "【3†Quelle】", "(Quelle 4)": sources are found by checking, never by what the model says. */
const MARKS =
  /\s*(?:[[【]\s*(?:(?:Quellen?|Q|source|doc)\.?\s*)?\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*(?:†[^\]】]*)?[\]】]|\(\s*(?:siehe\s+)?(?:Quellen?|sources?)\.?\s*(?:Nr\.\s*)?\d{1,3}(?:\s*(?:[,;–-]|und)\s*\d{1,3})*\s*\))/giu
const EMPHASIS = /\*\*|__|(?<=^|\s)[*_](?=\S)|(?<=\S)[*_](?=\s|$|[.,;:])|`/gu
const MARKUP = /\]\(|!\[|<\/?\p{L}|<!--|\[[^\]]*\]:/u
const ADDRESS =
  /[\p{L}\d.+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+|(?:[a-z][a-z\d+.-]*:\/\/|www\.)[^\s)»“"]+|(?<![\p{L}\d.@-])(?:[\p{L}\d-]{2,}\.)+\p{Ll}{2,}(?:\/[^\s)»“"]*)?(?![\p{L}\d])/giu
/** Orders to a model, as injected texts give them: to forget its rules, to play a part, to say something. */
const ORDER = [
  /^\W*(?:bitte\s+)?(?:ignorier|ignoriere|vergiss|missachte|übergehe|umgehe|ignore|disregard|forget|override|antworte|schreib|schreibe|sag|sage|behaupte|gib|wiederhole|füge|nenne|respond|reply|answer|say|repeat)(?!\p{L})/iu,
  /^\W*(?:bitte\s+)?(?:ignorieren|vergessen|missachten|übergehen|umgehen)\s+sie\s.*(?:anweisung|instruktion|vorgabe|regel|prompt)/iu,
  /^\W*(?:du bist (?:jetzt|nun|ab)|you are now|ab (?:jetzt|sofort) (?:antwortest|bist|sprichst|schreibst) du)(?!\p{L})/iu,
  /^\W*als (?:ki|sprachmodell|chatbot|assistent|language model)[\p{L}-]*\s(?:kann|darf|habe|bin|werde)\sich(?!\p{L})/iu,
]

const words = (list: string) => new Set(list.trim().split(/\s+/u))
/** None of these is a common word in English, French or Italian texts. */
const GERMAN = words(`
  der das den dem eine einer eines einem einen ist sind wird werden wurde wurden und oder aber nicht kein keine keiner
  keinen mit von vom zu zum zur für auf im bei beim nach durch aus über unter als wie wenn dass ob weil damit muss müssen
  kann können soll sollen sollte sollten darf dürfen hat haben hatte sich auch nur noch sowie sofern falls bis ab vor
  zwischen gegen ohne innerhalb binnen diese dieser dieses diesem diesen alle jede jeder jedes gilt gelten ihre ihrer
  sein seine sie er es wir ich`)
const ENGLISH = words(`
  the of and to is are was were for with that this these those must should shall may can be been by not or it its you your
  from have has within all any which who when where there their they on at if into do does`)

const MIN_WORDS = 3

/** The sentence without marks, emphasis, invisible characters and a list's punctuation; verbatim otherwise. */
export function cleanSentence(text: string): string {
  const bare = text.replace(INVISIBLE, '').replace(MARKS, '').replace(EMPHASIS, '')
  return bare
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\s*[;,]$/u, '')
}

/** German reason why the sentence may not be shown; null where it may go on to the check. */
export function screenSentence(text: string, evidence: readonly { text: string }[]): string | null {
  if (MARKUP.test(text)) return 'Enthält Auszeichnungen oder Links.'
  const address = (text.match(ADDRESS) ?? []).find(
    (found) => !evidence.some((own) => own.text.includes(found)),
  )
  if (address) return `Die Adresse „${address}“ steht in keiner Quelle.`
  if (isOrder(text)) return 'Ist eine Aufforderung und keine Auskunft.'
  if (!isGerman(text)) return 'Ist nicht auf Deutsch.'
  return countWords(text) < MIN_WORDS ? 'Ist kein vollständiger Satz.' : null
}

/** True for a sentence that tells a model what to do, in an answer or in a document. */
export function isOrder(text: string): boolean {
  return ORDER.some((pattern) => pattern.test(text))
}

function isGerman(text: string): boolean {
  const all = toWords(text)
  const german = all.filter((word) => GERMAN.has(word)).length
  const english = all.filter((word) => ENGLISH.has(word)).length
  return english === 0 && all.length <= 4 ? true : german > english
}

function countWords(text: string): number {
  return toWords(text).length
}

function toWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
}
