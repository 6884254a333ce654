/** Another strength of obligation, and negations put in or taken out. */

import { type Perturbation, pick, replaceAt } from './perturbation.ts'

/** Each word with others of the same form that bind more or less. */
const FORCES: [RegExp, string[]][] = [
  [/(?<!\p{L})muss(?!\p{L})/giu, ['kann', 'sollte']],
  [/(?<!\p{L})müssen(?!\p{L})/giu, ['können', 'sollten', 'dürfen']],
  [/(?<!\p{L})soll(?!\p{L})/giu, ['muss', 'kann']],
  [/(?<!\p{L})sollen(?!\p{L})/giu, ['müssen', 'können']],
  [/(?<!\p{L})sollte(?!\p{L})/giu, ['muss', 'kann']],
  [/(?<!\p{L})sollten(?!\p{L})/giu, ['müssen', 'können']],
  [/(?<!\p{L})kann(?!\p{L})/giu, ['muss', 'soll']],
  [/(?<!\p{L})können(?!\p{L})/giu, ['müssen', 'sollen']],
  [/(?<!\p{L})darf(?!\p{L})/giu, ['muss', 'soll']],
  [/(?<!\p{L})dürfen(?!\p{L})/giu, ['müssen', 'sollen']],
  [/(?<!\p{L})verpflichtet(?!\p{L})/gu, ['berechtigt']],
  [/(?<!\p{L})erforderlich(?!\p{L})/gu, ['freiwillig', 'zulässig']],
  [/(?<!\p{L})empfiehlt(?!\p{L})/gu, ['verlangt']],
  [/(?<!\p{L})empfohlen(?!\p{L})/gu, ['vorgeschrieben']],
]

export const changeObligation: Perturbation = {
  kind: 'obligation',
  expected: 'unsupported',
  change(sentence, { random }) {
    const found = FORCES.flatMap(([pattern, others]) =>
      [...sentence.matchAll(pattern)].map((match) => ({ match, others })),
    )
    const chosen = pick(found, random)
    return chosen && replaceAt(sentence, chosen.match, pick(chosen.others, random)!)
  },
}

/** "nicht" goes, "kein" becomes "ein"; "nicht nur" and the like negate nothing and stay. */
export const dropNegation: Perturbation = {
  kind: 'negation',
  expected: 'unsupported',
  change(sentence, { random }) {
    const found = [
      ...sentence.matchAll(
        /(?<=\p{L}[\p{L},]*\s)nicht (?!nur|mehr|zuletzt|weniger|allein|selten|öffentlich)/gu,
      ),
      ...sentence.matchAll(/(?<!\p{L})kein(?=e[nmrs]? \p{L}|\s)(?!e[nmrs]?\s\p{L}+(?:en|n)(?!\p{L}))/giu),
    ]
    const match = pick(found, random)
    return match && replaceAt(sentence, match, /^k/iu.test(match[0]) ? 'ein' : '')
  },
}

/** "nicht" before the infinitive or participle that ends the clause. */
export const addNegation: Perturbation = {
  kind: 'negation',
  expected: 'unsupported',
  change(sentence) {
    if (/(?<!\p{L})(?:nicht|kein|nie|ohne|weder|nur)/iu.test(sentence)) return null
    const match =
      /^(?<lead>[^,;:()]*?(?<!\p{L})(?:ist|sind|wird|werden|wurde|wurden|hat|haben|kann|können|darf|dürfen|soll|sollen|sollte|sollten) [^,;:()]*?)(?<end>(?:zu )?\p{Ll}{4,}(?:t|en))(?: (?:werden|sein|worden))?\.$/u.exec(
        sentence,
      )
    if (!match) return null
    const at = match.groups!.lead!.length
    return `${sentence.slice(0, at)}nicht ${sentence.slice(at)}`
  },
}
