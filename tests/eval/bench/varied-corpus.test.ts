import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createVariation, writeVariedCorpus } from '../../../eval/bench/varied-corpus.ts'

const TEXT =
  '# Meldung an die Behörde\n\nBinnen 72 Stunden melden, siehe [Quelle](https://behoerde.example/meldung) und dort Seite 4.\n'

describe('createVariation', () => {
  const vary = createVariation(['Satzung', 'Gebühr', 'erheben', 'zahlen'])
  const varied = vary(TEXT.repeat(20), 'seed')

  it('exchanges a part of the words and keeps numbers, markup and addresses', () => {
    expect(varied).not.toBe(TEXT.repeat(20))
    expect(varied).toMatch(/Satzung|Gebühr/)
    expect(varied.match(/72/g)).toHaveLength(20)
    expect(varied.match(/^# /gm)).toHaveLength(20)
    expect(varied.match(/\(https:\/\/behoerde\.example\/meldung\)/g)).toHaveLength(20)
    expect(varied.split(/\s+/)).toHaveLength(TEXT.repeat(20).split(/\s+/).length)
  })

  it('keeps capitals and gives the same for the same seed only', () => {
    expect(varied).not.toMatch(/^# (?:erheben|zahlen)/m)
    expect(vary(TEXT.repeat(20), 'seed')).toBe(varied)
    expect(vary(TEXT.repeat(20), 'other')).not.toBe(varied)
  })
})

describe('writeVariedCorpus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-varied-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('writes each copy into a folder of its own, each different', async () => {
    writeFileSync(join(folder, 'a.md'), TEXT.repeat(20))
    const to = join(folder, 'copies')
    await writeVariedCorpus({
      from: folder,
      to,
      copies: 2,
      paragraphs: ['Die Satzung kann Gebühren erheben.'],
    })
    expect(readdirSync(to)).toEqual(['001', '002'])
    const [first, second] = ['001', '002'].map((copy) => readFileSync(join(to, copy, 'a.md'), 'utf8'))
    expect(first).not.toBe(second)
  })
})
