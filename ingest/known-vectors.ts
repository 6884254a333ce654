/** The vectors of a document that are known already: from an earlier index, or from an ingest that was cut short. */

import { type EmbeddedDocument, isPending, type PreparedDocument } from '../search/document.ts'
import { toStretches, toVectorKey } from '../search/embedding-input.ts'

/** Vectors of a passage and its sentences by the key of what is embedded, where all of these rows are known. */
export type FindVectors = (key: string, rows: number) => Float32Array | undefined

/** Rows of zeros stand for the others. */
export function withKnownVectors(
  document: PreparedDocument,
  dimensions: number,
  find: FindVectors,
): EmbeddedDocument {
  const places = toPlaces(document)
  const passageVectors = new Float32Array(places.length * dimensions)
  const sentenceVectors = new Float32Array((places.at(-1)?.sentences.end ?? 0) * dimensions)
  for (const [row, { key, sentences }] of places.entries()) {
    const vectors = find(key, 1 + sentences.end - sentences.start)
    if (!vectors) continue
    passageVectors.set(vectors.subarray(0, dimensions), row * dimensions)
    sentenceVectors.set(vectors.subarray(dimensions), sentences.start * dimensions)
  }
  return { ...document, passageVectors, sentenceVectors }
}

/** Those that a stored document holds; made with the same model and the same embedding input. */
export function vectorsOf(document: EmbeddedDocument, dimensions: number): FindVectors {
  const known = new Map<string, Float32Array>()
  for (const [row, { key, sentences }] of toPlaces(document).entries()) {
    const own = document.passageVectors.subarray(row * dimensions, (row + 1) * dimensions)
    const others = document.sentenceVectors.subarray(sentences.start * dimensions, sentences.end * dimensions)
    if (!isPending(own)) known.set(key, concat(own, others))
  }
  return (key) => known.get(key)
}

/** Of each passage the key of what is embedded, and the rows of its sentences among all of the document. */
function toPlaces(document: PreparedDocument) {
  let start = 0
  return document.passages.map((passage) => {
    const sentences = { start, end: start + passage.sentences.length }
    start = sentences.end
    return { key: toVectorKey(toStretches(document, passage)), sentences }
  })
}

function concat(a: Float32Array, b: Float32Array): Float32Array {
  const both = new Float32Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
