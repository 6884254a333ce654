/** Passages of Markdown documents as ingest cuts them, without a model: tokens are estimated from characters. */

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { EvidencePassage } from '../../answer/verify/evidence-units.ts'
import { toEvidencePassage } from '../../answer/verify/passage-evidence.ts'
import { chunkDocument } from '../../ingest/chunker.ts'
import { loadMarkdown } from '../../ingest/load/markdown-loader.ts'

export interface SourcePassages {
  documentId: string
  passages: EvidencePassage[]
}

const CHARACTERS_PER_TOKEN = 4
const MAX_TOKENS = 512

export async function loadSourcePassages(path: string): Promise<SourcePassages> {
  const documentId = basename(path, '.md')
  const document = await loadMarkdown(await readFile(path), documentId)
  const title = document.title ?? documentId
  const passages = await chunkDocument(
    { ...document, documentId, title },
    {
      countTokens: async (texts) => texts.map((text) => Math.ceil(text.length / CHARACTERS_PER_TOKEN)),
      maxTokens: MAX_TOKENS,
    },
  )
  return {
    documentId,
    passages: passages.map((passage) => toEvidencePassage(passage, { title, text: document.text })),
  }
}
