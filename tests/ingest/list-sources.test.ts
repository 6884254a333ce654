import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listSources } from '../../ingest/list-sources.ts'
import { makeFolder } from './builders.ts'

const MANIFEST = `documents:
  - id: notfall
    file: documents/notfall.md
    title: Notfall
    collection: krise
    landingPage: https://bsi.bund.de
    summary: true
    verified: Anhand der Seite geprüft.
`

describe('listSources', () => {
  it('lists a folder recursively, without hidden files, sorted, with paths as ids', async () => {
    const root = await makeFolder({
      'b.txt': 'x',
      'gesetze/agg.md': 'x',
      '.git/x.md': 'x',
      '.hidden.md': 'x',
      'bild.png': 'x',
      'node_modules/x/readme.md': 'x',
    })
    const { files, skipped } = await listSources([root])
    expect(files.map(({ documentId }) => documentId)).toEqual(['b.txt', 'gesetze/agg.md'])
    expect(files[1]!.collection).toBe('gesetze')
    expect(skipped).toEqual([
      { path: 'bild.png', code: 'unsupported_format', message: expect.stringContaining('.pdf') },
    ])
  })

  it('reads a folder by its manifest, and the manifest by its own path', async () => {
    const root = await makeFolder({
      'sources.yaml': MANIFEST,
      'documents/notfall.md': 'x',
      'anderes.md': 'x',
    })
    for (const source of [root, join(root, 'sources.yaml')]) {
      const { files } = await listSources([source])
      expect(files).toHaveLength(1)
      expect(files[0]).toMatchObject({
        documentId: 'notfall',
        name: 'documents/notfall.md',
        collection: 'krise',
        facts: { title: 'Notfall', summary: true, originalUrl: 'https://bsi.bund.de' },
      })
    }
  })

  it('puts an original in the place of the summary, which stays as fallback', async () => {
    const root = await makeFolder({
      'sources.yaml': MANIFEST,
      'documents/notfall.md': 'x',
      'originals/notfall.pdf': 'x',
    })
    const [file] = (await listSources([root])).files
    expect(file).toMatchObject({
      documentId: 'notfall',
      name: 'originals/notfall.pdf',
      facts: { summary: false, verified: 'Indexiert ist die Originaldatei notfall.pdf.' },
      fallback: { name: 'documents/notfall.md', facts: { summary: true } },
    })
  })

  it('takes single files and keeps ids of several sources apart', async () => {
    const [a, b] = [await makeFolder({ 'x/a.md': '1' }), await makeFolder({ 'y/a.md': '2' })]
    const { files } = await listSources([join(a, 'x'), join(b, 'y'), join(a, 'x/a.md'), join(a, 'x')])
    expect(files.map(({ documentId }) => documentId)).toEqual(['a.md', 'y/a.md', 'a.md/a.md'])
  })

  it('does not follow links in a circle, and lists a dangling one so that it is reported', async () => {
    const root = await makeFolder({ 'a.md': 'x' })
    symlinkSync(root, join(root, 'kreis'))
    symlinkSync(join(root, 'weg.md'), join(root, 'b.md'))
    expect((await listSources([root])).files.map(({ name }) => name)).toEqual(['a.md', 'b.md'])
  })

  it('names a path that is not there', async () => {
    await expect(listSources(['/gibt/es/nicht'])).rejects.toMatchObject({
      code: 'source_missing',
      message: expect.stringContaining('/gibt/es/nicht'),
    })
  })
})
