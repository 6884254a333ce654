/** Larger corpora of the same kind: copies of Markdown files in which words are exchanged for words of other texts. */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createRandom } from '../random.ts'

export interface VariedCorpusOptions {
  /** Folder of Markdown files. */
  from: string
  /** Gets a folder for each copy. */
  to: string
  copies: number
  /** Texts that the new words are drawn from, as often as they occur there. */
  paragraphs: readonly string[]
}

/** Large enough that no copy repeats another's sentences, small enough that most words stay in their sentence. */
const EXCHANGED = 0.3
const WORD = /\p{L}{4,}/gu
const WORD_OR_ADDRESS = /\S+:\/\/\S+|\p{L}{4,}/gu

export async function writeVariedCorpus({
  from,
  to,
  copies,
  paragraphs,
}: VariedCorpusOptions): Promise<void> {
  const words = paragraphs.flatMap((text) => text.match(WORD) ?? [])
  const vary = createVariation(words)
  const names = (await readdir(from)).filter((name) => name.endsWith('.md')).sort()
  for (let copy = 1; copy <= copies; copy++) {
    const folder = join(to, String(copy).padStart(3, '0'))
    await mkdir(folder, { recursive: true })
    for (const name of names) {
      const text = await readFile(join(from, name), 'utf8')
      await writeFile(join(folder, name), vary(text, `${copy} ${name}`))
    }
  }
}

/** Nouns go for capitalised words, others for small ones; numbers, short words, addresses and markup stay. Pure. */
export function createVariation(words: readonly string[]): (text: string, seed: string) => string {
  const capitalised = words.filter(isCapitalised)
  const small = words.filter((word) => !isCapitalised(word))
  return (text, seed) => {
    const random = createRandom(seed)
    return text.replace(WORD_OR_ADDRESS, (word) => {
      const others = isCapitalised(word) ? capitalised : small
      if (word.includes('://') || others.length === 0 || random() >= EXCHANGED) return word
      return others[Math.floor(random() * others.length)]!
    })
  }
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}
