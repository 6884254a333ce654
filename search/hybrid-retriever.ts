/**
 * A question becomes ranked passages: typing errors are put right; words, character n-grams, passage vectors and sentence
 * vectors are searched and fused; a place that the question names by number comes first.
 */

import { AppError } from './app-error.ts'
import type { Embedder } from './embedder.ts'
import { dot } from './exact-vector-index.ts'
import {
  type FusedItem,
  type FusionSize,
  fuseScores,
  liftItems,
  mergeFused,
  type ScoredItem,
  type ScoredList,
  sharesOf,
} from './fusion.ts'
import { toAllowedPassages } from './passage-filter.ts'
import { coverageOf, type QuestionTerms, toHighlights, toQuestionTerms } from './question-terms.ts'
import type { Breakdown, Hit, Retriever, ScoredSentence } from './retriever.ts'
import { ARMS, type Arm, searchArms } from './search-arms.ts'
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
    async search({ query, limit, explain = false, signal, ...filters }) {
      const startedAt = performance.now()
      const { allows, count } = toAllowedPassages(snapshot, filters)
      const { lexical } = snapshot
      const corrections = await weighCorrections(lexical.corrections(query), embedder.countTokens)
      const searched = applyCorrections(query, corrections)
      const queryVector = await embedder.embed(searched, 'query', signal)
      if (signal?.aborted) throw new AppError('aborted', 'Die Suche wurde abgebrochen.')
      const question = toQuestionTerms(searched, lexical)
      const arms = searchArms(snapshot, { query: searched, queryVector, depth: DEPTH, allows })
      const lists = toLists(arms, weights)
      const size = { candidates: count, depth: DEPTH }
      const fused = query.trim() === '' ? [] : fuseArms(snapshot, lists, size)
      const ranked = liftItems(fused, lexical.namedPassages(searched)).slice(0, limit)
      const hits = ranked.map((item, i) => ({
        ...toHit(snapshot, item, { rank: i + 1, question, queryVector }),
        ...(explain && { breakdown: breakDown(snapshot, item, { query: searched, lists, size }) }),
      }))
      const tookMs = performance.now() - startedAt
      return {
        query,
        ...(corrections.length > 0 && { corrections }),
        ...(snapshot.manifest.embeddedPassages !== undefined && {
          embeddedShare: embeddedShare(snapshot.manifest),
        }),
        analysedAs: question.forms,
        ...(explain && { analysis: lexical.analyse(searched) }),
        queryVector,
        hits,
        tookMs,
      }
    },
  }
}

function toLists(arms: Record<Arm, ScoredItem[]>, weights: Record<Arm, number>): ScoredList[] {
  return ARMS.map((arm): ScoredList => {
    const isLexical = LEXICAL_ARMS.includes(arm)
    return { items: arms[arm], weight: weights[arm], ...(isLexical && { missingScore: 0 }) }
  })
}

/** Passages without vectors are judged by the other arms alone. */
function fuseArms({ manifest, isEmbedded }: Snapshot, lists: ScoredList[], size: FusionSize): FusedItem[] {
  const fused = fuseScores(lists, size)
  if (manifest.embeddedPassages === undefined) return fused
  return mergeFused(
    fused.filter(({ item }) => isEmbedded(item)),
    fuseScores(byWordsAlone(lists), size).filter(({ item }) => !isEmbedded(item)),
  )
}

/** The arms that need no vectors, counting for all of them. */
function byWordsAlone(lists: readonly ScoredList[]): ScoredList[] {
  const isLexical = lists.map((_, i) => LEXICAL_ARMS.includes(ARMS[i]!))
  const sum = (of: readonly ScoredList[]) => of.reduce((total, { weight }) => total + weight, 0)
  const factor = sum(lists) / sum(lists.filter((_, i) => isLexical[i]))
  return lists.map((list, i) =>
    isLexical[i] ? { ...list, weight: list.weight * factor } : { ...list, items: [], weight: 0 },
  )
}

interface FusionInputs {
  query: string
  lists: readonly ScoredList[]
  size: FusionSize
}

function breakDown(
  { isEmbedded, lexical }: Snapshot,
  { item, lift = 0 }: FusedItem,
  { query, lists, size }: FusionInputs,
): Breakdown {
  const shares = sharesOf(item, isEmbedded(item) ? lists : byWordsAlone(lists), size)
  return {
    arms: shares.map((share, i) => ({ arm: ARMS[i]!, ...share })),
    terms: lexical.termScores(query, item),
    lift,
  }
}

const LEXICAL_ARMS: readonly Arm[] = ['words', 'ngrams']

interface HitContext {
  rank: number
  question: QuestionTerms
  queryVector: Float32Array
}

function toHit(snapshot: Snapshot, { item, score, ranks }: FusedItem, context: HitContext): Hit {
  const passage = snapshot.passage(item)
  const text = snapshot.text(passage.documentId).slice(passage.start, passage.end)
  const tokens = snapshot.lexical.analyser.tokens(text)
  const [words, ngrams, dense, sentence] = ranks as [Rank, Rank, Rank, Rank]
  const firstRow = snapshot.sentenceRange(item).start
  const sentences = passage.sentences.map((own, i): ScoredSentence => {
    const start = own.start - passage.start
    const end = own.end - passage.start
    const within = tokens.filter((token) => token.start >= start && token.end <= end)
    const denseScore = dot(context.queryVector, snapshot.sentenceVector(firstRow + i))
    return { ...own, denseScore, coverage: coverageOf(context.question, within) }
  })
  return {
    rank: context.rank,
    score,
    passage,
    document: snapshot.document(passage.documentId)!,
    text,
    highlights: toHighlights(context.question, tokens, passage.start),
    explain: { lexicalRank: words, ngramRank: ngrams, denseRank: dense, sentenceRank: sentence },
    sentences,
  }
}

type Rank = number | null
