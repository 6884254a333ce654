/** What the evidence does not say: another name, another noun, an addition, another sentence. */

import { type Perturbation, pick, replaceAt } from './perturbation.ts'

const NAMES = [
  'Umweltbundesamt',
  'Statistisches Landesamt',
  'Bundesrechnungshof',
  'Landeskriminalamt',
  'Handwerkskammer',
  'Rentenversicherung',
  'Finanzamt',
  'Bundesnetzagentur',
  'Katasteramt',
  'Gewerbeaufsichtsamt',
]
const SHORT =
  /(?<![\p{L}-])(?:BSI|BBK|BKA|DSK|DStGB|CERT|LSI|CSBW|BayLfD|BfDI|ZAC|BFIT-Bund|EU-Kommission)(?![\p{L}-])/gu
const BODY =
  /(?<!\p{L})(?:Bund|Land|Bundes|Landes|Aufsichts|Bürger|Gemeinde|Stadt|Kreis|Amts|Personal|Datenschutz|Finanz|Gesundheits|Verwaltungs)\p{Ll}*(?:amt|behörde|ministerium|rat|meister|leitung|vertretung|gericht|beauftragte|regierung)(?!\p{L})/gu

/** A house or office becomes another one. */
export const changeName: Perturbation = {
  kind: 'name',
  expected: 'unsupported',
  change(sentence, { random, evidence }) {
    const match = pick([...sentence.matchAll(SHORT), ...sentence.matchAll(BODY)], random)
    const other = pick(
      NAMES.filter((name) => !evidence.includes(name)),
      random,
    )
    return match && other && replaceAt(sentence, match, other)
  },
}

/** A noun within the sentence becomes one of another document. */
export const changeNoun: Perturbation = {
  kind: 'foreign',
  expected: 'unsupported',
  change(sentence, { random, foreignNouns }) {
    const nouns = [...sentence.matchAll(/(?<=\p{Ll} )\p{Lu}\p{Ll}{4,}(?!\p{L}|-)/gu)]
    const match = pick(nouns, random)
    const other = pick(foreignNouns, random)
    return match && other && !match[0].startsWith(other.slice(0, 4))
      ? replaceAt(sentence, match, other)
      : null
  },
}

const TAILS = [
  (noun: string) => ` und ist außerdem mit ${noun} zu verbinden.`,
  (noun: string) => `; dabei ist ${noun} vorzuziehen.`,
  (noun: string) => `, was vor allem ${noun} verbessert.`,
]

/** A further statement at the end. */
export const addStatement: Perturbation = {
  kind: 'foreign',
  expected: 'partly',
  change(sentence, { random, foreignNouns }) {
    const noun = pick(foreignNouns, random)
    return noun && /[\p{L})]\.$/u.test(sentence) ? sentence.slice(0, -1) + pick(TAILS, random)!(noun) : null
  },
}

/** A sentence of another document. */
export const otherSentence: Perturbation = {
  kind: 'foreign',
  expected: 'unsupported',
  change(_sentence, { random, foreignSentences }) {
    return pick(foreignSentences, random)
  },
}
