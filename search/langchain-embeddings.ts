/** The embedder as a LangChain `Embeddings`, so that it fits into other people's chains. */

import { Embeddings, type EmbeddingsParams } from '@langchain/core/embeddings'
import type { Embedder } from './embedder.ts'

/** One text at a time per worker: batches would change the vectors of an 8-bit model. */
export class FundstelleEmbeddings extends Embeddings {
  readonly model: string
  private readonly embedder: Embedder

  constructor(embedder: Embedder, params: EmbeddingsParams = {}) {
    super(params)
    this.embedder = embedder
    this.model = embedder.model.name
  }

  override async embedDocuments(documents: string[]): Promise<number[][]> {
    return Promise.all(documents.map(async (text) => Array.from(await this.embedder.embed(text, 'passage'))))
  }

  override async embedQuery(document: string): Promise<number[]> {
    return Array.from(await this.embedder.embed(document, 'query'))
  }
}
