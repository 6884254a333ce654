/** A lexical library as it comes: MiniSearch over the same pieces with their titles, without German analysis. */

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SearchResult } from 'minisearch'
import { splitDocuments } from './split-documents.ts'
import type { Place, Stack } from './stack.ts'

const FILE = 'minisearch.json'
const SETTINGS = { fields: ['title', 'text'], storeFields: ['documentId', 'start', 'end'] }

export const minisearchStack: Stack = {
  embeds: false,
  async build({ documents }, { folder }) {
    const { default: MiniSearch } = await import('minisearch')
    const index = new MiniSearch(SETTINGS)
    const pieces = await splitDocuments(documents)
    index.addAll(pieces.map(({ pageContent, metadata }, id) => ({ id, text: pageContent, ...metadata })))
    await writeFile(join(folder, FILE), JSON.stringify(index))
    return { passages: pieces.length }
  },
  async open(folder) {
    const { default: MiniSearch } = await import('minisearch')
    const index = MiniSearch.loadJSON(await readFile(join(folder, FILE), 'utf8'), SETTINGS)
    const search = async (query: string, limit: number) => index.search(query).slice(0, limit).map(toPlace)
    return { search, searchKnown: (query, _vector, limit) => search(query, limit), close: async () => {} }
  },
}

function toPlace({ documentId, start, end }: SearchResult): Place {
  return { documentId, start, end }
}
