/** `search --explain` in words and figures: how the question was read, and what each score is the sum of. */

import { PLACE_MARK } from '../search/german/unit.ts'
import type { AnalysedTerm, Breakdown, QuestionAnalysis } from '../server/wire.ts'
import { wrap } from './terminal.ts'

const ARM_NAMES: Record<Breakdown['arms'][number]['arm'], string> = {
  words: 'Wörter',
  ngrams: 'N-Gramme',
  dense: 'Textstelle',
  sentence: 'Satz',
}

const LEGEND = 'Gelesen als (mit idf; Wortteile und weitere Formen in Klammern, sie zählen weniger):'

/** One line per word of the question, then its implied abbreviations and the places that it names. */
export function toAnalysisText({ words, shortForms, places }: QuestionAnalysis, columns: number): string {
  const lines = [
    ...words.map(({ surface, terms }) => {
      const [own, ...others] = terms.map(withIdf)
      return `${surface}: ${own}${others.length > 0 ? ` (${others.join(', ')})` : ''}`
    }),
    ...shortForms.map((term) => `Abkürzung dazu: ${withIdf(term)}`),
    ...places.map((term) => `Genannte Stelle: ${withIdf(term)}`),
  ]
  return [wrap(LEGEND, columns), ...lines.map((line) => wrap(`  ${line}`, columns, '    '))].join('\n')
}

function withIdf({ term, idf }: AnalysedTerm): string {
  return toPair(term, idf, 2)
}

const HEADER = ['Suchweg', 'Rang', 'Rohwert', 'Mittel', 'Streuung', 'Abstand', 'Gewicht', 'Beitrag']
const WIDTHS = [-15, 4, 9, 8, 8, 8, 7, 8]

/**
 * A table that adds up to the score (Abstand = (Rohwert − Mittel) / Streuung, Beitrag = Abstand · Gewicht), and the sum
 * that the score by words is.
 */
export function toBreakdownText(
  score: number,
  { arms, terms, lift }: Breakdown,
  { columns, indent }: { columns: number; indent: string },
): string {
  const rows = [
    HEADER,
    ...arms.map(({ arm, rank, score: raw, mean, deviation, standardised, weight }) => [
      ARM_NAMES[arm],
      String(rank ?? '–'),
      raw === null ? '–' : toDecimal(raw),
      toDecimal(mean),
      toDecimal(deviation),
      toDecimal(standardised),
      toDecimal(weight, 2),
      toDecimal(weight * standardised),
    ]),
    ...(lift === 0 ? [] : [toSumRow('Genannte Stelle', lift)]),
    toSumRow('Summe', score),
  ]
  const table = rows.map((row) => indent + row.map((cell, i) => pad(cell, WIDTHS[i]!)).join(' '))
  const sum = terms.map(({ term, score: part }) => toPair(term, part, 4)).join(' + ')
  return [...table, ...(sum === '' ? [] : [wrap(`${indent}Wörter = ${sum}`, columns, indent)])].join('\n')
}

function toSumRow(name: string, value: number): string[] {
  return [name, ...HEADER.slice(2).map(() => ''), toDecimal(value)]
}

/** Kept on one line. The mark of an indexed place is no part of its name. */
function toPair(term: string, value: number, digits: number): string {
  return `${term.replace(PLACE_MARK, '')}\u00a0${toDecimal(value, digits)}`
}

/** A negative width puts the text at the left. */
function pad(text: string, width: number): string {
  return width < 0 ? text.padEnd(-width) : text.padStart(width)
}

function toDecimal(value: number, digits = 4): string {
  return value.toLocaleString('de-DE', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
