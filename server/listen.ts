/** Puts the app on a port, and takes it off again without cutting answers that are nearly done. */

import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { AppError } from '../search/app-error.ts'
import type { App } from './app.ts'
import { texts } from './texts.de.ts'
import { answerUnreadable, toUnreadableResponse } from './unreadable-request.ts'

export interface Listening {
  /** `http://localhost:8080` */
  url: string
  port: number
  /** Accepts nothing new, gives open requests `graceMs`, then closes what is left. */
  close(graceMs: number): Promise<void>
}

export interface ListenOptions {
  host: string
  port: number
}

/** Throws AppError `port_in_use` or `invalid_config` when the address cannot be taken. */
export async function listen(app: App, { host, port }: ListenOptions): Promise<Listening> {
  const server = createServer(
    getRequestListener(app.fetch, { hostname: toUrlHost(host), errorHandler: () => toUnreadableResponse() }),
  )
  server.on('clientError', answerUnreadable)
  server.requestTimeout = 30_000
  server.headersTimeout = 15_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toListenError(error, { host, port })))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const actualPort = typeof address === 'object' && address ? address.port : port
  return {
    url: toServerUrl({ host, port: actualPort }),
    port: actualPort,
    close: (graceMs) => closeServer(server, graceMs),
  }
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/** What a browser on this machine calls the server that listens there. */
export function toServerUrl({ host, port }: ListenOptions): string {
  return `http://${toUrlHost(host)}:${port}`
}

function closeServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}

function toUrlHost(host: string): string {
  if (isLoopback(host) || host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function toListenError(cause: NodeJS.ErrnoException, { host, port }: ListenOptions): AppError {
  const details = { host, port }
  if (cause.code === 'EADDRINUSE')
    return new AppError('port_in_use', texts.portInUse(host, port), { cause, details })
  const reason =
    cause.code === 'EACCES' ? texts.portNotAllowed : texts.addressNotHere(cause.code ?? cause.message)
  return new AppError('invalid_config', texts.cannotListen(`${host}:${port}`, reason), { cause, details })
}
