/** Works on the next items while one is used, so that threads which help with them are not left waiting. */

/** Results in the order of the items, at most `ahead` of them begun before they are asked for. */
export async function* readAhead<Item, Result>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<Result>,
  ahead: number,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = []
  for (const item of items) {
    const result = work(item)
    result.catch(() => {}) // Thrown where it is awaited; until then no one listens.
    begun.push(result)
    if (begun.length > ahead) yield await begun.shift()!
  }
  while (begun.length > 0) yield await begun.shift()!
}
