import { describe, expect, it } from 'vitest'
import { toSearchResponse } from '../../server/search-routes.ts'
import { searchResponseSchema } from '../../server/wire.ts'

const result = {
  query: 'Angrif',
  analysedAs: ['angriff'],
  queryVector: new Float32Array(2),
  hits: [],
  tookMs: 1,
}

describe('typing errors in the response of search', () => {
  it('are named with the words that were searched instead', () => {
    const corrections = [{ start: 0, end: 6, from: 'Angrif', to: 'Angriff' }]
    const body = searchResponseSchema.parse(toSearchResponse({ ...result, corrections }))
    expect(body).toMatchObject({ query: 'Angrif', corrections: [{ from: 'Angrif', to: 'Angriff' }] })
  })

  it('leave no key behind where there were none', () => {
    expect(toSearchResponse(result)).not.toHaveProperty('corrections')
  })
})
