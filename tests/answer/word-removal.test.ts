import { describe, expect, it } from 'vitest'
import { readRemovalSupport } from '../../answer/word-removal.ts'
import type { Embedder } from '../../search/embedder.ts'
import { fakeAnalyser, fakeEmbedder } from '../search/snapshot-builders.ts'

/** Vectors of word counts: a question comes nearer to a text the more of its words the text holds. */
const vocabulary = ['amt', 'übt', 'gern', 'jahr', 'wer', 'zebra']
const embedder: Embedder = {
  ...fakeEmbedder,
  async embed(text) {
    const words = text.toLowerCase().split(/[^\p{L}]+/u)
    const counts = vocabulary.map((word) => words.filter((other) => other === word).length)
    const length = Math.hypot(...counts) || 1
    return Float32Array.from(counts, (count) => count / length)
  },
}
const read = (question: string, text: string) =>
  readRemovalSupport(question, text, { embedder, analyser: fakeAnalyser })

describe('what the words of a question add to its closeness', () => {
  it('is a loss for words the text speaks of', async () => {
    const support = await read('übt gern Amt', 'Gern Amt übt')
    expect(support.least).toBeGreaterThan(0)
    expect(support).toMatchObject({ pull: 0, pullShare: 0 })
    expect(support.content).toBeCloseTo(1)
  })

  it('is a gain to leave out a word the text does not speak of', async () => {
    const support = await read('übt gern Zebra', 'Gern Amt übt')
    expect(support.least).toBeLessThan(0)
    expect(support.leastNoun).toBe(support.least)
    expect(support.leastOther).toBeGreaterThan(0)
    expect(support.pull).toBeCloseTo(support.least)
    expect(support.pullShare).toBeCloseTo(1 / 3)
    expect(support.most).toBeGreaterThan(0)
  })

  it('is the same with the vector that the search has, which is not made again', async () => {
    const [question, text] = ['übt gern Zebra?', 'Gern Amt übt']
    const embedded: string[] = []
    const counting: Embedder = {
      ...embedder,
      embed(each, role) {
        embedded.push(each)
        return embedder.embed(each, role)
      },
    }
    const questionVector = await embedder.embed(question, 'query')
    const options = { embedder: counting, analyser: fakeAnalyser, questionVector }
    expect(await readRemovalSupport(question, text, options)).toEqual(await read(question, text))
    expect(embedded).toContain(text)
    expect(embedded).not.toContain(question)
  })

  it('says nothing of a question without content', async () => {
    expect(await read('?', 'Gern Amt übt')).toMatchObject({ form: 0, content: 0, least: 0 })
  })
})
