/** Fakes and small builders for the ingest tests. */

import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { IndexStore } from '../../ingest/index-store.ts'
import type { EmbeddedDocument } from '../../search/document.ts'
import type { Embedder } from '../../search/embedder.ts'
import type { Snapshot, SnapshotManifest } from '../../search/snapshot.ts'

const encode = (text: string) => new TextEncoder().encode(text)

export { encode }

/** About as many tokens as the real model counts in German text. */
export async function countTokens(texts: string[]): Promise<number[]> {
  return texts.map((text) => Math.ceil(text.length / 4))
}

export interface FakeEmbedder extends Embedder {
  /** Every text that was embedded, in order. */
  embedded: string[]
}

/** Two-dimensional vectors that depend on the text alone. */
export function createFakeEmbedder({ fingerprint = 'model-1' } = {}): FakeEmbedder {
  const embedded: string[] = []
  return {
    embedded,
    model: { name: 'fake', fingerprint, dimensions: 2, maxTokens: 512 },
    async embed(text, _role, signal) {
      signal?.throwIfAborted()
      embedded.push(text)
      const angle = [...text].reduce((sum, char) => sum + char.codePointAt(0)!, 0)
      return Float32Array.of(Math.cos(angle), Math.sin(angle))
    },
    embedTokens: () => Promise.reject(new Error('not used')),
    countTokens,
    close: async () => {},
  }
}

export interface MemoryStore extends IndexStore {
  /** Documents of the current index. */
  current: EmbeddedDocument[]
  /** What became of the writers, in order. */
  ends: ('committed' | 'aborted')[]
}

/** An index store that keeps the documents in memory. */
export function createMemoryStore(): MemoryStore {
  let manifest: SnapshotManifest | null = null
  const store: MemoryStore = {
    current: [],
    ends: [],
    async openPrevious() {
      if (!manifest) return null
      const documents = store.current
      const find = (id: string) => documents.find(({ record }) => record.id === id)
      const snapshot = {
        manifest,
        document: (id: string) => find(id)?.record,
        embedded: find,
        close: async () => {},
      }
      return snapshot as unknown as Snapshot
    },
    openWriter({ model, chunkerFingerprint }) {
      const added: EmbeddedDocument[] = []
      let isOpen = true
      return {
        add: (document) => void added.push(document),
        async commit() {
          isOpen = false
          store.current = added
          store.ends.push('committed')
          const passages = added.flatMap((document) => document.passages)
          const sentences = passages.reduce((sum, passage) => sum + passage.sentences.length, 0)
          const counts = { documents: added.length, passages: passages.length, sentences }
          manifest = { snapshotId: 'a', model, chunkerFingerprint, counts } as SnapshotManifest
          return manifest
        },
        abort() {
          if (isOpen) store.ends.push('aborted')
          isOpen = false
        },
      }
    },
  }
  return store
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
