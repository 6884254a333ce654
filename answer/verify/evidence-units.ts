/** The evidence as the verifier reads it: one unit per sentence, with what the sentence leans on, read when it is needed. */

import type { Span } from '../../search/document.ts'
import type { Analyser, Token } from '../../search/german/analyser.ts'
import { once } from '../../search/once.ts'
import { leansOnPrevious } from '../statement.ts'
import { type Alias, learnAliases } from './aliases.ts'
import { canonicalOfStem, canonicalStems } from './canonical-stem.ts'
import { type Pool, toPool } from './matching.ts'
import type { Reader, Reading, Word } from './reading.ts'
import { groupsOf } from './word-groups.ts'

/** A passage that may support claims. Offsets of `sentences` count in `text`. */
export interface EvidencePassage {
  text: string
  sentences: readonly (Span & { isListItem?: boolean })[]
  /** Title and headings above the passage: they say what it is about, but prove nothing. */
  context: readonly string[]
}

export interface EvidenceUnit {
  /** Number of the passage. */
  passage: number
  /** Place in the passage's text. */
  span: Span
  text: string
  /** Every key that one of its words may be found by: cheap, for ranking. */
  keys: ReadonlySet<string>
  reading(): Reading
  /** Its own words and those it leans on. */
  pool(): Pool
  /** Words of title and headings. */
  context(): Pool
  /** Nouns of the sentences before it in its passage. */
  before(): Pool
}

export interface EvidenceUnits {
  units: EvidenceUnit[]
  aliases: Alias[]
}

export function toEvidenceUnits(
  passages: readonly EvidencePassage[],
  { reader, analyser }: { reader: Reader; analyser: Analyser },
): EvidenceUnits {
  const aliases = learnAliases(passages.flatMap(({ text, context }) => [text, ...context]))
  const units = passages.flatMap((passage, number) => {
    const context = once(() => toPool(reader.read(passage.context.join('. ')).words, aliases))
    return passage.sentences.map((span, i): EvidenceUnit => {
      const text = passage.text.slice(span.start, span.end)
      const support = leadOf(passage, i)
      const reading = once(() => reader.read(text))
      const lead = once(() => (support ? reader.read(support).words : []))
      const pool = once(() => toPool([...reading().words, ...lead()], aliases))
      return {
        passage: number,
        span,
        text,
        keys: keysOf(analyser, `${text} ${support}`),
        reading,
        pool,
        context,
        before: once(() => toPool(nounsBefore(passage, i, reader), aliases)),
      }
    })
  })
  return { units, aliases }
}

/** The lead-in of a list item, or what a sentence points back at. */
function leadOf({ text, sentences }: EvidencePassage, at: number): string {
  const own = sentences[at]!
  const slice = (i: number) => text.slice(sentences[i]!.start, sentences[i]!.end)
  if (own.isListItem) {
    for (let i = at - 1; i >= 0; i--)
      if (!sentences[i]!.isListItem) return /:\s*$/u.test(slice(i)) ? slice(i) : ''
    return ''
  }
  return at > 0 && (leansOnPrevious(slice(at)) || PRONOUN.test(slice(at).slice(0, 60))) ? slice(at - 1) : ''
}

const REACH = 4

function nounsBefore({ text, sentences }: EvidencePassage, at: number, reader: Reader): Word[] {
  const before = sentences.slice(Math.max(0, at - REACH), at)
  return before.flatMap(({ start, end }) =>
    reader.read(text.slice(start, end)).words.filter(({ isNoun }) => isNoun),
  )
}

/** Somebody or something named before. */
const PRONOUN = /(?<!\p{L})(?:er|sie|es|ihn|ihm|ihnen|deren|dessen)(?!\p{L})/iu

function keysOf(analyser: Analyser, text: string): Set<string> {
  const keys = new Set<string>()
  for (const token of analyser.tokens(text)) for (const key of keysOfToken(token, analyser)) keys.add(key)
  return keys
}

const MAX_CACHED = 100_000
const known = new WeakMap<Analyser, Map<string, readonly string[]>>()

/** An analyser gives the same terms for the same word. */
function keysOfToken({ surface, terms }: Token, analyser: Analyser): readonly string[] {
  let words = known.get(analyser)
  if (!words || words.size >= MAX_CACHED) {
    words = new Map()
    known.set(analyser, words)
  }
  let keys = words.get(surface)
  if (!keys) {
    const own = canonicalStems(surface)
    keys = [...own, ...terms.flatMap(canonicalOfStem), ...groupsOf(own).map((group) => `g${group}`)]
    words.set(surface, keys)
  }
  return keys
}
