import { readdirSync, statSync, truncateSync } from 'node:fs'
import { rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ingest } from '../../ingest/ingest.ts'
import type { IngestEvent } from '../../ingest/progress.ts'
import type { EmbeddedDocument } from '../../search/document.ts'
import { openStoredDocuments } from '../../search/snapshot-reader.ts'
import { createFakeEmbedder, createTestStore, makeFolder, type TestStore } from './builders.ts'
import { buildPdf } from './pdf-builder.ts'

const A = '# Notfall\n\n## Meldung\n\nDas BSI ist zu informieren. Die Frist beträgt 24 Stunden.'
const B = '# Krise\n\nDer Krisenstab tagt.'

function setUp() {
  const embedder = createFakeEmbedder()
  const store = createTestStore()
  const events: IngestEvent[] = []
  const run = (sources: string[], more = {}) =>
    ingest({ sources, store, embedder, onProgress: (event) => events.push(event), ...more })
  return { embedder, store, events, run }
}

describe('ingest', () => {
  it('writes passages and sentences with their vectors and reports the counts', async () => {
    const root = await makeFolder({ 'a.md': A, 'b.md': B, 'c.bin': 'x' })
    const { store, embedder, run } = setUp()
    const report = await run([root])
    expect(report).toMatchObject({ documents: 2, passages: 2, sentences: 3, reused: 0, failed: [] })
    expect(report.skipped).toHaveLength(1)
    expect(store.current.map(({ record }) => record)).toMatchObject([
      {
        id: 'a.md',
        title: 'Notfall',
        fileName: 'a.md',
        mediaType: 'text/markdown',
        sizeBytes: A.length + 1,
        summary: false,
      },
      { id: 'b.md', title: 'Krise' },
    ])
    expect(store.current[0]!.sentenceVectors).toHaveLength(2 * embedder.model.dimensions)
  })

  it('embeds nothing twice: not an unchanged file, and of a changed one only what is new', async () => {
    const root = await makeFolder({ 'a.md': A, 'b.md': B })
    const { embedder, store, run } = setUp()
    await run([root])
    const first = store.current
    embedder.embedded.length = 0
    expect((await run([root])).reused).toBe(2)
    expect(embedder.embedded).toEqual([])
    expect(store.current).toEqual(first)

    await writeFile(join(root, 'a.md'), `${A}\n\n## Neu\n\nDas kam dazu.`)
    expect((await run([root])).reused).toBe(1)
    expect(embedder.embedded.length).toBeGreaterThan(0)
    expect(embedder.embedded.every((text) => text.includes('Das kam dazu.'))).toBe(true)
  })

  it('embeds anew for another model', async () => {
    const root = await makeFolder({ 'a.md': A })
    const { store, run } = setUp()
    await run([root])
    const other = createFakeEmbedder({ fingerprint: 'model-2' })
    expect((await run([root], { embedder: other })).reused).toBe(0)
    expect(other.embedded.length).toBeGreaterThan(0)
    expect(store.ends).toEqual(['committed', 'committed'])
  })

  it('notices that the manifest says something else of an unchanged file', async () => {
    const manifest = (title: string) =>
      `documents:\n  - id: a\n    file: a.md\n    title: ${title}\n    collection: c\n`
    const root = await makeFolder({ 'sources.yaml': manifest('Alt'), 'a.md': A })
    const { embedder, store, run } = setUp()
    await run([root])
    await writeFile(join(root, 'sources.yaml'), manifest('Neu'))
    embedder.embedded.length = 0
    expect((await run([root])).reused).toBe(0)
    expect(store.current[0]!.record.title).toBe('Neu')
    expect(embedder.embedded).toEqual([])
  })

  it('reports files that fail, each with what to do, and indexes the others', async () => {
    const root = await makeFolder({
      'gut.md': A,
      'leer.md': '',
      'nur-leerraum.txt': ' \n ',
      'binaer.txt': Uint8Array.of(0, 1, 2, 3),
      'kaputt.pdf': '%PDF-1.7 kaputt',
      'scan.pdf': buildPdf([[], []]),
    })
    await symlink(join(root, 'weg'), join(root, 'fehlt.md'))
    const { failed, documents } = await setUp().run([root])
    expect(documents).toBe(1)
    expect(failed.map(({ path, code }) => [path, code])).toEqual([
      ['binaer.txt', 'source_unreadable'],
      ['fehlt.md', 'source_unreadable'],
      ['kaputt.pdf', 'source_unreadable'],
      ['leer.md', 'source_unreadable'],
      ['nur-leerraum.txt', 'source_empty'],
      ['scan.pdf', 'no_text_layer'],
    ])
    expect(failed.every(({ path, message }) => message.includes(path))).toBe(true)
  })

  it('uses the summary where the original is a scan, and says so', async () => {
    const manifest =
      'documents:\n  - id: a\n    file: a.md\n    title: T\n    collection: c\n    summary: true\n'
    const root = await makeFolder({ 'sources.yaml': manifest, 'a.md': A, 'originals/a.pdf': buildPdf([[]]) })
    const { store, run } = setUp()
    const { failed, documents } = await run([root])
    expect(documents).toBe(1)
    expect(failed).toMatchObject([{ path: 'originals/a.pdf', code: 'no_text_layer' }])
    expect(store.current[0]!.record).toMatchObject({ id: 'a', summary: true, fileName: 'a.md' })
  })

  it('keeps the old index when nothing is usable', async () => {
    const root = await makeFolder({ 'a.md': A })
    const { store, run } = setUp()
    await run([root])
    await writeFile(join(root, 'a.md'), '')
    await expect(run([root])).rejects.toMatchObject({
      code: 'source_empty',
      message: expect.stringContaining('leer (0 Byte)'),
    })
    await rm(join(root, 'a.md'))
    await expect(run([root])).rejects.toMatchObject({ code: 'source_empty' })
    expect(store.current).toHaveLength(1)
    expect(store.ends).toEqual(['committed', 'aborted'])
  })

  it('stops when it is aborted, or when the embedder fails, and keeps the old index', async () => {
    const root = await makeFolder({ 'a.md': A, 'b.md': B })
    const { store, run } = setUp()
    const controller = new AbortController()
    const onProgress = (event: IngestEvent) => event.event === 'document' && controller.abort()
    await expect(run([root], { signal: controller.signal, onProgress })).rejects.toMatchObject({
      code: 'aborted',
    })
    const broken = { ...createFakeEmbedder(), embedParts: () => Promise.reject(new Error('Worker weg')) }
    await expect(run([root], { embedder: broken })).rejects.toThrow('Worker weg')
    expect(store.ends).toEqual(['aborted', 'aborted'])
  })

  it('tells what it does: started, each document once, writing', async () => {
    const root = await makeFolder({ 'a.md': A, 'b.md': B, 'leer.md': '' })
    const { events, run } = setUp()
    await run([root])
    expect(events.filter(({ event }) => event !== 'embedding').map(({ event }) => event)).toEqual([
      'started',
      'document',
      'document',
      'document',
      'writing',
    ])
    const documents = events.flatMap((event) => (event.event === 'document' ? event : []))
    expect(documents.map(({ document }) => document.outcome)).toEqual(['read', 'read', 'failed'])
    expect(documents.at(-1)!.progress).toMatchObject({ done: 3, documents: 3, fraction: 1 })
  })
})

