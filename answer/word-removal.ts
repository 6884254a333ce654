/** What each word of a question adds to its closeness to a text: the similarity that is lost without it. */

import type { Embedder } from '../search/embedder.ts'
import { dot } from '../search/exact-vector-index.ts'
import type { Analyser, Token } from '../search/german/analyser.ts'
import { isLightWord } from './question.ts'

/** Cosines; E5-like vectors lie close together, so a loss is mostly between −0.02 and 0.04. */
export interface RemovalSupport {
  /** Lost without the question words and other words of form: tells whether the kind of statement fits. */
  form: number
  /** Lost without all words of content. */
  content: number
  /** Smallest and largest loss of one word of content: a word the text does not speak of pulls away from it. */
  least: number
  most: number
  /** Sum of what single words pull away, never positive, and their share among all. */
  pull: number
  pullShare: number
  /** Smallest loss among nouns and names, and among the other words. */
  leastNoun: number
  leastOther: number
}

const NONE: RemovalSupport = {
  form: 0,
  content: 0,
  least: 0,
  most: 0,
  pull: 0,
  pullShare: 0,
  leastNoun: 0,
  leastOther: 0,
}
/** Further words of a long question change little and cost an embedding each. */
const MAX_WORDS = 12

export interface RemovalOptions {
  embedder: Embedder
  analyser: Analyser
  /** Of the question, where it is known already. */
  questionVector?: Float32Array | undefined
  signal?: AbortSignal | undefined
}

/**
 * Leaves out each word of content in turn and embeds what remains (erasure: Li, Monroe, Jurafsky 2016, "Understanding
 * Neural Networks through Representation Erasure"). A question without a word of content gets zeros.
 */
export async function readRemovalSupport(
  question: string,
  text: string,
  { embedder, analyser, questionVector, signal }: RemovalOptions,
): Promise<RemovalSupport> {
  const words = analyser.tokens(question).filter((token) => !isLightWord(token.surface))
  if (words.length === 0) return NONE
  const asked = words.slice(0, MAX_WORDS)
  const onlyContent = words.map((word) => word.surface).join(' ')
  const texts = [onlyContent, without(question, words), ...asked.map((word) => without(question, [word]))]
  const [given, ...vectors] = await Promise.all([
    embedder.embed(text, 'passage', signal),
    questionVector ?? embedder.embed(question, 'query', signal),
    ...texts.map((variant) => embedder.embed(variant, 'query', signal)),
  ])
  const [whole, content, form, ...rest] = vectors.map((vector) => dot(vector, given))
  return summarise(
    asked,
    rest.map((similarity) => whole! - similarity),
    { form: whole! - content!, content: whole! - form! },
  )
}

function summarise(
  words: readonly Token[],
  losses: readonly number[],
  of: Pick<RemovalSupport, 'form' | 'content'>,
): RemovalSupport {
  const isNoun = (word: Token) => word.start > 0 && /^\p{Lu}/u.test(word.surface)
  const least = (keep: (word: Token) => boolean) => {
    const own = losses.filter((_, i) => keep(words[i]!))
    return own.length > 0 ? Math.min(...own) : USUAL_LOSS
  }
  const pulls = losses.filter((loss) => loss < 0)
  return {
    ...of,
    least: Math.min(...losses),
    most: Math.max(...losses),
    pull: pulls.reduce((sum, loss) => sum + loss, 0),
    pullShare: pulls.length / losses.length,
    leastNoun: least(isNoun),
    leastOther: least((word) => !isNoun(word)),
  }
}

/** Counts where a question has no word of a kind. */
const USUAL_LOSS = 0.01

function without(question: string, words: readonly Token[]): string {
  let rest = ''
  let at = 0
  for (const { start, end } of words) {
    rest += question.slice(at, start)
    at = end
  }
  return (rest + question.slice(at)).replaceAll(/\s+/gu, ' ').trim()
}
