/** Document texts read from one file when they are asked for; the last ones used stay in memory. */

import { closeSync, openSync, readSync } from 'node:fs'

/** Characters kept: about 16 MB. */
const KEPT_CHARACTERS = 8_000_000

export interface TextsFile {
  /** The text in these bytes; it gives a reader the same string as the one that was written. */
  read(startByte: number, endByte: number): string
  close(): void
}

export function openTexts(path: string): TextsFile {
  const file = openSync(path, 'r')
  const kept = new Map<number, string>()
  let keptCharacters = 0

  function keep(start: number, text: string): void {
    kept.set(start, text)
    keptCharacters += text.length
    for (const [oldest, other] of kept) {
      if (keptCharacters <= KEPT_CHARACTERS || oldest === start) break
      kept.delete(oldest)
      keptCharacters -= other.length
    }
  }

  return {
    read(start, end) {
      if (start === end) return ''
      const known = kept.get(start)
      if (known !== undefined) {
        kept.delete(start)
        kept.set(start, known)
        return known
      }
      const bytes = Buffer.allocUnsafe(end - start)
      for (let at = 0; at < bytes.length; ) {
        const count = readSync(file, bytes, at, bytes.length - at, start + at)
        if (count === 0) break
        at += count
      }
      const text = bytes.toString('utf8')
      keep(start, text)
      return text
    },
    close: () => closeSync(file),
  }
}
