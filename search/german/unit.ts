/** What the scanner finds in a text: ordinary words, and codes (identifiers, numbers, dates) in one canonical spelling. */

/** A word; its terms depend on the compound lexicon and are found later. */
export interface WordUnit {
  kind: 'word'
  /** Folded, hyphens and gender marks removed. */
  folded: string
  /** Folded parts of a hyphenated word, two or more; otherwise empty. */
  parts: string[]
  capitalised: boolean
  /** Short form of a name: at least two capital letters, such as KI, VwVfG, DSGVO. */
  acronym: boolean
}

/** An identifier, number or date; the first term is its canonical form, the others are what else finds it. */
export interface CodeUnit {
  kind: 'code'
  terms: string[]
  /** One weight per term, 0…1. */
  weights: number[]
}

/** Units are cached: the same spelling gives the same object. */
export type Unit = WordUnit | CodeUnit

/** Weight of a term that is only a part or a wider form of what stands in the text. */
export const PART_WEIGHT = 0.5

/** Begins the term of a place that a passage itself is, not one that its text names. */
export const PLACE_MARK = '='

/** `whole` terms are equally good forms, `parts` count less. Repeated terms are dropped. */
export function codeUnit(whole: string[], parts: string[] = []): CodeUnit {
  const terms = [...new Set([...whole, ...parts])]
  const equal = new Set(whole).size
  return { kind: 'code', terms, weights: terms.map((_, i) => (i < equal ? 1 : PART_WEIGHT)) }
}
