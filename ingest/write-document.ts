/** One file through all steps into the index; what is wrong with the file alone becomes part of its outcome. */

import { isAppError } from '../search/app-error.ts'
import type { EmbeddedDocument, PreparedDocument } from '../search/document.ts'
import type { Embedder } from '../search/embedder.ts'
import type { StoredDocuments } from '../search/snapshot.ts'
import type { SnapshotWriter } from '../search/snapshot-writer.ts'
import { embedDocument } from './embed-document.ts'
import { type FileBytes, prepareDocument, readSourceFile } from './prepare-document.ts'
import { isUnchanged, reusableDocument } from './reuse.ts'
import type { FileFailure, SourceFile } from './source.ts'

export interface WriteOptions {
  writer: SnapshotWriter
  previous: StoredDocuments | null
  embedder: Embedder
  parallel: number
  onVector: (done: number, total: number) => void
  signal?: AbortSignal
}

export interface DocumentOutcome {
  path: string
  documentId: string
  outcome: 'embedded' | 'reused' | 'failed'
  passages: number
  sentences: number
  tookMs: number
  /** Why the file failed; also filled when its fallback stands in for it. */
  problems: FileFailure[]
}

/** Codes that speak of one file; anything else ends the run. */
const FILE_CODES = new Set(['source_unreadable', 'source_empty', 'unsupported_format', 'no_text_layer'])

export async function writeDocument(file: SourceFile, options: WriteOptions): Promise<DocumentOutcome> {
  const startedAt = performance.now()
  const problems: FileFailure[] = []
  for (let used: SourceFile | undefined = file; used; used = used.fallback) {
    const result = await tryDocument(used, options)
    if ('code' in result) problems.push(result)
    else {
      options.writer.add(result.document, used.path)
      return toOutcome(file, { ...result, problems, startedAt })
    }
  }
  return toOutcome(file, { outcome: 'failed', problems, startedAt })
}

interface Written {
  outcome: 'embedded' | 'reused'
  document: EmbeddedDocument
}

async function tryDocument(file: SourceFile, options: WriteOptions): Promise<Written | FileFailure> {
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

async function toDocument(file: SourceFile, content: FileBytes, options: WriteOptions): Promise<Written> {
  const { previous, embedder } = options
  const stored = reusableDocument(previous, embedder.model, file.documentId)
  if (stored && isUnchanged(previous!, file, content.sha256)) return { outcome: 'reused', document: stored }
  const { countTokens } = embedder
  const prepared: PreparedDocument = await prepareDocument(file, content, {
    countTokens,
    maxTokens: embedder.model.maxTokens,
  })
  const document = await embedDocument(prepared, { ...options, previous: stored })
  return { outcome: 'embedded', document }
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
