/** The published figures as a Markdown page (docs/evaluation.md). Pure: figures in, German text out. */

import type { CurvePoint } from './abstention-curve.ts'
import type { AnswerReport } from './evaluate-answers.ts'
import type { RetrievalFigures, RetrievalReport } from './evaluate-retrieval.ts'
import type { Figure } from './metrics.ts'
import { ARM_NAMES, FIGURE_NAMES } from './report-text.ts'

/** Measured parts; null where the data is not at hand. */
export interface EvaluationFigures {
  corpusSearch: RetrievalReport
  corpusAnswers: AnswerReport
  squadSearch: RetrievalReport | null
  abstention: AbstentionFigures[]
  /** Lines of the verifier's own report, ready for a code block. */
  verifier: string
  /** Out-of-fold shares of `npm run fit` by set of questions. */
  fitted: Record<string, Record<'answerable' | 'unanswerable' | 'foreign', number | null>>
}

export interface AbstentionFigures {
  name: string
  /** AUC; null where all questions are of one kind. */
  separation: number | null
  /** The product's own threshold first. */
  points: CurvePoint[]
}

const HEAD = `# Messwerte

Erzeugt von \`npm run eval\`; ohne Netz und bei gleichen Daten wiederholbar. Angegeben ist der Mittelwert mit dem
95-%-Intervall aus 1000 Stichproben mit Zurücklegen, dahinter die Zahl der Fragen. Die zurückgehaltene Hälfte der
[Fragen zum Korpus](../eval/corpus-questions/README.md) wird beim Anpassen nie benutzt.
`

const FITTED_NAMES: Record<string, string> = {
  guidance: 'zum Korpus',
  hard: 'zum Korpus, schwere',
  texts: 'XQuAD-Absätze',
}

export function toEvaluationPage(figures: EvaluationFigures): string {
  return `${[
    HEAD,
    ...searchPart(figures),
    ...answerPart(figures.corpusAnswers),
    ...abstentionPart(figures),
    '## Prüfer ohne Sprachmodell\n',
    `\`\`\`text\n${figures.verifier.trim()}\n\`\`\``,
  ].join('\n')}\n`
}

function searchPart({ corpusSearch, squadSearch }: EvaluationFigures): string[] {
  const missing = 'XQuAD-de (eine Hälfte): nicht gemessen, `../shared/data` fehlt.\n'
  return [
    '## Suche\n',
    'Fragen zum Korpus, zurückgehaltene Hälfte:\n',
    retrievalTable(corpusSearch),
    ...(squadSearch
      ? [
          'XQuAD-de, die Hälfte, an der entwickelt wurde (jeder Absatz ein Dokument):\n',
          retrievalTable(squadSearch),
        ]
      : [missing]),
  ]
}

function retrievalTable({ fused, arms }: RetrievalReport): string {
  const rows = (Object.keys(FIGURE_NAMES) as (keyof RetrievalFigures)[]).flatMap((key) => {
    const figure = fused[key]
    return figure ? [[FIGURE_NAMES[key], figure] as [string, Figure]] : []
  })
  const alone = Object.entries(arms).map(([name, figures]): [string, Figure] => [
    `nDCG@10, nur ${ARM_NAMES[name as keyof typeof ARM_NAMES]}`,
    figures.ndcgAt10,
  ])
  return table([...rows, ...alone])
}

function answerPart(report: AnswerReport): string[] {
  return [
    '## Antworten ohne Sprachmodell\n',
    'Dieselben Fragen zum Korpus:\n',
    table([
      ['beantwortet, wenn beantwortbar', report.answeredWhenAnswerable],
      ['abgelehnt, wenn nicht beantwortbar', report.declinedWhenNot],
      ['richtiges Dokument zuerst zitiert', report.rightDocumentFirst],
      ['richtiger Abschnitt zuerst zitiert', report.rightSectionFirst],
      ['erwartete Angaben enthalten', report.expectedWords],
      ['Punkte der zitierten Listen', report.listCompleteness],
    ]),
    table([
      ['Sätze und Listenpunkte je Antwort', report.sentencesPerAnswer],
      ['Zeichen je Antwort', report.charactersPerAnswer],
    ]),
  ]
}

function abstentionPart({ abstention, fitted }: EvaluationFigures): string[] {
  const fit = Object.entries(fitted).map(
    ([name, { answerable, unanswerable, foreign }]) =>
      `| ${FITTED_NAMES[name] ?? name} | ${known(answerable)} | ${known(unanswerable)} | ${known(foreign)} |`,
  )
  return [
    '## Enthaltung\n',
    'Falsch beantwortet: Anteil der nicht beantwortbaren Fragen mit Antwort. Falsch abgelehnt: Anteil der beantwortbaren ohne.',
    'Abdeckung: Anteil aller Fragen mit Antwort; Risiko: Anteil der nicht beantwortbaren daran. Die erste Zeile jeder Tabelle gilt',
    'für die Schwelle des Programms.\n',
    ...abstention.flatMap(curve),
    'Beim Anpassen (`npm run fit`), jeweils an Fragen, die der Schätzung fehlten (fünffach kreuzvalidiert):\n',
    '| Fragen | beantwortet | abgelehnt, Angabe fehlt | abgelehnt, fremdes Thema |\n| --- | --- | --- | --- |',
    ...fit,
    '',
  ]
}

function curve({ name, separation, points }: AbstentionFigures): string[] {
  const rows = points.map(
    (point) =>
      `| ${share(point.threshold)} | ${show(point.falseAnswers)} | ${show(point.falseRefusals)} | ${share(point.coverage)} | ${share(point.risk)} |`,
  )
  const area = separation === null ? '' : `, Trennschärfe (AUC) ${share(separation)}`
  return [
    `${name}${area}:\n`,
    '| Schwelle | falsch beantwortet | falsch abgelehnt | Abdeckung | Risiko |\n| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ]
}

function table(rows: [string, Figure][]): string {
  const lines = rows.map(([name, figure]) => `| ${name} | ${show(figure)} | ${figure.count} |`)
  return `| Größe | Wert | n |\n| --- | --- | --- |\n${lines.join('\n')}\n`
}

function show({ mean, low, high, count }: Figure): string {
  return count === 0 ? '–' : `${share(mean)} [${share(low)}; ${share(high)}]`
}

function known(value: number | null): string {
  return value === null ? '–' : share(value)
}

function share(value: number): string {
  const digits = Math.abs(value) >= 10 ? 0 : 3
  return value.toLocaleString('de-DE', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
