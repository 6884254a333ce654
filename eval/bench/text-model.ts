/** New German sentences in the words of given texts: a chain of words in which each was seen behind the one before. */

export interface TextModel {
  /** 4 to 40 words with a full stop; real words in likely neighbourhood, without meaning as a whole. */
  sentence(): string
  /** A few words for a heading. */
  heading(): string
}

const MIN_WORDS = 4
const MAX_WORDS = 40
const HEADING_WORDS = 4
const SENTENCE_END = /[.!?]$/

/** A Markov chain of first order. Frequencies and neighbourhoods are those of the paragraphs. `random` is uniform in [0, 1). */
export function learnTextModel(paragraphs: Iterable<string>, random: () => number): TextModel {
  const starts: string[] = []
  const followers = new Map<string, string[]>()
  for (const paragraph of paragraphs) {
    const words = paragraph.split(/\s+/).filter((word) => word !== '')
    words.forEach((word, i) => {
      if (i === 0 || SENTENCE_END.test(words[i - 1]!)) starts.push(word)
      const next = words[i + 1]
      if (next === undefined || SENTENCE_END.test(word)) return
      const known = followers.get(word)
      if (known) known.push(next)
      else followers.set(word, [next])
    })
  }
  if (starts.length === 0) throw new RangeError('no words to learn from')
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]!
  const walk = (isLongEnough: (words: readonly string[]) => boolean): string[] => {
    const words = [pick(starts)]
    while (!isLongEnough(words)) words.push(pick(followers.get(words.at(-1)!) ?? starts))
    return words
  }
  return {
    sentence() {
      const words = walk(
        (so) => so.length >= MAX_WORDS || (so.length >= MIN_WORDS && SENTENCE_END.test(so.at(-1)!)),
      )
      return `${words.join(' ').replace(/[.,;:!?]+$/, '')}.`
    },
    heading: () =>
      walk((so) => so.length >= HEADING_WORDS)
        .join(' ')
        .replace(/[^\p{L}\p{N}]+$/u, ''),
  }
}
