/** German analysis for the lexical index: the same on documents and questions. */

import { splitCompound } from './compounds.ts'
import { EMPTY_LEXICON, type Lexicon } from './lexicon.ts'
import { unitNgrams } from './ngrams.ts'
import { createScanner, type UnitSink } from './scan.ts'
import { stem } from './stemmer.ts'
import { PART_WEIGHT, type Unit } from './unit.ts'
import { verbStem } from './verb-forms.ts'

/** A word of the text and what it is indexed as. */
export interface Token {
  surface: string
  start: number
  end: number
  /** First the word's own stem (or the whole identifier), then compound parts and other equivalent forms. */
  terms: string[]
  /** How much each of `terms` counts, 0…1; the first counts 1. */
  weights: number[]
}

export interface Analyser {
  /** Changes whenever the rules of the analysis change; what is learnt from the corpus is part of the index. */
  readonly fingerprint: string
  /** Content words in order; stop words are left out (`nicht` and `kein` are none). */
  tokens(text: string): Token[]
  /** Character n-grams of the folded words, with word boundary marks. */
  ngrams(text: string): string[]
}

export interface AnalyserOptions {
  /** Words of the corpus, for splitting compounds; without it only hyphenated compounds are split. */
  lexicon?: Lexicon
}

export interface Terms {
  terms: string[]
  weights: number[]
}

/** The analyser as the index itself uses it, unit by unit. */
export interface UnitAnalyser extends Analyser {
  scan(text: string, sink: UnitSink): void
  termsOf(unit: Unit): Terms
  ngramsOf(unit: Unit): string[]
}

/** Raised by hand when the golden test of the analysis says that terms have changed. */
const RULES_VERSION = 'german-5'
const MAX_CACHED = 200_000

export function createAnalyser(options: AnalyserOptions = {}): UnitAnalyser {
  const lexicon = options.lexicon ?? EMPTY_LEXICON
  const { scan } = createScanner()
  const known = new Map<Unit, Terms>()

  function termsOf(unit: Unit): Terms {
    if (unit.kind === 'code') return unit
    let terms = known.get(unit)
    if (!terms) {
      if (known.size >= MAX_CACHED) known.clear()
      terms = wordTerms(unit.folded, unit.parts, lexicon)
      known.set(unit, terms)
    }
    return terms
  }

  return {
    fingerprint: RULES_VERSION,
    scan,
    termsOf,
    ngramsOf: unitNgrams,
    tokens(text) {
      const tokens: Token[] = []
      scan(text, (unit, start, end) =>
        tokens.push({ surface: text.slice(start, end), start, end, ...pick(termsOf(unit)) }),
      )
      return tokens
    },
    ngrams(text) {
      const grams: string[] = []
      scan(text, (unit) => {
        for (const gram of unitNgrams(unit)) grams.push(gram)
      })
      return grams
    },
  }
}

function pick({ terms, weights }: Terms): Terms {
  return { terms, weights }
}

function wordTerms(folded: string, hyphenated: string[], lexicon: Lexicon): Terms {
  const whole = stem(folded)
  const pieces = hyphenated.length > 0 ? hyphenated : [folded]
  const parts = pieces.flatMap((piece) => {
    const split = splitCompound(piece, lexicon)
    return hyphenated.length > 0 ? [stem(piece), ...split] : split
  })
  const verb = verbStem(folded, whole, lexicon)
  const terms = [...new Set([whole, ...parts, ...(verb ? [verb] : [])])]
  return { terms, weights: terms.map((_, i) => (i === 0 ? 1 : PART_WEIGHT)) }
}
