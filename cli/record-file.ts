/** Writes the record of an answer to a file; its ending says in which form. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, extname } from 'node:path'
import type { Answer } from '../answer/answer.ts'
import { exportRecord, RECORD_FORMS, type RecordForm } from '../answer/record/export-record.ts'
import { AppError } from '../search/app-error.ts'

export interface RecordTarget {
  path: string
  form: RecordForm
}

/** Throws AppError `invalid_request` for an ending that stands for no form. */
export function toRecordTarget(path: string): RecordTarget {
  const ending = extname(path).slice(1).toLowerCase()
  const form = RECORD_FORMS.find((candidate) => candidate === ending)
  if (form) return { path, form }
  const message = `„${path}“ sagt nicht, in welcher Form der Beleg geschrieben werden soll. Bitte die Datei auf .json, .md oder .html enden lassen.`
  throw new AppError('invalid_request', message, { details: { path } })
}

/** An existing file is replaced, missing folders are made. */
export function writeRecord(
  { path, form }: RecordTarget,
  { question, answer, urlOf }: { question: string; answer: Answer; urlOf: (path: string) => string },
): void {
  const { content } = exportRecord(question, answer, { form, urlOf })
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}
