/** Matches of a pattern as offsets. */

export interface Place {
  start: number
  end: number
}

/** Of the first group where the pattern has one that took part, otherwise of the whole match. */
export function placesOf(text: string, pattern: RegExp): Place[] {
  return [...text.matchAll(pattern)].map((match) => {
    const words = match[1] ?? match[0]
    const start = match.index + match[0].indexOf(words)
    return { start, end: start + words.length }
  })
}

export const digitsOf = (text: string) => text.replaceAll(/\D/g, '')
