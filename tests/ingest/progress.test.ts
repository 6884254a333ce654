import { describe, expect, it } from 'vitest'
import { createEmbedMeter, createReadMeter } from '../../ingest/progress.ts'
import type { SourceFile } from '../../ingest/source.ts'

const files = [100, 300, 600].map((characters) => ({ file: {} as SourceFile, characters }))

describe('createReadMeter', () => {
  it('guesses the time left from the text that was read, not from what was reused', () => {
    let time = 0
    const meter = createReadMeter(files, () => time)
    expect(meter.finish({ path: 'a', characters: 100 }, { outcome: 'reused' })).toEqual({
      done: 1,
      documents: 3,
      path: 'a',
      fraction: 0.1,
      remainingMs: null,
    })
    time = 6000
    const done = meter.finish({ path: 'b', characters: 300 }, { outcome: 'read' })
    expect(done).toMatchObject({ done: 2, fraction: 0.4, remainingMs: 12_000 })
  })
})

describe('createEmbedMeter', () => {
  const work = { passages: 100, pendingPassages: 40, pendingTexts: 200 }

  it('counts the passages that had their vectors from the start', () => {
    let time = 0
    const meter = createEmbedMeter(work, () => time)
    expect(meter.measure({ passages: 0, texts: 0 })).toEqual({
      share: 0.6,
      textsPerSecond: null,
      remainingMs: null,
    })
    time = 2000
    expect(meter.measure({ passages: 10, texts: 50 })).toEqual({
      share: 0.7,
      textsPerSecond: 25,
      remainingMs: 6000,
    })
  })

  it('is due at most every tenth of a second', () => {
    let time = 0
    const meter = createEmbedMeter(work, () => time)
    const due = [50, 120, 150, 230].map((at) => {
      time = at
      return meter.isDue()
    })
    expect(due).toEqual([false, true, false, true])
  })
})
