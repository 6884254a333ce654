import { describe, expect, it } from 'vitest'
import { loadPlainText } from '../../../ingest/load/plain-text-loader.ts'
import { loaderFor } from '../../../ingest/load/select-loader.ts'
import { encode } from '../builders.ts'
import { shown } from './shown.ts'

const SAMPLE = 'Gebühren für Bürger'

describe('loadPlainText', () => {
  it.each([
    ['UTF-8', encode(SAMPLE)],
    ['UTF-8 with byte order mark', encode(`\uFEFF${SAMPLE}`)],
    ['UTF-16 little endian', new Uint8Array([0xff, 0xfe, ...Buffer.from(SAMPLE, 'utf16le')])],
    ['UTF-16 big endian', new Uint8Array([0xfe, 0xff, ...Buffer.from(SAMPLE, 'utf16le').swap16()])],
    ['Windows-1252', Uint8Array.from(SAMPLE, (char) => char.charCodeAt(0))],
  ])('decodes %s', async (_, bytes) => {
    expect((await loadPlainText(bytes, 'a.txt')).text).toBe(SAMPLE)
  })

  it('recognises headings, paragraphs and lists', async () => {
    const source = [
      'Notfallplan der Stadt',
      '=====================',
      '',
      '1. Meldewege',
      '',
      'Zuerst wird die Leitung',
      'informiert. Danach:',
      '- das BSI',
      '  und das Land',
      '- die Presse',
      '',
      '§ 5 Fristen',
      '',
      'Die Frist endet im',
      '3. Quartal des Jahres.',
      '',
      'Quelle: BSI',
    ]
    const document = await loadPlainText(encode(source.join('\r\n')), 'a.txt')
    expect(document.title).toBe('Notfallplan der Stadt')
    expect(shown(document)).toEqual([
      'heading1 Notfallplan der Stadt',
      'heading2 1. Meldewege',
      'paragraph Zuerst wird die Leitung informiert. Danach:',
      'listItem1 das BSI und das Land',
      'listItem1 die Presse',
      'heading4 § 5 Fristen',
      'paragraph Die Frist endet im 3. Quartal des Jahres.',
      'reference Quelle: BSI',
    ])
  })

  it('does not take a sentence for a heading', async () => {
    const source = '§ 5 Abs. 2 gilt entsprechend\n\nDas ist ein Satz.\n\nWarum ist das so?'
    expect(shown(await loadPlainText(encode(source), 'a.txt')).map((line) => line.split(' ')[0])).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ])
  })
})

describe('loaderFor', () => {
  it('goes by the first bytes before the name, and by the name without regard to case', () => {
    expect(loaderFor('a.txt', encode('%PDF-1.7 …')).mediaType).toBe('application/pdf')
    expect(loaderFor('A.HTM', encode('<p>')).mediaType).toBe('text/html')
    expect(loaderFor('x/a.Markdown', encode('# a')).mediaType).toBe('text/markdown')
  })

  it.each([
    ['a.xyz', encode('a'), 'unsupported_format'],
    ['README', encode('a'), 'unsupported_format'],
    ['leer.md', new Uint8Array(), 'source_unreadable'],
    ['bild.txt', Uint8Array.of(0x89, 0x50, 0, 0, 0x0d, 1, 2), 'source_unreadable'],
  ])('refuses %s', (name, bytes, code) => {
    expect(() => loaderFor(name, bytes)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(name) }),
    )
  })
})
