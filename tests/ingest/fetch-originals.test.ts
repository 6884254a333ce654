import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fetchOriginals } from '../../ingest/fetch-originals.ts'
import { parseManifest } from '../../ingest/manifest.ts'
import { makeFolder } from './builders.ts'
import { buildPdf } from './pdf-builder.ts'

const PDF = buildPdf([[{ text: 'Original', x: 60, y: 100 }]])

const manifest = (fileUrl: string | null) =>
  parseManifest(
    JSON.stringify({
      documents: [
        { id: 'a', title: 'Notfall', collection: 'c', landingPage: 'https://bsi.bund.de/a', fileUrl },
      ],
    }),
    'x',
  )

async function run(
  respond: () => Response | Error,
  {
    present = {} as Record<string, string>,
    overwrite = false,
    fileUrl = 'https://x.de/a.pdf' as string | null,
  } = {},
) {
  const targetDir = join(await makeFolder(present), 'originals')
  const fetch = async () => {
    const answer = respond()
    if (answer instanceof Error) throw answer
    return answer
  }
  const outcomes = await fetchOriginals({ manifest: manifest(fileUrl), targetDir, fetch, overwrite })
  return { outcome: outcomes[0]!, path: join(targetDir, 'a.pdf') }
}

describe('fetchOriginals', () => {
  it('keeps a PDF under the id of its entry', async () => {
    const { outcome, path } = await run(() => new Response(Buffer.from(PDF)))
    expect(outcome).toMatchObject({ id: 'a', outcome: 'fetched', path })
    expect(new Uint8Array(await readFile(path))).toEqual(PDF)
  })

  it('leaves a file that is there alone unless told otherwise', async () => {
    const present = { 'originals/a.pdf': 'eigene Datei' }
    const { outcome, path } = await run(() => new Response(Buffer.from(PDF)), { present })
    expect(outcome.outcome).toBe('present')
    expect(await readFile(path, 'utf8')).toBe('eigene Datei')
    expect(
      (await run(() => new Response(Buffer.from(PDF)), { present, overwrite: true })).outcome.outcome,
    ).toBe('fetched')
  })

  it.each([
    ['a missing page', () => new Response('weg', { status: 404 }), /Status 404/],
    [
      'a web page',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      /keine PDF-Datei, sondern text\/html/,
    ],
    ['half a file', () => new Response(Buffer.from(PDF).slice(0, 150)), /keine lesbare PDF-Datei/],
    [
      'no network',
      () => new TypeError('fetch failed', { cause: new Error('ENOTFOUND') }),
      /Keine Verbindung \(ENOTFOUND\)/,
    ],
  ])('reports %s with what to do and keeps nothing', async (_, respond, reason) => {
    const { outcome, path } = await run(respond)
    expect(outcome.outcome).toBe('failed')
    expect(outcome.message).toMatch(reason)
    expect(outcome.message).toContain(
      `Laden Sie „Notfall“ selbst von https://bsi.bund.de/a und legen Sie die Datei als ${path} ab.`,
    )
    await expect(readFile(path)).rejects.toThrow('ENOENT')
  })

  it('says that no direct link is known', async () => {
    const { outcome } = await run(() => new Error('not asked'), { fileUrl: null })
    expect(outcome.message).toMatch(/^Ein direkter Link zur Datei ist nicht bekannt\./)
  })
})
