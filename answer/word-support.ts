/** Which words of a question a text supports: by their forms, and by the model's token states where forms differ. */

import type { Embedder, TokenVectors } from '../search/embedder.ts'
import type { Analyser } from '../search/german/analyser.ts'
import { isLightWord } from './question.ts'

export interface WordSupport {
  word: string
  /** A noun, name or number, by its spelling: these say what a question is about. */
  isName: boolean
  /** The text holds a form of the word: the whole word, or only a part of a compound. */
  whole: boolean
  part: boolean
  /** Cosine of the word's token states with the closest ones of the text, mean over its pieces; about −0.2…0.9. */
  soft: number
}

export interface QuestionSupport {
  words: WordSupport[]
  /** Mean over all tokens of the question, function words included. */
  softness: number
}

/** Token states, centred and normalised (centring: Mu & Viswanath 2018, "All-but-the-Top"). */
interface CentredTokens {
  pieces: string[]
  vectors: Float32Array
}

/** `centre` is the mean token state of the index. Words that carry nothing (`isLightWord`) are left out. */
export async function readWordSupport(
  question: string,
  text: string,
  {
    embedder,
    analyser,
    centre,
    signal,
  }: { embedder: Embedder; analyser: Analyser; centre: Float32Array; signal?: AbortSignal },
): Promise<QuestionSupport> {
  const [asked, given] = await Promise.all([
    embedder.embedTokens(question, 'query', signal),
    embedder.embedTokens(text, 'passage', signal),
  ])
  const similarities = closest(centreTokens(asked, centre), centreTokens(given, centre), centre.length)
  const pieceWords = toWordNumbers(asked.pieces)
  const present = new Set(analyser.tokens(text).flatMap((token) => token.terms))
  const seen = new Set<string>()
  const words = analyser.tokens(question).flatMap((token): WordSupport[] => {
    const own = token.terms[0]!
    if (seen.has(own) || isLightWord(token.surface)) return []
    seen.add(own)
    const number = wordNumberAt(question, token.start)
    const scores = similarities.filter((_, i) => pieceWords[i] === number)
    return [
      {
        word: token.surface,
        isName: isName(token.surface, token.start),
        whole: present.has(own),
        part: token.terms.some((term) => present.has(term)),
        soft: scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length),
      },
    ]
  })
  const total = similarities.reduce((sum, score) => sum + score, 0)
  return { words, softness: total / Math.max(1, similarities.length) }
}

/** Mean token state of some texts, the centre that `readWordSupport` needs. */
export async function meanTokenState(texts: readonly string[], embedder: Embedder): Promise<Float32Array> {
  const { dimensions } = embedder.model
  const sum = new Float64Array(dimensions)
  let count = 0
  for (const text of texts) {
    const { pieces, vectors } = await embedder.embedTokens(text, 'passage')
    for (let i = 0; i < vectors.length; i++) sum[i % dimensions]! += vectors[i]!
    count += pieces.length
  }
  return Float32Array.from(sum, (value) => value / Math.max(1, count))
}

/** The first word of a question is capitalised whatever it is; only inner capitals or digits tell there. */
function isName(surface: string, start: number): boolean {
  return /\d/u.test(surface) || /^\p{Lu}.*\p{Lu}/u.test(surface) || (start > 0 && /^\p{Lu}/u.test(surface))
}

function centreTokens({ pieces, vectors }: TokenVectors, centre: Float32Array): CentredTokens {
  const dimensions = centre.length
  const centred = new Float32Array(vectors.length)
  for (let row = 0; row < pieces.length; row++) {
    let square = 0
    for (let d = 0; d < dimensions; d++) {
      const value = vectors[row * dimensions + d]! - centre[d]!
      centred[row * dimensions + d] = value
      square += value * value
    }
    const length = Math.sqrt(square) || 1
    for (let d = 0; d < dimensions; d++) centred[row * dimensions + d]! /= length
  }
  return { pieces, vectors: centred }
}

/** Per token of the question the highest cosine with a token of the text (MaxSim, Khattab & Zaharia 2020). */
function closest(asked: CentredTokens, given: CentredTokens, dimensions: number): number[] {
  return asked.pieces.map((_, i) => {
    let best = -1
    for (let j = 0; j < given.pieces.length; j++) {
      let sum = 0
      for (let d = 0; d < dimensions; d++)
        sum += asked.vectors[i * dimensions + d]! * given.vectors[j * dimensions + d]!
      if (sum > best) best = sum
    }
    return best
  })
}

/** SentencePiece marks the start of each word between white space with ▁. */
function toWordNumbers(pieces: readonly string[]): number[] {
  let word = -1
  return pieces.map((piece) => {
    if (piece.startsWith('▁')) word++
    return Math.max(0, word)
  })
}

function wordNumberAt(question: string, at: number): number {
  return question.slice(0, at).trimEnd().split(/\s+/u).filter(Boolean).length
}
