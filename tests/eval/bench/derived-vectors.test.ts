import { describe, expect, it } from 'vitest'
import { createVectorDeriver, withDerivedVectors } from '../../../eval/bench/derived-vectors.ts'
import { createRandom } from '../../../eval/random.ts'
import { dot } from '../../../search/exact-vector-index.ts'
import { fakeEmbedder } from '../../search/snapshot-builders.ts'

const DIMENSIONS = 32

/** Unit vectors around one direction, as those of a language model are. */
function realVectors(rows: number): Float32Array {
  const random = createRandom(3)
  const vectors = new Float32Array(rows * DIMENSIONS)
  for (let row = 0; row < rows; row++) {
    const own = Float32Array.from({ length: DIMENSIONS }, (_, i) => (i === 0 ? 1 : random() - 0.5))
    vectors.set(
      own.map((value) => value / Math.hypot(...own)),
      row * DIMENSIONS,
    )
  }
  return vectors
}

describe('createVectorDeriver', () => {
  const derive = createVectorDeriver(realVectors(50), DIMENSIONS)
  const texts = Array.from({ length: 40 }, (_, i) => `Satz ${i}`)

  it('gives unit vectors, the same for the same text and others for others', () => {
    for (const text of texts) expect(Math.hypot(...derive(text))).toBeCloseTo(1, 5)
    expect(derive('Satz 1')).toEqual(derive('Satz 1'))
    expect(derive('Satz 1')).not.toEqual(derive('Satz 2'))
  })

  it('stays where the real ones lie', () => {
    const vectors = texts.map(derive)
    const cosines = vectors.slice(1).map((vector) => dot(vectors[0]!, vector))
    expect(Math.min(...cosines)).toBeGreaterThan(0.2)
    expect(Math.max(...cosines)).toBeLessThan(0.999)
  })
})

describe('withDerivedVectors', () => {
  it('embeds questions as before and passages by derivation', async () => {
    const derived = Float32Array.of(1, 0, 0, 0)
    const embedder = withDerivedVectors(fakeEmbedder, () => derived)
    expect(await embedder.embed('Frage', 'query')).toEqual(await fakeEmbedder.embed('Frage', 'query'))
    expect(await embedder.embed('Text', 'passage')).toBe(derived)
  })
})
