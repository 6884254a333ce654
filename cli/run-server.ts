/** A running server: the app on its port, the index it serves, and an orderly end. Shared by `serve` and `start`. */

import process from 'node:process'
import { pino } from 'pino'
import { AppError } from '../search/app-error.ts'
import { createApp } from '../server/app.ts'
import { isLoopback, type Listening, listen } from '../server/listen.ts'
import { createLiveIndex, type LiveIndex } from '../server/live-index.ts'
import type { ServerSettings } from '../server/server-settings.ts'
import { openWebFiles } from '../server/web-files.ts'
import type { Config } from './config.ts'
import { programVersion, webFolder } from './locations.ts'

export interface RunningServer {
  live: LiveIndex
  url: string
  /** Settles when the program is told to stop. */
  stopped: Promise<void>
  /** Ends everything; answers being written get some seconds. */
  close(): Promise<void>
}

const ANSWER_GRACE_MS = 2500
const CONNECTION_GRACE_MS = 4000
const HEARTBEAT_MS = 10_000

/** Throws AppError `invalid_config` for an unsafe address and `port_in_use`. */
export async function runServer(config: Config): Promise<RunningServer> {
  requireSafeAddress(config)
  const live = createLiveIndex(programVersion())
  const stopping = new AbortController()
  const logger = pino({ level: config.LOG_LEVEL }, pino.destination({ fd: 2, sync: false }))
  const app = createApp({
    live,
    settings: toServerSettings(config),
    web: await openWebFiles(webFolder),
    version: programVersion(),
    logger,
    stopping: stopping.signal,
  })
  const listening = await listen(app, { host: config.HOST, port: config.PORT })
  return {
    live,
    url: listening.url,
    stopped: untilToldToStop(),
    close: async () => {
      await endRequests(listening, stopping)
      await live.close()
      logger.flush()
    },
  }
}

/** On an address that others can reach, it must be said who may ask. */
export function requireSafeAddress({ HOST, API_KEYS, ALLOW_ANONYMOUS }: Config): void {
  if (isLoopback(HOST) || API_KEYS.length > 0 || ALLOW_ANONYMOUS) return
  const message = `HOST „${HOST}“ ist auch von anderen Rechnern erreichbar, aber es ist nicht geregelt, wer fragen darf. Setzen Sie API_KEYS (SHA-256 der Schlüssel) oder ausdrücklich ALLOW_ANONYMOUS=true, oder lauschen Sie mit HOST=127.0.0.1 nur auf diesem Rechner.`
  throw new AppError('invalid_config', message, { details: { HOST } })
}

function toServerSettings(config: Config): ServerSettings {
  return {
    limits: {
      bodyBytes: config.MAX_BODY_KIB * 1024,
      questionChars: config.MAX_QUESTION_CHARS,
      conversationTurns: config.MAX_CONVERSATION_TURNS,
    },
    rateLimitPerMinute: config.RATE_LIMIT_PER_MINUTE,
    maxConcurrentAnswers: config.MAX_CONCURRENT_ANSWERS,
    maxQueuedAnswers: config.MAX_QUEUED_ANSWERS,
    allowedOrigins: config.ALLOWED_ORIGINS,
    apiKeyHashes: config.API_KEYS,
    allowAnonymous: config.ALLOW_ANONYMOUS,
    trustProxy: config.TRUST_PROXY,
    heartbeatMs: HEARTBEAT_MS,
  }
}

/** A second signal does not wait for anything. */
function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130))
        resolve()
      })
    }
  })
}

async function endRequests(listening: Listening, stopping: AbortController): Promise<void> {
  const timer = setTimeout(() => stopping.abort(), ANSWER_GRACE_MS)
  await listening.close(CONNECTION_GRACE_MS)
  clearTimeout(timer)
}
