import { describe, expect, it } from 'vitest'
import { learnTextModel } from '../../../eval/bench/text-model.ts'
import { createRandom } from '../../../eval/random.ts'

const PARAGRAPHS = [
  'Der Antrag ist bei der Gemeinde zu stellen. Die Gemeinde entscheidet über den Antrag.',
  'Die Behörde entscheidet bei der Prüfung über die Gebühr.',
]
const words = new Set(PARAGRAPHS.flatMap((text) => text.match(/\p{L}+/gu)!))

describe('learnTextModel', () => {
  it('makes sentences of known words, each behind one that it was seen behind', () => {
    const model = learnTextModel(PARAGRAPHS, createRandom(1))
    for (let i = 0; i < 50; i++) {
      const sentence = model.sentence()
      const own = sentence.match(/\p{L}+/gu)!
      expect(sentence).toMatch(/^\p{Lu}.*\p{L}\.$/u)
      expect(own.length).toBeGreaterThanOrEqual(4)
      expect(own.length).toBeLessThanOrEqual(40)
      expect(own.filter((word) => !words.has(word))).toEqual([])
    }
    expect(model.heading()).toMatch(/^\p{Lu}.*\p{L}$/u)
  })

  it('repeats itself with the same seed only', () => {
    const write = (seed: number) => {
      const model = learnTextModel(PARAGRAPHS, createRandom(seed))
      return Array.from({ length: 5 }, () => model.sentence())
    }
    expect(write(1)).toEqual(write(1))
    expect(write(1)).not.toEqual(write(2))
  })

  it('refuses to learn from nothing', () => {
    expect(() => learnTextModel([' '], createRandom(1))).toThrow(RangeError)
  })
})
