import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { dot, openExactVectorIndex } from '../../search/exact-vector-index.ts'
import { buildHnswFile, openHnswVectorIndex, whyHnswIsMissing } from '../../search/hnsw-vector-index.ts'
import type { VectorIndex } from '../../search/vector-index.ts'
import { openRowsFile, rowsInMemory } from '../../search/vector-rows.ts'

type Open = (vectors: Float32Array, dimensions: number) => Promise<VectorIndex>

const folder = mkdtempSync(join(tmpdir(), 'fundstelle-vectors-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A repeatable sequence in 0…1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Normalised vectors in clusters, as sentences of one topic are. */
function someVectors(count: number, dimensions: number, seed = 1): Float32Array {
  const random = randomNumbers(seed)
  const centres = Array.from({ length: 20 * dimensions }, () => random() - 0.5)
  const vectors = new Float32Array(count * dimensions)
  for (let item = 0; item < count; item++) {
    const row = Array.from(
      { length: dimensions },
      (_, i) => centres[(item % 20) * dimensions + i]! + 0.4 * (random() - 0.5),
    )
    const norm = Math.hypot(...row)
    vectors.set(
      row.map((value) => value / norm),
      item * dimensions,
    )
  }
  return vectors
}

let files = 0
const openExact: Open = (vectors, dimensions) => openExactVectorIndex(rowsInMemory(vectors, dimensions))

const openFromFile: Open = (vectors, dimensions) => {
  const path = join(folder, `rows-${files++}.f32`)
  writeFileSync(path, vectors)
  return openExactVectorIndex(openRowsFile(path, { sizeBytes: vectors.byteLength, dimensions }))
}

const openHnsw: Open = async (vectors, dimensions) => {
  const path = join(folder, `graph-${files++}.hnsw`)
  await buildHnswFile(path, vectors, dimensions)
  return openGraph(path, vectors, dimensions)
}

async function openGraph(path: string, vectors: Float32Array, dimensions: number): Promise<VectorIndex> {
  const rows = rowsInMemory(vectors, dimensions)
  return openHnswVectorIndex(path, { rows, exact: await openExactVectorIndex(rows) })
}

const missing = await whyHnswIsMissing()
if (missing) console.info(`HNSW tests skipped: ${missing}`)

describe.each([
  { name: 'exact scan', open: openExact, skip: false },
  { name: 'exact scan, rows on disk', open: openFromFile, skip: false },
  { name: 'HNSW', open: openHnsw, skip: missing !== null },
])('a vector index ($name)', ({ open, skip }) => {
  const dimensions = 12
  const vectors = someVectors(400, dimensions)
  const row = (item: number) => vectors.slice(item * dimensions, (item + 1) * dimensions)

  it.skipIf(skip)('finds a stored vector first, with cosine 1', async () => {
    const index = await open(vectors, dimensions)
    expect([index.size, index.dimensions]).toEqual([400, dimensions])
    for (const item of [0, 17, 399]) {
      const [first] = index.search(row(item), { limit: 3 })
      expect(first!.item).toBe(item)
      expect(first!.score).toBeCloseTo(1, 5)
    }
  })

  it.skipIf(skip)('gives the nearest best first, scored by the dot product', async () => {
    const index = await open(vectors, dimensions)
    const query = someVectors(1, dimensions, 99)
    const expected = Array.from({ length: 400 }, (_, item) => ({
      item,
      score: dot(query, vectors, item * dimensions),
    }))
      .sort((a, b) => b.score - a.score || a.item - b.item)
      .slice(0, 10)
    expect(index.search(query, { limit: 10 })).toEqual(expected)
  })

  it.skipIf(skip)('breaks ties by the lower row', async () => {
    const same = new Float32Array(30 * 2).map((_, i) => (i % 2 === 0 ? 1 : 0))
    const index = await open(same, 2)
    const items = index.search(new Float32Array([1, 0]), { limit: 30 }).map((hit) => hit.item)
    expect(items).toEqual(Array.from({ length: 30 }, (_, i) => i))
  })

  it.skipIf(skip)('fills the list from the rows that the filter lets pass', async () => {
    const index = await open(vectors, dimensions)
    const hits = index.search(row(5), { limit: 10, allows: (item) => item % 50 === 3 })
    expect(hits.map((hit) => hit.item).sort((a, b) => a - b)).toEqual([3, 53, 103, 153, 203, 253, 303, 353])
    expect(index.search(row(5), { limit: 10, allows: () => false })).toEqual([])
  })

  it.skipIf(skip)(
    'gives all rows when asked for more than there are, and none when asked for none',
    async () => {
      const index = await open(vectors.slice(0, 5 * dimensions), dimensions)
      expect(index.search(row(2), { limit: 50 })).toHaveLength(5)
      expect(index.search(row(2), { limit: 0 })).toEqual([])
    },
  )

  it.skipIf(skip)('finds nothing in an empty index', async () => {
    const index = await open(new Float32Array(0), dimensions)
    expect(index.search(row(0), { limit: 3 })).toEqual([])
  })

  it.skipIf(skip)('refuses a query of another dimension', async () => {
    const index = await open(vectors, dimensions)
    expect(() => index.search(new Float32Array(3), { limit: 1 })).toThrow(/3 statt 12 Dimensionen/)
  })
})

describe('HNSW files', () => {
  const vectors = someVectors(200, 8)

  it.skipIf(missing !== null)('are the same for the same vectors', async () => {
    const [a, b] = [join(folder, 'a.hnsw'), join(folder, 'b.hnsw')]
    await buildHnswFile(a, vectors, 8)
    await buildHnswFile(b, vectors, 8)
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true)
  })

  it.skipIf(missing !== null)('are refused when they are of other vectors', async () => {
    const path = join(folder, 'other.hnsw')
    await buildHnswFile(path, vectors, 8)
    await expect(openGraph(path, vectors.slice(8), 8)).rejects.toMatchObject({ code: 'index_damaged' })
  })

  it.skipIf(missing !== null)('stop being built when the signal fires', async () => {
    const signal = AbortSignal.abort()
    await expect(buildHnswFile(join(folder, 'x.hnsw'), vectors, 8, { signal })).rejects.toMatchObject({
      code: 'aborted',
    })
  })
})

describe('the exact scan', () => {
  it('gives the same rows and scores as looking at every vector itself', async () => {
    const [count, dimensions, limit] = [5000, 384, 40]
    const vectors = someVectors(count, dimensions)
    const index = await openExact(vectors, dimensions)
    for (let seed = 100; seed < 110; seed++) {
      const query = someVectors(1, dimensions, seed)
      const scores = Array.from({ length: count }, (_, item) => ({
        item,
        score: dot(query, vectors, item * dimensions),
      }))
      const expected = scores.sort((a, b) => b.score - a.score || a.item - b.item).slice(0, limit)
      expect(index.search(query, { limit })).toEqual(expected)
    }
  })

  it('scores rows of zeros 0 and a query of zeros 0', async () => {
    const vectors = someVectors(6, 20)
    vectors.fill(0, 40, 60)
    const index = await openExact(vectors, 20)
    const hits = index.search(vectors.slice(0, 20), { limit: 6 })
    expect(hits.find(({ item }) => item === 2)!.score).toBe(0)
    expect(index.search(new Float32Array(20), { limit: 2 })).toEqual([
      { item: 0, score: 0 },
      { item: 1, score: 0 },
    ])
  })
})

describe('vectors on disk', () => {
  it('are read row by row and as a whole, and into an array that is given', () => {
    const path = join(folder, 'some.f32')
    const vectors = someVectors(10, 6)
    writeFileSync(path, vectors)
    const rows = openRowsFile(path, { sizeBytes: vectors.byteLength, dimensions: 6 })
    const buffer = new Float32Array(60)
    expect(rows.size).toBe(10)
    expect(rows.read(3, 5)).toEqual(vectors.slice(18, 30))
    expect(rows.read(0, 10, buffer)).toBe(buffer)
    expect(buffer).toEqual(vectors)
    rows.close()
  })

  it('are refused where the file has become shorter', () => {
    const path = join(folder, 'short.f32')
    writeFileSync(path, new Float32Array(12))
    const rows = openRowsFile(path, { sizeBytes: 96, dimensions: 6 })
    expect(() => rows.read(2, 4)).toThrow(/short\.f32 endet zu früh/)
    rows.close()
  })
})

describe('dot', () => {
  it('adds up all components, whatever their number', () => {
    for (const length of [1, 3, 4, 7, 384]) {
      const vector = new Float32Array(length).fill(2)
      expect(dot(vector, vector, 0)).toBe(4 * length)
    }
  })

  it('refuses vectors that do not fill their rows', () => {
    expect(() => rowsInMemory(new Float32Array(7), 2)).toThrow(/Dimension 2/)
  })
})
