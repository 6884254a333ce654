/** How one spelling becomes another: the kind of slip that lies between them. Pure. */

/** From most to least certain: a letter doubled or not, two swapped, one left out or too many, one wrong, two slips. */
export type Slip = 'doubling' | 'swap' | 'missing' | 'wrong' | 'two'

export const SLIPS: readonly Slip[] = ['doubling', 'swap', 'missing', 'wrong', 'two']

/**
 * The slip between two different words, null for more than two. A missing or wrong letter at the very end is null too:
 * that is how forms of one word differ.
 */
export function slipBetween(typed: string, word: string): Slip | null {
  const start = commonStart(typed, word)
  const end = commonEnd(typed, word, start)
  const [a, b] = [typed.slice(start, typed.length - end), word.slice(start, word.length - end)]
  if (a.length + b.length === 1) {
    const letter = a || b
    const longer = a ? typed : word
    if (longer[start - 1] === letter || longer[start + 1] === letter) return 'doubling'
    return end === 0 ? null : 'missing'
  }
  if (a.length === 2 && b === a[1]! + a[0]!) return 'swap'
  if (a.length === 1 && b.length === 1) return end === 0 ? null : 'wrong'
  return end > 0 && editDistance(a, b, 2) <= 2 ? 'two' : null
}

function commonStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start
  let length = 0
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++
  return length
}

/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours cost 1 each (Damerau 1964,
 * "A technique for computer detection and correction of spelling errors"). More than `limit` comes back as `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + Number(!isSame))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1)
      row.push(cost)
    }
    if (Math.min(...row) > limit) return limit + 1
    beforeLast = last
    last = row
  }
  return Math.min(last[b.length]!, limit + 1)
}
