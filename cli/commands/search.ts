/** `fundstelle search`: ranked passages in a terminal. */

import { AppError } from '../../search/app-error.ts'
import { toSearchResponse } from '../../server/search-routes.ts'
import type { SearchHit, SearchResponse } from '../../server/wire.ts'
import { type Command, JSON_OPTION, requireQuestion, toList } from '../command.ts'
import { toAnalysisText, toBreakdownText } from '../explain-text.ts'
import { withIndex } from '../open-parts.ts'
import { wrap } from '../terminal.ts'
import { FILTER_OPTIONS, placeOf, type TextView, toCorrectedText, urlsFor } from './ask.ts'

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
    explain: {
      type: 'boolean',
      description: 'Zeigen, wie die Frage gelesen wurde und woraus sich jeder Wert zusammensetzt',
    },
    json: JSON_OPTION,
  },
  settings: ['DATA_DIR', 'EMBEDDING_MODEL'],
  async run(context) {
    const { config, options, terminal } = context
    const query = requireQuestion(context, 'search')
    const limit = toLimit(options.limit)
    const filters = { documentIds: toList(options.document), collections: toList(options.collection) }
    const explain = options.explain === true
    const response = await withIndex(config, async ({ retriever }) =>
      toSearchResponse(await retriever.search({ query, limit, explain, ...filters })),
    )
    const view = { columns: terminal.columns, urlOf: urlsFor(config) }
    const text = () => toResultText(response, view)
    terminal.out(options.json ? `${JSON.stringify(response, null, 2)}\n` : text())
    return 0
  },
}

function toLimit(given: unknown): number {
  const limit = given === undefined ? 10 : Number(given)
  if (Number.isInteger(limit) && limit >= 1 && limit <= 100) return limit
  throw new AppError('invalid_request', `--limit „${given}“ ist keine ganze Zahl von 1 bis 100.`)
}

export function toResultText(response: SearchResponse, view: TextView): string {
  const { analysedAs, analysis, hits, tookMs } = response
  const corrected = wrap(toCorrectedText(response.corrections), view.columns)
  const read = analysis
    ? toAnalysisText(analysis, view.columns)
    : wrap(`Verstanden als: ${analysedAs.join(', ')}`, view.columns)
  const understood = corrected + read
  const notes = response.warnings.map((warning) => `${wrap(warning, view.columns)}\n`).join('')
  if (hits.length === 0) return `${understood}\nNichts gefunden.\n${notes}`
  const found = hits.map((hit) => toHitText(hit, view))
  return `${understood}\n\n${found.join('\n\n')}\n\n${hits.length} Treffer in ${Math.round(tookMs)} ms.\n${notes}`
}

function toHitText(hit: SearchHit, { columns, urlOf }: TextView): string {
  const indent = ' '.repeat(`${hit.rank}. `.length)
  const lines = [
    wrap(`${hit.rank}. ${placeOf(hit)}`, columns, indent),
    wrap(`${indent}${hit.text.replaceAll(/\s+/g, ' ')}`, columns, indent),
    ...(hit.breakdown ? [toBreakdownText(hit.score, hit.breakdown, { columns, indent })] : []),
    `${indent}${urlOf(hit.url)}`,
  ]
  return lines.join('\n')
}
