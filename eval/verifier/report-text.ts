/** The verifier's figures as German text for the terminal. */

import type { Figure } from '../metrics.ts'
import type { GroupReport, KindFigures, VerifierReport } from './evaluate-verifier.ts'

const SOURCES = {
  pairs: 'von Hand geschriebene Paare',
  corpus: 'veränderte Sätze des Korpus',
  laws: 'veränderte Sätze der Gesetze',
}
const HALVES = { tuning: 'Abstimmungshälfte', 'held-back': 'zurückgehaltene Hälfte' }
const KINDS: Record<string, string> = {
  verbatim: 'wörtlich',
  paraphrase: 'sinngleich',
  number: 'andere Zahl',
  date: 'anderes Datum',
  id: 'andere Nummer',
  name: 'anderer Name',
  negation: 'Verneinung',
  obligation: 'Verbindlichkeit',
  quantifier: 'Umfang',
  relation: 'Beziehung',
  condition: 'Bedingung fehlt',
  foreign: 'Fremdes',
}
const TRUE_KINDS = ['verbatim', 'paraphrase']

export function toVerifierText({ groups, msPerSentence }: VerifierReport): string {
  const { p50, p99, passages } = msPerSentence
  const time = `Je Satz gegen ${passages} Textstellen: Median ${show(p50, 1)} ms, 99-%-Wert ${show(p99, 1)} ms`
  return `${[...groups.flatMap((group) => [...toLines(group), '']), time].join('\n')}\n`
}

function toLines({ source, half, kinds, supportedPrecision, refusedPrecision }: GroupReport): string[] {
  return [
    `Prüfer: ${SOURCES[source]}, ${HALVES[half]} (Anteile mit 95-%-Intervall)`,
    ...kinds.map(kindLine),
    `  ${'„belegt“ ist richtig'.padEnd(18)} ${figure(supportedPrecision)}`,
    `  ${'nicht „belegt“ ist richtig'.padEnd(18)} ${figure(refusedPrecision)}`,
  ]
}

function kindLine({ kind, recall, second }: KindFigures): string {
  const [first, other] = TRUE_KINDS.includes(kind)
    ? ['belegt', 'nicht abgelehnt']
    : ['erkannt', 'genau wie erwartet']
  return `  ${(KINDS[kind] ?? kind).padEnd(18)} ${first} ${figure(recall)}, ${other} ${show(second.mean, 3)}`
}

function figure({ mean, low, high, count }: Figure): string {
  return count === 0 ? 'kein Fall' : `${show(mean, 3)} [${show(low, 3)}; ${show(high, 3)}] (n = ${count})`
}

function show(value: number, digits: number): string {
  return value.toLocaleString('de-DE', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
