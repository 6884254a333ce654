#!/usr/bin/env node
/** Entry point of `npx fundstelle`: builds what has to be built, then hands over to the compiled program. */

import { dirname } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { build } from '../scripts/build.mjs'

await build(dirname(dirname(fileURLToPath(import.meta.url))))
const { main } = await import('../dist/cli/main.js')
process.exitCode = await main(process.argv.slice(2))
