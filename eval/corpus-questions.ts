/** Reads questions about the indexed corpus itself: one YAML file per document (eval/corpus-questions/README.md). */

import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Dataset, type DatasetQuestion, datasetInvalid } from './dataset.ts'

const questionSchema = z.object({
  id: z.string().regex(/^\d+-[an]\d+$/),
  question: z.string(),
  after: z.string().optional(),
  within: z.boolean().default(false),
  expected: z.array(z.object({ section: z.string(), document: z.string().optional() })).default([]),
  contains: z.array(z.union([z.string(), z.number()]).transform(String)).default([]),
})
const fileSchema = z.object({
  document: z.string(),
  answerable: z.array(questionSchema).default([]),
  unanswerable: z.array(questionSchema).default([]),
})

export type Half = 'tuning' | 'held-back' | 'all'

/** Odd question numbers are the tuning half, even ones the held-back half. Files in order of their names. */
export async function loadCorpusQuestions(folder: string, half: Half = 'all'): Promise<Dataset> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  const files = await Promise.all(names.map((name) => parseFile(join(folder, name))))
  const asked = new Map(
    files.flatMap((file) => [...file.answerable, ...file.unanswerable].map((entry) => [entry.id, entry])),
  )
  const all = files.flatMap((file) =>
    [...file.answerable, ...file.unanswerable].map((entry) => toQuestion(file.document, entry, asked)),
  )
  const questions = all.filter(({ id }) => half === 'all' || halfOf(id) === half)
  if (questions.length === 0) throw datasetInvalid(folder, 'Er enthält keine Frage.')
  return { name: basename(folder), documents: null, questions }
}

export function halfOf(questionId: string): Half {
  return Number(/\d+$/.exec(questionId)?.[0]) % 2 === 1 ? 'tuning' : 'held-back'
}

type Entry = z.infer<typeof questionSchema>

function toQuestion(document: string, entry: Entry, asked: Map<string, Entry>): DatasetQuestion {
  const expected = entry.expected.map((place) => ({
    documentId: place.document ?? document,
    section: place.section,
  }))
  return {
    id: entry.id,
    question: entry.question,
    relevant: expected.map((place) => ({ ...place, grade: 1 })),
    earlier: earlierQuestions(entry, asked),
    contains: entry.contains,
    ...(entry.within && { documentIds: [document] }),
  }
}

function earlierQuestions(entry: Entry, asked: Map<string, Entry>): string[] {
  const before = entry.after === undefined ? undefined : asked.get(entry.after)
  return before && before !== entry ? [...earlierQuestions(before, asked), before.question] : []
}

async function parseFile(path: string) {
  try {
    return fileSchema.parse(parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw datasetInvalid(path, `${error instanceof Error ? error.message : error}`, error)
  }
}
