/**
 * A question becomes ranked passages: typing errors are put right; words, character n-grams, passage vectors and sentence
 * vectors are searched and fused; a place that the question names by number comes first. Words are searched while the
 * question is embedded.
 */

import { AppError } from './app-error.ts'
import type { Embedder } from './embedder.ts'
import { dot } from './exact-vector-index.ts'
import {
  type FusedItem,
  fuseScores,
  liftItems,
  mergeFused,
  type ScoredItem,
  type ScoredList,
} from './fusion.ts'
import { toAllowedPassages } from './passage-filter.ts'
import { type QuestionTerms, toHighlights, toQuestionTerms } from './question-terms.ts'
import type { Hit, Retriever, ScoredSentence } from './retriever.ts'
import {
  ARMS,
  type Arm,
  type ArmOptions,
  isLexicalArm,
  LEXICAL_ARMS,
  searchLexicalArms,
  searchVectorArms,
} from './search-arms.ts'
import { embeddedShare, type Snapshot } from './snapshot.ts'
import { applyCorrections, weighCorrections } from './spelling.ts'

export interface RetrieverOptions {
  snapshot: Snapshot
  embedder: Embedder
  /** What each way of searching counts. */
  weights?: Record<Arm, number>
}

/** Measured on questions of several kinds: the figures are flat around these values. */
export const ARM_WEIGHTS: Record<Arm, number> = { words: 0.5, ngrams: 0.5, dense: 0.5, sentence: 1 }

/** Passages that each way of searching hands to the fusion; as many as a request may ask for. */
const DEPTH = 100

/** The embedder must be the one that the snapshot was made with. A blank question finds nothing. */
export function createRetriever({ snapshot, embedder, weights = ARM_WEIGHTS }: RetrieverOptions): Retriever {
  return {
    async search({ query, limit, signal, ...filters }) {
      const startedAt = performance.now()
      const { allows, count } = toAllowedPassages(snapshot, filters)
      const { lexical } = snapshot
      const corrections = await weighCorrections(lexical.corrections(query), embedder.countTokens)
      const searched = applyCorrections(query, corrections)
      const options = { depth: DEPTH, allows }
      const [queryVector, byWords] = await Promise.all([
        embedder.embed(searched, 'query', signal),
        searchWords(snapshot, searched, options),
      ])
      if (signal?.aborted) throw new AppError('aborted', 'Die Suche wurde abgebrochen.')
      const { question, named } = byWords
      const arms = { ...byWords.arms, ...searchVectorArms(snapshot, queryVector, options) }
      const fused = query.trim() === '' ? [] : fuseArms(snapshot, arms, { weights, candidates: count })
      const ranked = liftItems(fused, named).slice(0, limit)
      const hits = ranked.map((item, i) => toHit(snapshot, item, { rank: i + 1, question, queryVector }))
      const tookMs = performance.now() - startedAt
      return {
        query,
        ...(corrections.length > 0 && { corrections }),
        ...(snapshot.manifest.embeddedPassages !== undefined && {
          embeddedShare: embeddedShare(snapshot.manifest),
        }),
        analysedAs: question.forms,
        queryVector,
        hits,
        tookMs,
      }
    },
  }
}

/** All of a search that needs no vector; what it throws is met together with what the embedding does. */
async function searchWords(snapshot: Snapshot, query: string, options: ArmOptions) {
  return {
    question: toQuestionTerms(query, snapshot.lexical),
    named: snapshot.lexical.namedPassages(query),
    arms: searchLexicalArms(snapshot, query, options),
  }
}

interface ArmFusion {
  weights: Record<Arm, number>
  candidates: number
}

/** Passages without vectors are judged by the other arms alone, which then count for all of them. */
function fuseArms(
  { manifest, isEmbedded }: Snapshot,
  arms: Record<Arm, ScoredItem[]>,
  { weights, candidates }: ArmFusion,
): FusedItem[] {
  const size = { candidates, depth: DEPTH }
  const lists = ARMS.map((arm): ScoredList => {
    const isLexical = isLexicalArm(arm)
    return { items: arms[arm], weight: weights[arm], ...(isLexical && { missingScore: 0 }) }
  })
  const fused = fuseScores(lists, size)
  if (manifest.embeddedPassages === undefined) return fused
  const total = lists.reduce((sum, { weight }) => sum + weight, 0)
  const lexical = LEXICAL_ARMS.reduce((sum, arm) => sum + weights[arm], 0)
  const byWords = lists.map((list, i) => {
    return isLexicalArm(ARMS[i]!)
      ? { ...list, weight: (list.weight * total) / lexical }
      : { ...list, items: [], weight: 0 }
  })
  return mergeFused(
    fused.filter(({ item }) => isEmbedded(item)),
    fuseScores(byWords, size).filter(({ item }) => !isEmbedded(item)),
  )
}

interface HitContext {
  rank: number
  question: QuestionTerms
  queryVector: Float32Array
}

function toHit(snapshot: Snapshot, { item, score, ranks }: FusedItem, context: HitContext): Hit {
  const passage = snapshot.passage(item)
  const text = snapshot.text(passage.documentId).slice(passage.start, passage.end)
  const [words, ngrams, dense, sentence] = ranks as [Rank, Rank, Rank, Rank]
  const firstRow = snapshot.sentenceRange(item).start
  const sentences = passage.sentences.map((own, i): ScoredSentence => {
    const denseScore = dot(context.queryVector, snapshot.sentenceVector(firstRow + i))
    return { ...own, denseScore }
  })
  return {
    rank: context.rank,
    score,
    passage,
    document: snapshot.document(passage.documentId)!,
    text,
    highlights: () => toHighlights(context.question, snapshot.lexical.analyser.tokens(text), passage.start),
    explain: { lexicalRank: words, ngramRank: ngrams, denseRank: dense, sentenceRank: sentence },
    sentences,
  }
}

type Rank = number | null
