#!/usr/bin/env node
/** Entry point of `npx fundstelle`: builds what has to be built, then hands over to the compiled program. */

import { dirname } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { buildOrExit } from '../scripts/build.mjs'

await buildOrExit(dirname(dirname(fileURLToPath(import.meta.url))))
const { main } = await import('../dist/cli/main.js').catch(explainMissing)
process.exitCode = await main(process.argv.slice(2))

/** Without node_modules the program cannot say anything itself. */
function explainMissing(error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
  const missing = /'([^']+)'/.exec(error.message)?.[1] ?? error.message
  process.stderr.write(`Das Paket „${missing}“ fehlt. Bitte „npm ci“ ausführen und erneut starten.\n`)
  process.exit(1)
}
