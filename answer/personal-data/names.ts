/** Names behind a form of address or a title. Offices ("Frau Bürgermeisterin") and ordinary words are none. */

import type { Place } from './matches.ts'

const TITLE =
  '(?:(?:Prof|Dr|Dipl|Mag|med|jur|rer|nat|phil|pol|iur|h|c)\\.(?:[- ]?(?:Ing|Inf|Kfm|med|jur|rer|nat|phil|pol|iur|h|c)\\.)*|Professorin|Professor|Doktor)'
const PARTICLE = '(?:von|van|vom|zu|zum|de|del|della|di|du|ten|ter|la|le|al|el)(?: (?:der|den|dem|und zu))?'
const WORD = "\\p{Lu}[\\p{Ll}'’]+(?:-\\p{Lu}[\\p{Ll}'’]+)*"
const NAME = `(?:${PARTICLE} )?${WORD}`
const ADDRESS = '(?:Frau|Herrn?|Hr\\.|Fr\\.|Mr\\.?|Mrs\\.?|Ms\\.?|Fräulein)'

const ADDRESSED = new RegExp(
  `(?<![\\p{L}\\d-])${ADDRESS} (?:${TITLE} ?)*(${NAME}(?: ${NAME})?)(?![\\p{L}\\d])`,
  'gu',
)
const TITLED = new RegExp(
  `(?<![\\p{L}\\d-])(?:Prof\\. )?(?:Dr|Prof)\\.(?: ${TITLE})* (${NAME}(?: ${NAME})?)(?![\\p{L}\\d])`,
  'gu',
)

/** "eine Frau", "als Frau", "Mann und Frau": a woman, and no form of address. */
const NO_ADDRESS =
  /(?:(?:^|\P{L})(?:k?ein|k?einen|k?einem|k?eine|k?einer|jede|jeder|jeden|jedem|manche|welche|welcher|als|pro|je|für|schwangere\p{L}?|Mann und|Mann oder|Mann\/)) ?$/iu
const OFFICE =
  /(?:(?:bürger|haus|brand|polizei|schul|stadtbau)meister|(?:land|stadt|kreis|gemeinde|ober|bau|schul|studien|amts|hof|bundes|regierungs|verwaltungs|ministerial|polizei)r[aä]t|minister|kanzler|präsident|direktor|leiter|dezernent|vorsitzende|beauftragte|sekretär|kolleg|doktor|professor|anw[aä]lt|referent|abgeordnete|kommissar|inspektor|beigeordnete|intendant|vorsteher|pfarrer|botschafter|senator|amtmann|verwalter|wehrführer|generalin)(?:in|innen|e|er|n|r|s)?$/u
/** Endings of nouns that no family name has, and words that often follow "die Frau" in a rule. */
const NOUN =
  /(?:ung|heit|keit|schaft|tion|ität|tum|nis|schutz|zeit|geld|recht|anspruch|zulage|urlaub|pflicht)(?:en|s|e)?$/iu

export function findNames(text: string): Place[] {
  return [...text.matchAll(ADDRESSED), ...text.matchAll(TITLED)].flatMap((match) => {
    if (NO_ADDRESS.test(text.slice(0, match.index)) && !/\.$/.test(match[0].split(' ')[0]!)) return []
    const name = match[1]!
    const words = name.split(' ').filter((word) => /^\p{Lu}/u.test(word))
    const own = words.filter((word) => !isOffice(word) && !NOUN.test(word))
    if (own.length === 0 || (NOUN.test(words[0]!) && !isOffice(words[0]!))) return []
    return [{ start: match.index, end: match.index + match[0].length }]
  })
}

function isOffice(word: string): boolean {
  return OFFICE.test(word.toLowerCase())
}
