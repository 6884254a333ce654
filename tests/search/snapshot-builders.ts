/** Small documents and fake parts for tests of the snapshot and of what reads it. */

import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Block, EmbeddedDocument, Passage, Sentence } from '../../search/document.ts'
import type { Embedder, EmbeddingModel } from '../../search/embedder.ts'
import type { Analyser } from '../../search/german/analyser.ts'
import type {
  IndexFiles,
  LexicalIndex,
  LexicalIndexBuilder,
  LexicalSearchOptions,
} from '../../search/lexical-index.ts'
import type { Breakdown } from '../../search/retriever.ts'
import type { Snapshot, SnapshotManifest } from '../../search/snapshot.ts'
import { type OpenSnapshotOptions, openSnapshot } from '../../search/snapshot-reader.ts'
import {
  openSnapshotWriter,
  type SnapshotWriter,
  type SnapshotWriterOptions,
} from '../../search/snapshot-writer.ts'
import type { VectorIndex } from '../../search/vector-index.ts'
import type { VectorRows } from '../../search/vector-rows.ts'
import { createRecord } from './document-record.ts'

export const DIMENSIONS = 4

export const model: EmbeddingModel = {
  name: 'fake-model',
  fingerprint: 'f'.repeat(32),
  dimensions: DIMENSIONS,
  maxTokens: 64,
}

export function createDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'fundstelle-data-'))
}

export interface DocumentSpec {
  id: string
  title?: string
  edition?: string
  collection?: string
  /** Heading → sentences of its one passage; a text is one sentence. */
  sections: Record<string, string[]>
  pageLabel?: string
  /** Where the text of every section links to. */
  linkTo?: string
}

/** A document whose vectors are derived from its sentences' hashes; headings are blocks outside the passages. */
export function createDocument(spec: DocumentSpec): EmbeddedDocument {
  const blocks: Block[] = []
  const passages: Passage[] = []
  let text = ''
  const place = spec.pageLabel === undefined ? { page: null } : { page: 3, pageLabel: spec.pageLabel }
  const append = (part: string, separator: string) => {
    if (text !== '') text += separator
    const start = text.length
    text += part
    return { start, end: text.length }
  }
  for (const [heading, sentences] of Object.entries(spec.sections)) {
    blocks.push({ ...append(heading, '\n\n'), kind: 'heading', level: 2, ...place })
    const spans: Sentence[] = sentences.map((sentence, i) => ({
      ...append(sentence, i === 0 ? '\n\n' : ' '),
      kind: 'paragraph',
      page: place.page,
    }))
    const span = { start: spans[0]?.start ?? text.length, end: text.length }
    const isLinked = spec.linkTo !== undefined && span.start < span.end
    const links = isLinked && [{ start: span.start, end: span.end, href: spec.linkTo! }]
    blocks.push({ ...span, kind: 'paragraph', level: 0, ...place, ...(links && { links }) })
    passages.push({
      ...span,
      id: `${spec.id}#${heading}`,
      documentId: spec.id,
      headingPath: [heading],
      ...place,
      sentences: spans,
    })
  }
  const slices = (spans: { start: number; end: number }[]) =>
    spans.map((span) => text.slice(span.start, span.end))
  const { id, title = `Titel ${id}`, edition = null, collection = 'tests' } = spec
  const known = { sizeBytes: text.length, sha256: createHash('sha256').update(text).digest('hex') }
  return {
    record: createRecord(id, { title, edition, collection, ...known }),
    text,
    blocks,
    passages,
    passageVectors: concat(slices(passages).map(hashVector)),
    sentenceVectors: concat(slices(passages.flatMap((passage) => passage.sentences)).map(hashVector)),
  }
}

/** A file as ingest would have read it. */
export function writeOriginal(dataDir: string, document: EmbeddedDocument): string {
  const path = join(dataDir, `${document.record.sha256}.src`)
  writeFileSync(path, document.text)
  return path
}

/** Any normalised vector, the same for the same text. */
export function hashVector(text: string): Float32Array {
  const bytes = createHash('sha256').update(text).digest()
  const raw = Float32Array.from({ length: DIMENSIONS }, (_, i) => bytes[i]! - 127.5)
  const norm = Math.hypot(...raw)
  return raw.map((value) => value / norm)
}

