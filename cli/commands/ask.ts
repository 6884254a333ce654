/** `fundstelle ask`: the answer with its sources in a terminal. */

import type { Answer, AnswerSource, NearPassage } from '../../answer/answer.ts'
import { AppError } from '../../search/app-error.ts'
import { knownFilters } from '../../search/passage-filter.ts'
import { toServerUrl } from '../../server/listen.ts'
import {
  type Command,
  type CommandContext,
  type CommandOption,
  JSON_OPTION,
  requireQuestion,
  toList,
} from '../command.ts'
import type { Config } from '../config.ts'
import { withIndex } from '../open-parts.ts'
import { toRecordTarget, writeRecord } from '../record-file.ts'
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

const MODES = ['auto', 'extractive', 'generative'] as const

const MODE_OPTION: CommandOption = {
  type: 'string',
  value: 'ART',
  description:
    'auto (mit Sprachmodell, wo eines eingerichtet ist), extractive (wörtliche Sätze) oder generative',
}

function toMode(value: unknown): (typeof MODES)[number] | undefined {
  const mode = MODES.find((known) => known === value)
  if (mode || value === undefined) return mode
  throw new AppError('invalid_request', `--mode „${value}“ gibt es nicht. Möglich sind: ${MODES.join(', ')}.`)
}

export const askCommand: Command = {
  name: 'ask',
  usage: '"Frage" [--data ORDNER]',
  summary: 'Eine Frage beantworten, jeder Satz mit Fundstelle',
  options: {
    ...FILTER_OPTIONS,
    mode: MODE_OPTION,
    language: { type: 'string', value: 'de|en', description: 'Sprache um die Zitate herum' },
    record: {
      type: 'string',
      value: 'DATEI',
      description: 'Beleg der Antwort schreiben; die Endung .json, .md oder .html bestimmt die Form',
    },
    json: JSON_OPTION,
  },
  settings: ['DATA_DIR', 'EMBEDDING_MODEL', 'LLM_BASE_URL', 'LLM_MODEL'],
  languageModel: 'needs',
  async run(context) {
    const { config, options, terminal } = context
    const question = requireQuestion(context, 'ask')
    const target = typeof options.record === 'string' ? toRecordTarget(options.record) : null
    const language = toLanguage(options.language)
    const mode = toMode(options.mode)
    const filters = { documentIds: toList(options.document), collections: toList(options.collection) }
    const answer = await withIndex(config, ({ snapshot, answering }) =>
      answering.ask({ question, mode, language, ...knownFilters(snapshot, filters) }),
    )
    const view = { columns: terminal.columns, urlOf: urlsFor(config) }
    if (target) writeRecord(target, { question, answer, urlOf: view.urlOf })
    terminal.out(options.json ? `${JSON.stringify(answer, null, 2)}\n` : toAnswerText(answer, view))
    if (target) terminal.err(`Beleg geschrieben: ${target.path}\n`)
    return 0
  },
}

function toLanguage(value: CommandContext['options'][string]): 'de' | 'en' | undefined {
  if (value === undefined || value === 'de' || value === 'en') return value
  const message = `--language „${value}“ gibt es nicht. Möglich sind de und en.`
  throw new AppError('invalid_config', message)
}

export interface TextView {
  columns: number
  /** Of a path on the server. */
  urlOf: (path: string) => string
}

const EXCERPT_CHARACTERS = 220

/** Where `serve` with the same settings shows a place; only the path where it would choose a free port. */
export function urlsFor({ HOST, PORT }: Config): (path: string) => string {
  return (path) => (PORT === 0 ? path : `${toServerUrl({ host: HOST, port: PORT })}${path}`)
}

export function toAnswerText(answer: Answer, view: TextView): string {
  const { abstention, sources, alsoFound, warnings } = answer
  const nearest = abstention?.nearest ?? []
  const parts = [
    wrap(`${toCorrectedText(answer.corrections)}${answer.answer}`, view.columns),
    ...section('Fundstellen', sources, (source) => toSourceText(source, view)),
    ...section('Nächstliegende Stellen', nearest, (near) => toNearText(near, view, true)),
    ...section('Außerdem gefunden', alsoFound, (near) => toNearText(near, view, false)),
    ...warnings.map((warning) => wrap(`Hinweis: ${warning}`, view.columns)),
  ]
  const hasLinks = sources.length + nearest.length + alsoFound.length > 0
  return `${[...parts, ...(hasLinks ? [LINKS] : [])].join('\n\n')}\n`
}

const LINKS = 'Die Links öffnen die Stelle im Dokument, solange „npx fundstelle serve“ läuft.'

function section<Item>(title: string, items: readonly Item[], toText: (item: Item) => string): string[] {
  return items.length === 0 ? [] : [`${title}\n${items.map(toText).join('\n')}`]
}

function toSourceText(source: AnswerSource, { columns, urlOf }: TextView): string {
  const facts = [placeOf(source), source.publisher, source.edition].filter(Boolean).join(', ')
  const original = source.originalUrl ? `\n    Original: ${source.originalUrl}` : ''
  return `${wrap(`[${source.n}] ${facts}`, columns, '    ')}\n    ${urlOf(source.url)}${original}`
}

function toNearText(near: NearPassage, { columns, urlOf }: TextView, withExcerpt: boolean): string {
  const excerpt = withExcerpt ? [wrap(`  ${toExcerpt(near.text)}`, columns, '  ')] : []
  return [wrap(`- ${placeOf(near)}`, columns, '  '), ...excerpt, `  ${urlOf(near.url)}`].join('\n')
}

/** Cut at a word. */
function toExcerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= EXCERPT_CHARACTERS) return line
  return `${line.slice(0, line.lastIndexOf(' ', EXCERPT_CHARACTERS))} …`
}

/** A line of its own naming the words that were searched in place of typing errors; empty where there were none. */
export function toCorrectedText(corrections: Answer['corrections'] = []): string {
  if (corrections.length === 0) return ''
  return `Gesucht nach: ${corrections.map(({ from, to }) => `${to} (statt ${from})`).join(', ')}\n`
}

/** `Titel › Abschnitt, S. 3` */
export function placeOf(place: { title: string; headingPath: string[]; page: number | null }): string {
  const heading = place.headingPath.filter((name) => name !== place.title).at(-1)
  const page = place.page === null ? '' : `, S. ${place.page}`
  return `${[place.title, heading].filter(Boolean).join(' › ')}${page}`
}
