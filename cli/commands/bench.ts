/** `fundstelle bench`: start, memory, latency and ingest rate of the program on this machine. */

import { join } from 'node:path'
import { runBench, toBenchText } from '../../eval/bench.ts'
import { type Command, JSON_OPTION } from '../command.ts'
import { packageRoot } from '../locations.ts'

export const benchCommand: Command = {
  name: 'bench',
  usage: '',
  summary: 'Startzeit, Speicher, Antwortzeiten und Einlesetempo auf diesem Rechner messen',
  options: { json: JSON_OPTION },
  async run({ options, terminal }) {
    const report = await runBench({
      program: [join(packageRoot, 'bin', 'fundstelle.mjs')],
      onStep: (message) => terminal.err(`${message}\n`),
    })
    terminal.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : toBenchText(report))
    return 0
  },
}
