/** `fundstelle ask`: the answer with its sources in a terminal. */

import type { Answer, NearPassage } from '../../answer/answer.ts'
import { knownFilters } from '../../server/search-routes.ts'
import { type Command, type CommandOption, JSON_OPTION, requireQuestion, toList } from '../command.ts'
import { withIndex } from '../open-parts.ts'
import { wrap } from '../terminal.ts'

export const FILTER_OPTIONS: Record<string, CommandOption> = {
  document: {
    type: 'string',
    multiple: true,
    value: 'ID',
    description: 'Nur dieses Dokument; mehrfach möglich',
  },
  collection: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    description: 'Nur diese Sammlung; mehrfach möglich',
  },
}

export const askCommand: Command = {
  name: 'ask',
  usage: '"Frage" [--data ORDNER]',
  summary: 'Eine Frage beantworten, jeder Satz mit Fundstelle',
  options: { ...FILTER_OPTIONS, json: JSON_OPTION },
  settings: ['DATA_DIR', 'EMBEDDING_MODEL'],
  async run(context) {
    const { config, options, terminal } = context
    const question = requireQuestion(context, 'ask')
    const filters = { documentIds: toList(options.document), collections: toList(options.collection) }
    const answer = await withIndex(config, ({ snapshot, answering }) =>
      answering.ask({ question, ...knownFilters(snapshot, filters) }),
    )
    terminal.out(
      options.json ? `${JSON.stringify(answer, null, 2)}\n` : toAnswerText(answer, terminal.columns),
    )
    return 0
  },
}

function toAnswerText(answer: Answer, columns: number): string {
  const { abstention, sources, warnings } = answer
  const parts = [wrap(answer.answer, columns)]
  if (sources.length > 0) {
    const lines = sources.map((source) => {
      const facts = [placeOf(source), source.publisher, source.edition].filter(Boolean).join(', ')
      const original = source.originalUrl ? `\n    Original: ${source.originalUrl}` : ''
      return `${wrap(`[${source.n}] ${facts}`, columns, '    ')}\n    ${source.url}${original}`
    })
    parts.push(`Quellen\n${lines.join('\n')}`)
  }
  if (abstention && abstention.nearest.length > 0) {
    parts.push(
      `Am nächsten kommen\n${abstention.nearest.map((near) => toNearText(near, columns)).join('\n')}`,
    )
  }
  return `${[...parts, ...warnings.map((warning) => `Hinweis: ${warning}`)].join('\n\n')}\n`
}

function toNearText(near: NearPassage, columns: number): string {
  return `${wrap(`- ${placeOf(near)}`, columns, '  ')}\n  ${near.url}`
}

/** `Titel › Abschnitt, S. 3` */
export function placeOf(place: { title: string; headingPath: string[]; page: number | null }): string {
  const heading = place.headingPath.filter((name) => name !== place.title).at(-1)
  const page = place.page === null ? '' : `, S. ${place.page}`
  return `${[place.title, heading].filter(Boolean).join(' › ')}${page}`
}
