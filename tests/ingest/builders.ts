/** Fakes and small builders for the ingest tests. */

import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createIndexStore, type IndexStore } from '../../ingest/index-store.ts'
import type { EmbeddedDocument } from '../../search/document.ts'
import type { Embedder } from '../../search/embedder.ts'
import { openStoredDocuments } from '../../search/snapshot-reader.ts'
import { createDataDir, createFakeLexicalBuilder, fakeAnalyser } from '../search/snapshot-builders.ts'

const encode = (text: string) => new TextEncoder().encode(text)

export { encode }

/** About as many tokens as the real model counts in German text. */
export async function countTokens(texts: string[]): Promise<number[]> {
  return texts.map((text) => Math.ceil(text.length / 4))
}

export interface FakeEmbedder extends Embedder {
  /** Every stretch of text that was embedded, in order. */
  embedded: string[]
}

/** Two-dimensional vectors that depend on the text alone. */
export function createFakeEmbedder({ fingerprint = 'model-1' } = {}): FakeEmbedder {
  const embedded: string[] = []
  const toVector = (text: string) => {
    const angle = [...text].reduce((sum, char) => sum + char.codePointAt(0)!, 0)
    return [Math.cos(angle), Math.sin(angle)]
  }
  return {
    embedded,
    model: { name: 'fake', fingerprint, dimensions: 2, maxTokens: 512 },
    embed: async (text) => Float32Array.from(toVector(text)),
    async embedParts({ head, parts }, signal) {
      signal?.throwIfAborted()
      const whole = [head, ...parts].join(' ')
      embedded.push(whole)
      return Float32Array.from([whole, ...parts].flatMap(toVector))
    },
    embedTokens: () => Promise.reject(new Error('not used')),
    countTokens,
    close: async () => {},
  }
}

export interface TestStore extends IndexStore {
  dataDir: string
  /** Documents of the last finished index. */
  current: EmbeddedDocument[]
  /** What became of the writers, in order. */
  ends: ('published' | 'committed' | 'aborted')[]
}

/** An index store in a folder of its own, removed when the test ends, that notes what happens to it. */
export function createTestStore(): TestStore {
  const dataDir = createDataDir()
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const store = createIndexStore({
    dataDir,
    analyser: fakeAnalyser,
    createLexicalIndexBuilder: createFakeLexicalBuilder,
  })
  const test: TestStore = {
    ...store,
    dataDir,
    current: [],
    ends: [],
    openWriter(options) {
      const writer = store.openWriter(options)
      let isOpen = true
      return {
        ...writer,
        async publish() {
          test.ends.push('published')
          return writer.publish()
        },
        async commit() {
          isOpen = false
          const manifest = await writer.commit()
          const stored = await openStoredDocuments(dataDir)
          test.current = stored.documents.map(({ id }) => stored.embedded(id)!)
          await stored.close()
          test.ends.push('committed')
          return manifest
        },
        abort() {
          if (isOpen) test.ends.push('aborted')
          isOpen = false
          writer.abort()
        },
      }
    },
  }
  return test
}

/** A folder with these files, removed when the test ends. */
export async function makeFolder(files: Record<string, string | Uint8Array>): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'fundstelle-ingest-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), content)
  }
  return root
}
