/** Character 4-grams of folded words, with a mark at both ends of the word (McNamee & Mayfield 2004 on n-gram retrieval). */

import { PLACE_MARK, type Unit } from './unit.ts'

const SIZE = 4
const MARK = '_'

/** 4-grams of one unit in order; short words give one gram, places none. Parts of a hyphenated word add their own beginnings and ends. */
export function unitNgrams(unit: Unit): string[] {
  if (unit.kind === 'code') return unit.terms[0]!.startsWith(PLACE_MARK) ? [] : wordNgrams(unit.terms[0]!)
  const grams = wordNgrams(unit.folded)
  if (unit.parts.length === 0) return grams
  return [...new Set([...grams, ...unit.parts.flatMap((part) => wordNgrams(part))])]
}

function wordNgrams(word: string): string[] {
  const marked = MARK + word + MARK
  if (marked.length <= SIZE) return [marked]
  const grams: string[] = []
  for (let i = 0; i + SIZE <= marked.length; i++) grams.push(marked.slice(i, i + SIZE))
  return grams
}
