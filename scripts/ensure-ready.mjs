/** Makes a checkout runnable without further commands: installs when needed, then builds. No dependencies of its own. */

import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { buildOrExit } from './build.mjs'
import { isInstalled } from './is-installed.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const minimumNode = [20, 19]

requireNode()
if (!isInstalled(root)) install()
await buildOrExit(root)

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > minimumNode[0] || (major === minimumNode[0] && minor >= minimumNode[1])) return
  fail(`Node.js ${process.versions.node} ist zu alt. Nötig ist ${minimumNode.join('.')} oder neuer.`)
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
