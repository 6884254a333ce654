import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmbeddedDocument } from '../../search/document.ts'
import { toSnapshotId } from '../../search/snapshot-layout.ts'
import { loadManifest, openStoredDocuments } from '../../search/snapshot-reader.ts'
import type { VectorGraphs } from '../../search/vector-graphs.ts'
import {
  createDataDir,
  createDocument,
  fakeAnalyser,
  hashVector,
  model,
  openFakeSnapshot,
  openWriter,
  writeOriginal,
  writeSnapshot,
} from './snapshot-builders.ts'

const fees = createDocument({
  id: 'gesetze/gebühren.md',
  collection: 'recht',
  sections: { Höhe: ['Die Gebühr beträgt 5 Euro.', 'Sie ist sofort fällig.'], Leer: [] },
})
const crisis = createDocument({
  id: 'krise.md',
  pageLabel: 'iii',
  linkTo: 'https://example.org/krise',
  sections: {
    Meldung: ['Zuerst wird das BSI informiert. 🚨'],
    Übung: ['Geübt wird jährlich.', 'Üben hilft.'],
  },
})

let dataDir: string
beforeEach(() => {
  dataDir = createDataDir()
})
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true })
})

describe('snapshot round trip', () => {
  it('gives every document back as it was added, vectors included', async () => {
    await writeSnapshot(dataDir, [fees, crisis])
    const snapshot = await openFakeSnapshot(dataDir)
    expect(snapshot.embedded(fees.record.id)).toEqual(fees)
    expect(snapshot.embedded(crisis.record.id)).toEqual(crisis)
    expect(snapshot.documents).toEqual([fees.record, crisis.record])
    expect(snapshot.collections).toEqual(['recht', 'tests'])
    expect(snapshot.manifest.counts).toEqual({ documents: 2, passages: 4, sentences: 5 })
    await snapshot.close()
  })

  it('numbers passages and sentences in order of the documents', async () => {
    await writeSnapshot(dataDir, [fees, crisis])
    const snapshot = await openFakeSnapshot(dataDir)
    expect(snapshot.passageRange('krise.md')).toEqual({ start: 2, end: 4 })
    expect([0, 1, 2, 3].map(snapshot.sentenceRange)).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 2 },
      { start: 2, end: 3 },
      { start: 3, end: 5 },
    ])
    expect([0, 1, 2, 3, 4].map(snapshot.passageOfSentence)).toEqual([0, 0, 2, 3, 3])
    expect(snapshot.passageIndex('krise.md#Übung')).toBe(3)
    expect(snapshot.passageIndex('krise.md#Nichts')).toBeUndefined()
    expect(snapshot.sentenceVector(2)).toEqual(crisis.sentenceVectors.slice(0, model.dimensions))
    await snapshot.close()
  })

  it.each(Array.from({ length: 30 }, (_, seed) => seed + 1))(
    'holds for generated documents, seed %i',
    async (seed) => {
      const documents = generateDocuments(seed)
      await writeSnapshot(dataDir, documents)
      const snapshot = await openFakeSnapshot(dataDir)
      for (const document of documents) {
        expect(snapshot.embedded(document.record.id)).toEqual(document)
        const text = snapshot.text(document.record.id)
        const { start, end } = snapshot.passageRange(document.record.id)
        for (let index = start; index < end; index++) {
          const passage = snapshot.passage(index)
          const expected = document.passages[index - start]!
          expect(text.slice(passage.start, passage.end)).toBe(
            document.text.slice(expected.start, expected.end),
          )
          expect(snapshot.passageIndex(passage.id)).toBe(index)
        }
      }
      await snapshot.close()
    },
  )

  it('gives its documents for reuse whatever analyser and model they were made with', async () => {
    const writer = openWriter(dataDir, {
      analyserFingerprint: 'other',
      model: { ...model, fingerprint: 'other' },
    })
    writer.add(fees, writeOriginal(dataDir, fees))
    await writer.commit()
    const stored = await openStoredDocuments(dataDir)
    expect(stored.embedded(fees.record.id)).toEqual(fees)
    expect(readFileSync(stored.originalPath(fees.record.id), 'utf8')).toBe(fees.text)
    await stored.close()
  })

  it('keeps the original files under their hash and drops those no snapshot needs', async () => {
    await writeSnapshot(dataDir, [fees])
    await writeSnapshot(dataDir, [crisis])
    const snapshot = await openFakeSnapshot(dataDir)
    expect(readFileSync(snapshot.originalPath('krise.md'), 'utf8')).toBe(crisis.text)
    await snapshot.close()
    await writeSnapshot(dataDir, [])
    expect(readdirSync(join(dataDir, 'originals'))).toEqual([crisis.record.sha256])
  })
})

