import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isInstalled } from '../../scripts/is-installed.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fundstelle-installed-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const LOCKED = {
  '': { name: 'fundstelle' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b': { version: '2.0.0' },
  'node_modules/for-windows': { version: '1.0.0', optional: true },
}
const { '': _root, 'node_modules/for-windows': _windows, ...INSTALLED } = LOCKED

function prepare(installed: object | string | null): void {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: LOCKED }))
  if (installed === null) return
  mkdirSync(join(root, 'node_modules'))
  const text = typeof installed === 'string' ? installed : JSON.stringify({ packages: installed })
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), text)
}

describe('what is installed', () => {
  const cases: [string, object | string | null, boolean][] = [
    ['by hand with npm ci counts, packages of other platforms left out', INSTALLED, true],
    ['nothing', null, false],
    ['another version', { ...INSTALLED, 'node_modules/b': { version: '1.9.0' } }, false],
    [
      'the same version with other content',
      { ...INSTALLED, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } },
      false,
    ],
    ['a package too few', { 'node_modules/a': LOCKED['node_modules/a'] }, false],
    ['a package the lock no longer has', { ...INSTALLED, 'node_modules/c': { version: '1.0.0' } }, false],
    ['an installation cut short', '{"packages": {', false],
  ]

  it.each(cases)('%s', (_title, installed, expected) => {
    prepare(installed)
    expect(isInstalled(root)).toBe(expected)
  })
})
