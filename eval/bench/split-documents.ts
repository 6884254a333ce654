/** Pieces of 1,000 characters with 200 overlap, as LangChain's splitter cuts them, each with its place in the text. */

import type { BenchDocument, Place } from './stack.ts'

export const PIECE_CHARACTERS = 1000
export const OVERLAP_CHARACTERS = 200

export interface Piece {
  pageContent: string
  metadata: Place & { title: string }
}

/** The splitter trims its pieces and does not say where they lie; each begins behind the start of the one before. */
export async function splitDocuments(documents: readonly BenchDocument[]): Promise<Piece[]> {
  const { RecursiveCharacterTextSplitter } = await import('@langchain/textsplitters')
  const splitter = new RecursiveCharacterTextSplitter({
    chunkSize: PIECE_CHARACTERS,
    chunkOverlap: OVERLAP_CHARACTERS,
  })
  const pieces: Piece[] = []
  for (const { id, title, text } of documents) {
    let start = -1
    for (const pageContent of await splitter.splitText(text)) {
      start = text.indexOf(pageContent, start + 1)
      const metadata = { documentId: id, title, start, end: start + pageContent.length }
      pieces.push({ pageContent, metadata })
    }
  }
  return pieces
}
