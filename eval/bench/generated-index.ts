/** Writes an index of any size without embedding: generated text with derived vectors. For measuring speed and memory only. */

import type { Block, EmbeddedDocument, Passage, Sentence } from '../../search/document.ts'
import type { EmbeddingModel } from '../../search/embedder.ts'
import { INDEX_PARTS } from '../../search/index-parts.ts'
import type { SnapshotManifest } from '../../search/snapshot.ts'
import { openSnapshotWriter } from '../../search/snapshot-writer.ts'
import { toTextRecord } from '../text-record.ts'
import type { DeriveVector } from './derived-vectors.ts'
import type { TextModel } from './text-model.ts'

export interface GeneratedIndexOptions {
  dataDir: string
  passages: number
  sentencesPerPassage: number
  model: EmbeddingModel
  textModel: TextModel
  derive: DeriveVector
  onDocument?: (passages: number) => void
}

const PASSAGES_PER_DOCUMENT = 100

export async function writeGeneratedIndex(options: GeneratedIndexOptions): Promise<SnapshotManifest> {
  const { dataDir, passages, model, onDocument } = options
  const writer = openSnapshotWriter(dataDir, {
    model,
    analyserFingerprint: INDEX_PARTS.analyser.fingerprint,
    chunkerFingerprint: 'generated',
    lexical: INDEX_PARTS.createLexicalIndexBuilder(),
    graphs: INDEX_PARTS.graphs,
  })
  try {
    for (let first = 0; first < passages; first += PASSAGES_PER_DOCUMENT) {
      const count = Math.min(PASSAGES_PER_DOCUMENT, passages - first)
      writer.add(generateDocument(first, count, options), null)
      onDocument?.(first + count)
    }
    return await writer.commit()
  } finally {
    writer.abort()
  }
}

interface Draft {
  text: string
  blocks: Block[]
  passages: Passage[]
}

function generateDocument(first: number, count: number, options: GeneratedIndexOptions): EmbeddedDocument {
  const { textModel, derive, model } = options
  const id = `generated/${first}`
  const title = textModel.heading()
  const draft: Draft = { text: title, blocks: [heading(title, 0, 1)], passages: [] }
  for (let i = 0; i < count; i++) appendPassage(draft, { id, title, number: i + 1 }, options)
  const vectorsOf = (spans: readonly { start: number; end: number }[]) =>
    join(
      spans.map(({ start, end }) => derive(draft.text.slice(start, end))),
      model.dimensions,
    )
  return {
    record: toTextRecord({ id, title, collection: 'generated', bytes: Buffer.from(draft.text) }),
    ...draft,
    passageVectors: vectorsOf(draft.passages),
    sentenceVectors: vectorsOf(draft.passages.flatMap(({ sentences }) => sentences)),
  }
}

function appendPassage(
  draft: Draft,
  place: { id: string; title: string; number: number },
  { textModel, sentencesPerPassage }: GeneratedIndexOptions,
): void {
  const name = `§ ${place.number} ${textModel.heading()}`
  const block = heading(name, draft.text.length + 2, 2)
  draft.text += `\n\n${name}\n\n`
  draft.blocks.push(block)
  const start = draft.text.length
  const sentences: Sentence[] = []
  for (let i = 0; i < sentencesPerPassage; i++) {
    if (i > 0) draft.text += ' '
    const at = draft.text.length
    draft.text += textModel.sentence()
    sentences.push({ start: at, end: draft.text.length, kind: 'paragraph', page: null })
  }
  const span = { start, end: draft.text.length }
  draft.blocks.push({ ...span, kind: 'paragraph', level: 0, page: null })
  draft.passages.push({
    ...span,
    id: `${place.id}#${place.number}`,
    documentId: place.id,
    headingPath: [place.title, name],
    page: null,
    sentences,
  })
}

function heading(text: string, start: number, level: number): Block {
  return { start, end: start + text.length, kind: 'heading', level, page: null }
}

function join(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const rows = new Float32Array(vectors.length * dimensions)
  vectors.forEach((vector, row) => {
    rows.set(vector, row * dimensions)
  })
  return rows
}
