/** Makes a checkout runnable without further commands: installs when needed, then builds. No dependencies of its own. */

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules', '.fundstelle-lock')
const minimumNode = [20, 19]

requireNode()
if (!isInstalled()) install()
const { build } = await import('./build.mjs')
await build(root)

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > minimumNode[0] || (major === minimumNode[0] && minor >= minimumNode[1])) return
  fail(`Node.js ${process.versions.node} ist zu alt. Nötig ist ${minimumNode.join('.')} oder neuer.`)
}

function isInstalled() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lock
  // Installed by hand with `npm ci`: npm writes its own lock last.
  return existsSync(join(root, 'node_modules', '.package-lock.json'))
}

function install() {
  process.stderr.write('Installiere die Abhängigkeiten (npm ci) …\n')
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) {
    fail(
      'Die Installation ist gescheitert. Bitte `npm ci` von Hand ausführen und die Meldung darüber beachten.',
    )
  }
  removeForeignRuntimes()
  writeFileSync(stamp, readFileSync(join(root, 'package-lock.json'), 'utf8'))
}

/** onnxruntime-node carries the libraries of five platforms (290 MB); only this one's are used. */
function removeForeignRuntimes() {
  const bin = join(root, 'node_modules', 'onnxruntime-node', 'bin', 'napi-v6')
  for (const platform of ['darwin', 'linux', 'win32']) {
    for (const arch of ['arm64', 'x64']) {
      if (platform === process.platform && arch === process.arch) continue
      rmSync(join(bin, platform, arch), { recursive: true, force: true })
    }
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
