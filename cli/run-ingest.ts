/** Runs the ingest pipeline with the parts that the configuration names. */

import { createIndexStore } from '../ingest/index-store.ts'
import { type IngestReport, ingest } from '../ingest/ingest.ts'
import { saveFailures } from '../ingest/known-failures.ts'
import type { IngestEvent } from '../ingest/progress.ts'
import { INDEX_PARTS } from '../search/index-parts.ts'
import { type Config, ingestWorkers } from './config.ts'
import { requireWritable } from './data-folder.ts'
import { locate } from './locations.ts'
import { openEmbedder } from './open-parts.ts'

export interface RunIngestOptions {
  sources: readonly string[]
  onProgress?: (event: IngestEvent) => void
  signal?: AbortSignal
}

/** Throws what opening the model and the pipeline throw. */
export async function runIngest(config: Config, options: RunIngestOptions): Promise<IngestReport> {
  await requireWritable(config.DATA_DIR)
  const workers = ingestWorkers(config)
  const embedder = await openEmbedder(config, workers)
  try {
    const store = createIndexStore({ dataDir: config.DATA_DIR, ...INDEX_PARTS })
    const sources = options.sources.map(locate)
    const report = await ingest({ ...options, sources, store, embedder, parallel: workers * 2 })
    saveFailures(config.DATA_DIR, report.failed)
    return report
  } finally {
    await embedder.close()
  }
}
