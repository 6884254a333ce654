/** Reads SQuAD v1.1 and v2.0: each paragraph is a document, each question is answered by its own paragraph. */

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { type Dataset, type DatasetDocument, type DatasetQuestion, datasetInvalid } from './dataset.ts'

const squadSchema = z.object({
  data: z.array(
    z.object({
      title: z.string().default(''),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              id: z.union([z.string(), z.number()]).transform(String),
              question: z.string(),
              is_impossible: z.boolean().default(false),
              answers: z.array(z.object({ text: z.string() })).default([]),
            }),
          ),
        }),
      ),
    }),
  ),
})

/** Paragraphs carry no title: the article's would tell them apart from other articles, as no plain text does. */
export async function loadSquad(path: string): Promise<Dataset> {
  const { data } = await parseFile(path)
  const documents: DatasetDocument[] = []
  const questions: DatasetQuestion[] = []
  data.forEach(({ title, paragraphs }, article) => {
    paragraphs.forEach(({ context, qas }, i) => {
      const documentId = `${title || article}/${i + 1}`
      documents.push({ id: documentId, title: '', text: context })
      for (const { id, question, is_impossible, answers } of qas) {
        const relevant = is_impossible ? [] : [{ documentId, grade: 1 }]
        questions.push({
          id,
          question,
          relevant,
          earlier: [],
          contains: answers.slice(0, 1).map((answer) => answer.text),
        })
      }
    })
  })
  if (questions.length === 0) throw datasetInvalid(path, 'Er enthält keine Frage.')
  return { name: basename(path), documents, questions }
}

async function parseFile(path: string) {
  try {
    return squadSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw datasetInvalid(path, describe(error), error)
  }
}

function describe(error: unknown): string {
  if (!(error instanceof z.ZodError)) return `${error instanceof Error ? error.message : error}.`
  const { path, message } = error.issues[0]!
  return `„${path.join('.') || 'data'}“ fehlt oder hat eine andere Form (${message}).`
}
