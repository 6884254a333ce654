import { describe, expect, it } from 'vitest'
import { planCuts } from '../../ingest/plan-cuts.ts'

const limits = { targetTokens: 100, limitTokens: 150 }
const units = (...tokens: number[]) => tokens.map((count) => ({ tokens: count, cutCost: 0 }))

describe('planCuts', () => {
  it.each([
    ['nothing', units(), []],
    ['one unit', units(40), [0]],
    ['what fits the target', units(50, 50), [0]],
    ['two halves', units(50, 50, 50, 50), [0, 2]],
    ['a unit above the limit alone', units(20, 400, 20), [0, 1, 2]],
    ['never above the limit', units(80, 80), [0, 1]],
  ])('plans %s', (_, input, starts) => {
    expect(planCuts(input, limits)).toEqual(starts)
  })

  it('moves a cut away from where it costs more', () => {
    const input = units(50, 50, 50, 50)
    input[2]!.cutCost = 2
    expect(planCuts(input, limits)).not.toContain(2)
  })
})