describe('graphs over many vectors', () => {
  /** A graph that is a file with the number of its rows, and finds nothing. */
  const graphs: VectorGraphs = {
    minRows: 4,
    async build(path, vectors, dimensions) {
      writeFileSync(path, String(vectors.length / dimensions))
      return true
    },
    async open(path, { rows: { dimensions } }) {
      return { size: Number(readFileSync(path, 'utf8')), dimensions, search: () => [] }
    },
  }

  async function write() {
    const writer = openWriter(dataDir, { graphs })
    for (const document of [fees, crisis]) writer.add(document, writeOriginal(dataDir, document))
    return writer.commit()
  }

  it('are made and used where there are enough rows', async () => {
    const { files } = await write()
    expect(files.map((file) => file.name)).toContain('sentence-vectors.hnsw')
    const snapshot = await openFakeSnapshot(dataDir, { graphs })
    expect(snapshot.sentenceVectors.size).toBe(5)
    expect(snapshot.sentenceVectors.search(hashVector('a'), { limit: 3 })).toEqual([])
    await snapshot.close()
  })

  it('are left out where they cannot be read or are not worth it', async () => {
    await write()
    const tooFew = { ...graphs, minRows: 6 }
    for (const unable of [undefined, { ...graphs, open: async () => null }, tooFew]) {
      const snapshot = await openFakeSnapshot(dataDir, { graphs: unable })
      expect(snapshot.sentenceVectors.search(hashVector('a'), { limit: 3 })).toHaveLength(3)
      await snapshot.close()
    }
  })

  it('are verified like every file', async () => {
    const { snapshotId } = await write()
    writeFileSync(join(dataDir, 'snapshots', snapshotId, 'sentence-vectors.hnsw'), '6')
    const opening = openFakeSnapshot(dataDir, { graphs })
    await expect(opening).rejects.toMatchObject({ code: 'index_damaged', message: /sentence-vectors\.hnsw/ })
  })
})

