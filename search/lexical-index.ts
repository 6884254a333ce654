/** Port: passages by the words of the question. Built once per snapshot, read from its files. */

import { type Abbreviation, createAbbreviationCollector } from './abbreviations.ts'
import { type Bm25Settings, encodePostings, openBm25, type WeightedTerm } from './bm25.ts'
import { type Analyser, createAnalyser, type Token, type UnitAnalyser } from './german/analyser.ts'
import { learnLexicon, openLexicon } from './german/lexicon.ts'
import { findNamedPlaces } from './named-places.ts'
import { createPassageCounter } from './passage-counter.ts'
import { buildPostings } from './postings-builder.ts'
import type { AnalysedTerm, QuestionAnalysis, TermScore } from './question-analysis.ts'
import { readSections, writeSections } from './section-file.ts'
import { addShortForms, impliedShortForms } from './short-forms.ts'
import { findCorrections, type PossibleCorrection } from './spelling.ts'
import { openTermTable } from './term-table.ts'
import { learnVocabulary, openVocabulary } from './vocabulary.ts'

export interface LexicalHit {
  /** Passage number in the snapshot. */
  passage: number
  score: number
}

export interface LexicalSearchOptions {
  limit: number
  allows?: (passage: number) => boolean
}

/** What is indexed of one passage; fields are weighted apart. */
export interface LexicalInput {
  title: string
  headings: string
  text: string
}

export interface LexicalIndex {
  readonly size: number
  readonly analyser: Analyser
  /** BM25 over words (stems, compound parts, identifiers). Best first, ties by passage number. */
  searchWords(query: string, options: LexicalSearchOptions): LexicalHit[]
  /** BM25 over character n-grams of folded words. */
  searchNgrams(query: string, options: LexicalSearchOptions): LexicalHit[]
  /**
   * Passages that the question names by number ("§ 35 Abs. 2 VwVfG"), with how exactly: 2 the very place, 1 its section.
   * Empty where it names none that is indexed.
   */
  namedPassages(query: string): Map<number, number>
  /** Words of the question that the index does not know, and its nearest ones; to be weighed before use. */
  corrections(query: string): PossibleCorrection[]
  /** How `searchWords` reads the question. */
  analyse(query: string): QuestionAnalysis
  /** What the score of `searchWords` is made of for one passage, highest first. */
  termScores(query: string, passage: number): TermScore[]
  /** BM25 idf of an analysed term; the idf of a term in no passage when unknown. */
  idf(term: string): number
}

interface VocabularyMeta {
  abbreviations: Abbreviation[]
}

/** Binary files of the index by name, as stored in the snapshot folder. */
export type IndexFiles = Record<string, Uint8Array>

export interface LexicalIndexBuilder {
  add(input: LexicalInput): void
  build(): IndexFiles
}

export interface LexicalSettings {
  /** Fields in the order title, headings, text. */
  words: Bm25Settings
  ngrams: Bm25Settings
}

const LEXICON = 'lexical-lexicon.bin'
const WORDS = 'lexical-words.bin'
const NGRAMS = 'lexical-ngrams.bin'
const VOCABULARY = 'lexical-vocabulary.bin'

export const LEXICAL_SETTINGS: LexicalSettings = {
  words: { k1: 0.7, b: [0.3, 0.5, 0.6], weights: [0.5, 2.5, 1] },
  ngrams: { k1: 0.9, b: [0.3, 0.5, 0.75], weights: [0.5, 2.5, 1] },
}

/** Passages are numbered in the order of `add`. */
export function createLexicalIndexBuilder(settings: LexicalSettings = LEXICAL_SETTINGS): LexicalIndexBuilder {
  const counter = createPassageCounter()
  const collector = createAbbreviationCollector()
  return {
    add(input) {
      counter.add(input)
      collector.add(input.text)
    },
    build() {
      const frequencies = counter.unitFrequencies()
      const lexicon = learnLexicon(frequencies)
      const vocabulary = learnVocabulary(frequencies)
      const analyser = createAnalyser({ lexicon: openLexicon(lexicon) })
      const abbreviations = collector.abbreviations(analyser)
      const { counts: counted, units } = addShortForms(
        { counts: counter.counts(), units: counter.units },
        abbreviations,
        (unit) => analyser.termsOf(unit).terms[0]!,
      )
      const ones = (terms: string[]) => ({ terms, weights: terms.map(() => 1) })
      const words = buildPostings(counted, units.length, (i) => analyser.termsOf(units[i]!), settings.words)
      const ngrams = buildPostings(
        counted,
        units.length,
        (i) => ones(analyser.ngramsOf(units[i]!)),
        settings.ngrams,
      )
      return {
        [LEXICON]: writeSections(
          {},
          { stemBytes: lexicon.stems.bytes, stemOffsets: lexicon.stems.offsets, counts: lexicon.counts },
        ),
        [WORDS]: encodePostings(words),
        [NGRAMS]: encodePostings(ngrams),
        [VOCABULARY]: writeSections({ abbreviations } satisfies VocabularyMeta, {
          wordBytes: vocabulary.words.bytes,
          wordOffsets: vocabulary.words.offsets,
          counts: vocabulary.counts,
          surfaces: vocabulary.surfaces,
        }),
      }
    },
  }
}

