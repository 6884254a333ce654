/** `fundstelle search`: ranked passages in a terminal. */

import { AppError } from '../../search/app-error.ts'
import { knownFilters, toSearchHit } from '../../server/search-routes.ts'
import type { Explain, SearchHit, SearchResponse } from '../../server/wire.ts'
import { type Command, JSON_OPTION, requireQuestion, toList } from '../command.ts'
import { withIndex } from '../open-parts.ts'
import { wrap } from '../terminal.ts'
import { FILTER_OPTIONS, placeOf } from './ask.ts'

export const searchCommand: Command = {
  name: 'search',
  usage: '"Frage" [--data ORDNER]',
  summary: 'Textstellen zu einer Frage suchen',
  options: {
    ...FILTER_OPTIONS,
    limit: {
      type: 'string',
      value: 'N',
      description: 'Höchstzahl der Treffer, 1 bis 100 (Voreinstellung 10)',
    },
    explain: { type: 'boolean', description: 'Rang jedes Treffers in den einzelnen Suchwegen zeigen' },
    json: JSON_OPTION,
  },
  settings: ['DATA_DIR', 'EMBEDDING_MODEL'],
  async run(context) {
    const { config, options, terminal } = context
    const query = requireQuestion(context, 'search')
    const limit = toLimit(options.limit)
    const filters = { documentIds: toList(options.document), collections: toList(options.collection) }
    const response = await withIndex(config, async ({ snapshot, retriever }) => {
      const result = await retriever.search({ query, limit, ...knownFilters(snapshot, filters) })
      const { analysedAs, hits, tookMs } = result
      return { query, analysedAs, hits: hits.map(toSearchHit), tookMs } satisfies SearchResponse
    })
    const text = () =>
      toResultText(response, { columns: terminal.columns, explain: options.explain === true })
    terminal.out(options.json ? `${JSON.stringify(response, null, 2)}\n` : text())
    return 0
  },
}

function toLimit(given: unknown): number {
  const limit = given === undefined ? 10 : Number(given)
  if (Number.isInteger(limit) && limit >= 1 && limit <= 100) return limit
  throw new AppError('invalid_request', `--limit „${given}“ ist keine ganze Zahl von 1 bis 100.`)
}

function toResultText(response: SearchResponse, view: { columns: number; explain: boolean }): string {
  const { analysedAs, hits, tookMs } = response
  const understood = `Verstanden als: ${analysedAs.join(', ')}`
  if (hits.length === 0) return `${understood}\nNichts gefunden.\n`
  const found = hits.map((hit) => toHitText(hit, view))
  return `${understood}\n\n${found.join('\n\n')}\n\n${hits.length} Treffer in ${Math.round(tookMs)} ms.\n`
}

function toHitText(hit: SearchHit, { columns, explain }: { columns: number; explain: boolean }): string {
  const lines = [
    `${hit.rank}. ${placeOf(hit)}`,
    wrap(`   ${hit.text.replaceAll(/\s+/g, ' ')}`, columns, '   '),
    ...(explain && hit.explain ? [`   ${toExplainText(hit.explain)} · Wert ${hit.score.toFixed(4)}`] : []),
    `   ${hit.url}`,
  ]
  return lines.join('\n')
}

function toExplainText({ lexicalRank, ngramRank, denseRank, sentenceRank }: Explain): string {
  const rank = (name: string, value: number | null) => `${name} ${value ?? '–'}`
  return [
    rank('Wörter', lexicalRank),
    rank('N-Gramme', ngramRank),
    rank('Textstelle', denseRank),
    rank('Satz', sentenceRank),
  ].join(' · ')
}
