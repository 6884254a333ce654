/**
 * Compiles the optional package hnswlib-node for this Node. The project installs with `ignore-scripts`, so nothing is compiled
 * by `npm ci`; without it the exact scan does the same job. Needs python3, make, a C++ compiler and Node's headers.
 */

import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const packageFolder = join(root, 'node_modules', 'hnswlib-node')
const prefix = dirname(dirname(process.execPath))

if (loads()) finish('hnswlib-node ist bereits gebaut.')
if (!existsSync(join(packageFolder, 'binding.gyp'))) {
  fail('hnswlib-node ist nicht installiert. Bitte zuerst `npm ci` ausführen (ohne --omit=optional).')
}
if (!existsSync(join(prefix, 'include', 'node', 'node.h'))) {
  fail(
    `Die Header von Node fehlen unter ${join(prefix, 'include', 'node')}. Debian/Ubuntu: \`apt install libnode-dev\`.`,
  )
}
const nodeGyp = findNodeGyp()
if (!nodeGyp) fail('node-gyp wurde nicht gefunden; es gehört zu npm. Bitte npm vollständig installieren.')
const result = spawnSync(process.execPath, [nodeGyp, 'rebuild', `--nodedir=${prefix}`, '--loglevel=error'], {
  cwd: packageFolder,
  encoding: 'utf8',
})
if (result.status !== 0 || !loads()) {
  process.stderr.write(`${result.stderr ?? ''}\n`)
  fail(
    'hnswlib-node ließ sich nicht bauen. Nötig sind python3, make und ein C++-Compiler (g++ oder clang++).',
  )
}
finish('hnswlib-node ist gebaut.')

function loads() {
  const script = 'require("hnswlib-node")'
  return spawnSync(process.execPath, ['-e', script], { cwd: root, stdio: 'ignore' }).status === 0
}

/** Inside the npm that runs this script, next to this Node, or on the path of modules. */
function findNodeGyp() {
  const npmFolders = [
    process.env.npm_execpath && dirname(dirname(realpathSync(process.env.npm_execpath))),
    join(prefix, 'lib', 'node_modules', 'npm'),
    join(dirname(process.execPath), 'node_modules', 'npm'),
  ].filter(Boolean)
  const candidates = npmFolders.map((folder) =>
    join(folder, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js'),
  )
  try {
    candidates.push(createRequire(import.meta.url).resolve('node-gyp/bin/node-gyp.js'))
  } catch {
    // Not installed on its own; npm's copy is the usual one.
  }
  return candidates.find((path) => existsSync(path))
}

function finish(message) {
  process.stdout.write(`${message}\n`)
  process.exit(0)
}

function fail(message) {
  process.stderr.write(
    `${message}\nOhne hnswlib-node sucht Fundstelle exakt: gleich gut, ab etwa 200.000 Sätzen langsamer.\n`,
  )
  process.exit(1)
}
