/** Compiles the TypeScript sources to dist/ and bundles the web pages, each only when its sources have changed. */

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)

/** Throws with the compiler's output when a step fails; a failed build leaves no stamp, so the next start retries. */
export async function build(root) {
  step(root, {
    name: 'server',
    message: 'Übersetze das Programm …',
    sources: ['tsconfig.json', 'search', 'ingest', 'answer', 'server', 'eval', 'cli'],
    run: () => node(root, [binary('typescript', 'tsc'), '-p', 'tsconfig.json']),
  })
  step(root, {
    name: 'web',
    message: 'Baue Chatseite und Widget …',
    sources: ['web', 'server/wire.ts', 'server/texts.de.ts'],
    run: () =>
      node(root, [binary('vite', 'vite'), 'build', '--config', 'web/vite.config.ts', '--logLevel', 'error']),
  })
}

function step(root, { name, message, sources, run }) {
  const stamp = join(root, 'dist', `.${name}-stamp`)
  const fingerprint = hashSources(root, [...sources, 'package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return
  process.stderr.write(`${message}\n`)
  rmSync(stamp, { force: true })
  run()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, fingerprint)
}

function hashSources(root, sources) {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesUnder(join(root, source)))
      hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!existsSync(path)) return []
  const entries = (() => {
    try {
      return readdirSync(path, { withFileTypes: true })
    } catch {
      return null
    }
  })()
  if (!entries) return [path]
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]))
}

function binary(packageName, command) {
  const manifest = require.resolve(`${packageName}/package.json`)
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command])
}

function node(root, args) {
  const result = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (result.status !== 0)
    throw new Error(`${result.stdout}${result.stderr}`.trim() || `${args[0]} ist gescheitert.`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build(dirname(dirname(fileURLToPath(import.meta.url))))
}
