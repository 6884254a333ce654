/** `fundstelle verify`: checks a text against the index, or what still stands of the record of an answer. */

import { readFileSync } from 'node:fs'
import type { AnswerSentence, AnswerSource, Verdict } from '../../answer/answer.ts'
import { createTextVerification, type VerifiedText } from '../../answer/verify/verify-text.ts'
import { AppError } from '../../search/app-error.ts'
import { knownFilters } from '../../search/passage-filter.ts'
import { type Command, type CommandContext, JSON_OPTION, toList } from '../command.ts'
import { withIndex } from '../open-parts.ts'
import { reportRecord } from '../record-report.ts'
import { plural, wrap } from '../terminal.ts'
import { FILTER_OPTIONS, urlsFor } from './ask.ts'

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'DATEI [--data ORDNER]',
  summary: 'Einen Text Satz für Satz gegen den Index prüfen, oder den Beleg einer Antwort nachprüfen',
  options: { document: FILTER_OPTIONS.document!, json: JSON_OPTION },
  settings: ['DATA_DIR', 'EMBEDDING_MODEL'],
  async run(context) {
    const { config, options, terminal } = context
    const text = readText(context)
    const urlOf = urlsFor(config)
    const asJson = options.json === true
    const ofRecord = await reportRecord(text, { dataDir: config.DATA_DIR, terminal, asJson, urlOf })
    if (ofRecord !== null) return ofRecord
    const result = await withIndex(config, (index) => {
      const filters = knownFilters(index.snapshot, { documentIds: toList(options.document) })
      return createTextVerification(index).verifyText({ text, documentIds: filters.documentIds })
    })
    terminal.out(
      asJson ? `${JSON.stringify(result, null, 2)}\n` : toVerifiedText(result, { ...terminal, urlOf }),
    )
    return result.sentences.every(({ verdict }) => verdict === 'supported') ? 0 : 1
  },
}

interface View {
  columns: number
  urlOf: (path: string) => string
}

const VERDICTS: Record<Verdict, string> = {
  supported: 'belegt',
  partly: 'teilweise belegt',
  unsupported: 'nicht belegt',
}

export function toVerifiedText({ sentences, sources, skipped }: VerifiedText, view: View): string {
  const counts = (Object.keys(VERDICTS) as Verdict[]).map(
    (verdict) =>
      `${sentences.filter((sentence) => sentence.verdict === verdict).length} ${VERDICTS[verdict]}`,
  )
  const unchecked = skipped.length > 0 ? `, ${skipped.length} ohne Aussage` : ''
  const parts = [
    ...sentences.map((sentence) => toSentenceText(sentence, view)),
    ...(sources.length > 0
      ? [`Fundstellen\n${sources.map((source) => toSourceText(source, view)).join('\n')}`]
      : []),
    `${plural(sentences.length, 'Satz', 'Sätze')} geprüft: ${counts.join(', ')}${unchecked}.`,
  ]
  return `${parts.join('\n\n')}\n`
}

function toSentenceText({ text, verdict, citations, checks }: AnswerSentence, { columns }: View): string {
  const marks = [...new Set(citations.map(({ source }) => `[${source}]`))].join(' ')
  const failed = checks.filter(({ ok }) => !ok)
  return [
    wrap(`${VERDICTS[verdict]}: ${text.replace(/\s+/gu, ' ')} ${marks}`.trimEnd(), columns, '  '),
    ...failed.map(({ detail }) => wrap(`  - ${detail}`, columns, '    ')),
  ].join('\n')
}

function toSourceText({ n, title, headingPath, url }: AnswerSource, { columns, urlOf }: View): string {
  return `${wrap(`[${n}] ${[title, headingPath.at(-1)].filter(Boolean).join(', ')}`, columns, '    ')}\n    ${urlOf(url)}`
}

/** Throws AppError `invalid_request` without a readable file with text. */
function readText({ words }: CommandContext): string {
  const [path, ...others] = words
  if (path === undefined || others.length > 0) {
    throw new AppError(
      'invalid_request',
      'Es fehlt genau eine Datei. Beispiel: npx fundstelle verify antwort.txt',
    )
  }
  const text = tryRead(path)
  if (text.trim() === '')
    throw new AppError('invalid_request', `„${path}“ enthält keinen Text, der sich prüfen ließe.`)
  return text
}

function tryRead(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (cause) {
    const message = `„${path}“ ist keine lesbare Textdatei in UTF-8. Bitte Pfad, Rechte und Format prüfen.`
    throw new AppError('invalid_request', message, { cause })
  }
}
