/** Port: turns text into vectors. Implementations: the embedded model in worker threads, fakes in tests. */

export interface EmbeddingModel {
  /** Name as given to users, e.g. `multilingual-e5-small-de`. */
  name: string
  /** Changes whenever vectors may change: hash over model files, prefixes, pooling, runtime options. */
  fingerprint: string
  dimensions: number
  /** Longest input in model tokens, special tokens and prefix included. */
  maxTokens: number
}

/** E5-like models embed questions and passages with different prefixes; the adapter adds them. */
export type TextRole = 'query' | 'passage'

/** One vector per content token (prefix and special tokens left out). */
export interface TokenVectors {
  pieces: string[]
  /** Row-major, pieces.length × dimensions, not normalised. */
  vectors: Float32Array
}

/** A stretch of text that is read in one pass: what it stands under, and its parts in order. */
export interface TextParts {
  /** Empty where there is nothing above. */
  head: string
  parts: string[]
}

export interface Embedder {
  readonly model: EmbeddingModel
  /** L2-normalised vector. Too long a text is cut to `maxTokens`. Rejects with AppError `aborted` when the signal fires. */
  embed(text: string, role: TextRole, signal?: AbortSignal): Promise<Float32Array>
  /**
   * L2-normalised vectors as passages, row-major: of all parts together, then of each part as it reads behind the head and
   * beside the others. Parts beyond `maxTokens` get the vector of all; without parts the only one is that of the head.
   */
  embedParts(text: TextParts, signal?: AbortSignal): Promise<Float32Array>
  embedTokens(text: string, role: TextRole, signal?: AbortSignal): Promise<TokenVectors>
  /** Model tokens per text, without prefix and special tokens. */
  countTokens(texts: string[]): Promise<number[]>
  close(): Promise<void>
}
