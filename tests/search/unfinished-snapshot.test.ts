import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmbeddedDocument } from '../../search/document.ts'
import { loadEmbeddedShare, saveEmbeddedPassages } from '../../search/embedding-progress.ts'
import { createRetriever } from '../../search/hybrid-retriever.ts'
import { embeddedShare } from '../../search/snapshot.ts'
import { loadManifest, openStoredDocuments } from '../../search/snapshot-reader.ts'
import type { SnapshotWriter } from '../../search/snapshot-writer.ts'
import {
  createDataDir,
  createDocument,
  fakeEmbedder,
  hashVector,
  openFakeSnapshot,
  openWriter,
  sumOf,
  writeSnapshot,
} from './snapshot-builders.ts'

const fees = createDocument({
  id: 'gebühren.md',
  sections: { Höhe: ['Die Gebühr beträgt 5 Euro.', 'Sie ist sofort fällig.'], Leer: [] },
})
const crisis = createDocument({
  id: 'krise.md',
  sections: { Meldung: ['Zuerst wird das BSI informiert.'], Übung: ['Geübt wird jährlich.', 'Üben hilft.'] },
})

const lacking = (document: EmbeddedDocument): EmbeddedDocument => ({
  ...document,
  passageVectors: document.passageVectors.map(() => 0),
  sentenceVectors: document.sentenceVectors.map(() => 0),
})

let dataDir: string
let writer: SnapshotWriter
beforeEach(() => {
  dataDir = createDataDir()
})
afterEach(() => {
  writer.abort()
  rmSync(dataDir, { recursive: true, force: true })
})

function write(documents: EmbeddedDocument[]): SnapshotWriter {
  writer = openWriter(dataDir)
  for (const document of documents) writer.add(document, null)
  return writer
}

async function search(query: string) {
  const snapshot = await openFakeSnapshot(dataDir)
  const { hits, embeddedShare: share } = await createRetriever({ snapshot, embedder: fakeEmbedder }).search({
    query,
    limit: 10,
    explain: true,
  })
  await snapshot.close()
  return { hits, share, first: hits[0] }
}

describe('a snapshot that still lacks vectors', () => {
  it('finds passages by their words, and says so', async () => {
    await write([lacking(fees), lacking(crisis)]).publish()
    const { first, share, hits } = await search('Wird das BSI informiert?')
    expect(first).toMatchObject({
      passage: { id: 'krise.md#Meldung' },
      explain: { lexicalRank: 1, denseRank: null, sentenceRank: null },
    })
    expect(share).toBe(0)
    expect(hits.flatMap(({ sentences }) => sentences.map(({ denseScore }) => denseScore))).not.toContain(NaN)
  })

  it('holds no vectors where none is known', async () => {
    const { snapshotId, embeddedPassages } = await write([lacking(fees), lacking(crisis)]).publish()
    const size = (name: string) => statSync(join(dataDir, 'snapshots', snapshotId, name)).size
    expect([size('passage-vectors.f32'), size('sentence-vectors.f32'), embeddedPassages]).toEqual([0, 0, 0])
  })

  it('searches those that are known, and ranks the other passages among them', async () => {
    const manifest = await write([fees, lacking(crisis)]).publish()
    expect(embeddedShare(manifest)).toBe(0.5)
    const known = await search('Sie ist sofort fällig.')
    expect(known.first).toMatchObject({ passage: { id: 'gebühren.md#Höhe' }, explain: { sentenceRank: 1 } })
    const unknown = await search('Zuerst wird das BSI informiert.')
    expect(unknown.first).toMatchObject({ passage: { id: 'krise.md#Meldung' }, explain: { denseRank: null } })
  })

  it('explains each score by the arms that the passage was judged by', async () => {
    await write([fees, lacking(crisis)]).publish()
    const { hits } = await search('Zuerst wird das BSI informiert.')
    for (const { score, breakdown } of hits) expect(sumOf(breakdown!)).toBeCloseTo(score, 10)
    const weights = hits[0]!.breakdown!.arms.map(({ arm, weight }) => [arm, weight])
    expect(Object.fromEntries(weights)).toEqual({ words: 1.25, ngrams: 1.25, dense: 0, sentence: 0 })
  })

  it('gives its documents for reuse, with the vectors it has', async () => {
    await write([fees, lacking(crisis)]).publish()
    const stored = await openStoredDocuments(dataDir)
    expect(stored.embedded(fees.record.id)).toEqual(fees)
    expect(stored.embedded(crisis.record.id)).toEqual(lacking(crisis))
    await stored.close()
  })

  it('becomes, filled in, the very snapshot of documents with all vectors', async () => {
    const whole = await writeSnapshot(dataDir, [fees, crisis])
    rmSync(dataDir, { recursive: true })
    const pending = await write([fees, lacking(crisis)]).finishDocuments()
    const { snapshotId } = await writer.publish()
    expect(loadManifest(dataDir).snapshotId).toBe(snapshotId)
    expect([pending.pendingPassages, pending.texts, pending.known]).toEqual([2, 5, 4])
    const texts = [...pending.list()]
    expect(texts.map((group) => group.map(({ input }) => input))).toEqual([
      ['Meldung: Zuerst wird das BSI informiert.', 'Meldung: Zuerst wird das BSI informiert.'],
      ['Übung: Geübt wird jährlich. Üben hilft.', 'Übung: Geübt wird jährlich.', 'Übung: Üben hilft.'],
    ])
    for (const text of texts.flat()) pending.set(text, hashVector(text.input.replace(/^\S+: /, '')))
    expect((await writer.commit()).snapshotId).toBe(whole.snapshotId)
    expect(readFileSync(join(dataDir, 'current'), 'utf8').trim()).toBe(whole.snapshotId)
    const snapshot = await openFakeSnapshot(dataDir)
    expect(snapshot.embedded(crisis.record.id)).toEqual(crisis)
    await snapshot.close()
  })

  it('is not taken for finished while a vector is missing', async () => {
    await write([lacking(fees)]).publish()
    await expect(writer.commit()).rejects.toMatchObject({ code: 'internal' })
    expect(loadManifest(dataDir).embeddedPassages).toBe(0)
    expect(readdirSync(join(dataDir, 'snapshots'))).toHaveLength(1)
  })

  it('tells other processes how far it has come', async () => {
    const manifest = await write([lacking(fees), lacking(crisis)]).publish()
    expect(loadEmbeddedShare(dataDir, manifest)).toBe(0)
    saveEmbeddedPassages(dataDir, manifest.snapshotId, 3)
    expect(loadEmbeddedShare(dataDir, manifest)).toBe(0.75)
    saveEmbeddedPassages(dataDir, 'another', 4)
    expect(loadEmbeddedShare(dataDir, manifest)).toBe(0)
    expect(existsSync(join(dataDir, 'embedding-progress.new'))).toBe(false)
  })
})
