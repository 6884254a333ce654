/** `POST /api/v1/search`: ranked passages for a question. */

import { toViewerUrl } from '../answer/render.ts'
import { TEXTS } from '../answer/texts.de.ts'
import type { Hit, SearchResult } from '../search/retriever.ts'
import { addRoute } from './api-route.ts'
import type { App, AppOptions } from './app.ts'
import { withIndex } from './live-index.ts'
import { parseBody } from './request-body.ts'
import { requestSchemas, type SearchHit, type SearchResponse, searchResponseSchema } from './wire.ts'

export function addSearchRoute(app: App, { live, settings }: AppOptions): void {
  const schema = requestSchemas(settings.limits).search
  const route = {
    method: 'post' as const,
    path: '/api/v1/search',
    summary: 'Textstellen zu einer Frage suchen',
    tag: 'Fragen',
    body: schema,
    responses: { 'application/json': searchResponseSchema },
    errors: [400, 401, 403, 413, 415, 422, 429, 503],
  }
  addRoute(app, route, async (c) => {
    const request = await parseBody(c, schema, settings.limits.bodyBytes)
    const { signal } = c.req.raw
    const result = await withIndex(live, ({ retriever }) => retriever.search({ ...request, signal }))
    return c.json(toSearchResponse(result))
  })
}

export function toSearchResponse(result: SearchResult): SearchResponse {
  const { query, corrections, embeddedShare = 1, analysedAs, analysis, hits, tookMs } = result
  return {
    query,
    ...(corrections && { corrections: corrections.map(({ from, to }) => ({ from, to })) }),
    warnings: result.embeddedShare === undefined ? [] : [TEXTS.indexIncomplete(embeddedShare)],
    embeddedShare,
    analysedAs,
    ...(analysis && { analysis }),
    hits: hits.map(toSearchHit),
    tookMs,
  }
}

export function toSearchHit(hit: Hit): SearchHit {
  const { passage, document } = hit
  return {
    rank: hit.rank,
    score: hit.score,
    passageId: passage.id,
    documentId: document.id,
    title: document.title,
    collection: document.collection,
    headingPath: passage.headingPath,
    page: passage.page,
    ...(passage.pageLabel !== undefined && { pageLabel: passage.pageLabel }),
    text: hit.text,
    start: passage.start,
    end: passage.end,
    url: toViewerUrl(document.id, passage),
    highlights: hit.highlights.map(({ start, end }) => ({ start, end })),
    explain: hit.explain,
    ...(hit.breakdown && { breakdown: hit.breakdown }),
  }
}
