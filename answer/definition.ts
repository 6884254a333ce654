/** "Was ist X?": which words are asked about, and whether a sentence says what they mean. Pure but for the analyser. */

import type { Analyser } from '../search/german/analyser.ts'

const asked =
  /^(?:(?:und|also|aber)[\s,]+)?(?:was (?:genau |eigentlich |denn )*(?:ist|sind|bedeute[tn]|heißt|meint|bezeichnet)(?: (?:genau|eigentlich|denn|mit))*|was versteht (?:\p{L}+ ){1,3}unter|wofür steht|definiere|definition(?: von| der| des)?|erklär(?:e|en sie)(?: mir)?|erläutere)\s+(?<term>[^?,]+)/iu
const askedLast = /^(?<term>[^?,]+?) [–-] was (?:ist|sind|heißt|bedeutet) das/iu
const around =
  /^(?:(?:der|die|das|den|dem|des|ein|eine[mnrs]?|unter|mit|wort|begriff|abkürzung)\s+)+|\s+(?:gemeint|ausgeschrieben)\s*$/giu
const further =
  /\s(?:und|oder) (?:von |für |mit )?(?:was|wer|wem|wen|wie|wo|wann|warum|wozu|welche)(?!\p{L}).*$/iu

/** The words that a question wants explained ("Was ist das IT-Grundschutz-Profil?"); null where it asks for something else. */
export function askedTerm(question: string): string | null {
  const text = question.trim()
  const term = (asked.exec(text) ?? askedLast.exec(text))?.groups?.term
  const bare = term?.replace(further, '').replaceAll(around, '').trim()
  return bare && /\p{L}{2}/u.test(bare) ? bare : null
}

const meaning =
  /^(?:Unter (?<under>[„"]?\p{Lu}[^.;:]{0,90}?) versteht man|(?:Als|Mit) (?<as>[„"]?\p{Lu}[^.;:]{0,90}?) (?:bezeichnet|gelten|ist .* gemeint)|(?<subject>[^.;:]{1,110}?)\s(?:(?:bezeichnet|bezeichnen|bedeutet|bedeuten|beschreibt|beschreiben|steht für)(?!\p{L})|(?:ist|sind) (?:eine?[nrms]?|der|die|das|jede[rs]?|\p{Lu}\p{L}+)(?!\p{L})))/u
/** "… ist der Behörde zu melden". */
const toBeDone = /\szu\s\p{Ll}+n[.,;:]|(?:ab|an|auf|aus|bei|ein|fest|mit|nach|vor|weiter)zu\p{Ll}+n[.,;:]/u
const opening = /^(?:(?:[Dd](?:er|ie|as)|[Ee]ine?s?|[Jj]ede[rs]?)\s+)?(?:\p{Ll}[\p{L}-]*\s+){0,3}[„"]?/u

/** True for "X ist ein …", "X (KURZ) bedeutet …", "Unter X versteht man …", where X is the term or a compound or name that ends in it. */
export function definesTerm(sentence: string, term: string, analyser: Analyser): boolean {
  const { under, as, subject } = meaning.exec(sentence)?.groups ?? {}
  const named = under ?? as ?? subject
  if (named === undefined || toBeDone.test(sentence)) return false
  const wanted = analyser.tokens(term).map((token) => token.terms)
  const held = new Set(analyser.tokens(named).flatMap((token) => token.terms))
  const [first = ''] = named.replace(opening, '').split(/\s+/u)
  const short = /\((\p{L}[\p{L}\d-]*)\)/u.exec(named)?.[1] ?? ''
  const heads = new Set(analyser.tokens(`${first} ${short}`).flatMap((token) => headForms(token.terms)))
  return (
    wanted.every((terms) => terms.some((form) => held.has(form))) &&
    wanted.some((terms) => headForms(terms).some((form) => heads.has(form)))
  )
}

/** The word itself and the last part of a compound, which says what it is. */
function headForms(terms: readonly string[]): string[] {
  return [terms[0]!, terms.at(-1)!]
}

/** True where the sentence writes an abbreviation out: "… Verordnung (BITV 2.0)", "WiBA („Weg in die …“)". */
export function expandsTerm(sentence: string, term: string): boolean {
  if (!/^\p{L}*\p{Lu}\p{L}*\p{Lu}[\p{L}\d-]*$/u.test(term)) return false
  return new RegExp(
    `\\p{L}{4,}[“"]? \\((?:[^()]*[\\s,„])?${term}(?![\\p{L}-])|(?<![\\p{L}-])${term} \\([„"]?\\p{Lu}\\p{L}{2}`,
    'u',
  ).test(sentence)
}
