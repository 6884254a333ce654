import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { NO_MODEL } from '../../../eval/bench/no-model.ts'
import { loadStack, whyStackIsMissing } from '../../../eval/bench/open-stack.ts'
import { splitDocuments } from '../../../eval/bench/split-documents.ts'
import { STACKS, type StackName } from '../../../eval/bench/stack.ts'
import type { Embedder } from '../../../search/embedder.ts'
import { fakeEmbedder } from '../../search/snapshot-builders.ts'

const paragraph = (word: string) => `${`Über ${word} entscheidet die Gemeinde. `.repeat(15)}\n\n`
const documents = [
  { id: 'a', title: 'Erstes', text: ['Anträge', 'Gebühren', 'Fristen'].map(paragraph).join('') },
  { id: 'b', title: 'Zweites', text: paragraph('Widersprüche') },
]

describe('splitDocuments', () => {
  it('gives pieces of at most 1,000 characters with their place in the text', async () => {
    const pieces = await splitDocuments(documents)
    expect(pieces.length).toBeGreaterThan(3)
    const textOf = new Map(documents.map(({ id, text }) => [id, text]))
    for (const { pageContent, metadata } of pieces) {
      expect(pageContent.length).toBeLessThanOrEqual(1000)
      expect(textOf.get(metadata.documentId)!.slice(metadata.start, metadata.end)).toBe(pageContent)
    }
  })
})

const missing = Object.fromEntries(
  await Promise.all(STACKS.map(async (name) => [name, await whyStackIsMissing(name)] as const)),
)

describe('stacks that embed nothing or whose vectors are given', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-stacks-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  async function openBuilt(name: StackName, embedder: Embedder) {
    const stack = await loadStack(name)
    const place = mkdtempSync(join(folder, name))
    const built = await stack.build(
      { sources: [], documents },
      { folder: place, embedder, workers: 1, onSearchable: () => {} },
    )
    return { built, opened: await stack.open(place, embedder) }
  }

  it('MiniSearch finds a word after it was stored and opened', async () => {
    const { built, opened } = await openBuilt('minisearch', NO_MODEL)
    expect(built.passages).toBeGreaterThan(3)
    const [first] = await opened.search('Widersprüche', 10)
    expect(first).toMatchObject({ documentId: 'b', start: 0 })
  })

  it.skipIf(missing.langchain)('LangChain finds by vector after it was stored and opened', async () => {
    const { opened } = await openBuilt('langchain', fakeEmbedder)
    const [piece] = await splitDocuments(documents.slice(1))
    const vector = await fakeEmbedder.embed(piece!.pageContent, 'passage')
    const [first] = await opened.searchKnown('', vector, 1)
    expect(first).toMatchObject({ documentId: 'b', start: 0 })
  })

  it('ours needs nothing but the product', () => {
    expect(missing.fundstelle).toBeNull()
  })
})
