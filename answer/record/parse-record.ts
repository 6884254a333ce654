/** Reads a record back from its JSON or HTML form. */

import { z } from 'zod'
import { AppError } from '../../search/app-error.ts'
import { type AnswerRecord, RECORD_FORMAT, RECORD_VERSION } from './answer-record.ts'
import { DATA_ELEMENT } from './record-html.ts'
import { RECORD_TEXTS } from './texts.de.ts'

const place = { start: z.int().min(0), end: z.int().min(0) }

/** What checking needs; the rest of a record is kept as it is. */
const schema = z.looseObject({
  format: z.literal(RECORD_FORMAT),
  formatVersion: z.int(),
  question: z.string(),
  answeredAt: z.string(),
  sentences: z.array(
    z.looseObject({
      text: z.string(),
      citations: z.array(
        z.looseObject({
          ...place,
          source: z.int().min(1),
          documentId: z.string(),
          sha256: z.string(),
          quote: z.string().min(1),
        }),
      ),
    }),
  ),
  sources: z.array(
    z.looseObject({
      n: z.int().min(1),
      documentId: z.string(),
      title: z.string(),
      edition: z.string().nullable(),
      sha256: z.string(),
    }),
  ),
  index: z.looseObject({ snapshotId: z.string() }),
})

/** The record that a file's text holds; null where it is no record at all. Throws AppError for one that is damaged, or in Markdown. */
export function parseRecord(text: string): AnswerRecord | null {
  const json = toJson(text)
  if (json === null && isMarkdown(text)) throw notCheckable()
  if (json === null) return null
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (cause) {
    throw damaged('Er ist kein vollständiges JSON', cause)
  }
  if ((value as { format?: unknown } | null)?.format !== RECORD_FORMAT) return null
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw damaged(`Angaben fehlen oder sind falsch (${toPaths(parsed.error)})`)
  if (parsed.data.formatVersion > RECORD_VERSION) throw tooNew(parsed.data.formatVersion)
  return parsed.data as unknown as AnswerRecord
}

function toJson(text: string): string | null {
  const at = text.indexOf(DATA_ELEMENT)
  if (at >= 0) return text.slice(at + DATA_ELEMENT.length).split('</script>')[0]!
  return text.trimStart().startsWith('{') && text.includes(`"${RECORD_FORMAT}"`) ? text : null
}

/** As `toMarkdown` begins it: its quotes cannot be read back. */
function isMarkdown(text: string): boolean {
  return text.startsWith(`# ${RECORD_TEXTS.title}\n\n**${RECORD_TEXTS.question}:**`)
}

function notCheckable(): AppError {
  const message =
    'Ein Beleg in Markdown lässt sich nur lesen. Zum Nachprüfen nehmen Sie bitte seine Form JSON oder HTML.'
  return new AppError('invalid_request', message)
}

function toPaths({ issues }: z.ZodError): string {
  return [...new Set(issues.map(({ path }) => path.join('.')))].slice(0, 3).join(', ')
}

function damaged(what: string, cause?: unknown): AppError {
  const message = `Der Beleg ist beschädigt: ${what}. Bitte nehmen Sie die unveränderte Datei oder laden Sie den Beleg neu herunter.`
  return new AppError('invalid_request', message, { cause })
}

function tooNew(version: number): AppError {
  const message = `Der Beleg hat die Fassung ${version}; gelesen wird bis Fassung ${RECORD_VERSION}. Bitte aktualisieren Sie Fundstelle.`
  return new AppError('invalid_request', message)
}
