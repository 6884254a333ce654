/** The retriever as a LangChain `BaseRetriever`: each hit a document whose metadata says where its words stand. */

import { Document } from '@langchain/core/documents'
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers'
import type { Hit, Retriever } from './retriever.ts'

/** Offsets are UTF-16 into the document's text. */
export interface FundstelleMetadata extends Record<string, unknown> {
  passageId: string
  documentId: string
  title: string
  collection: string
  headingPath: string[]
  page: number | null
  start: number
  end: number
  score: number
  rank: number
}

export interface FundstelleRetrieverInput extends BaseRetrieverInput {
  retriever: Retriever
  /** Documents per question. Default 10. */
  limit?: number
  documentIds?: string[]
  collections?: string[]
}

export class FundstelleRetriever extends BaseRetriever<FundstelleMetadata> {
  override lc_namespace = ['fundstelle', 'search']
  private readonly input: FundstelleRetrieverInput

  static override lc_name(): string {
    return 'FundstelleRetriever'
  }

  constructor(input: FundstelleRetrieverInput) {
    super(input)
    this.input = input
  }

  override async _getRelevantDocuments(query: string): Promise<Document<FundstelleMetadata>[]> {
    const { retriever, limit = 10, documentIds, collections } = this.input
    const { hits } = await retriever.search({ query, limit, documentIds, collections })
    return hits.map(toDocument)
  }
}

function toDocument({ rank, score, passage, document, text }: Hit): Document<FundstelleMetadata> {
  const { id: passageId, documentId, headingPath, page, start, end } = passage
  const { title, collection } = document
  const place = { passageId, documentId, title, collection, headingPath, page, start, end }
  return new Document({ id: passageId, pageContent: text, metadata: { ...place, score, rank } })
}
