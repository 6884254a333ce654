import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BuildError, build } from '../../scripts/build.mjs'
import { withBuildLock } from '../../scripts/build-lock.mjs'

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fundstelle-build-'))
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(root, { recursive: true, force: true })
})

function write(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), text)
}

/** Copies `src/` as a compiler would; counts its runs. */
function copying() {
  const step = {
    name: 'copy',
    message: 'Kopiere …',
    failure: 'Das Kopieren ist gescheitert.',
    sources: ['src'],
    parts: ['src'],
    target: (dist: string) => dist,
    runs: 0,
    run(from: string, outDir: string) {
      step.runs++
      mkdirSync(join(outDir, 'src'), { recursive: true })
      for (const name of readdirSync(join(from, 'src')))
        writeFileSync(join(outDir, 'src', name), readFileSync(join(from, 'src', name)))
      return { ok: true, output: '' }
    },
  }
  return step
}

describe('building', () => {
  it('builds nothing as long as the sources are the same, and drops what they no longer make', async () => {
    write('src/a.js', '1')
    write('src/b.js', '1')
    const step = copying()
    await build(root, [step])
    await build(root, [step])
    expect(step.runs).toBe(1)
    rmSync(join(root, 'src/b.js'))
    await build(root, [step])
    expect([step.runs, readdirSync(join(root, 'dist/src'))]).toEqual([2, ['a.js']])
    expect(readdirSync(join(root, 'dist')).sort()).toEqual(['.copy-stamp', 'src'])
  })

  it('two at the same time build once', async () => {
    write('src/a.js', '1')
    const step = copying()
    await Promise.all([build(root, [step]), build(root, [step])])
    expect(step.runs).toBe(1)
  })

  it('that fails shows the compiler and the remedy, leaves what was built, and is tried again', async () => {
    write('src/a.js', '1')
    const good = copying()
    await build(root, [good])
    write('src/a.js', 'falsch')
    const output = Array.from({ length: 40 }, (_, n) => `a.js(${n}): error`).join('\n')
    const bad = { ...good, run: () => ({ ok: false, output }) }
    const failure = await build(root, [bad]).catch((error) => error)
    expect(failure).toBeInstanceOf(BuildError)
    expect(failure.message).toMatch(
      /Kopieren ist gescheitert[\s\S]*a\.js\(0\): error[\s\S]*10 weitere Zeilen[\s\S]*npm ci/,
    )
    expect(readFileSync(join(root, 'dist/src/a.js'), 'utf8')).toBe('1')
    await build(root, [good])
    expect(readFileSync(join(root, 'dist/src/a.js'), 'utf8')).toBe('falsch')
  })

  it('of the program without its packages says what to run, without a stack', () => {
    for (const folder of ['bin', 'scripts']) {
      for (const name of readdirSync(join(repository, folder)))
        write(`${folder}/${name}`, readFileSync(join(repository, folder, name), 'utf8'))
    }
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/fundstelle.mjs')], {
      encoding: 'utf8',
    })
    expect(stderr).toMatch(/fehlt das Paket „typescript“.*npm ci/)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(status).toBe(1)
  })
})

describe('the build lock', () => {
  it('makes the second wait for the first', async () => {
    const order: string[] = []
    const work = (name: string) => async () => {
      order.push(`${name} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      order.push(`${name} ends`)
    }
    await Promise.all([withBuildLock(root, work('a')), withBuildLock(root, work('b'))])
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
    expect(existsSync(join(root, '.build-lock'))).toBe(false)
  })

  it('is taken over from a process that is gone', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    writeFileSync(join(root, '.build-lock'), String(pid))
    expect(await withBuildLock(root, () => 'done')).toBe('done')
  })
})
