/** Finds the words of a quote in a text that may have changed around them. */

import type { Span } from '../../search/document.ts'

/** The occurrence nearest to where the quote once stood; other blanks and line breaks between its words do not matter. */
export function findQuote(text: string, { quote, start }: { quote: string; start: number }): Span | null {
  if (text.startsWith(quote, start)) return { start, end: start + quote.length }
  const words = quote.trim().split(/\s+/u).map(escapePattern)
  if (words[0] === '') return null
  const places = [...text.matchAll(new RegExp(words.join('\\s+'), 'gu'))]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((place) => isWhole(text, place))
  return nearest(places, start)
}

function nearest(places: readonly Span[], start: number): Span | null {
  return places.reduce<Span | null>(
    (best, place) => (!best || Math.abs(place.start - start) < Math.abs(best.start - start) ? place : best),
    null,
  )
}

/** "in 2 Stunden" does not stand in "in 2 Stundenplänen". */
function isWhole(text: string, { start, end }: Span): boolean {
  const isWord = (at: number) => /[\p{L}\d]/u.test(text[at] ?? '')
  return !(isWord(start - 1) && isWord(start)) && !(isWord(end - 1) && isWord(end))
}

const escapePattern = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
