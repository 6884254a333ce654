/** The scale test's figures as lines of a Markdown table, each beside its target. */

import type { ScaleReport } from './scale-test.ts'

export function toScaleText({ passages, sentences, indexMiB, writeSeconds, serving }: ScaleReport): string {
  const number = (value: number, digits = 0) =>
    value.toLocaleString('de-DE', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const rows = [
    ['Umfang', `${number(passages)} Passagen, ${number(sentences)} Sätze`, ''],
    ['Suche ohne Embedding, Median', `${number(serving.search.p50, 1)} ms`, '≤ 40 ms'],
    ['Suche ohne Embedding, 99 %', `${number(serving.search.p99, 1)} ms`, '≤ 120 ms'],
    ['Suche mit Embedding, Median', `${number(serving.query.p50, 1)} ms`, ''],
    ['16 Fragende zugleich', `${number(serving.throughput, 1)} Suchen/s`, ''],
    ['Arbeitsspeicher', `${number(serving.memoryMiB)} MiB`, '≤ 2.500 MiB'],
    ['Start bis zur ersten Suche', `${number(serving.startMs / 1000, 1)} s`, '≤ 10 s'],
    ['Index auf der Platte', `${number(indexMiB)} MiB`, ''],
    ...(writeSeconds === null ? [] : [['Aufbau ohne Embedding', `${number(writeSeconds / 60)} min`, '']]),
  ]
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`)
  return `| Größe | erreicht | Ziel |\n| --- | --- | --- |\n${lines.join('\n')}\n`
}