describe('ingest of much that is new', () => {
  const files = { 'a.md': A, 'b.md': B }
  const publishFrom = 1

  async function currentOf({ dataDir }: TestStore): Promise<EmbeddedDocument[]> {
    const stored = await openStoredDocuments(dataDir)
    const documents = stored.documents.map(({ id }) => stored.embedded(id)!)
    await stored.close()
    return documents
  }

  /** Embeds so many stretches of text, then fails as if the process were killed. */
  function failingAfter(count: number) {
    const embedder = createFakeEmbedder()
    return {
      ...embedder,
      embedParts: (...args: Parameters<typeof embedder.embedParts>) =>
        embedder.embedded.length < count ? embedder.embedParts(...args) : Promise.reject(new Error('weg')),
    }
  }

  it('can be searched before its vectors are computed', async () => {
    const root = await makeFolder(files)
    const { store, events, run } = setUp()
    const report = await run([root], { publishFrom })
    expect(store.ends).toEqual(['published', 'committed'])
    expect(report.searchableMs).toBeLessThanOrEqual(report.tookMs)
    const names = events.map(({ event }) => event).filter((event) => event !== 'embedding')
    expect(names).toEqual(['started', 'document', 'document', 'searchable', 'writing'])
    expect(readdirSync(store.dataDir).sort()).toEqual(['current', 'originals', 'snapshots'])
  })

  it('is not published apart where little is missing', async () => {
    const root = await makeFolder(files)
    const { store, run } = setUp()
    const report = await run([root])
    expect(store.ends).toEqual(['committed'])
    expect(report.searchableMs).toBe(report.tookMs)
  })

  it('cut short, it is searchable, goes on with the vectors computed, and ends the same', async () => {
    const root = await makeFolder(files)
    const { store, embedder, run } = setUp()
    await run([root], { publishFrom })
    const [whole, all] = [store.current, [...embedder.embedded]]

    const other = setUp()
    await expect(other.run([root], { publishFrom, embedder: failingAfter(1), parallel: 1 })).rejects.toThrow(
      'weg',
    )
    expect((await currentOf(other.store)).map(({ record }) => record.id)).toEqual(['a.md', 'b.md'])
    await other.run([root], { publishFrom })
    expect(other.embedder.embedded).toHaveLength(all.length - 1)
    expect(other.store.current).toEqual(whole)
  })

  it('goes on after a crash that has torn what was written last', async () => {
    const root = await makeFolder(files)
    const { store, embedder, run } = setUp()
    await expect(run([root], { publishFrom, embedder: failingAfter(1), parallel: 1 })).rejects.toThrow('weg')
    const cache = join(store.dataDir, 'vectors.partial')
    truncateSync(cache, statSync(cache).size - 3)
    await run([root], { publishFrom })
    expect(store.ends.at(-1)).toBe('committed')
    expect(new Set(embedder.embedded).size).toBe(embedder.embedded.length)
    expect(store.current.every(({ sentenceVectors }) => sentenceVectors.some((value) => value !== 0))).toBe(
      true,
    )
  })

  it('leaves unchanged documents their vectors while those of new ones are computed', async () => {
    const root = await makeFolder({ 'a.md': A })
    const { store, run } = setUp()
    await run([root])
    const [before] = store.current
    await writeFile(join(root, 'b.md'), B)
    await expect(run([root], { publishFrom, embedder: failingAfter(0) })).rejects.toThrow('weg')
    const [a, b] = await currentOf(store)
    expect(a).toEqual(before)
    expect(b!.passageVectors.every((value) => value === 0)).toBe(true)
  })
})
