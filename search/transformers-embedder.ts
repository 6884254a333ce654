/** The Embedder over transformers.js: a model folder (offline) or hub name, run in worker threads. */

import { Worker } from 'node:worker_threads'
import type { Embedder, TokenVectors } from './embedder.ts'
import {
  damaged,
  fingerprintModel,
  loadModelSettings,
  type ModelOptions,
  type ModelSettings,
  missing,
} from './model-settings.ts'
import { createWorkerPool } from './worker-pool.ts'

export interface TransformersEmbedderOptions extends ModelOptions {
  /** Threads that embed at the same time, one text each. Default 1; further ones start when texts wait. */
  workers?: number
}

interface Ready {
  dimensions: number
  maxTokens: number
}

/** Loads model and tokenizer. Throws `model_missing` or `model_damaged`, each naming the folder and the remedy. */
export async function openTransformersEmbedder(options: TransformersEmbedderOptions): Promise<Embedder> {
  const settings = await loadModelSettings(options)
  const checked = settings.isLocal ? await fingerprintModel(settings) : null
  const pool = createWorkerPool<Ready>({
    start: () => new Worker(new URL('./transformers-worker.js', import.meta.url), { workerData: settings }),
    size: options.workers ?? 1,
    toStartError: (cause) => toLoadError(settings, cause),
  })
  const ready = await pool.ready
  const fingerprint = checked ?? (await fingerprintModel(settings))
  return {
    model: { name: settings.name, fingerprint, ...ready },
    embed: (text, role, signal) => pool.run<Float32Array>({ kind: 'embed', text, role }, signal),
    embedParts: (text, signal) => pool.run<Float32Array>({ kind: 'parts', ...text }, signal),
    embedTokens: (text, role, signal) => pool.run<TokenVectors>({ kind: 'tokens', text, role }, signal),
    countTokens: (texts) => pool.run<number[]>({ kind: 'count', texts }),
    close: () => pool.close(),
  }
}

function toLoadError(settings: ModelSettings, cause: unknown) {
  const reason = cause instanceof Error ? cause.message : String(cause)
  if (settings.isLocal) return damaged(settings.source, `Es lässt sich nicht laden (${reason}).`, cause)
  return missing(
    settings.source,
    `Es ist weder ein Ordner, noch liegt es in ${settings.cacheDir}, noch ließ es sich laden (${reason}).`,
    cause,
  )
}
