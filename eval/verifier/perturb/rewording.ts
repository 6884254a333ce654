/** The same said otherwise, as far as that can be done by rule: dates, numbers, units, short forms, order of clauses. */

import { numberWord } from '../../../answer/verify/number-words.ts'
import type { Perturbation } from './perturbation.ts'

const MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')
const LONG_DATE = new RegExp(`(\\d{1,2})\\. (${MONTHS.join('|')}) (\\d{4})`, 'u')
const LABEL =
  '(?:Absatz|Abs\\.|Satz|Nummer|Nr\\.|Artikel|Art\\.|§|Anlage|Anhang|Kapitel|Buchstabe|Stufe|Klasse|Seite)'
const WORDS = ['zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf']

const CHANGES: ((sentence: string) => string)[] = [
  (sentence) =>
    sentence.replace(
      LONG_DATE,
      (_, day, month, year) =>
        `${day.padStart(2, '0')}.${`${MONTHS.indexOf(month) + 1}`.padStart(2, '0')}.${year}`,
    ),
  (sentence) =>
    sentence.replace(
      new RegExp(`(?<=\\p{Ll} )(?<!${LABEL} )(?:${WORDS.join('|')})(?= \\p{L})`, 'u'),
      (word) => `${numberWord(word)}`,
    ),
  (sentence) =>
    sentence.replace(
      new RegExp(`(?<=\\p{L} )(?<!${LABEL} )([2-9]|1[0-2])(?= \\p{Lu})`, 'u'),
      (digits) => WORDS[Number(digits) - 2]!,
    ),
  (sentence) => sentence.replace(/(?<=\d) Prozent(?!\p{L})/u, ' %').replace(/(?<=\d) Euro(?!\p{L})/u, ' €'),
  (sentence) =>
    sentence.replace(/(?:\p{L}+[\s-])+\p{L}+ \((\p{Lu}{2,6})\)(?= (?:ist|hat|muss|kann|soll|nennt))/u, '$1'),
  (sentence) =>
    sentence.replace(/(?<!\p{L})Artikel (?=\d)/u, 'Art. ').replace(/(?<!\p{L})Absatz (?=\d)/u, 'Abs. '),
  (sentence) =>
    sentence.replace(
      /^(\p{Lu}[^,;:]+?), (wenn|sofern|falls|soweit) ([^,;:]+)\.$/u,
      (_, main: string, word: string, rest: string) =>
        `${word.charAt(0).toUpperCase()}${word.slice(1)} ${rest}, gilt: ${main}.`,
    ),
]

/** The first change that changes something. */
export const reword: Perturbation = {
  kind: 'paraphrase',
  expected: 'supported',
  change(sentence) {
    for (const change of CHANGES) {
      const changed = change(sentence)
      if (changed !== sentence) return changed
    }
    return null
  },
}

export const keep: Perturbation = { kind: 'verbatim', expected: 'supported', change: (sentence) => sentence }
