/** What is searched and asked in the comparison: the built-in corpus, XQuAD-de, a sample of laws, and larger corpora. */

import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredDocuments } from '../../search/snapshot.ts'
import { loadCorpusQuestions } from '../corpus-questions.ts'
import type { DatasetQuestion } from '../dataset.ts'
import { lawPassages } from '../evaluate-identifiers.ts'
import { toIdentifierQuestions } from '../identifier-questions.ts'
import { loadSquad } from '../squad-dataset.ts'
import type { JudgedQuestion, UnitPlace } from './judging.ts'
import type { BenchDocument } from './stack.ts'

/** What is asked of an indexed collection. Needs the index, since sections and identifiers are read from it. */
export interface QuestionSet {
  name: string
  units: UnitPlace[]
  questions: JudgedQuestion[]
}

const IDENTIFIER_QUESTIONS = 150
const SHORT_LAW_BYTES = 40_000

export function toBenchDocuments(documents: StoredDocuments): BenchDocument[] {
  return documents.documents.map(({ id, title }) => ({ id, title, text: documents.text(id) }))
}

/** Tuning questions and the tuning half of the corpus questions: single ones that the corpus answers. */
export async function loadTuningQuestions(folder: string): Promise<DatasetQuestion[]> {
  const sets = [
    await loadCorpusQuestions(join(folder, 'tuning-questions'), 'all'),
    await loadCorpusQuestions(join(folder, 'corpus-questions'), 'tuning'),
  ]
  return sets
    .flatMap(({ questions }) => questions)
    .filter(({ relevant, earlier, documentIds }) => relevant.length > 0 && !earlier.length && !documentIds)
}

export function corpusSets(documents: StoredDocuments, questions: readonly DatasetQuestion[]): QuestionSet[] {
  const judged = (toUnit: (place: { documentId: string; section?: string }) => string) =>
    questions.map(({ question, relevant }) => ({ question, relevant: new Set(relevant.map(toUnit)) }))
  return [
    {
      name: 'Fragen zum Korpus, Dokument',
      units: documentUnits(documents),
      questions: judged(({ documentId }) => documentId),
    },
    {
      name: 'Fragen zum Korpus, Abschnitt',
      units: sectionUnits(documents),
      questions: judged(({ documentId, section }) => sectionUnit(documentId, section)),
    },
  ]
}

/** Writes each paragraph as a text file, so that it goes the way of any document; gives the questions. */
export async function writeSquad(path: string, folder: string): Promise<DatasetQuestion[]> {
  const { documents, questions } = await loadSquad(path)
  await mkdir(folder, { recursive: true })
  const names = new Map(documents!.map(({ id }, i) => [id, `${String(i).padStart(4, '0')}.txt`]))
  for (const { id, text } of documents!) await writeFile(join(folder, names.get(id)!), text)
  return questions.map((each) => ({
    ...each,
    relevant: each.relevant.map((place) => ({ ...place, documentId: names.get(place.documentId)! })),
  }))
}

export function squadSet(documents: StoredDocuments, questions: readonly DatasetQuestion[]): QuestionSet {
  return {
    name: 'XQuAD-de (Entwicklungshälfte), Absatz',
    units: documentUnits(documents),
    questions: questions.map(({ question, relevant }) => ({
      question,
      relevant: new Set(relevant.map(({ documentId }) => documentId)),
    })),
  }
}

/** The short laws: enough of them to be mistaken for each other, embedded in half a minute. */
export async function sampleLaws(folder: string): Promise<string[]> {
  const paths = (await readdir(folder))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name))
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size))
  return paths.filter((_, i) => sizes[i]! <= SHORT_LAW_BYTES)
}

/** Sections named by number; of all forms alike, spread over the laws. Null where no document has such sections. */
export function identifierSet(documents: StoredDocuments): QuestionSet | null {
  const unitOf = new Map(
    [...lawPassages(documents)].map(({ id, documentId, headingPath }) => [
      id,
      sectionUnit(documentId, headingPath.at(-1)),
    ]),
  )
  const all = toIdentifierQuestions(lawPassages(documents))
  const step = Math.max(1, Math.ceil(all.length / IDENTIFIER_QUESTIONS))
  const questions = all
    .filter((_, i) => i % step === 0)
    .map(({ question, passageIds }) => ({
      question,
      relevant: new Set([...passageIds].map((id) => unitOf.get(id)!)),
    }))
  if (questions.length === 0) return null
  return { name: 'Paragrafen nach Nummer, Abschnitt', units: sectionUnits(documents), questions }
}

function documentUnits(documents: StoredDocuments): UnitPlace[] {
  return documents.documents.map(({ id }) => ({
    unit: id,
    documentId: id,
    start: 0,
    end: documents.text(id).length,
  }))
}

function sectionUnits(documents: StoredDocuments): UnitPlace[] {
  return Array.from({ length: documents.passageCount }, (_, number) => {
    const { documentId, headingPath, start, end } = documents.passage(number)
    return { unit: sectionUnit(documentId, headingPath.at(-1)), documentId, start, end }
  })
}

function sectionUnit(documentId: string, section: string | undefined): string {
  return `${documentId}#${section ?? ''}`
}
