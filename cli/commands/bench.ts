/** `fundstelle bench`: start, memory and latency of the program on this machine, then the comparison with other stacks. */

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ComparisonReport, compareStacks } from '../../eval/bench/compare.ts'
import { toComparisonPage, toComparisonPlot } from '../../eval/bench/comparison-page.ts'
import { type BenchReport, runBench, toBenchText } from '../../eval/bench/running-program.ts'
import { AppError } from '../../search/app-error.ts'
import { type Command, type CommandContext, JSON_OPTION } from '../command.ts'
import { packageRoot } from '../locations.ts'

const DEFAULT_SIZES = '1,3'
const DEFAULT_DERIVE_FROM = '30'

export const benchCommand: Command = {
  name: 'bench',
  usage: '',
  summary:
    'Startzeit, Speicher, Antwortzeiten und Einlesetempo auf diesem Rechner messen und mit anderem vergleichen',
  options: {
    sizes: {
      type: 'string',
      value: 'LISTE',
      description: `Vielfache des eingebauten Korpus im Vergleich (Voreinstellung: ${DEFAULT_SIZES}; 1,10,100 dauert eine Stunde)`,
    },
    'derive-from': {
      type: 'string',
      value: 'N',
      description: `ab diesem Vielfachen Vektoren ableiten statt berechnen (Voreinstellung: ${DEFAULT_DERIVE_FROM})`,
    },
    laws: {
      type: 'boolean',
      description: 'alle 49 Gesetze aus ../shared statt einer Auswahl (eine halbe Stunde mehr)',
    },
    'only-program': { type: 'boolean', description: 'ohne den Vergleich' },
    'only-comparison': { type: 'boolean', description: 'nur den Vergleich' },
    out: {
      type: 'string',
      value: 'ORDNER',
      description: 'den Vergleich dort als bench.md und scaling.svg ablegen',
    },
    json: JSON_OPTION,
  },
  async run(context) {
    const { options, terminal } = context
    const program = options['only-comparison'] ? null : await measureProgram(context)
    if (program && !options.json) terminal.out(`${toBenchText(program)}\n`)
    const comparison = options['only-program'] ? null : await compare(context)
    if (options.json) terminal.out(`${JSON.stringify({ ...program, comparison }, null, 2)}\n`)
    else if (comparison) terminal.out(toPage(comparison, context))
    if (comparison && options.out) await publish(comparison, context)
    return 0
  },
}

function measureProgram({ terminal }: CommandContext): Promise<BenchReport> {
  return runBench({
    program: [join(packageRoot, 'bin', 'fundstelle.mjs')],
    onStep: (message) => terminal.err(`${message}\n`),
  })
}

function compare({ options, terminal }: CommandContext): Promise<ComparisonReport> {
  return compareStacks({
    sizes: toNumbers('sizes', options.sizes ?? DEFAULT_SIZES),
    deriveFrom: toNumbers('derive-from', options['derive-from'] ?? DEFAULT_DERIVE_FROM)[0]!,
    laws: options.laws === true,
    model: join(packageRoot, 'models', 'multilingual-e5-small-de'),
    corpus: join(packageRoot, 'corpus'),
    questions: join(packageRoot, 'eval'),
    sharedData: join(packageRoot, '..', 'shared', 'data'),
    lawsIndex: join(packageRoot, 'data', 'eval', 'gesetze'),
    onStep: (message) => terminal.err(`${message}\n`),
  })
}

async function publish(report: ComparisonReport, context: CommandContext): Promise<void> {
  const folder = String(context.options.out)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'bench.md'), toPage(report, context))
  await writeFile(join(folder, 'scaling.svg'), toComparisonPlot(report))
}

function toPage(report: ComparisonReport, { options }: CommandContext): string {
  const given = ['sizes', 'derive-from', 'laws', 'out'].flatMap((name) => {
    const value = options[name]
    return value === undefined ? [] : [value === true ? `--${name}` : `--${name} ${value}`]
  })
  const command = ['npm run bench', ...(given.length > 0 ? ['--', ...given] : [])].join(' ')
  return toComparisonPage({ report, command, date: new Date().toISOString().slice(0, 10) })
}

function toNumbers(name: string, given: unknown): number[] {
  const numbers = String(given).split(',').map(Number)
  if (numbers.every((number) => Number.isInteger(number) && number >= 1)) return numbers
  throw new AppError(
    'invalid_request',
    `--${name} „${given}“: erwartet werden ganze Zahlen ab 1, mit Komma getrennt.`,
  )
}
