/** Imports between the top-level folders point left only, and library types stay inside their adapter files. */

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const mayImport: Record<string, string[]> = {
  search: [],
  ingest: ['search'],
  answer: ['search'],
  server: ['search', 'answer'],
  eval: ['search', 'ingest', 'answer'],
  cli: ['search', 'ingest', 'answer', 'server', 'eval'],
  web: ['server/wire.ts', 'answer/personal-data.ts', 'answer/record/export-record.ts'],
}

/** What the pages run of another folder: it must run in a browser and bring nothing else along. */
const RUNS_ON_PAGES = ['answer/personal-data.ts', 'answer/record/export-record.ts']

interface Import {
  file: string
  specifier: string
  typeOnly: boolean
}

function importsOf(folder: string): Import[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|js)$/.test(name))
    .flatMap((name) => {
      const file = join(folder, name)
      const source = readFileSync(join(root, file), 'utf8')
      const statements = source.matchAll(
        /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)/g,
      )
      return [...statements].map((m) => ({ file, specifier: m[2] ?? m[3]!, typeOnly: Boolean(m[1]) }))
    })
}

function toProjectPath({ file, specifier }: Import): string {
  return relative(root, resolve(root, dirname(file), specifier))
}

describe('import arrows', () => {
  for (const [folder, allowed] of Object.entries(mayImport)) {
    it(`${folder} imports ${allowed.join(', ') || 'no other folder'}`, () => {
      const wrong = importsOf(folder)
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map((entry) => ({ ...entry, target: toProjectPath(entry) }))
        .filter(
          ({ target }) => ![folder, ...allowed].some((to) => target === to || target.startsWith(`${to}/`)),
        )
        .map(({ file, target }) => `${file} → ${target}`)
      expect(wrong).toEqual([])
    })
  }

  it('web takes only types from the wire', () => {
    const wrong = importsOf('web')
      .filter((entry) => entry.specifier.startsWith('.') && toProjectPath(entry).startsWith('server/'))
      .filter((entry) => !entry.typeOnly)
    expect(wrong).toEqual([])
  })

  it.each(RUNS_ON_PAGES)('%s takes nothing but files beside or below it', (entry) => {
    const reached = new Set([entry])
    const all = importsOf(dirname(entry).split('/')[0]!).filter(({ typeOnly }) => !typeOnly)
    for (const file of reached) {
      for (const taken of all.filter((candidate) => candidate.file === file)) {
        expect(taken.specifier, `${file} takes a file`).toMatch(/^\.\.?\//)
        reached.add(toProjectPath(taken))
      }
    }
    expect([...reached].filter((file) => !file.startsWith(`${dirname(entry)}/`))).toEqual([])
    expect(reached.size).toBeGreaterThan(1)
  })

  it.each([
    ['@langchain/', /^(?:search|answer\/generate)\/langchain-/],
    ['hnswlib-node', /^search\/hnsw-/],
    ['@huggingface/transformers', /^search\/transformers-/],
    ['unpdf', /^ingest\//],
    ['hono', /^server\//],
  ])('%s stays inside its adapter', (library, home) => {
    const wrong = Object.keys(mayImport)
      .flatMap(importsOf)
      .filter(({ specifier }) => specifier.startsWith(library))
      .map(({ file }) => file)
      .filter((file) => !home.test(file) && !file.startsWith('eval/bench'))
    expect(wrong).toEqual([])
  })
})
