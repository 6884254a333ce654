/** Runs the program as a user does, in a folder of its own. */

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const entry = join(root, 'bin', 'fundstelle.mjs')

export interface Finished {
  code: number | null
  out: string
  err: string
}

export interface Workplace {
  folder: string
  path(name: string): string
  run(args: string[], env?: Record<string, string>): Promise<Finished>
  /** Started with `--port 0`; settles when it says its address. */
  serve(args: string[], env?: Record<string, string>): Promise<Served>
  remove(): Promise<void>
}

export interface Served {
  url: string
  child: ChildProcess
  finished: Promise<Finished>
  stop(): Promise<Finished>
}

export function createWorkplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-cli-'))
  const open: Served[] = []

  function launch(args: string[], env: Record<string, string> = {}) {
    const child = spawn(process.execPath, [entry, ...args], {
      cwd: folder,
      env: { ...process.env, RATE_LIMIT_PER_MINUTE: '0', ...env }, // Tests ask for readiness in a close rhythm.
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const result: Finished = { code: null, out: '', err: '' }
    child.stdout.on('data', (chunk) => {
      result.out += chunk
    })
    child.stderr.on('data', (chunk) => {
      result.err += chunk
    })
    const finished = new Promise<Finished>((resolve) => {
      child.on('close', (code) => resolve({ ...result, code }))
    })
    return { child, result, finished }
  }

  return {
    folder,
    path: (name) => join(folder, name),
    run: (args, env) => launch(args, env).finished,
    async serve(args, env) {
      const { child, result, finished } = launch([...args, '--port', '0'], env)
      const url = await new Promise<string>((resolve, reject) => {
        child.stdout.on('data', () => {
          const found = /http:\/\/\S+/.exec(result.out)?.[0]
          if (found) resolve(found)
        })
        finished.then(({ out, err }) => reject(new Error(`ended early:\n${out}${err}`)))
      })
      const stop = () => {
        child.kill('SIGTERM')
        return finished
      }
      const served = { url, child, finished, stop }
      open.push(served)
      return served
    },
    async remove() {
      await Promise.all(open.map((served) => served.stop()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