export const fakeEmbedder: Embedder = {
  model,
  embed: async (text) => hashVector(text),
  embedParts: async ({ head, parts }) =>
    concat([[head, ...parts].filter(Boolean).join(' '), ...parts].map(hashVector)),
  embedTokens: async () => ({ pieces: [], vectors: new Float32Array() }),
  countTokens: async (texts) => texts.map((text) => text.length),
  close: async () => {},
}

function concat(vectors: Float32Array[]): Float32Array {
  const all = new Float32Array(vectors.length * DIMENSIONS)
  vectors.forEach((vector, row) => {
    all.set(vector, row * DIMENSIONS)
  })
  return all
}

/** Lower-cased words as terms. */
export const fakeAnalyser: Analyser = {
  fingerprint: 'fake-analyser-1',
  tokens: (text) =>
    [...text.matchAll(/[\p{L}\d]+/gu)].map((match) => ({
      surface: match[0],
      start: match.index,
      end: match.index + match[0].length,
      terms: [match[0].toLowerCase()],
      weights: [1],
    })),
  ngrams: (text) => text.toLowerCase().match(/.{1,4}/gsu) ?? [],
}

export function createFakeLexicalBuilder(): LexicalIndexBuilder {
  const passages: string[] = []
  return {
    add: ({ title, headings, text }) => passages.push(`${title} ${headings} ${text}`),
    build: () => ({ 'passages.json': Buffer.from(JSON.stringify(passages)) }),
  }
}

/** Scores a passage by how many of the question's distinct terms it holds. */
export function openFakeLexicalIndex(files: IndexFiles, analyser: Analyser): LexicalIndex {
  const passages: string[] = JSON.parse(Buffer.from(files['passages.json']!).toString())
  const termsOf = (text: string) => new Set(analyser.tokens(text).flatMap((token) => token.terms))
  const search = (query: string, { limit, allows }: LexicalSearchOptions) =>
    passages
      .map((text, passage) => ({
        passage,
        score: [...termsOf(query)].filter((t) => termsOf(text).has(t)).length,
      }))
      .filter((hit) => hit.score > 0 && (!allows || allows(hit.passage)))
      .sort((a, b) => b.score - a.score || a.passage - b.passage)
      .slice(0, limit)
  return {
    size: passages.length,
    analyser,
    searchWords: search,
    searchNgrams: () => [],
    namedPassages: () => new Map(),
    corrections: () => [],
    analyse: () => ({ words: [], shortForms: [], places: [] }),
    termScores: () => [],
    idf: () => 1,
  }
}

export function createFakeVectorIndex({ size, dimensions, read }: VectorRows): VectorIndex {
  const vectors = read(0, size)
  return {
    size,
    dimensions,
    search: (query, { limit, allows }) =>
      Array.from({ length: size }, (_, item) => ({
        item,
        score: query.reduce((sum, value, d) => sum + value * vectors[item * dimensions + d]!, 0),
      }))
        .filter((hit) => !allows || allows(hit.item))
        .sort((a, b) => b.score - a.score || a.item - b.item)
        .slice(0, limit),
  }
}

export function openWriter(dataDir: string, overrides: Partial<SnapshotWriterOptions> = {}): SnapshotWriter {
  return openSnapshotWriter(dataDir, {
    model,
    analyserFingerprint: fakeAnalyser.fingerprint,
    chunkerFingerprint: 'fake-chunker-1',
    lexical: createFakeLexicalBuilder(),
    ...overrides,
  })
}

export function openFakeSnapshot(
  dataDir: string,
  overrides: Partial<OpenSnapshotOptions> = {},
): Promise<Snapshot> {
  return openSnapshot(dataDir, {
    analyser: fakeAnalyser,
    model,
    openLexicalIndex: openFakeLexicalIndex,
    createVectorIndex: createFakeVectorIndex,
    ...overrides,
  })
}

/** The score that an explained hit should have. */
export function sumOf({ arms, lift }: Breakdown): number {
  return arms.reduce((sum, { weight, standardised }) => sum + weight * standardised, lift)
}

/** Writes the documents as the current snapshot. */
export async function writeSnapshot(
  dataDir: string,
  documents: EmbeddedDocument[],
): Promise<SnapshotManifest> {
  const writer = openWriter(dataDir)
  for (const document of documents) writer.add(document, writeOriginal(dataDir, document))
  return writer.commit()
}
