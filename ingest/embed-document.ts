/** The vectors of a document: known ones are taken over, the others are embedded, some at the same time. */

import type { EmbeddedDocument, PreparedDocument } from '../search/document.ts'
import type { Embedder } from '../search/embedder.ts'
import { toPassageInput, toSentenceInput } from '../search/embedding-input.ts'

export interface EmbedOptions {
  embedder: Embedder
  /** Texts that are embedded at the same time, so that memory stays bounded. */
  parallel: number
  /** The same document as an earlier index has it, made with the same model and the same embedding input. */
  previous?: EmbeddedDocument
  /** Called after each vector. */
  onVector?: (done: number, total: number) => void
  signal?: AbortSignal
}

/** Rejects with whatever the embedder throws first, `aborted` included. */
export async function embedDocument(
  document: PreparedDocument,
  options: EmbedOptions,
): Promise<EmbeddedDocument> {
  const passages = passageInputs(document)
  const sentences = sentenceInputs(document)
  const known = options.previous ? knownVectors(options.previous) : new Map<string, Float32Array>()
  const vectors = await embedAll([...passages, ...sentences], known, options)
  const { dimensions } = options.embedder.model
  return {
    ...document,
    passageVectors: concatenate(vectors.slice(0, passages.length), dimensions),
    sentenceVectors: concatenate(vectors.slice(passages.length), dimensions),
  }
}

/** Equal texts, such as a passage of one sentence and that sentence, are embedded once. */
async function embedAll(
  inputs: readonly string[],
  known: Map<string, Float32Array>,
  { embedder, parallel, onVector, signal }: EmbedOptions,
): Promise<Float32Array[]> {
  const missing = [...new Set(inputs)].filter((input) => !known.has(input))
  let next = 0
  let done = 0
  const work = async () => {
    while (next < missing.length) {
      const input = missing[next++]!
      known.set(input, await embedder.embed(input, 'passage', signal))
      onVector?.(++done, missing.length)
    }
  }
  const stopOthers = (error: unknown) => {
    next = missing.length
    throw error
  }
  await Promise.all(Array.from({ length: Math.max(1, parallel) }, () => work().catch(stopOthers)))
  return inputs.map((input) => known.get(input)!)
}

function knownVectors(document: EmbeddedDocument): Map<string, Float32Array> {
  const known = new Map<string, Float32Array>()
  const add = (inputs: readonly string[], vectors: Float32Array) => {
    const dimensions = inputs.length > 0 ? vectors.length / inputs.length : 0
    for (const [row, input] of inputs.entries()) {
      known.set(input, vectors.subarray(row * dimensions, (row + 1) * dimensions))
    }
  }
  add(passageInputs(document), document.passageVectors)
  add(sentenceInputs(document), document.sentenceVectors)
  return known
}

function passageInputs(document: PreparedDocument): string[] {
  return document.passages.map((passage) => toPassageInput(document, passage))
}

function sentenceInputs(document: PreparedDocument): string[] {
  return document.passages.flatMap((passage) =>
    passage.sentences.map((_, index) => toSentenceInput(document, passage, index)),
  )
}

function concatenate(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const all = new Float32Array(vectors.length * dimensions)
  for (const [row, vector] of vectors.entries()) all.set(vector, row * dimensions)
  return all
}
