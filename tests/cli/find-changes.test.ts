import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasChanged } from '../../cli/find-changes.ts'
import { saveFailures } from '../../ingest/known-failures.ts'
import { INGEST_FINGERPRINT } from '../../ingest/reuse.ts'
import type { Snapshot } from '../../search/snapshot.ts'
import { fakeSnapshot, record } from '../server/fakes.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fundstelle-changes-'))
  mkdirSync(join(root, 'daten'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function write(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), text)
}

function remember(path: string, documentId: string, text: string): void {
  const failure = { path, documentId, sha256: sha256(text), code: 'source_unreadable', message: 'kaputt' }
  saveFailures(join(root, 'daten'), [failure])
}

function indexOf(...records: Parameters<typeof record>[]): Snapshot {
  const snapshot = fakeSnapshot({ records: records.map((facts) => record(...facts)) })
  snapshot.manifest.chunkerFingerprint = INGEST_FINGERPRINT
  return snapshot
}

const changed = (snapshot: Snapshot) =>
  hasChanged(snapshot, { dataDir: join(root, 'daten'), sources: [join(root, 'quelle')] })

describe('a file that could not be read', () => {
  it('is no change as long as it is the same', async () => {
    write('quelle/kaputt.pdf', 'x')
    expect(await changed(indexOf())).toBe(true)
    remember('kaputt.pdf', 'kaputt.pdf', 'x')
    expect(await changed(indexOf())).toBe(false)
    write('quelle/kaputt.pdf', 'y')
    expect(await changed(indexOf())).toBe(true)
  })

  it('is tried again by other loaders', async () => {
    write('quelle/kaputt.pdf', 'x')
    remember('kaputt.pdf', 'kaputt.pdf', 'x')
    const path = join(root, 'daten/failed-files.json')
    const content = JSON.parse(readFileSync(path, 'utf8'))
    writeFileSync(path, JSON.stringify({ ...content, ingestFingerprint: 'other' }))
    expect(await changed(indexOf())).toBe(true)
    writeFileSync(path, '{')
    expect(await changed(indexOf())).toBe(true)
  })

  it('has what stands in for it looked at as well, and is a change once it can be tried anew', async () => {
    const entry = '  - { id: a, file: a.md, title: A, collection: k }'
    write('quelle/sources.yaml', `documents:\n${entry}\n`)
    write('quelle/a.md', 'Text')
    write('quelle/originals/a.pdf', 'x')
    const facts = {
      title: 'A',
      collection: 'k',
      fileName: 'a.md',
      sha256: sha256('Text'),
      exampleQuestions: [],
    }
    const index = indexOf(['a', facts])
    expect(await changed(index)).toBe(true)
    remember('originals/a.pdf', 'a', 'x')
    expect(await changed(index)).toBe(false)
    write('quelle/a.md', 'Anderer Text')
    expect(await changed(index)).toBe(true)
    write('quelle/a.md', 'Text')
    write('quelle/originals/a.pdf', 'jetzt lesbar')
    expect(await changed(index)).toBe(true)
  })
})