/** Throws AppError `index_damaged` when a file is missing or not as it was written. */
export function openLexicalIndex(files: IndexFiles): LexicalIndex {
  const lexiconFile = readSections(files, LEXICON)
  const lexicon = openLexicon({
    stems: openTermTable(lexiconFile.bytes('stemBytes'), lexiconFile.uint32('stemOffsets')),
    counts: lexiconFile.uint32('counts'),
  })
  const analyser = createAnalyser({ lexicon })
  const vocabularyFile = readSections<VocabularyMeta>(files, VOCABULARY)
  const { abbreviations } = vocabularyFile.meta
  const vocabulary = openVocabulary({
    words: openTermTable(vocabularyFile.bytes('wordBytes'), vocabularyFile.uint32('wordOffsets')),
    counts: vocabularyFile.uint32('counts'),
    surfaces: vocabularyFile.bytes('surfaces'),
  })
  const words = openBm25(readSections(files, WORDS))
  const ngrams = openBm25(readSections(files, NGRAMS))
  const toHits = (found: { item: number; score: number }[]) =>
    found.map(({ item, score }) => ({ passage: item, score }))
  const placesIn = (query: string) => findNamedPlaces(analyser, query, words.has)
  const placeTerms = (query: string) =>
    placesIn(query).flatMap((terms) => terms.map((term) => ({ term, weight: 1 })))
  const questionTerms = (query: string) => [
    ...wordTerms(analyser, query, abbreviations),
    ...placeTerms(query),
  ]
  const withIdf = ({ term, weight }: WeightedTerm): AnalysedTerm => ({ term, weight, idf: words.idf(term) })
  return {
    size: words.size,
    analyser,
    namedPassages(query) {
      const [exact = [], sections = []] = placesIn(query)
      const named = new Map<number, number>()
      for (const term of sections) for (const passage of words.passagesOf(term)) named.set(passage, 1)
      for (const term of exact) for (const passage of words.passagesOf(term)) named.set(passage, 2)
      return named
    },
    idf: (term) => words.idf(term),
    corrections: (query) => findCorrections(query, { analyser, vocabulary, isKnown: words.has }),
    searchWords: (query, { limit, allows }) => toHits(words.search(questionTerms(query), limit, allows)),
    searchNgrams: (query, { limit, allows }) =>
      toHits(ngrams.search(ngramTerms(analyser, query), limit, allows)),
    analyse(query) {
      const tokens = analyser.tokens(query)
      return {
        words: tokens.map(({ surface, terms, weights }) => ({
          surface,
          terms: terms.map((term, i) => withIdf({ term, weight: weights[i]! })),
        })),
        shortForms: shortFormsOf(tokens, abbreviations).map((term) => withIdf({ term, weight: 1 })),
        places: placeTerms(query).map(withIdf),
      }
    },
    termScores: (query, passage) =>
      questionTerms(query)
        .flatMap((weighted) =>
          words
            .search([weighted], 1, (candidate) => candidate === passage)
            .map(({ score }): TermScore => ({ term: weighted.term, score })),
        )
        .sort((a, b) => b.score - a.score),
  }
}

function wordTerms(
  analyser: UnitAnalyser,
  query: string,
  abbreviations: readonly Abbreviation[],
): WeightedTerm[] {
  const weights = new Map<string, number>()
  const add = (term: string, weight: number) => weights.set(term, (weights.get(term) ?? 0) + weight)
  const tokens = analyser.tokens(query)
  for (const token of tokens) {
    token.terms.forEach((term, i) => {
      add(term, token.weights[i]!)
    })
  }
  for (const short of shortFormsOf(tokens, abbreviations)) add(short, 1)
  return toWeightedTerms(weights)
}

function shortFormsOf(tokens: readonly Token[], abbreviations: readonly Abbreviation[]): string[] {
  return impliedShortForms(new Set(tokens.map(({ terms }) => terms[0]!)), abbreviations)
}

function ngramTerms(analyser: UnitAnalyser, query: string): WeightedTerm[] {
  const weights = new Map<string, number>()
  for (const gram of analyser.ngrams(query)) weights.set(gram, (weights.get(gram) ?? 0) + 1)
  return toWeightedTerms(weights)
}

function toWeightedTerms(weights: Map<string, number>): WeightedTerm[] {
  return [...weights].map(([term, weight]) => ({ term, weight }))
}
