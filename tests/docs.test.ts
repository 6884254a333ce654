/** The documents name only commands, settings and files that exist, and no tracked file ties the project to one machine. */

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { main } from '../cli/main.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const read = (name: string) => readFileSync(join(root, name), 'utf8')

/** Larger files are weights and tokenizers. */
const MAX_TEXT_BYTES = 1_000_000

const tracked = listTracked()
const documents = (tracked ?? ['README.md', 'DESIGN.md', 'CONTRIBUTING.md']).filter((name) =>
  name.endsWith('.md'),
)

function listTracked(): string[] | null {
  try {
    const names = execFileSync('git', ['ls-files', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return names.split('\0').filter((name) => name !== '' && existsSync(join(root, name)))
  } catch {
    return null
  }
}

/** Tracked files that hold text; a zero byte says otherwise. */
function* trackedTexts(): Generator<{ name: string; text: string }> {
  for (const name of tracked ?? []) {
    if (statSync(join(root, name)).size > MAX_TEXT_BYTES) continue
    const text = read(name)
    if (!text.includes('\0')) yield { name, text }
  }
}

const unique = (names: Iterable<string>) => [...new Set(names)].sort()
const matches = (text: string, pattern: RegExp) =>
  unique([...text.matchAll(pattern)].map((match) => match[1]!))

async function exitCodeOf(args: string[]): Promise<number> {
  const terminal = { out: () => {}, err: () => {}, isInteractive: { out: false, err: false }, columns: 100 }
  return main(args, { terminal, env: {} })
}

describe.each(documents)('%s', (name) => {
  const text = read(name)

  it('links only to files that exist', () => {
    const targets = [...matches(text, /\]\(([^)\s]+)\)/g), ...matches(text, /src="([^"]+)"/g)]
    const missing = targets
      .filter((target) => !/^(?:[a-z]+:|#)/i.test(target) && !target.includes('HOST'))
      .map((target) => target.split('#')[0]!)
      .filter((target) => !existsSync(join(root, dirname(name), target)))
    expect(missing).toEqual([])
  })

  it('names only npm scripts that exist', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
    const named = [...matches(text, /\bnpm run ([\w:-]+)/g), ...matches(text, /\bnpm (start|test)\b/g)]
    expect(named.filter((script) => !scripts.includes(script))).toEqual([])
  })

  it('names only commands that exist', async () => {
    const commands = matches(text, /npx fundstelle (corpus fetch|[a-z]+)/g)
    const unknown: string[] = []
    for (const command of commands) {
      const isKnown = (await exitCodeOf(['help', ...command.split(' ')])) === 0
      if (!isKnown && command !== 'help' && command !== 'version') unknown.push(command)
    }
    expect(unknown).toEqual([])
  })
})

describe('README.md', () => {
  const text = read('README.md')

  it('names only settings that .env.example holds', () => {
    const settings = matches(read('.env.example'), /^([A-Z_]+)=/gm)
    const named = matches(text, /`([A-Z]+(?:_[A-Z]+)*)(?:=[^`]*)?`/g)
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((setting) => !settings.includes(setting))).toEqual([])
  })

  it('explains every command', async () => {
    let help = ''
    const terminal = {
      out: (part: string) => {
        help += part
      },
      err: () => {},
      isInteractive: { out: false, err: false },
      columns: 100,
    }
    await main(['help'], { terminal, env: {} })
    const commands = matches(help, /^ {2}([a-z]+(?: [a-z]+)?) {2,}/gm).filter(
      (command) => command !== 'version',
    )
    expect(commands.length).toBeGreaterThan(5)
    expect(commands.filter((command) => !text.includes(`| \`npx fundstelle ${command}`))).toEqual([])
  })
})

describe('docs/retrieval.md', () => {
  const text = read('docs/retrieval.md')
  const example = /```text\n([\s\S]+?)```/.exec(text)![1]!
  const hits = example.split(/^(?=\d+\. )/m).slice(1)
  const toNumber = (shown: string) => Number(shown.replace(',', '.'))
  /** What rounding to the printed digits may change in one figure. */
  const ROUNDING = 0.000051

  it('explains hits in the order of their scores', () => {
    const scores = hits.map((hit) => toNumber(/^ +Summe +(\S+)$/m.exec(hit)![1]!))
    expect(scores.length).toBeGreaterThan(1)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })

  it.each(hits.map((hit, i) => [i + 1, hit] as const))('hit %i adds up', (_rank, hit) => {
    const rows = [...hit.matchAll(/^ +\S+ +\d+((?: +-?\d+,\d+){6})$/gm)].map((match) =>
      match[1]!.trim().split(/ +/).map(toNumber),
    )
    expect(rows).toHaveLength(4)
    for (const row of rows) {
      const [raw, mean, deviation, distance, weight, share] = row as [
        number,
        number,
        number,
        number,
        number,
        number,
      ]
      const tolerance = ((2 + Math.abs(distance)) / deviation + 1) * ROUNDING
      expect(Math.abs((raw - mean) / deviation - distance)).toBeLessThan(tolerance)
      expect(Math.abs(distance * weight - share)).toBeLessThan(2 * ROUNDING)
    }
    const sum = toNumber(/^ +Summe +(\S+)$/m.exec(hit)![1]!)
    expect(Math.abs(rows.reduce((total, row) => total + row[5]!, 0) - sum)).toBeLessThan(5 * ROUNDING)
    const terms = /^ +Wörter = ([^/]+?)\n +\//m.exec(hit)![1]!.match(/\d+,\d+/g)!
    const words = terms.map(toNumber).reduce((total, term) => total + term, 0)
    expect(Math.abs(words - rows[0]![0]!)).toBeLessThan((terms.length + 1) * ROUNDING)
  })

  it('calculates with figures of its example', () => {
    const explained = text.slice(text.indexOf(example) + example.length)
    const figures = explained.match(/(?<![\d,])\d+,\d{4}(?!\d)/g)!
    expect(figures.length).toBeGreaterThan(5)
    expect(figures.filter((figure) => !example.includes(figure))).toEqual([])
  })
})

describe.skipIf(tracked === null)('tracked files (skipped where there is no Git)', () => {
  it('name no host of a package registry', () => {
    // Put together here, so that this file does not name them either.
    const hosts = [
      ['registry', 'npmjs', 'org'],
      ['registry', 'yarnpkg', 'com'],
      ['npm', 'pkg', 'github', 'com'],
      ['pypi', 'org'],
      ['files', 'pythonhosted', 'org'],
      ['deb', 'debian', 'org'],
      ['security', 'debian', 'org'],
      ['archive', 'ubuntu', 'com'],
      ['proxy', 'golang', 'org'],
    ].map((parts) => parts.join('.'))
    const found = [...trackedTexts()].filter(({ text }) => hosts.some((host) => text.includes(host)))
    expect(found.map(({ name }) => name)).toEqual([])
  })

  it('hold no path of somebody’s machine', () => {
    const local = new RegExp(`(?<![\\w./*-])/(?:${['home', 'Users', 'root', 'work'].join('|')})/\\w`)
    const found = [...trackedTexts()].filter(({ text }) => local.test(text))
    expect(found.map(({ name }) => name)).toEqual([])
  })
})
