import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { chunkDocument } from '../../ingest/chunker.ts'
import { loaderFor } from '../../ingest/load/select-loader.ts'
import type { LoadedDocument, Passage } from '../../search/document.ts'
import { countTokens } from './builders.ts'
import { expectSoundBlocks, expectSoundPassages } from './passage-properties.ts'

const data = fileURLToPath(new URL('../../../shared/data', import.meta.url))
const hasData = existsSync(data)

async function load(path: string): Promise<{ document: LoadedDocument; passages: Passage[] }> {
  const bytes = new Uint8Array(readFileSync(path))
  const document = await loaderFor(path, bytes).load(bytes, path)
  const input = { ...document, documentId: path, title: document.title ?? path }
  return { document, passages: await chunkDocument(input, { countTokens, maxTokens: 512 }) }
}

const list = (folder: string) =>
  hasData ? readdirSync(join(data, folder)).map((name) => join(data, folder, name)) : []

if (!hasData) {
  it.skip('needs the development data in ../shared/data, which is not there')
}

describe.runIf(hasData)('ingest of the development data', () => {
  it('reads all 49 laws into sound passages', async () => {
    const laws = list('gesetze')
    expect(laws).toHaveLength(49)
    for (const path of laws) {
      const { document, passages } = await load(path)
      expectSoundBlocks(document)
      expectSoundPassages(document, passages)
      expect(document.warnings).toEqual([])
      const counts = await countTokens(
        passages.map(({ start, end, headingPath }) =>
          [document.title, ...headingPath, document.text.slice(start, end)].join('\n'),
        ),
      )
      expect(Math.max(...counts)).toBeLessThanOrEqual(500)
    }
  })

  it('gives a law its abbreviation, its sections their headings, and enumerations their numbers', async () => {
    const { document, passages } = await load(join(data, 'gesetze/vwvfg.md'))
    expect(document.title).toBe('Verwaltungsverfahrensgesetz (VwVfG)')
    const section = passages.find(
      ({ headingPath }) => headingPath.at(-1) === '§ 35 Begriff des Verwaltungsaktes',
    )!
    expect(document.text.slice(section.start, section.end)).toMatch(
      /^Verwaltungsakt ist jede Verfügung, Entscheidung oder/u,
    )
    expect(section.headingPath[0]).toBe('Verwaltungsverfahrensgesetz (VwVfG)')
    expect(document.text).toContain(
      '(1) Beteiligte sind\n\n1. Antragsteller und Antragsgegner,\n2. diejenigen, an die',
    )
  })

  it('reads the PDFs with a text layer and reports the scans as scans', async () => {
    for (const path of list('pdf')) {
      if (path.includes('/scan_')) {
        await expect(load(path)).rejects.toMatchObject({
          code: 'no_text_layer',
          message: expect.stringContaining('9 Seiten'),
        })
        continue
      }
      const { document, passages } = await load(path)
      expectSoundBlocks(document)
      expectSoundPassages(document, passages)
      expect(document.blocks.every(({ page }) => page !== null && page <= document.pageCount!)).toBe(true)
    }
  })

  it('reads running text of a PDF in order, without running heads, hyphens of line breaks and torn paragraphs', async () => {
    const [path] = list('pdf').filter((name) => name.includes('vbrinsvv'))
    const { document } = await load(path!)
    const headings = document.blocks
      .filter(({ kind }) => kind === 'heading')
      .map(({ start, end }) => document.text.slice(start, end))
    expect(headings.slice(0, 3)).toEqual([
      'Hinweisblatt zu den Formularen für das Verbraucherinsolvenzverfahren und das Restschuldbefreiungsverfahren',
      'Allgemeine Hinweise',
      'Hauptblatt',
    ])
    expect(document.text).toContain('wenn diese von Ihrem erlernten Beruf abweicht.')
    expect(document.text).not.toMatch(/Amtliche Fassung 7\/2014|Seite \d+ von 12|\p{Ll}-\n/u)
    const torn = document.blocks.filter(
      ({ kind, start }) => kind === 'paragraph' && /\p{Ll}/u.test(document.text[start]!),
    )
    // The first line of a table's head, whose columns the one below does not share.
    expect(torn.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      expect.stringMatching(/^lfd\. Name/),
    ])
  })

  it('reads a page of two columns below a text across both', async () => {
    const [path] = list('pdf').filter((name) => name.includes('agmahnvordrv'))
    const { document } = await load(path!)
    const headings = document.blocks
      .filter(({ kind, page }) => kind === 'heading' && page === 3)
      .map(({ start, end }) => document.text.slice(start, end))
    expect(headings).toEqual([
      'Hinweise des Gerichts',
      'Zahlungen',
      'Zahlungsaufschub, Ratenzahlung',
      'Das Gericht kann Ihnen keinen Zahlungsaufschub und keine Ratenzahlung bewilligen.',
      'Zahlungsunfähigkeit',
      'Widerspruch',
      'Weiteres Verfahren nach Widerspruch',
    ])
    expect(document.text).toContain('sind nur an den Antragsteller/die Antragstellerin zu richten.')
  })
})
