/** Vite plugin that writes `licences.txt`: the notices of everything foreign that the built pages and the widget carry. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const require = createRequire(import.meta.url)

/** `folder` holds the texts of what comes without its licence file. */
export function licenceNotices(folder: string): Plugin {
  return {
    name: 'licence-notices',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: collectNotices(folder) })
    },
  }
}

function collectNotices(folder: string): string {
  const notices: [title: string, path: string][] = [
    ['Fira Sans', join(folder, 'fira-sans.txt')],
    ['KERN-UX, @kern-ux/native', join(packageFolder('@kern-ux/native'), 'LICENSE.md')],
    ['Lit', join(packageFolder('lit'), 'LICENSE')],
  ]
  const rule = '='.repeat(78)
  return notices
    .map(([title, path]) => `${rule}\n${title}\n${rule}\n\n${readFileSync(path, 'utf8').trim()}\n`)
    .join('\n\n')
}

/** Of a package whose exports may hide its package.json. */
function packageFolder(name: string): string {
  const paths = require.resolve.paths(name) ?? []
  for (const path of paths) {
    try {
      return dirname(require.resolve(join(path, name, 'package.json')))
    } catch {
      // Not in this node_modules; the next one up.
    }
  }
  throw new Error(`${name} is not installed`)
}
