/** `fundstelle ingest`: files, folders or a manifest become the index. */

import type { IngestReport } from '../../ingest/ingest.ts'
import { type Command, type CommandContext, type CommandOption, JSON_OPTION, toList } from '../command.ts'
import { createProgressPrinter, endProgress, toDuration } from '../ingest-progress.ts'
import { runIngest } from '../run-ingest.ts'
import { plural } from '../terminal.ts'

export const SOURCE_OPTION: CommandOption = {
  type: 'string',
  multiple: true,
  value: 'PFAD',
  description: 'Datei, Ordner oder sources.yaml; mehrfach möglich',
}

export const ingestCommand: Command = {
  name: 'ingest',
  usage: '--source PFAD… [--data ORDNER]',
  summary: 'Dateien, Ordner oder ein Korpus-Manifest einlesen',
  options: {
    source: SOURCE_OPTION,
    json: JSON_OPTION,
  },
  settings: ['DATA_DIR', 'EMBEDDING_MODEL', 'EMBEDDING_WORKERS'],
  async run(context) {
    const { config, options, terminal } = context
    const stream = options.json ? ('err' as const) : ('out' as const)
    const output = {
      write: terminal[stream],
      isInteractive: terminal.isInteractive[stream],
      columns: terminal.columns,
    }
    const report = await runIngest(config, {
      sources: sourcesOf(context),
      onProgress: createProgressPrinter(output),
    }).finally(() => endProgress(output))
    terminal.out(
      options.json ? `${JSON.stringify(report, null, 2)}\n` : toReportText(report, config.DATA_DIR),
    )
    return report.failed.length > 0 ? 1 : 0
  },
}

/** `--source a b` names two sources, as a shell expands `--source *.md`. */
export function sourcesOf({ config, options, words }: CommandContext): string[] {
  const given = [...(toList(options.source) ?? []), ...words]
  return given.length > 0 ? given : config.SOURCES
}

function toReportText(report: IngestReport, dataDir: string): string {
  const problems = (title: string, list: IngestReport['skipped']) =>
    list.length === 0 ? [] : [`${title}:`, ...list.map(({ path, message }) => `  ${path}: ${message}`)]
  const { documents, passages, sentences, reused, failed, skipped, tookMs } = report
  return `${[
    ...problems('Nicht eingelesen', failed),
    ...problems('Übergangen', skipped),
    `${plural(documents, 'Dokument', 'Dokumente')} (${reused} unverändert), ${plural(passages, 'Textstelle', 'Textstellen')}, ${plural(sentences, 'Satz', 'Sätze')} in ${toDuration(tookMs)}.`,
    `Der Index liegt in „${dataDir}“. Starten: npx fundstelle serve --data ${dataDir}`,
  ].join('\n')}\n`
}
