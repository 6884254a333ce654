/** The corpus manifest (`sources.yaml` or `sources.json`): from unknown to typed, with every problem named at once. */

import { parse } from 'yaml'
import { z } from 'zod'
import { AppError } from '../search/app-error.ts'

export const MANIFEST_NAMES = ['sources.yaml', 'sources.yml', 'sources.json'] as const

/** What is wrong with a value of another type; one that is not there at all is missing. */
const needs = (what: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? 'fehlt' : `muss ${what} sein`),
})

const MAPPING = needs('eine Zuordnung von Feldern zu Werten')
const line = z.string(needs('ein Text')).trim().min(1, 'darf nicht leer sein')
const optional = line.nullish().transform((value) => value ?? null)
const link = z.url({
  protocol: /^https?$/,
  error: 'muss eine Adresse sein, die mit https:// oder http:// beginnt',
})
const optionalLink = link.nullish().transform((value) => value ?? null)

const entrySchema = z.object(
  {
    id: line.regex(/^[^\s\u0000-\u001f]+$/u, 'darf keinen Leerraum enthalten'),
    /** Beside the manifest; null where there is only an original. */
    file: optional,
    title: line,
    publisher: optional,
    edition: optional,
    date: z
      .union([z.number().transform(String), line], needs('ein Text'))
      .pipe(z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u, 'muss JJJJ, JJJJ-MM oder JJJJ-MM-TT sein'))
      .nullish()
      .transform((value) => value ?? null),
    collection: line,
    landingPage: optionalLink,
    fileUrl: optionalLink,
    licence: optional,
    verified: optional,
    summary: z.boolean(needs('true oder false')).default(false),
    exampleQuestions: z
      .array(line, needs('eine Liste'))
      .nullish()
      .transform((value) => value ?? []),
  },
  MAPPING,
)

const manifestSchema = z.object(
  {
    /** Titles of the collections by name. */
    collections: z
      .record(z.string(), line)
      .nullish()
      .transform((value) => value ?? {}),
    documents: z.array(z.unknown(), needs('eine Liste')).min(1, 'enthält keinen Eintrag'),
  },
  MAPPING,
)

export type ManifestEntry = z.infer<typeof entrySchema>

export interface Manifest {
  collections: Record<string, string>
  documents: ManifestEntry[]
}

/** `path` is for messages. Throws `manifest_invalid`, whose message lists every problem with its entry's id. */
export function parseManifest(source: string, path: string): Manifest {
  const outer = manifestSchema.safeParse(parseYaml(source, path))
  if (!outer.success) {
    const problems = outer.error.issues.map((issue) => describe('Manifest', issue))
    throw invalid(path, problems)
  }
  const results = outer.data.documents.map((entry) => entrySchema.safeParse(entry))
  const problems = results.flatMap((result, index) =>
    result.success
      ? []
      : result.error.issues.map((issue) => describe(entryName(outer.data.documents[index], index), issue)),
  )
  const documents = results.flatMap((result) => (result.success ? [result.data] : []))
  problems.push(...duplicateIds(documents))
  if (problems.length > 0) throw invalid(path, problems)
  return { collections: outer.data.collections, documents }
}

function parseYaml(source: string, path: string): unknown {
  try {
    return parse(source)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0]!.replace(/:$/, '') : String(cause)
    throw invalid(path, [`kein gültiges YAML oder JSON: ${reason}`], cause)
  }
}

function entryName(entry: unknown, index: number): string {
  const id = entry !== null && typeof entry === 'object' && 'id' in entry ? entry.id : null
  return typeof id === 'string' && id !== '' ? `Eintrag „${id}“` : `Eintrag ${index + 1}`
}

function describe(where: string, issue: z.core.$ZodIssue): string {
  const field = issue.path.join('.')
  return `${where}: ${field ? `„${field}“ ` : ''}${issue.message}`
}

function duplicateIds(documents: readonly ManifestEntry[]): string[] {
  const ids = documents.map(({ id }) => id)
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index))
  return [...repeated].map((id) => `Eintrag „${id}“: die „id“ ist mehrfach vergeben`)
}

function invalid(path: string, problems: string[], cause?: unknown): AppError {
  const message = `Das Manifest „${path}“ hat Fehler: ${problems.join('; ')}. Berichtigen Sie die Datei; corpus/README.md beschreibt die Felder.`
  return new AppError('manifest_invalid', message, { details: { path, problems }, cause })
}