describe('links', () => {
  it('come back with the block that holds them, in order', async () => {
    const [heading, paragraph] = fees.blocks
    const { start, end } = paragraph!
    const links = [
      { start, end: start + 3, href: 'https://a.de' },
      { start: start + 4, end, href: 'mailto:a@b.de' },
    ]
    const title = { ...heading!, links: [{ start: 0, end: 2, href: 'https://a.de' }] }
    const linked = { ...fees, blocks: [title, { ...paragraph!, links }, ...fees.blocks.slice(2)] }
    await writeSnapshot(dataDir, [crisis, linked])
    const snapshot = await openFakeSnapshot(dataDir)
    expect(snapshot.blocks(fees.record.id)).toStrictEqual(linked.blocks)
    expect(snapshot.blocks(crisis.record.id)).toStrictEqual(crisis.blocks)
    await snapshot.close()
  })

  it('are absent in an index of the time before they were kept', async () => {
    await writeSnapshot(dataDir, [fees])
    forgetLinkFiles()
    const stored = await openStoredDocuments(dataDir)
    expect(stored.blocks(fees.record.id)).toStrictEqual(fees.blocks)
    await stored.close()
  })

  /** Rewrites the current snapshot as it was written before links were kept. */
  function forgetLinkFiles() {
    const manifest = loadManifest(dataDir)
    const folder = join(dataDir, 'snapshots', manifest.snapshotId)
    const [entry] = JSON.parse(readFileSync(join(folder, 'documents.json'), 'utf8'))
    const { links: _, ...older } = entry
    const documents = Buffer.from(JSON.stringify([older]))
    writeFileSync(join(folder, 'documents.json'), documents)
    const files = manifest.files
      .filter(({ name }) => !name.startsWith('link'))
      .map((file) => (file.name === 'documents.json' ? { ...file, ...toFacts(documents) } : file))
    const snapshotId = toSnapshotId({ ...manifest, files })
    renameSync(folder, join(dataDir, 'snapshots', snapshotId))
    const path = join(dataDir, 'snapshots', snapshotId, 'manifest.json')
    writeFileSync(path, JSON.stringify({ ...manifest, files, snapshotId }))
    writeFileSync(join(dataDir, 'current'), snapshotId)
  }

  function toFacts(bytes: Buffer) {
    return { sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  }
})

describe('switching snapshots', () => {
  it('gives the same id to the same content and another one to a change', async () => {
    const first = await writeSnapshot(dataDir, [fees])
    const again = await writeSnapshot(dataDir, [fees])
    const changed = await writeSnapshot(dataDir, [fees, crisis])
    expect(again.snapshotId).toBe(first.snapshotId)
    expect(changed.snapshotId).not.toBe(first.snapshotId)
  })

  it('keeps the snapshot before the current one and removes older ones', async () => {
    const ids: string[] = []
    for (const documents of [[fees], [crisis], [fees, crisis]])
      ids.push((await writeSnapshot(dataDir, documents)).snapshotId)
    expect(readdirSync(join(dataDir, 'snapshots')).sort()).toEqual(ids.slice(1).sort())
  })

  it('leaves the old snapshot current when the writer is aborted or dies, and clears up at the next start', async () => {
    await writeSnapshot(dataDir, [fees])
    const aborted = openWriter(dataDir)
    aborted.add(crisis, writeOriginal(dataDir, crisis))
    aborted.abort()
    mkdirSync(join(dataDir, 'snapshots', '.writing-999'))
    const snapshot = await openFakeSnapshot(dataDir)
    expect(snapshot.documents.map((document) => document.id)).toEqual([fees.record.id])
    await snapshot.close()
    openWriter(dataDir).abort()
    expect(readdirSync(join(dataDir, 'snapshots'))).toHaveLength(1)
  })

  it('refuses a second writer while the first one is at work', () => {
    const first = openWriter(dataDir)
    expect(() => openWriter(dataDir)).toThrow(expect.objectContaining({ code: 'index_locked' }))
    first.abort()
    openWriter(dataDir).abort()
  })

  it.each([
    ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1' })],
    ['of an earlier process with the same number', JSON.stringify({ pid: process.pid, startedAt: '1' })],
    ['without content', ''],
  ])('takes over a lock %s', (_, content) => {
    writeFileSync(join(dataDir, 'ingest.lock'), content)
    openWriter(dataDir).abort()
    expect(existsSync(join(dataDir, 'ingest.lock'))).toBe(false)
  })

  it('refuses vectors that do not match the sentences', () => {
    const writer = openWriter(dataDir)
    const broken = { ...fees, sentenceVectors: fees.sentenceVectors.slice(1) }
    expect(() => writer.add(broken, writeOriginal(dataDir, fees))).toThrow(/Vektoren/)
    writer.abort()
  })
})

describe('opening what cannot be used', () => {
  it('names the command that makes an index where there is none', async () => {
    await expect(openFakeSnapshot(dataDir)).rejects.toMatchObject({
      code: 'index_missing',
      message: expect.stringContaining('npx fundstelle ingest'),
    })
  })

  it('names every file that is missing, truncated or changed', async () => {
    const { snapshotId } = await writeSnapshot(dataDir, [fees, crisis])
    const folder = join(dataDir, 'snapshots', snapshotId)
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      const whole = readFileSync(path)
      const damages: [string, () => void][] = [
        ['missing', () => rmSync(path)],
        ['truncated', () => truncateSync(path, whole.length >> 1)],
        ['changed', () => writeFileSync(path, flipBit(whole))],
      ]
      for (const [how, damage] of damages) {
        damage()
        const opening = openFakeSnapshot(dataDir)
        await expect(opening, `${name} ${how}`).rejects.toMatchObject({
          code: 'index_damaged',
          message: expect.stringMatching(new RegExp(`${name}.*npx fundstelle ingest`)),
        })
        writeFileSync(path, whole)
      }
    }
  })

  it('replaces a damaged snapshot by a whole one of the same content', async () => {
    const { snapshotId } = await writeSnapshot(dataDir, [fees])
    truncateSync(join(dataDir, 'snapshots', snapshotId, 'texts.utf8'), 3)
    await writeSnapshot(dataDir, [fees])
    const snapshot = await openFakeSnapshot(dataDir)
    expect(snapshot.text(fees.record.id)).toBe(fees.text)
    await snapshot.close()
  })

  it('refuses a file `current` that names nothing', async () => {
    await writeSnapshot(dataDir, [fees])
    writeFileSync(join(dataDir, 'current'), '../../etc')
    await expect(openFakeSnapshot(dataDir)).rejects.toMatchObject({ code: 'index_damaged' })
  })

  it('refuses an index of another model or analyser', async () => {
    await writeSnapshot(dataDir, [fees])
    const otherModel = openFakeSnapshot(dataDir, { model: { ...model, fingerprint: 'x' } })
    await expect(otherModel).rejects.toMatchObject({ code: 'index_mismatch', message: /fake-model/ })
    const otherAnalyser = openFakeSnapshot(dataDir, { analyser: { ...fakeAnalyser, fingerprint: 'x' } })
    await expect(otherAnalyser).rejects.toMatchObject({ code: 'index_mismatch' })
  })
})

/** The bit flips in the middle, inside a value rather than in white space. */
function flipBit(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes)
  const at = bytes.length === 0 ? 0 : bytes.length >> 1
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}

function generateDocuments(seed: number): EmbeddedDocument[] {
  let state = seed
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * below)
  }
  const letters = ['a', 'ß', 'Ü', '€', '🚨', '\n', ' ', '§', 'é', '\u0000', '中']
  const word = () => Array.from({ length: 1 + next(12) }, () => letters[next(letters.length)]).join('')
  return Array.from({ length: 1 + next(4) }, (_, d) => {
    const headings = Array.from({ length: next(5) }, (_, h) => `${h} ${word()}`)
    const sections = headings.map((heading) => [heading, Array.from({ length: next(4) }, word)])
    return createDocument({
      id: `${d}-${word()}`,
      sections: Object.fromEntries(sections),
      ...(next(2) && { linkTo: `https://a.de/${word()}` }),
    })
  })
}
