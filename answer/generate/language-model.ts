/** A language model as the generative composer sees it: messages in, pieces of text out. Knows no library and no address. */

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant'
  content: string
}

/** `cut`: the model reached its limit of tokens, so its last sentence may be incomplete. */
export type StreamEnd = 'complete' | 'cut'

export interface StreamOptions {
  /** Ends the request upstream when it fires. */
  signal: AbortSignal
  maxTokens: number
}

export interface LanguageModel {
  /** What an answer names as its composer. */
  readonly name: string
  /** Tokens that prompt and answer may have together. */
  readonly contextTokens: number
  /** Pieces as they are written. Throws where the endpoint fails or ends before it is done. */
  stream(messages: readonly ChatMessage[], options: StreamOptions): AsyncGenerator<string, StreamEnd>
}

export interface TimeLimits {
  /** Until the first word, and between any two pieces after it. */
  firstTokenMs: number
  /** For everything that the model writes to one question, its second try included. */
  totalMs: number
}
