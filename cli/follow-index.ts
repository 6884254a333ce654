/** Keeps a server up to date with an index that another process is completing, until it is complete. */

import type { Embedder } from '../search/embedder.ts'
import { loadEmbeddedShare } from '../search/embedding-progress.ts'
import { isIngestRunning } from '../search/snapshot-lock.ts'
import { loadManifest } from '../search/snapshot-reader.ts'
import type { LiveIndex } from '../server/live-index.ts'
import type { Config } from './config.ts'
import { toUserError } from './error-message.ts'
import { toBuildText } from './ingest-progress.ts'
import { openIndex } from './open-parts.ts'

const INTERVAL_MS = 2000

/** The returned function ends it, once a switch that has begun is done. */
export function followIndex(live: LiveIndex, config: Config, embedder: Embedder): () => Promise<void> {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let checking = Promise.resolve()
  const check = async () => {
    const isComplete = await update(live, config, embedder).catch((error: unknown) => {
      live.report('failed', toUserError(error).message)
      return false
    })
    if (!isComplete && !isStopped) schedule()
  }
  const schedule = () => {
    timer = setTimeout(() => {
      checking = check()
    }, INTERVAL_MS)
  }
  checking = check()
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await checking
  }
}

/** True when nothing is left to follow. */
async function update(live: LiveIndex, config: Config, embedder: Embedder): Promise<boolean> {
  const manifest = loadManifest(config.DATA_DIR)
  if (manifest.snapshotId !== live.readiness().index?.snapshotId)
    live.replace(await openIndex(config, embedder))
  if (manifest.embeddedPassages === undefined) return true
  const share = loadEmbeddedShare(config.DATA_DIR, manifest)
  if (isIngestRunning(config.DATA_DIR)) {
    const message = toBuildText(share)
    live.report('indexing', `${message}.`, { stage: 'embed', message, share, remainingSeconds: null })
  } else {
    live.report('failed', toUnfinishedText(share, config.DATA_DIR))
  }
  return false
}

/** What to do about an index that nobody is completing. */
export function toUnfinishedText(share: number, dataDir: string): string {
  return `Der Index ist unvollständig: ${Math.floor(share * 100)} % der Abschnitte mit Vektoren. Vervollständigen: npx fundstelle ingest --source ORDNER --data ${dataDir}`
}
