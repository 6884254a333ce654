/** Passages in memory, and what the answering parts make of them. */

import type { Evidence, ScoredUnit } from '../../answer/evidence.ts'
import { parseQuestion } from '../../answer/question.ts'
import type { UnitFeatures } from '../../answer/unit-features.ts'
import { toUnits, type Unit } from '../../answer/units.ts'
import type { BlockKind, DocumentRecord } from '../../search/document.ts'
import type { QuestionTerms } from '../../search/question-terms.ts'
import type { Hit, ScoredSentence, SearchResult } from '../../search/retriever.ts'
import { createRecord } from '../search/document-record.ts'
import { fakeAnalyser } from '../search/snapshot-builders.ts'

export interface BlockSpec {
  kind: BlockKind
  sentences: string[]
  /** Stands before an item of an ordered list. */
  marker?: string
}

export const paragraph = (...sentences: string[]): BlockSpec => ({ kind: 'paragraph', sentences })
export const heading = (text: string): BlockSpec => ({ kind: 'heading', sentences: [text] })
export const item = (...sentences: string[]): BlockSpec => ({ kind: 'listItem', sentences })
export const numbered = (marker: string, ...sentences: string[]): BlockSpec => ({
  kind: 'listItem',
  sentences,
  marker,
})

export interface DocumentHits {
  text: string
  /** One per passage, ranked in order. */
  hits: Hit[]
}

/** Passages as ingest lays them out: blocks by a blank line, items by a line break, each passage after its heading. */
export function createHits(record: DocumentRecord, passages: BlockSpec[][]): DocumentHits {
  let text = ''
  const drafts = passages.map((blocks, index) => {
    text += `${text === '' ? '' : '\n\n'}Abschnitt ${index + 1}\n\n`
    const sentences: ScoredSentence[] = []
    const passageStart = text.length
    for (const [i, { kind, sentences: parts, marker }] of blocks.entries()) {
      if (i > 0) text += kind === 'listItem' && blocks[i - 1]!.kind === 'listItem' ? '\n' : '\n\n'
      if (marker) text += `${marker} `
      for (const [j, part] of parts.entries()) {
        if (j > 0) text += ' '
        const start = text.length
        text += part
        if (kind !== 'heading' && kind !== 'reference')
          sentences.push({ start, end: text.length, kind, page: null, denseScore: 0 })
      }
    }
    return { start: passageStart, end: text.length, sentences, index }
  })
  const hits = drafts.map(({ start, end, sentences, index }): Hit => {
    const headingPath = [`Abschnitt ${index + 1}`]
    const id = `${record.id}#${index + 1}`
    return {
      rank: index + 1,
      score: 1 / (index + 1),
      passage: { id, documentId: record.id, headingPath, page: null, start, end, sentences },
      document: record,
      text: text.slice(start, end),
      highlights: () => [],
      explain: { lexicalRank: index + 1, ngramRank: null, denseRank: null, sentenceRank: index + 1 },
      sentences,
    }
  })
  return { text, hits }
}

/** The hit of a single passage. */
export function createHit(...blocks: BlockSpec[]): Hit {
  return createHits(createRecord('d'), [blocks]).hits[0]!
}

export function toResult(query: string, hits: Hit[]): SearchResult {
  return { query, analysedAs: [], queryVector: Float32Array.of(1, 0), hits, tookMs: 1 }
}

export function toTerms(question: string): QuestionTerms {
  const words = fakeAnalyser.tokens(question).map(({ terms }) => ({ terms, weight: 1 }))
  return { forms: words.flatMap((word) => word.terms), words }
}

/** Evidence whose units have the relevance that the test says. */
export function toEvidence(question: string, hits: Hit[], relevanceOf: (unit: Unit) => number): Evidence {
  const units = hits
    .flatMap(toUnits)
    .map((unit): ScoredUnit => {
      const relevance = relevanceOf(unit)
      const features = {} as UnitFeatures
      return { ...unit, relevance, features, coverage: 0, contextCoverage: 0, own: null }
    })
    .sort((a, b) => b.relevance - a.relevance)
  return {
    question,
    searchQuery: question,
    topic: null,
    shape: parseQuestion(question),
    terms: toTerms(question),
    result: toResult(question, hits),
    units,
    bestDense: 0,
    bestDenseZ: 0,
  }
}

/** A unit is as relevant as the first of these words that it holds, else not at all. */
export function relevanceByWord(words: Record<string, number>): (unit: Unit) => number {
  return ({ text }) => Object.entries(words).find(([word]) => text.includes(word))?.[1] ?? 0.01
}

export function textOf(unit: Unit, span: { start: number; end: number }): string {
  return unit.hit.text.slice(span.start - unit.hit.passage.start, span.end - unit.hit.passage.start)
}
