import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadSourcePassages } from '../../../eval/verifier/source-passages.ts'
import { verifier } from './builders.ts'

const folder = 'corpus/documents'

describe.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('sentences of %s', (name) => {
  it('said word by word are supported, and their places slice back to the same words', async () => {
    const { passages } = await loadSourcePassages(join(folder, name))
    const wrong: string[] = []
    for (const passage of passages) {
      const text = passage.sentences.map(({ start, end }) => passage.text.slice(start, end)).join('\n\n')
      const { claims } = verifier.verify(text, [passage])
      for (const claim of claims) {
        const quotes = claim.aligned.map(({ start, end }) => passage.text.slice(start, end))
        const isSame = quotes.join(' ').replace(/\s+/gu, ' ') === claim.text.replace(/\s+/gu, ' ')
        if (claim.verdict !== 'supported' || !isSame) wrong.push(claim.text)
        if (text.slice(claim.start, claim.end) !== claim.text) wrong.push(`offset: ${claim.text}`)
      }
    }
    expect(wrong).toEqual([])
  })
})
