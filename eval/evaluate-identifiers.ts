/** How reliably a section named by its number is found: each form of naming alone, on an opened index. */

import { AppError } from '../search/app-error.ts'
import type { Retriever } from '../search/retriever.ts'
import type { Snapshot, StoredDocuments } from '../search/snapshot.ts'
import {
  IDENTIFIER_FORMS,
  type IdentifierForm,
  type IdentifierQuestion,
  type LawPassage,
  toIdentifierQuestions,
} from './identifier-questions.ts'
import { type Figure, toFigure } from './metrics.ts'

export interface IdentifierFigures {
  form: IdentifierForm
  rightFirst: Figure
  rightInTop3: Figure
  /** Questions whose first hit is another passage. */
  missed: string[]
}

export interface IdentifierEvaluation {
  snapshot: Snapshot
  retriever: Retriever
  /** Every so-many-th question of each form; 1 asks all. */
  every?: number
  signal?: AbortSignal
}

/** One question at a time. Throws `invalid_request` when no document of the index has numbered sections. */
export async function evaluateIdentifiers(evaluation: IdentifierEvaluation): Promise<IdentifierFigures[]> {
  const { snapshot, every = 1 } = evaluation
  const questions = toIdentifierQuestions(lawPassages(snapshot))
  if (questions.length === 0)
    throw new AppError(
      'invalid_request',
      'Im Index steht kein Gesetz mit Kurznamen im Titel („… (VwVfG)“) und Überschriften „§ 1 …“. Indexieren Sie welche oder lassen Sie --identifiers weg.',
    )
  const figures: IdentifierFigures[] = []
  for (const form of IDENTIFIER_FORMS) {
    const asked = questions.filter((question) => question.form === form).filter((_, i) => i % every === 0)
    figures.push(await measureForm(form, asked, evaluation))
  }
  return figures
}

async function measureForm(
  form: IdentifierForm,
  questions: readonly IdentifierQuestion[],
  { retriever, signal }: IdentifierEvaluation,
): Promise<IdentifierFigures> {
  const first: number[] = []
  const top3: number[] = []
  const missed: string[] = []
  for (const { question, passageIds } of questions) {
    const { hits } = await retriever.search({ query: question, limit: 3, ...(signal && { signal }) })
    const right = hits.map((hit) => passageIds.has(hit.passage.id))
    first.push(Number(right[0] ?? false))
    top3.push(Number(right.includes(true)))
    if (!right[0]) missed.push(question)
  }
  return { form, rightFirst: toFigure(first), rightInTop3: toFigure(top3), missed }
}

/** Every passage with the title of its document and its own text. */
export function* lawPassages(snapshot: StoredDocuments): Generator<LawPassage> {
  for (let number = 0; number < snapshot.passageCount; number++) {
    const passage = snapshot.passage(number)
    const text = snapshot.text(passage.documentId).slice(passage.start, passage.end)
    yield { ...passage, title: snapshot.document(passage.documentId)!.title, text }
  }
}
