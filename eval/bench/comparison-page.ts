/** The comparison as a Markdown page (docs/bench.md) and as a picture (docs/scaling.svg). Pure: figures in, German text out. */

import { ARMS } from '../../search/search-arms.ts'
import type { Figure } from '../metrics.ts'
import { ARM_NAMES } from '../report-text.ts'
import type { ComparisonReport, Measurement } from './compare.ts'
import type { GraphRecall } from './graph-recall.ts'
import type { Percentiles } from './measure-serving.ts'
import { type PlotPanel, toScalingSvg } from './scaling-plot.ts'
import { STACK_LABELS, STACKS, type StackName } from './stack.ts'

export interface ComparisonPage {
  report: ComparisonReport
  /** As it was called. */
  command: string
  /** ISO date. */
  date: string
}

export function toComparisonPage({ report, command, date }: ComparisonPage): string {
  const parts = [
    head(report, command, date),
    ...missingPart(report),
    '## Güte\n',
    QUALITY_NOTE,
    qualityTable(report),
    '### Was jeder Suchweg kostet und bringt\n',
    VIEWS_NOTE,
    viewTable(report),
    '## Einlesen\n',
    BUILD_NOTE,
    buildTable(report),
    '## Suchen\n',
    SERVE_NOTE,
    serveTable(report),
    '## Im Verhältnis\n',
    ratioTable(report),
    ...(report.graphRecall ? recallPart(report.graphRecall) : []),
  ]
  return `${parts.join('\n')}`
}

const QUALITY_NOTE = `nDCG@10 mit 95-%-Intervall. Gefragt wird nach Stellen: Ein Textstück steht für einen Abschnitt, wenn die Hälfte des
Kürzeren im anderen liegt; deckt es mehrere, zählt der richtige zuerst.
`
const VIEWS_NOTE = `nDCG@10 von Fundstelle ohne den Suchweg, dahinter der Unterschied zu allen vieren; was dafür eingebettet und gespeichert wird.
Passagen- und Satzvektoren stammen aus denselben Durchgängen des Modells; ihre Tokens zählen einmal, nicht doppelt.
`
const BUILD_NOTE = `Zeit und Prozessorzeit ab geladenem Modell; „erste Suche“ ab Start des Prozesses, bei Fundstelle bis die Dokumente über ihre
Wörter auffindbar sind. Tokens sind aus jedem zwanzigsten Text hochgerechnet. Fundstelle liest die Dateien selbst; die anderen
bekommen den gelesenen Text geschenkt. * Vektoren abgeleitet statt berechnet: Mischungen echter Vektoren mit Rauschen; was das
Einbetten kostet, fehlt dann.
`
const SERVE_NOTE = `Zehn Treffer je Suche, 200 Suchen nacheinander, dann 200 von 16 Fragenden zugleich, ohne HTTP. Start: vom Start des Prozesses
bis zur ersten beantworteten Suche. Jede Zahl ist die beste aus drei Durchgängen in wechselnder Reihenfolge.
`

function head({ machine }: ComparisonReport, command: string, date: string): string {
  return `# Vergleich: Güte, Tempo, Wachstum

Erzeugt mit \`${command}\` am ${date}. ${machine.cores} Kerne (${machine.processor}), Node.js ${machine.node}. ${loadNote(machine.load)}
Alle in einem Lauf, jeder Schritt in einem eigenen Prozess, mit demselben Embedding-Modell:

- **Fundstelle**: dieses Programm.
- **LangChain + HNSWLib**: \`RecursiveCharacterTextSplitter\` mit 1000 Zeichen und 200 Überlappung, unser Modell als
  \`Embeddings\`, \`HNSWLib\` aus \`@langchain/community\`; sonst alles, wie es kommt.
- **MiniSearch**: dieselben Stücke mit Titel, nur Wörter, ohne Einstellungen.

Die größeren Korpora bestehen aus dem eingebauten und aus Abwandlungen davon: In jeder Kopie ist knapp ein Drittel der Wörter ab
vier Buchstaben gegen Wörter der Gesetze (ohne diese: des Korpus) getauscht, so häufig, wie sie dort stehen, mit festem
Zufall. Wörter und Längen sind damit wirklichkeitsnah, der Sinn nicht; Güte wird nur am Original gemessen.

![Wachstum der Größen mit dem Umfang des Korpus](scaling.svg)
`
}

