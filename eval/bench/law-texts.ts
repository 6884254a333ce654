/** Texts that generated and varied corpora take their words from: the laws of ../shared where they are, else the corpus. */

import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { loadMarkdown } from '../../ingest/load/markdown-loader.ts'

/** Paragraphs and list items of all Markdown files of a folder, in order of their names. */
export async function loadParagraphs(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()
  const texts: string[] = []
  for (const name of names) {
    const { text, blocks } = await loadMarkdown(await readFile(join(folder, name)), basename(name))
    for (const { kind, start, end } of blocks)
      if (kind === 'paragraph' || kind === 'listItem') texts.push(text.slice(start, end))
  }
  return texts
}
