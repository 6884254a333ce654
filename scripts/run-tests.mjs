/** Runs every test and closes with the line `N passed, N failed, N skipped`. */

import process from 'node:process'
import { startVitest } from 'vitest/node'

const vitest = await startVitest('test', process.argv.slice(2), { watch: false })
const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()])
const count = (state) => tests.filter((test) => test.result().state === state).length
// A file that breaks before its first test counts as one failure, or it would pass unseen.
const brokenFiles = vitest.state.getTestModules().filter((module) => module.errors().length > 0).length
const failed = count('failed') + brokenFiles
const unhandled = vitest.state.getUnhandledErrors().length
await vitest.close()
process.stdout.write(
  `\n${count('passed')} passed, ${failed + unhandled} failed, ${count('skipped')} skipped\n`,
)
process.exit(failed + unhandled > 0 || tests.length === 0 ? 1 : 0)