/** From half a busy core on others were at work. */
function loadNote(load: number): string {
  const shown = number(load, 1)
  if (load < BUSY_LOAD) return `Sonst lief auf dem Rechner nichts (Last vorher ${shown}).`
  return `Auf dem Rechner liefen andere Programme mit (Last vorher ${shown}):\nEs zählen die Verhältnisse, nicht die Zeiten.`
}

const BUSY_LOAD = 0.5

function missingPart({ missing }: ComparisonReport): string[] {
  const lines = Object.entries(missing).map(
    ([stack, reason]) => `- ${STACK_LABELS[stack as StackName]} fehlt: ${reason}`,
  )
  return lines.length > 0 ? [`${lines.join('\n')}\n`] : []
}

function qualityTable({ quality, missing }: ComparisonReport): string {
  const stacks = STACKS.filter((stack) => !missing[stack])
  const sets = [...new Set(quality.map(({ set }) => set))]
  const rows = sets.map((set) => {
    const of = (stack: StackName) =>
      quality.find((each) => each.set === set && each.stack === stack)?.ndcgAt10
    return [set, ...stacks.map((stack) => figure(of(stack))), number(of('fundstelle')?.count ?? 0)]
  })
  return table(['Fragen', ...stacks.map((stack) => STACK_LABELS[stack]), 'n'], rows)
}

function viewTable({ views }: ComparisonReport): string {
  const rows = views.flatMap(({ set, together, without, tokens, sizeBytes }) =>
    ARMS.map((arm) => [
      set,
      ARM_NAMES[arm],
      number(without[arm].mean, 3),
      signed(without[arm].mean - together.mean),
      number(tokens[arm]),
      number(sizeBytes[arm] / 1024),
    ]),
  )
  return table(['Fragen', 'ohne', 'nDCG@10', 'Unterschied', 'Tokens eingebettet', 'KiB im Index'], rows)
}

function buildTable({ measurements }: ComparisonReport): string {
  const rows = measurements.map((each) => {
    const { stack, build, textMiB, isDerived } = each
    const isMeasured = !isDerived && stack !== 'minisearch'
    return [
      `${each.name}${isDerived ? ' *' : ''}`,
      STACK_LABELS[stack],
      number(textMiB, 2),
      number(build.passages),
      number(build.passages / build.seconds),
      isMeasured ? number(build.tokens / build.seconds) : '–',
      number(build.cpuSeconds / textMiB, 1),
      `${number(build.seconds, 1)} s`,
      `${number(build.firstSearchSeconds, 1)} s`,
      `${number(build.peakMemoryMiB)} MiB`,
      `${number(each.indexMiB, 1)} MiB`,
    ]
  })
  const columns = [
    'Text',
    'MiB Text',
    'Passagen',
    'Passagen/s',
    'Tokens/s',
    'CPU-s je MiB',
    'ganz',
    'erste Suche',
  ]
  return table([columns[0]!, '', ...columns.slice(1), 'Speicher', 'Index'], rows)
}

function serveTable({ measurements }: ComparisonReport): string {
  const rows = measurements.map(({ name, stack, serving }) => [
    name,
    STACK_LABELS[stack],
    `${number(serving.startMs / 1000, 2)} s`,
    both(serving.query),
    both(serving.search),
    serving.embed ? both(serving.embed) : '–',
    number(serving.throughput, 1),
    `${number(serving.memoryMiB)} MiB`,
  ])
  const times = ['Suche p50 / p99, ms', 'ohne Embedding', 'Embedding allein']
  return table(['Text', '', 'Start', ...times, 'Suchen/s, 16 Fragende', 'Speicher'], rows)
}

/** Ours by theirs, of what both need. */
function ratioTable({ measurements }: ComparisonReport): string {
  const names = [...new Set(measurements.map(({ name }) => name))]
  const rows = names.flatMap((name) => {
    const of = (stack: StackName) => measurements.find((each) => each.name === name && each.stack === stack)
    const ours = of('fundstelle')
    const theirs = of('langchain')
    return ours && theirs
      ? [[name, ...RATIOS.map(({ of: value, needsVectors }) => ratio(ours, theirs, { value, needsVectors }))]]
      : []
  })
  return `Fundstelle geteilt durch LangChain + HNSWLib; unter 1 ist bei allem außer dem Durchsatz besser.\n\n${table(['Text', ...RATIOS.map(({ title }) => title)], rows)}`
}

