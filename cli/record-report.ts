/** What `verify` says of a record: the documents, and each quote with its place now. */

import {
  type CheckedQuote,
  type CheckedSource,
  checkRecord,
  type DocumentState,
  type RecordCheck,
} from '../answer/record/check-record.ts'
import { parseRecord } from '../answer/record/parse-record.ts'
import { openStoredDocuments } from '../search/snapshot-reader.ts'
import { type Terminal, wrap } from './terminal.ts'

export interface RecordReportOptions {
  dataDir: string
  terminal: Terminal
  asJson: boolean
  urlOf: (path: string) => string
}

/**
 * Checks the record that a file's text holds and prints the outcome. Gives the exit code, 1 when a quote no longer stands;
 * null where the text is no record. Needs the index, not the model.
 */
export async function reportRecord(text: string, options: RecordReportOptions): Promise<number | null> {
  const record = parseRecord(text)
  if (!record) return null
  const { dataDir, terminal, asJson, urlOf } = options
  const documents = await openStoredDocuments(dataDir)
  try {
    const check = checkRecord(record, documents)
    terminal.out(asJson ? `${JSON.stringify(check, null, 2)}\n` : toCheckText(check, { ...terminal, urlOf }))
    return check.stands ? 0 : 1
  } finally {
    await documents.close()
  }
}

interface View {
  columns: number
  urlOf: (path: string) => string
}

export function toCheckText(check: RecordCheck, view: View): string {
  const parts = [
    wrap(`Frage: ${check.question}`, view.columns),
    ...section('Dokumente', check.sources.map(toSourceText), view.columns),
    ...section(
      'Zitate',
      check.quotes.map((quote) => toQuoteText(quote, view)),
      view.columns,
    ),
    wrap(toOutcome(check), view.columns),
  ]
  return `${parts.join('\n\n')}\n`
}

function section(title: string, lines: string[], columns: number): string[] {
  if (lines.length === 0) return []
  return [`${title}\n${lines.map((line) => wrap(line, columns, '    ')).join('\n')}`]
}

const DOCUMENT_STATES: Record<DocumentState, string> = {
  unchanged: 'unverändert',
  changed: 'geändert',
  renamed: 'unverändert, aber unter anderer Kennung',
  missing: 'nicht mehr im Index',
}

function toSourceText({ n, title, documentId, state, edition, now }: CheckedSource): string {
  const id = now && now.documentId !== documentId ? `${documentId}, jetzt ${now.documentId}` : documentId
  const isOtherEdition = now !== null && now.edition !== edition
  const editions = isOtherEdition
    ? `; Ausgabe damals: ${edition ?? 'nicht bekannt'}, jetzt: ${now.edition ?? 'nicht bekannt'}`
    : ''
  return `[${n}] ${title} (${id}): ${DOCUMENT_STATES[state]}${editions}`
}

function toQuoteText({ sentence, source, quote, state, now }: CheckedQuote, { urlOf }: View): string {
  const what = {
    stands: 'steht unverändert an seiner Stelle',
    moved: now ? `steht jetzt an anderer Stelle (Zeichen ${now.start} bis ${now.end})` : '',
    gone: 'steht nicht mehr da',
  }[state]
  const place = now ? `\n${urlOf(now.url)}` : ''
  return `Satz ${sentence}, [${source}] ${what}: „${quote.replaceAll(/\s+/g, ' ')}“${place}`
}

function toOutcome({ quotes, stands, sameIndex }: RecordCheck): string {
  const index = sameIndex
    ? 'Der Index ist derselbe wie damals.'
    : 'Der Index ist ein anderer als damals; dieselbe Frage kann heute anders beantwortet werden.'
  if (quotes.length === 0) return `Der Beleg enthält keine Zitate. ${index}`
  const gone = quotes.filter(({ state }) => state === 'gone').length
  const outcome = stands
    ? 'Alle Zitate stehen noch in den Dokumenten.'
    : `${gone} von ${quotes.length} Zitaten stehen nicht mehr in den Dokumenten.`
  return `${outcome} ${index}`
}
