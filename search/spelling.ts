/** Typing errors in a question: words that the index does not know and that lie one or two slips beside one it knows. */

import type { Slip } from './edit-distance.ts'
import type { Embedder } from './embedder.ts'
import type { UnitAnalyser } from './german/analyser.ts'
import type { WordUnit } from './german/unit.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A word of the question and the known one that it was taken for. Offsets count in the question. */
export interface Correction {
  start: number
  end: number
  from: string
  to: string
}

/** A correction before it is weighed. */
export interface PossibleCorrection extends Correction {
  slip: Slip
}

/**
 * How many more pieces of the model's vocabulary the typed word must fall into than the known one, by kind of slip and for
 * short words. A misspelt word falls apart; a good word that the texts happen to lack does not (Regierung is no Regelung).
 */
const MORE_PIECES: Record<Slip, { short: number; long: number }> = {
  doubling: { short: 0, long: 0 },
  swap: { short: 1, long: 1 },
  missing: { short: 2, long: 1 },
  wrong: { short: 3, long: 2 },
  two: { short: 3, long: 3 },
}
const LONG_FROM = 9

export interface SpellingParts {
  analyser: UnitAnalyser
  vocabulary: Vocabulary
  /** Whether an analysed term is in the index. */
  isKnown: (term: string) => boolean
}

/** In order of the question. Numbers, identifiers, short names, hyphenated words and compounds of known parts stay. */
export function findCorrections(query: string, parts: SpellingParts): PossibleCorrection[] {
  const corrections: PossibleCorrection[] = []
  parts.analyser.scan(query, (unit, start, end) => {
    if (unit.kind !== 'word' || unit.acronym || unit.parts.length > 0 || isKnownWord(unit, parts)) return
    const near = parts.vocabulary.nearest(unit.folded)
    if (near === null) return
    corrections.push({ start, end, from: query.slice(start, end), to: near.surface, slip: near.slip })
  })
  return corrections
}

/** Known itself in any form, or made of known parts. */
function isKnownWord(unit: WordUnit, { analyser, isKnown }: SpellingParts): boolean {
  const [own, ...others] = analyser.termsOf(unit).terms
  return isKnown(own!) || (others.length > 0 && others.every(isKnown))
}

/** Those that the model's vocabulary bears out. */
export async function weighCorrections(
  possible: readonly PossibleCorrection[],
  countTokens: Embedder['countTokens'],
): Promise<Correction[]> {
  if (possible.length === 0) return []
  const forms = possible.flatMap(({ from, to }) => [from, from.toLowerCase(), to, to.toLowerCase()])
  const pieces = await countTokens(forms)
  return possible
    .filter(({ from, slip }, i) => {
      const [typed, typedLower, known, knownLower] = pieces.slice(i * 4, i * 4 + 4) as [
        number,
        number,
        number,
        number,
      ]
      const more = Math.min(typed, typedLower) - Math.min(known, knownLower)
      return more >= MORE_PIECES[slip][from.length < LONG_FROM ? 'short' : 'long']
    })
    .map(({ start, end, from, to }) => ({ start, end, from, to }))
}

/** The question with the words put right. */
export function applyCorrections(query: string, corrections: readonly Correction[]): string {
  let text = ''
  let at = 0
  for (const { start, end, to } of corrections) {
    text += query.slice(at, start) + to
    at = end
  }
  return text + query.slice(at)
}
