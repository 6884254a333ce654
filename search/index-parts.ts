/** The parts that every index of this product is made of, for those who open or write one. */

import { createAnalyser } from './german/analyser.ts'
import { createLexicalIndexBuilder, LEXICAL_SETTINGS, openLexicalIndex } from './lexical-index.ts'
import { HNSW_GRAPHS } from './vector-graphs.ts'
import { openExactVectorIndex } from './vector-index.ts'

const analyser = createAnalyser()

/** Spread into the options of `openSnapshot` and `createIndexStore`. */
export const INDEX_PARTS = {
  /** Its fingerprint covers the weights of the lexical index too, since they are part of its files. */
  analyser: { ...analyser, fingerprint: `${analyser.fingerprint}/${JSON.stringify(LEXICAL_SETTINGS)}` },
  createLexicalIndexBuilder: () => createLexicalIndexBuilder(),
  openLexicalIndex,
  createVectorIndex: openExactVectorIndex,
  graphs: HNSW_GRAPHS,
}
