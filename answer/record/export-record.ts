/** An answer as a file to keep, in one of three forms. Runs in the browser and in a terminal alike. */

import type { Answer } from '../answer.ts'
import { buildRecord } from './answer-record.ts'
import { toHtml } from './record-html.ts'
import { toMarkdown } from './record-markdown.ts'
import type { UrlOf } from './record-view.ts'

export { CHECK_NAMES } from './texts.de.ts'

export const RECORD_FORMS = ['json', 'md', 'html'] as const
export type RecordForm = (typeof RECORD_FORMS)[number]

export interface RecordFile {
  /** Names the day and the answer, never the question. */
  name: string
  mediaType: string
  content: string
}

const MEDIA_TYPES: Record<RecordForm, string> = {
  json: 'application/json',
  md: 'text/markdown;charset=utf-8',
  html: 'text/html;charset=utf-8',
}

export interface RecordOptions {
  form: RecordForm
  urlOf: UrlOf
}

export function exportRecord(question: string, answer: Answer, { form, urlOf }: RecordOptions): RecordFile {
  const record = buildRecord(question, answer)
  const content = {
    json: () => `${JSON.stringify(record, null, 2)}\n`,
    md: () => toMarkdown(record, urlOf),
    html: () => toHtml(record, urlOf),
  }[form]()
  const name = `beleg-${answer.answeredAt.slice(0, 10)}-${answer.answerId.slice(0, 8)}.${form}`
  return { name, mediaType: MEDIA_TYPES[form], content }
}
