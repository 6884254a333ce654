/**
 * Searches the corpus with the question of docs/retrieval.md and writes there what `search --explain` prints:
 * `npm run explain`. What the text says of the figures is changed by hand; tests/docs.test.ts finds what no longer agrees.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { load, openEmbedder, openIndex, root, updateIndex } from './corpus-index.mjs'

const { toResultText } = await load('cli/commands/search.js')
const { toSearchResponse } = await load('server/search-routes.js')

const page = join(root, 'docs', 'retrieval.md')
const dataDir = join(root, 'data', 'eval', 'corpus')
const before = readFileSync(page, 'utf8')
const [, query] = /npx fundstelle search "([^"]+)" --explain/.exec(before)
const embedder = await openEmbedder()
await updateIndex(embedder, dataDir)
const { snapshot, retriever } = await openIndex(embedder, dataDir)
const response = toSearchResponse(await retriever.search({ query, limit: 2, explain: true }))
const text = toResultText(response, { columns: 100, urlOf: (path) => path }).replaceAll('\u00a0', ' ')
const example = text.slice(0, text.lastIndexOf('\n\n'))
writeFileSync(
  page,
  before.replace(/(?<=```text\n)[\s\S]*?(?=\n```)/, () => example),
)
await snapshot.close()
await embedder.close()
