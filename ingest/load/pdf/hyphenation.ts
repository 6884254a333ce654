/** Joins lines of running text, undoing the hyphens that the line break made and keeping those of the word. */

/** "Bund- und Länder": the hyphen stands for a left-out part. */
const SHARED_PART = /^(?:und|oder|bzw\.|beziehungsweise|sowie|als|bis|noch|statt|wie|u\.|o\.)(?![\p{L}])/u

export function joinLines(before: string, after: string): string {
  if (before === '' || after === '') return before + after
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + after
  const head = /(\S*\p{L})[-‐]$/u.exec(before)
  if (!head) return /[/–]$/u.test(before) && /\S[/–]$/u.test(before) ? before + after : `${before} ${after}`
  if (SHARED_PART.test(after)) return `${before} ${after}`
  return isBrokenWord(head[1]!, after) ? before.slice(0, -1) + after : before + after
}

/** Lower case after the hyphen goes on with the word, except after "IT-" and the like. */
function isBrokenWord(head: string, after: string): boolean {
  const lastPart = head.split(/[-‐]/u).at(-1)!
  return /^\p{Ll}/u.test(after) && !/^[\p{Lu}\d]{2,}$/u.test(lastPart) && !/^[eE]$/u.test(lastPart)
}
