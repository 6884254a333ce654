/** `fundstelle eval`: retrieval and abstention figures on a dataset. */

import { createAnswering } from '../../answer/answering.ts'
import { toReportText } from '../../eval/report-text.ts'
import { runEvaluation } from '../../eval/run-evaluation.ts'
import { AppError } from '../../search/app-error.ts'
import { ARMS } from '../../search/search-arms.ts'
import { type Command, type CommandContext, JSON_OPTION } from '../command.ts'
import { ingestWorkers } from '../config.ts'
import { locate } from '../locations.ts'
import { openEmbedder } from '../open-parts.ts'
import { runIdentifierEvaluation } from './eval-identifiers.ts'
import { runVerifierEvaluation } from './eval-verifier.ts'

const HALVES = ['held-back', 'tuning', 'all'] as const

export const evalCommand: Command = {
  name: 'eval',
  usage: '--dataset PFAD [--data ORDNER]',
  summary: 'Suche und Antworten an Fragen mit bekannter Lösung messen',
  options: {
    dataset: {
      type: 'string',
      value: 'PFAD',
      description: 'SQuAD-Datei (.json), BEIR-Ordner oder Ordner mit Korpusfragen (Voreinstellung)',
    },
    half: {
      type: 'string',
      value: 'HÄLFTE',
      description: 'Bei Korpusfragen und --verifier: held-back (Voreinstellung), tuning oder all',
    },
    arms: { type: 'boolean', description: 'Auch jeden Suchweg für sich messen' },
    answers: {
      type: 'boolean',
      description: 'Auch Antworten und Ablehnungen messen (bei Korpusfragen immer)',
    },
    identifiers: {
      type: 'boolean',
      description: 'Statt eines Datensatzes: Paragrafen der indexierten Gesetze nach ihrer Nummer suchen',
    },
    verifier: {
      type: 'boolean',
      description: 'Statt eines Datensatzes: den Prüfer an Behauptungen mit bekanntem Urteil messen',
    },
    every: { type: 'string', value: 'N', description: 'Mit --identifiers: nur jede N-te Frage stellen' },
    json: JSON_OPTION,
  },
  settings: ['DATA_DIR', 'EMBEDDING_MODEL', 'EMBEDDING_WORKERS'],
  async run(context) {
    const { config, options, terminal } = context
    if (options.verifier) return runVerifierEvaluation(context, toHalf(options.half))
    if (options.identifiers) return runIdentifierEvaluation(context)
    const dataset = typeof options.dataset === 'string' ? options.dataset : null
    const half = toHalf(options.half)
    const embedder = await openEmbedder(config, ingestWorkers(config))
    try {
      const report = await runEvaluation({
        dataset: dataset ?? locate('eval/corpus-questions'),
        half,
        dataDir: config.DATA_DIR,
        embedder,
        arms: options.arms ? ARMS : undefined,
        createAnswering: options.answers || dataset === null ? createAnswering : undefined,
        onPassage: terminal.isInteractive.err
          ? (done, total) => terminal.err(`\r\u001b[KIndexiere ${done}/${total}${done === total ? '\n' : ''}`)
          : undefined,
      })
      terminal.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : toReportText(report))
      return 0
    } finally {
      await embedder.close()
    }
  },
}

function toHalf(given: CommandContext['options'][string]): (typeof HALVES)[number] {
  const half = HALVES.find((name) => name === (given ?? 'held-back'))
  if (half) return half
  throw new AppError('invalid_request', `--half „${given}“ gibt es nicht; möglich sind ${HALVES.join(', ')}.`)
}
