/** One file read, cut into passages and given the vectors that are known; what is wrong with the file alone becomes part of its outcome. */

import { isAppError } from '../search/app-error.ts'
import type { EmbeddedDocument } from '../search/document.ts'
import type { Embedder } from '../search/embedder.ts'
import type { StoredDocuments } from '../search/snapshot.ts'
import { type FindVectors, vectorsOf, withKnownVectors } from './known-vectors.ts'
import { type FileBytes, prepareDocument, readSourceFile } from './prepare-document.ts'
import { isUnchanged, reusableDocument } from './reuse.ts'
import type { FileFailure, SourceFile } from './source.ts'

export interface ReadOptions {
  previous: StoredDocuments | null
  embedder: Embedder
  /** Vectors that an ingest computed before it was cut short. */
  findVectors: FindVectors
}

export interface ReadDocument {
  outcome: DocumentOutcome
  /** Null for a file that failed. */
  written: { document: EmbeddedDocument; path: string } | null
}

export interface DocumentOutcome {
  path: string
  documentId: string
  outcome: 'read' | 'reused' | 'failed'
  passages: number
  sentences: number
  tookMs: number
  /** Why the file failed; also filled when its fallback stands in for it. */
  problems: FileFailure[]
}

/** Codes that speak of one file; anything else ends the run. */
const FILE_CODES = new Set(['source_unreadable', 'source_empty', 'unsupported_format', 'no_text_layer'])

export async function readDocument(file: SourceFile, options: ReadOptions): Promise<ReadDocument> {
  const startedAt = performance.now()
  const problems: FileFailure[] = []
  for (let used: SourceFile | undefined = file; used; used = used.fallback) {
    const result = await tryDocument(used, options)
    if ('code' in result) problems.push(result)
    else {
      const outcome = toOutcome(file, { ...result, problems, startedAt })
      return { outcome, written: { document: result.document, path: used.path } }
    }
  }
  return { outcome: toOutcome(file, { outcome: 'failed', problems, startedAt }), written: null }
}

interface Found {
  outcome: 'read' | 'reused'
  document: EmbeddedDocument
}

async function tryDocument(file: SourceFile, options: ReadOptions): Promise<Found | FileFailure> {
  let sha256: string | null = null
  try {
    const content = await readSourceFile(file)
    sha256 = content.sha256
    return await toDocument(file, content, options)
  } catch (error) {
    if (!isAppError(error) || !FILE_CODES.has(error.code)) throw error
    const { code, message } = error
    return { path: file.name, documentId: file.documentId, sha256, code, message }
  }
}

async function toDocument(file: SourceFile, content: FileBytes, options: ReadOptions): Promise<Found> {
  const { previous, embedder, findVectors } = options
  const { dimensions, maxTokens } = embedder.model
  const stored = reusableDocument(previous, embedder.model, file.documentId)
  const fromBefore = stored && vectorsOf(stored, dimensions)
  const find: FindVectors = (key, rows) => fromBefore?.(key, rows) ?? findVectors(key, rows)
  if (stored && isUnchanged(previous!, file, content.sha256))
    return { outcome: 'reused', document: withKnownVectors(stored, dimensions, find) }
  const prepared = await prepareDocument(file, content, { countTokens: embedder.countTokens, maxTokens })
  return { outcome: 'read', document: withKnownVectors(prepared, dimensions, find) }
}

interface OutcomeFacts {
  outcome: DocumentOutcome['outcome']
  document?: EmbeddedDocument
  problems: FileFailure[]
  startedAt: number
}

function toOutcome(
  file: SourceFile,
  { outcome, document, problems, startedAt }: OutcomeFacts,
): DocumentOutcome {
  const passages = document?.passages ?? []
  return {
    path: file.name,
    documentId: file.documentId,
    outcome,
    passages: passages.length,
    sentences: passages.reduce((sum, passage) => sum + passage.sentences.length, 0),
    tookMs: Math.round(performance.now() - startedAt),
    problems,
  }
}
