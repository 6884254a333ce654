import { describe, expect, it } from 'vitest'
import { toSearchResponse } from '../../server/search-routes.ts'
import { searchResponseSchema } from '../../server/wire.ts'

const result = {
  query: 'Angriff',
  analysedAs: ['angriff'],
  queryVector: new Float32Array(2),
  hits: [],
  tookMs: 1,
}

describe('a search in an index that lacks vectors', () => {
  it('says so, with the share that has them', () => {
    const body = searchResponseSchema.parse(toSearchResponse({ ...result, embeddedShare: 0.347 }))
    expect(body.embeddedShare).toBe(0.347)
    expect(body.warnings).toEqual([expect.stringMatching(/: 34 % der Abschnitte haben Vektoren/)])
  })

  it('in one that has them all is of the whole index, without a warning', () => {
    expect(toSearchResponse(result)).toMatchObject({ embeddedShare: 1, warnings: [] })
  })
})
