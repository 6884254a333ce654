import { describe, expect, it } from 'vitest'
import { bestOf, type ComparisonReport, type Measurement } from '../../../eval/bench/compare.ts'
import { toComparisonPage, toComparisonPlot } from '../../../eval/bench/comparison-page.ts'
import type { ServeFigures } from '../../../eval/bench/measure-serving.ts'
import type { StackName } from '../../../eval/bench/stack.ts'

const serving = (factor: number): ServeFigures => ({
  startMs: 1000 * factor,
  query: { p50: 10 * factor, p99: 20 * factor },
  search: { p50: 2 * factor, p99: 4 * factor },
  embed: { p50: 5, p99: 9 },
  throughput: 100 / factor,
  memoryMiB: 300 * factor,
  places: [],
})

function measurement(name: string, stack: StackName, factor: number, isDerived = false): Measurement {
  return {
    name,
    stack,
    documents: 16,
    textMiB: Number.parseInt(name, 10),
    build: {
      passages: 200,
      seconds: 10 * factor,
      cpuSeconds: 20 * factor,
      firstSearchSeconds: 12 * factor,
      tokens: 5000,
      peakMemoryMiB: 400,
    },
    serving: serving(factor),
    indexMiB: 3,
    isDerived,
  }
}

const figure = { mean: 0.9, low: 0.85, high: 0.95, count: 200 }
const report: ComparisonReport = {
  machine: { cores: 2, processor: 'Probe', node: '20.19.0', load: 3 },
  quality: [
    { set: 'Fragen', stack: 'fundstelle', ndcgAt10: figure },
    { set: 'Fragen', stack: 'langchain', ndcgAt10: { ...figure, mean: 0.8 } },
  ],
  measurements: [
    measurement('1×', 'fundstelle', 1),
    measurement('1×', 'langchain', 2),
    measurement('10×', 'fundstelle', 3, true),
    measurement('10×', 'langchain', 4, true),
  ],
  views: [],
  graphRecall: {
    vectors: 41_034,
    questions: 277,
    rows: [{ ef: 400, recallAt10: 0.99, recallAt100: 0.98, msAt10: 0.3, msAt100: 0.5 }],
  },
  missing: { minisearch: 'Ein Entwicklungspaket fehlt.' },
}

describe('toComparisonPage', () => {
  const page = toComparisonPage({ report, command: 'npm run bench', date: '2026-11-23' })

  it('says whether the machine was busy', () => {
    const idle = { ...report, machine: { ...report.machine, load: 0.1 } }
    expect(page).toContain('liefen andere Programme mit (Last vorher 3,0)')
    expect(toComparisonPage({ report: idle, command: '', date: '' })).toContain('nichts (Last vorher 0,1)')
  })

  it('names the command and what is missing', () => {
    expect(page).toContain('Erzeugt mit `npm run bench` am 2026-11-23')
    expect(page).toContain('- MiniSearch fehlt: Ein Entwicklungspaket fehlt.')
    expect(page).not.toContain('| MiniSearch')
  })

  it('puts the stacks beside each other', () => {
    expect(page).toContain('| Fragen | 0,900 [0,850; 0,950] | 0,800 [0,850; 0,950] | 200 |')
    expect(page).toContain('| 1× | 0,50 | 0,50 | 0,50 | 0,50 | 2,00 | 0,50 | 0,50 | 1,00 | 1,00 |')
  })

  it('compares nothing that hangs on vectors where they were derived', () => {
    expect(page).toContain('| 10× * | Fundstelle | 10,00 | 200 | 7 | – |')
    expect(page).toContain('| 10× | – | – | 0,75 | 0,75 | 1,33 | 0,75 | 0,75 | – | 1,00 |')
  })
})

describe('toComparisonPlot', () => {
  const svg = toComparisonPlot(report)

  it('says in words what it shows, and loads nothing', () => {
    expect(svg).toMatch(/<svg [^>]*role="img" aria-labelledby="title desc">/)
    expect(svg).toContain('<title id="title">Wachstum mit dem Umfang des Korpus</title>')
    expect(svg).toContain('Suche, Median in ms: Fundstelle 10,0 → 30,0, LangChain + HNSWLib 20,0 → 40,0.')
    expect(svg).toContain('prefers-color-scheme:dark')
    expect(svg).not.toMatch(/(?:href|src|url\()/)
    expect(svg).not.toContain('NaN')
  })

  it('draws every point within the picture', () => {
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number)
    expect(width).toBeGreaterThan(0)
    const places = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)]
    expect(places.length).toBeGreaterThan(10)
    for (const [, x, y] of places) {
      expect(Number(x)).toBeLessThanOrEqual(width!)
      expect(Number(y)).toBeLessThanOrEqual(height!)
    }
  })
})

describe('bestOf', () => {
  it('takes each figure from the better round, more for throughput and less for all else', () => {
    const best = bestOf(serving(2), { ...serving(1), memoryMiB: 900 })
    expect(best).toMatchObject({
      startMs: 1000,
      query: { p50: 10, p99: 20 },
      throughput: 100,
      memoryMiB: 600,
    })
  })
})
