import { describe, expect, it } from 'vitest'
import { meanTokenState, readWordSupport } from '../../answer/word-support.ts'
import type { Embedder } from '../../search/embedder.ts'
import { fakeAnalyser, fakeEmbedder } from '../search/snapshot-builders.ts'

/** Two dimensions: words that begin with the same letter point the same way. */
const embedder: Embedder = {
  ...fakeEmbedder,
  model: { ...fakeEmbedder.model, dimensions: 2 },
  async embedTokens(text) {
    const words = text.split(/\s+/u).filter(Boolean)
    const states = words.map((word) => {
      const angle = (word.toLowerCase().charCodeAt(0) - 97) / 10
      return [Math.cos(angle), Math.sin(angle)]
    })
    return { pieces: words.map((word) => `▁${word}`), vectors: Float32Array.from(states.flat()) }
  },
}
const read = (question: string, text: string) =>
  readWordSupport(question, text, { embedder, analyser: fakeAnalyser, centre: new Float32Array(2) })

describe('support of a question by a text', () => {
  it('tells words that are there from words that are only near', async () => {
    const { words, softness } = await read('Wer leitet Anlagen', 'wer lehrt Anlagen')
    expect(words.map(({ word, whole, part }) => [word, whole, part])).toEqual([
      ['Wer', true, true],
      ['leitet', false, false],
      ['Anlagen', true, true],
    ])
    expect(words.map(({ soft }) => soft)).toEqual([expect.closeTo(1), expect.closeTo(1), expect.closeTo(1)])
    expect(softness).toBeCloseTo(1)
    expect((await read('Zebra', 'Amt')).words[0]!.soft).toBeLessThan(0)
  })

  it('takes nouns after the first word, inner capitals and numbers for names', async () => {
    const { words } = await read('Leitet Hans 2024 NIS eilig', 'x')
    expect(words.map(({ isName }) => isName)).toEqual([false, true, true, true, false])
    expect((await read('NIS hilft', 'x')).words[0]!.isName).toBe(true)
  })

  it('leaves out light words and repetitions', async () => {
    const { words } = await read('Muss das Amt das Amt viele', 'x')
    expect(words.map(({ word }) => word)).toEqual(['das', 'Amt'])
  })

  it('reads nothing into nothing', async () => {
    expect(await read('', '')).toEqual({ words: [], softness: 0 })
    expect((await read('Amt', '')).words[0]).toMatchObject({ whole: false, soft: -1 })
  })
})

describe('centre of token states', () => {
  it('is their mean', async () => {
    const centre = await meanTokenState(['a a', 'a'], embedder)
    expect([...centre]).toEqual([1, 0])
    expect([...(await meanTokenState([], embedder))]).toEqual([0, 0])
  })
})
