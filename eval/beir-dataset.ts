/** Reads a BEIR folder: corpus.jsonl, queries.jsonl and the judgements in qrels/test.tsv. */

import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { type Dataset, type DatasetQuestion, datasetInvalid, type Relevant } from './dataset.ts'

const documentSchema = z.object({ _id: z.string(), title: z.string().nullish(), text: z.string() })
const querySchema = z.object({ _id: z.string(), text: z.string() })

/** Only queries with a judgement are asked; judgements of grade 0 or of unknown documents count for nothing. */
export async function loadBeir(folder: string): Promise<Dataset> {
  const rows = await loadLines(folder, 'corpus.jsonl', documentSchema)
  const documents = rows.map(({ _id, title, text }) => ({ id: _id, title: title ?? '', text }))
  const queries = await loadLines(folder, 'queries.jsonl', querySchema)
  const judgements = await loadJudgements(folder, new Set(documents.map((document) => document.id)))
  const questions = queries.flatMap(({ _id, text }): DatasetQuestion[] => {
    const relevant = judgements.get(_id)
    return relevant ? [{ id: _id, question: text, relevant, earlier: [], contains: [] }] : []
  })
  if (questions.length === 0)
    throw datasetInvalid(folder, 'Zu keiner Frage in queries.jsonl nennt qrels/test.tsv ein Dokument.')
  return { name: basename(folder), documents, questions }
}

async function loadLines<T>(folder: string, name: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await loadPart(folder, name)).split('\n')
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return []
    try {
      return [schema.parse(JSON.parse(line))]
    } catch (error) {
      throw datasetInvalid(folder, `${name}, Zeile ${i + 1}, hat eine andere Form.`, error)
    }
  })
}

async function loadJudgements(folder: string, known: Set<string>): Promise<Map<string, Relevant[]>> {
  const name = join('qrels', 'test.tsv')
  const judgements = new Map<string, Relevant[]>()
  const lines = (await loadPart(folder, name)).split('\n').slice(1)
  lines.forEach((line, i) => {
    if (line.trim() === '') return
    const [query, documentId, score] = line.split('\t')
    const grade = Number(score)
    if (!query || !documentId || !Number.isFinite(grade))
      throw datasetInvalid(folder, `${name}, Zeile ${i + 2}, ist nicht „Frage, Dokument, Note“.`)
    if (grade <= 0 || !known.has(documentId)) return
    judgements.set(query, [...(judgements.get(query) ?? []), { documentId, grade }])
  })
  return judgements
}

async function loadPart(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), 'utf8')
  } catch (error) {
    throw datasetInvalid(folder, `${name} fehlt.`, error)
  }
}
