/** German analysis for the lexical index: the same on documents and questions. */

/** A word of the text and what it is indexed as. */
export interface Token {
  surface: string
  start: number
  end: number
  /** First the word's own stem (or the whole identifier), then compound parts and other equivalent forms. */
  terms: string[]
}

export interface Analyser {
  /** Changes whenever the terms of a text may change. */
  readonly fingerprint: string
  /** Content words in order; stop words are left out (`nicht` and `kein` are none). */
  tokens(text: string): Token[]
  /** Character n-grams of the folded words, with word boundary marks. */
  ngrams(text: string): string[]
}
