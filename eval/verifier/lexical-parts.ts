/** Analyser and idf as an index over the given texts would have them, without a model. */

import type { VerifierOptions } from '../../answer/verify/verify.ts'
import { createLexicalIndexBuilder, openLexicalIndex } from '../../search/lexical-index.ts'

export function learnParts(texts: readonly string[]): VerifierOptions {
  const builder = createLexicalIndexBuilder()
  for (const text of texts) builder.add({ title: '', headings: '', text })
  const index = openLexicalIndex(builder.build())
  return { analyser: index.analyser, idf: (term) => index.idf(term) }
}
