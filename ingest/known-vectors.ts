/** The vectors of a document that are known already: from an earlier index, or from an ingest that was cut short. */

import { type EmbeddedDocument, isPending, type PreparedDocument } from '../search/document.ts'
import { toPassageInput, toSentenceInput } from '../search/embedding-input.ts'

/** The vector of an embedding input, if it is known. */
export type FindVector = (input: string) => Float32Array | undefined

/** Rows of zeros stand for the others. */
export function withKnownVectors(
  document: PreparedDocument,
  dimensions: number,
  find: FindVector,
): EmbeddedDocument {
  const toRows = (inputs: readonly string[]) => {
    const rows = new Float32Array(inputs.length * dimensions)
    for (const [row, input] of inputs.entries()) rows.set(find(input) ?? [], row * dimensions)
    return rows
  }
  return {
    ...document,
    passageVectors: toRows(passageInputs(document)),
    sentenceVectors: toRows(sentenceInputs(document)),
  }
}

/** Those that a stored document holds; made with the same model and the same embedding input. */
export function vectorsOf(document: EmbeddedDocument, dimensions: number): FindVector {
  const known = new Map<string, Float32Array>()
  const add = (inputs: readonly string[], vectors: Float32Array) => {
    for (const [row, input] of inputs.entries()) {
      const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions)
      if (!isPending(vector)) known.set(input, vector)
    }
  }
  add(passageInputs(document), document.passageVectors)
  add(sentenceInputs(document), document.sentenceVectors)
  return (input) => known.get(input)
}

function passageInputs(document: PreparedDocument): string[] {
  return document.passages.map((passage) => toPassageInput(document, passage))
}

function sentenceInputs(document: PreparedDocument): string[] {
  return document.passages.flatMap((passage) =>
    passage.sentences.map((_, index) => toSentenceInput(document, passage, index)),
  )
}
