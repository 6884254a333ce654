/** Port: a way to build search over German texts, measured beside the others. Implementations: ours, LangChain's parts, MiniSearch. */

import type { Embedder } from '../../search/embedder.ts'

export const STACKS = ['fundstelle', 'langchain', 'minisearch'] as const
export type StackName = (typeof STACKS)[number]

export const STACK_LABELS: Record<StackName, string> = {
  fundstelle: 'Fundstelle',
  langchain: 'LangChain + HNSWLib',
  minisearch: 'MiniSearch',
}

/** As our loaders read it, so that all stacks get the same text and offsets mean the same. */
export interface BenchDocument {
  id: string
  title: string
  text: string
}

/** Where a hit lies in the document's text. */
export interface Place {
  documentId: string
  start: number
  end: number
}

export interface Collection {
  /** Files, folders or manifests; ours reads these itself. */
  sources: string[]
  /** What the others are given. Empty where only ours is measured. */
  documents: BenchDocument[]
}

export interface BuildOptions {
  /** Empty folder for the index. */
  folder: string
  embedder: Embedder
  workers: number
  /** Called as soon as a first search can be answered. */
  onSearchable: () => void
}

export interface BuiltIndex {
  /** Pieces that can be found. */
  passages: number
}

export interface OpenStack {
  /** Best first. */
  search(query: string, limit: number): Promise<Place[]>
  /** The same with the question's vector known, so that the embedding costs nothing. */
  searchKnown(query: string, vector: Float32Array, limit: number): Promise<Place[]>
  close(): Promise<void>
}

export interface Stack {
  /** False where questions are searched by their words only. */
  readonly embeds: boolean
  build(collection: Collection, options: BuildOptions): Promise<BuiltIndex>
  open(folder: string, embedder: Embedder): Promise<OpenStack>
}
