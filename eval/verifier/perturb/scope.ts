/** Quantifiers turned round or dropped, relations turned round, conditions dropped. */

import { type Perturbation, pick, replaceAt } from './perturbation.ts'

const SWAPS: [RegExp, string][] = [
  [/(?<!\p{L})mindestens(?!\p{L})/giu, 'höchstens'],
  [/(?<!\p{L})wenigstens(?!\p{L})/giu, 'höchstens'],
  [/(?<!\p{L})(?:höchstens|maximal)(?!\p{L})/giu, 'mindestens'],
  [/(?<!\p{L})mehr als(?= (?:\d|die|zwei|drei|vier|fünf|zehn))/giu, 'weniger als'],
  [/(?<!\p{L})weniger als(?= (?:\d|die|zwei|drei|vier|fünf|zehn))/giu, 'mehr als'],
  [/(?<!\p{L})bis zu(?= \d)/giu, 'mehr als'],
  [/(?<!\p{L})einige(?!\p{L})/giu, 'alle'],
  [/(?<!\p{L})viele(?!\p{L})/giu, 'alle'],
  [/(?<!\p{L})die meisten(?!\p{L})/giu, 'alle'],
  [/(?<!\p{L}|vor )alle(?= \p{L}{4})/gu, 'einige'],
  [/(?<!nicht |\p{L})(?:nur|ausschließlich|lediglich) (?=\p{L})/gu, ''],
  [/(?<!\p{L})in der Regel /gu, 'immer '],
]

export const changeQuantifier: Perturbation = {
  kind: 'quantifier',
  expected: 'unsupported',
  change(sentence, { random }) {
    const found = SWAPS.flatMap(([pattern, words]) =>
      [...sentence.matchAll(pattern)].map((match) => ({ match, words })),
    )
    const chosen = pick(found, random)
    return chosen && replaceAt(sentence, chosen.match, chosen.words)
  },
}

const RELATIONS: [RegExp, string][] = [
  [/(?<!\p{L})vor (?=(?:de[rm]|einer|einem|Beginn|Ablauf|Inkrafttreten)(?!\p{L}))/giu, 'nach '],
  [
    /(?<!\p{L})nach (?=(?:Ablauf|Beginn|Abschluss|Eingang|Bekanntwerden|Erteilung|Zustellung|Bekanntgabe|jeder|dem Einzug)(?!\p{L}))/giu,
    'vor ',
  ],
  [/(?<!\p{L})ohne (?=\p{Lu})/gu, 'mit '],
  [/(?<!\p{L})innerhalb (?=de[rs])/giu, 'außerhalb '],
]

export const changeRelation: Perturbation = {
  kind: 'relation',
  expected: 'unsupported',
  change(sentence, { random }) {
    const found = RELATIONS.flatMap(([pattern, words]) =>
      [...sentence.matchAll(pattern)].map((match) => ({ match, words })),
    )
    const chosen = pick(found, random)
    return chosen && replaceAt(sentence, chosen.match, chosen.words)
  },
}

const WORD = '(?:wenn|sofern|falls|soweit|es sei denn|außer)'
const AT_END = new RegExp(
  `^(?<main>[^;:]{20,}?),(?: (?:nur|jedoch|insbesondere|aber))? ${WORD} [^;:]{10,}\\.$`,
  'u',
)
const IN_FRONT = /^(?:Wenn|Sofern|Falls|Soweit) [^,;:]{8,}, (?:so )?(?<verb>\p{Ll}+) (?<rest>[^;:]{12,})$/u
const PHRASE =
  /(?<=\p{L} )(?:auf Antrag|mit Zustimmung (?:de[rs] )?\p{Lu}\p{L}+|in der Regel|bei Bedarf|auf Verlangen|nur auf Antrag|in begründeten Fällen|im Einzelfall) /u

/** The clause with wenn, sofern, falls, or a phrase such as "auf Antrag", is left out. */
export const dropCondition: Perturbation = {
  kind: 'condition',
  expected: 'partly',
  change(sentence) {
    const end = AT_END.exec(sentence)
    if (end && !/(?<!\p{L})(?:nur|erst|auch|selbst|als ob|oder|und|dann)$/u.test(end.groups!.main!))
      return `${end.groups!.main}.`
    const front = IN_FRONT.exec(sentence)
    if (front) {
      const [subject, ...others] = front.groups!.rest!.split(' ')
      if (/^(?:er|sie|es|man|d(?:ie|er|as))$/u.test(subject!)) {
        const noun = /^\p{Lu}/u.test(others[0] ?? '') ? others.shift()! : null
        if (noun) return `${capital(subject!)} ${noun} ${front.groups!.verb} ${others.join(' ')}`
      }
      return null
    }
    return PHRASE.test(sentence) ? sentence.replace(PHRASE, '') : null
  },
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
