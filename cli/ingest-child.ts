/** The process behind `startBackgroundIngest`: runs one ingest at low priority and tells its parent how it goes. */

import { setPriority } from 'node:os'
import process from 'node:process'
import type { IngestJob, IngestMessage } from './background-ingest.ts'
import { toUserError } from './error-message.ts'
import { runIngest } from './run-ingest.ts'

const LOW_PRIORITY = 10

// Without its parent nobody needs the result.
process.on('disconnect', () => process.exit(0))
process.on('SIGINT', () => {}) // Ctrl+C reaches the whole group; the parent decides.
setPriority(LOW_PRIORITY)

const { config, sources } = JSON.parse(process.argv[2]!) as IngestJob
try {
  const report = await runIngest(config, {
    sources,
    onProgress: (event) => tell({ kind: 'progress', event }),
  })
  tell({ kind: 'done', report })
} catch (error) {
  tell({ kind: 'failed', ...toUserError(error) })
}
process.disconnect()

function tell(message: IngestMessage): void {
  process.send?.(message)
}
