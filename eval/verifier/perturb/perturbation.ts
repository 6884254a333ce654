/** What a perturbation is: a sentence in, the same sentence with one thing changed out. */

import type { Verdict } from '../../../answer/answer.ts'

export interface Surroundings {
  /** Uniform in [0, 1), the same on every run for the same sentence. */
  random: () => number
  /** The evidence that the claim is held against. */
  evidence: string
  /** Nouns of other documents, none of them in the evidence. */
  foreignNouns: readonly string[]
  /** Sentences of other documents. */
  foreignSentences: readonly string[]
}

export interface Perturbation {
  kind: string
  /** The verdict that would be right. */
  expected: Verdict
  /** Null where the sentence holds nothing of the kind. */
  change(sentence: string, around: Surroundings): string | null
}

export function pick<Value>(values: readonly Value[], random: () => number): Value | null {
  return values.length === 0 ? null : values[Math.floor(random() * values.length)]!
}

/** Replaces the words at the match and keeps a capital at their beginning. */
export function replaceAt(sentence: string, match: RegExpMatchArray, words: string): string {
  const isCapital = /^\p{Lu}/u.test(match[0]) && match.index === 0
  const fitted = isCapital ? words.charAt(0).toUpperCase() + words.slice(1) : words
  return sentence.slice(0, match.index) + fitted + sentence.slice(match.index! + match[0].length)
}
