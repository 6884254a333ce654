/** Compiles the TypeScript sources to dist/ and bundles the web pages, each only when its sources have changed. */

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { withBuildLock } from './build-lock.mjs'

const require = createRequire(import.meta.url)

const STEPS = [
  {
    name: 'server',
    message: 'Übersetze das Programm …',
    failure: 'Das Programm ließ sich nicht übersetzen.',
    sources: ['tsconfig.json', 'search', 'ingest', 'answer', 'server', 'eval', 'cli'],
    run: (root, outDir) =>
      node(root, [binary('typescript', 'tsc'), '-p', 'tsconfig.json', '--outDir', outDir]),
    target: (dist) => dist,
    /** Folders of dist/ that belong to this step, so that outputs of deleted sources go. */
    parts: ['search', 'ingest', 'answer', 'server', 'eval', 'cli'],
  },
  {
    name: 'web',
    message: 'Baue Chatseite und Widget …',
    failure: 'Chatseite und Widget ließen sich nicht bauen.',
    sources: [
      'web',
      'server/wire.ts',
      'server/texts.de.ts',
      'answer/personal-data.ts',
      'answer/personal-data',
      'answer/record',
    ],
    run: (root, outDir) =>
      node(root, [
        ...[binary('vite', 'vite'), 'build', '--config', 'web/vite.config.ts', '--logLevel', 'error'],
        ...['--outDir', outDir, '--emptyOutDir'],
      ]),
    target: (dist) => join(dist, 'web'),
    parts: ['.'],
  },
]

const MAX_OUTPUT_LINES = 30
const TEMPORARY = '.building-'

/** What a user is shown: a message and no stack. */
export class BuildError extends Error {}

/**
 * Builds into a folder of its own and moves file by file into place, so that programs already running never see half a
 * file; of two builds at the same time one waits and then finds its work done. Throws BuildError with the compiler's
 * output; a failed build leaves dist/ as it was and no stamp, so that the next start tries again.
 */
export async function build(root, steps = STEPS) {
  const isCurrent = (step) => stampOf(root, step) === fingerprintOf(root, step)
  if (steps.every(isCurrent)) return
  const dist = join(root, 'dist')
  try {
    mkdirSync(dist, { recursive: true })
    await withBuildLock(dist, () => {
      for (const step of steps) if (!isCurrent(step)) runStep(root, step)
    })
  } catch (error) {
    if (error instanceof BuildError || !error.code) throw error
    throw new BuildError(
      `In „${dist}“ lässt sich nicht bauen (${error.code}). Bitte Rechte und freien Platz dort prüfen.`,
    )
  }
}

function runStep(root, step) {
  const dist = join(root, 'dist')
  for (const name of readdirSync(dist)) {
    if (name.startsWith(TEMPORARY)) rmSync(join(dist, name), { recursive: true, force: true })
  }
  process.stderr.write(`${step.message}\n`)
  const fingerprint = fingerprintOf(root, step)
  const built = join(dist, `${TEMPORARY}${process.pid}`)
  try {
    const { ok, output } = step.run(root, built)
    if (!ok) throw new BuildError(`${step.failure}\n\n${shorten(output)}\n\n${REMEDY}`)
    rmSync(stampPath(root, step), { force: true })
    moveInto(built, step.target(dist), step.parts)
    writeFileSync(stampPath(root, step), fingerprint)
  } finally {
    rmSync(built, { recursive: true, force: true })
  }
}

const REMEDY =
  'Bitte diesen Fehler beheben. Wurde am Quelltext nichts geändert, hilft „npm ci“; „git status“ zeigt Änderungen.'

function shorten(output) {
  const lines = output.trim().split('\n')
  const rest = lines.length - MAX_OUTPUT_LINES
  return rest > 0
    ? [...lines.slice(0, MAX_OUTPUT_LINES), `… und ${rest} weitere Zeilen`].join('\n')
    : lines.join('\n')
}

/** New files first, then what is left over from before, so that nothing is missing in between. */
function moveInto(built, target, parts) {
  const names = filesUnder(built).map((path) => relative(built, path))
  for (const name of names) {
    mkdirSync(dirname(join(target, name)), { recursive: true })
    renameSync(join(built, name), join(target, name))
  }
  const wanted = new Set(names)
  for (const path of parts.flatMap((part) => filesUnder(join(target, part)))) {
    if (!wanted.has(relative(target, path))) rmSync(path, { force: true })
  }
}

function stampPath(root, { name }) {
  return join(root, 'dist', `.${name}-stamp`)
}

function stampOf(root, step) {
  const path = stampPath(root, step)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

function fingerprintOf(root, { sources }) {
  const hash = createHash('sha256')
  for (const source of [...sources, 'package-lock.json']) {
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
  try {
    const manifest = require.resolve(`${packageName}/package.json`)
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
    return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command])
  } catch {
    throw new BuildError(
      `Zum Bauen fehlt das Paket „${packageName}“. Bitte „npm ci“ ausführen (ohne --omit=dev) und erneut starten.`,
    )
  }
}

function node(root, args) {
  const { status, stdout, stderr, error, signal } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
  })
  const reason = error?.message ?? `${args[0]} endete mit ${signal ?? `Code ${status}`}.`
  return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}`.trim() || reason }
}

/** Builds; a failure becomes a message and ends the process with exit code 1. */
export async function buildOrExit(root) {
  try {
    await build(root)
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildOrExit(dirname(dirname(fileURLToPath(import.meta.url))))
}
