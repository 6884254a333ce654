import { describe, expect, it } from 'vitest'
import { createProgressMeter } from '../../ingest/progress.ts'
import type { SourceFile } from '../../ingest/source.ts'

const files = [100, 300, 600].map((characters) => ({ file: {} as SourceFile, characters }))

describe('createProgressMeter', () => {
  it('guesses the time left from the text that was embedded, not from those reused', () => {
    let time = 0
    const meter = createProgressMeter(files, () => time)
    meter.finish({ path: 'a', characters: 100 }, { outcome: 'reused', passages: 5, sentences: 9 })
    time = 2000
    expect(meter.advance({ path: 'b', characters: 300 }, { done: 10, total: 30 })).toEqual({
      done: 1,
      documents: 3,
      path: 'b',
      fraction: 0.2,
      vectorsPerSecond: 5,
      remainingMs: 16_000,
    })
    time = 6000
    const done = meter.finish(
      { path: 'b', characters: 300 },
      { outcome: 'embedded', passages: 10, sentences: 20 },
    )
    expect(done).toMatchObject({ done: 2, fraction: 0.4, vectorsPerSecond: 5, remainingMs: 12_000 })
  })

  it('knows no time left before anything was embedded', () => {
    const meter = createProgressMeter(files, () => 0)
    expect(meter.advance({ path: 'a', characters: 100 }, { done: 0, total: 9 })).toMatchObject({
      remainingMs: null,
      vectorsPerSecond: null,
    })
  })

  it('is due at most every tenth of a second', () => {
    let time = 0
    const meter = createProgressMeter(files, () => time)
    const due = [50, 120, 150, 230].map((at) => {
      time = at
      return meter.isDue()
    })
    expect(due).toEqual([false, true, false, true])
  })
})
