import { describe, expect, it } from 'vitest'
import { embedPassage } from '../../ingest/embed-passage.ts'
import { fakeEmbedder } from '../search/snapshot-builders.ts'

const { dimensions } = fakeEmbedder.model
const rowOf = (vectors: Float32Array, row: number) => [
  ...vectors.subarray(row * dimensions, (row + 1) * dimensions),
]
const near = (values: Iterable<number>) => [...values].map((value) => expect.closeTo(value, 5))

describe('embedPassage', () => {
  it('takes the vectors of a single stretch as they are', async () => {
    const stretch = { head: 'Ablauf:', parts: ['Ruhe bewahren.', 'Melden.'] }
    const vectors = await embedPassage(fakeEmbedder, [stretch])
    expect([...vectors]).toEqual(near(await fakeEmbedder.embedParts(stretch)))
  })

  it('gives the passage the mean of its stretches by their length, and the sentences in order', async () => {
    const stretches = [
      { head: 'Ablauf:', parts: ['Erst melden.', 'Dann löschen.'] },
      { head: 'Ablauf:', parts: ['Üben.'] },
    ]
    const vectors = await embedPassage(fakeEmbedder, stretches)
    const [a, b] = await Promise.all(stretches.map((stretch) => fakeEmbedder.embedParts(stretch)))
    const sum = rowOf(a!, 0).map((value, d) => 25 * value + 5 * rowOf(b!, 0)[d]!)
    const norm = Math.hypot(...sum)
    expect(rowOf(vectors, 0)).toEqual(near(sum.map((value) => value / norm)))
    expect([1, 2, 3].map((row) => rowOf(vectors, row))).toEqual([rowOf(a!, 1), rowOf(a!, 2), rowOf(b!, 1)])
  })

  it('gives a passage without sentences one vector', async () => {
    expect(await embedPassage(fakeEmbedder, [{ head: 'Ablauf', parts: [] }])).toHaveLength(dimensions)
  })
})