const RATIOS: { title: string; of: (each: Measurement) => number; needsVectors?: boolean }[] = [
  { title: 'erste Suche', of: ({ build }) => build.firstSearchSeconds, needsVectors: true },
  { title: 'CPU je MiB', of: ({ build }) => build.cpuSeconds, needsVectors: true },
  { title: 'Suche p50', of: ({ serving }) => serving.query.p50 },
  { title: 'Suche p99', of: ({ serving }) => serving.query.p99 },
  { title: 'Durchsatz', of: ({ serving }) => serving.throughput },
  { title: 'Start', of: ({ serving }) => serving.startMs },
  { title: 'Speicher beim Suchen', of: ({ serving }) => serving.memoryMiB },
  { title: 'Speicher beim Einlesen', of: ({ build }) => build.peakMemoryMiB, needsVectors: true },
  { title: 'Index', of: ({ indexMiB }) => indexMiB },
]

function ratio(
  ours: Measurement,
  theirs: Measurement,
  { value, needsVectors }: { value: (each: Measurement) => number; needsVectors?: boolean | undefined },
): string {
  return needsVectors && ours.isDerived ? '–' : number(value(ours) / value(theirs), 2)
}

function recallPart({ vectors, questions, rows }: GraphRecall): string[] {
  return [
    '## Suchgraph gegen exakte Suche\n',
    `${number(vectors)} echte Satzvektoren der Gesetze, ${number(questions)} Fragen zum Korpus; M 16, efConstruction 200. Anteil der exakt nächsten zehn`,
    'und hundert Vektoren, die gefunden werden, und Prozessorzeit je Suche. Das Programm sucht bis 200.000 Vektoren exakt, darüber im',
    'Suchgraphen mit 1600 Kandidaten.\n',
    table(
      ['Kandidaten (ef)', 'von 10', 'von 100', 'ms für 10', 'ms für 100'],
      rows.map(({ ef, recallAt10, recallAt100, msAt10, msAt100 }) => [
        ef === null ? 'exakt' : String(ef),
        number(recallAt10, 3),
        number(recallAt100, 3),
        number(msAt10, 2),
        number(msAt100, 2),
      ]),
    ),
  ]
}

const PANELS: { title: string; of: (each: Measurement) => number; needsVectors?: boolean }[] = [
  { title: 'Suche, Median in ms', of: ({ serving }) => serving.query.p50 },
  { title: 'Suche, 99 % in ms', of: ({ serving }) => serving.query.p99 },
  { title: 'Start in s', of: ({ serving }) => serving.startMs / 1000 },
  { title: 'Speicher beim Suchen in MiB', of: ({ serving }) => serving.memoryMiB },
  { title: 'Index in MiB', of: ({ indexMiB }) => indexMiB },
  {
    title: 'Einlesen bis zur ersten Suche in s',
    of: ({ build }) => build.firstSearchSeconds,
    needsVectors: true,
  },
]

/** Sizes of the built-in corpus only; the other texts are of other kinds. */
export function toComparisonPlot({ measurements }: ComparisonReport): string {
  const grown = measurements.filter(({ name }) => name.endsWith('×'))
  const panels = PANELS.map(({ title, of, needsVectors }): PlotPanel => {
    const series = STACKS.map((stack) => ({
      name: STACK_LABELS[stack],
      points: grown
        .filter((each) => each.stack === stack && !(needsVectors && stack === 'langchain' && each.isDerived))
        .map((each) => ({ x: each.textMiB, y: of(each) })),
    }))
    return { title, series: series.filter(({ points }) => points.length > 0) }
  })
  return toScalingSvg({
    title: 'Wachstum mit dem Umfang des Korpus',
    description: describe(panels),
    xTitle: 'Text in MiB',
    panels,
  })
}

function describe(panels: readonly PlotPanel[]): string {
  const sentences = panels.map(({ title, series }) => {
    const values = series.map(
      ({ name, points }) => `${name} ${number(points[0]!.y, 1)} → ${number(points.at(-1)!.y, 1)}`,
    )
    return `${title}: ${values.join(', ')}.`
  })
  return `Vom kleinsten zum größten gemessenen Umfang. ${sentences.join(' ')}`
}

function both({ p50, p99 }: Percentiles): string {
  return `${number(p50, 1)} / ${number(p99, 1)}`
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${number(Math.abs(value), 3)}`
}

function figure(value: Figure | undefined): string {
  return value ? `${number(value.mean, 3)} [${number(value.low, 3)}; ${number(value.high, 3)}]` : '–'
}

function table(columns: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return `${[line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')}\n`
}

function number(value: number, digits = 0): string {
  return value.toLocaleString('de-DE', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
