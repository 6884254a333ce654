/** An evaluation's figures as German text for the terminal. */

import type { AnswerReport } from './evaluate-answers.ts'
import type { RetrievalFigures, RetrievalReport } from './evaluate-retrieval.ts'
import type { Figure } from './metrics.ts'
import type { EvaluationReport } from './run-evaluation.ts'

export const FIGURE_NAMES: Record<keyof RetrievalFigures, string> = {
  ndcgAt10: 'nDCG@10',
  mrrAt10: 'MRR@10',
  recallAt1: 'Recall@1',
  recallAt5: 'Recall@5',
  recallAt10: 'Recall@10',
  rightDocumentAt1: 'richtiges Dokument auf Rang 1',
  rightDocumentAt3: 'richtiges Dokument unter den ersten 3',
  rightSectionAt1: 'richtiger Abschnitt auf Rang 1',
  rightSectionAt3: 'richtiger Abschnitt unter den ersten 3',
}

export const ARM_NAMES = {
  words: 'Wörter',
  ngrams: 'N-Gramme',
  dense: 'Passagenvektoren',
  sentence: 'Satzvektoren',
}

export function toReportText({ retrieval, answers }: EvaluationReport): string {
  const lines = [...retrievalLines(retrieval), ...(answers ? ['', ...answerLines(answers)] : [])]
  return `${lines.join('\n')}\n`
}

function retrievalLines({ dataset, questions, fused, arms, msPerQuery }: RetrievalReport): string[] {
  const arm = (name: string, figures: RetrievalFigures) =>
    `  ${name.padEnd(18)} nDCG@10 ${show(figures.ndcgAt10)}`
  const alone = Object.entries(arms).map(([name, figures]) =>
    arm(ARM_NAMES[name as keyof typeof ARM_NAMES], figures),
  )
  const { mean, p50, p99 } = msPerQuery
  return [
    `Suche: ${dataset}, ${questions} beantwortbare Fragen (Mittel mit 95-%-Intervall)`,
    ...figureLines(fused),
    `  ${'je Anfrage'.padEnd(38)} ${ms(mean)} im Mittel, ${ms(p50)} Median, ${ms(p99)} 99-%-Wert`,
    ...(alone.length > 0 ? ['Suchwege einzeln:', ...alone] : []),
  ]
}

function figureLines(figures: RetrievalFigures): string[] {
  return Object.entries(FIGURE_NAMES).flatMap(([key, name]) => {
    const figure = figures[key as keyof RetrievalFigures]
    return figure ? [line(name, figure)] : []
  })
}

function answerLines(report: AnswerReport): string[] {
  return [
    `Antworten: ${report.dataset}`,
    line('beantwortet, wenn beantwortbar', report.answeredWhenAnswerable),
    line('abgelehnt, wenn nicht beantwortbar', report.declinedWhenNot),
    line('richtiges Dokument zitiert', report.rightDocumentCited),
    line('richtiges Dokument zuerst', report.rightDocumentFirst),
    line('richtiger Abschnitt zuerst', report.rightSectionFirst),
    line('erwartete Angaben enthalten', report.expectedWords),
    line('Listen vollständig', report.listCompleteness),
    `  ${'Länge'.padEnd(38)} ${count(report.sentencesPerAnswer)} Sätze und Listenpunkte, ${count(report.charactersPerAnswer)} Zeichen im Mittel`,
    `  ${'je Antwort'.padEnd(38)} ${ms(report.msPerAnswer.mean)} im Mittel, ${ms(report.msPerAnswer.p99)} 99-%-Wert`,
    ...questionList('zu Unrecht abgelehnt', report.wronglyDeclined),
    ...questionList('zu Unrecht beantwortet', report.wronglyAnswered),
  ]
}

function line(name: string, figure: Figure): string {
  return `  ${name.padEnd(38)} ${show(figure)}`
}

function show({ mean, low, high, count }: Figure): string {
  if (count === 0) return 'keine Fragen'
  return `${decimal(mean)} [${decimal(low)}; ${decimal(high)}] (n = ${count})`
}

function questionList(name: string, ids: string[]): string[] {
  return ids.length > 0 ? [`  ${name}: ${ids.join(', ')}`] : []
}

function decimal(value: number): string {
  return value.toLocaleString('de-DE', { minimumFractionDigits: 4, maximumFractionDigits: 4 })
}

function count({ mean }: Figure): string {
  return mean.toLocaleString('de-DE', { maximumFractionDigits: 1 })
}

function ms(value: number): string {
  return `${value.toLocaleString('de-DE', { maximumFractionDigits: 1 })} ms`
}
