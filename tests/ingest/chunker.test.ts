import { describe, expect, it } from 'vitest'
import { chunkDocument } from '../../ingest/chunker.ts'
import { loadMarkdown } from '../../ingest/load/markdown-loader.ts'
import type { LoadedDocument, Passage } from '../../search/document.ts'
import { countTokens, encode } from './builders.ts'

const options = { countTokens, maxTokens: 512 }

async function chunk(
  source: string,
  maxTokens = 512,
): Promise<{ document: LoadedDocument; passages: Passage[] }> {
  const document = await loadMarkdown(encode(source), 'a.md')
  const input = { ...document, documentId: 'a.md', title: document.title ?? 'a' }
  return { document, passages: await chunkDocument(input, { ...options, maxTokens }) }
}

const sentence = (index: number) =>
  `Der Satz Nummer ${index} sagt etwas über die Meldung eines Vorfalls bei der Behörde.`
const sentences = (count: number) => Array.from({ length: count }, (_, index) => sentence(index)).join(' ')
const texts = ({ document, passages }: Awaited<ReturnType<typeof chunk>>) =>
  passages.map(({ start, end }) => document.text.slice(start, end))

describe('chunkDocument', () => {
  it('makes one passage of each small section, with its heading path', async () => {
    const result = await chunk(
      '# Titel\n\nVorwort.\n\n## Fristen\n\nEin Tag. Zwei Tage.\n\n### Ausnahmen\n\nKeine.\n\n## Ende\n\nSchluss.',
    )
    expect(result.passages.map(({ headingPath }) => headingPath.join(' › '))).toEqual([
      'Titel',
      'Titel › Fristen',
      'Titel › Fristen › Ausnahmen',
      'Titel › Ende',
    ])
    expect(texts(result)).toEqual(['Vorwort.', 'Ein Tag. Zwei Tage.', 'Keine.', 'Schluss.'])
    expect(result.passages[1]!.sentences).toHaveLength(2)
  })

  it('cuts a long section between paragraphs into passages of about equal length', async () => {
    const paragraphs = Array.from({ length: 12 }, () => sentences(3)).join('\n\n')
    const result = await chunk(`# T\n\n${paragraphs}`)
    const counts = await countTokens(texts(result))
    expect(Math.max(...counts)).toBeLessThanOrEqual(350)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(170)
    expect(texts(result).every((text) => text.startsWith('Der Satz Nummer 0'))).toBe(true)
  })

  it('keeps a list with the sentence that announces it', async () => {
    const items = Array.from(
      { length: 8 },
      (_, index) => `${index + 1}. Punkt ${index} ist eine Maßnahme von mehreren`,
    ).join('\n')
    const result = await chunk(
      `# T\n\n${sentences(9)}\n\nZu den Maßnahmen gehören:\n\n${items}\n\n${sentences(9)}`,
    )
    const withList = texts(result).filter((text) => text.includes('Punkt'))
    expect(withList).toHaveLength(1)
    expect(withList[0]).toContain('Zu den Maßnahmen gehören:\n\n1. Punkt 0')
  })

  it('splits a very long list between its items and begins with the number of the first', async () => {
    const items = Array.from(
      { length: 60 },
      (_, index) => `${index + 1}. Punkt ${index} ist eine Maßnahme von mehreren, die wichtig ist`,
    )
    const result = await chunk(`# T\n\nEs gilt:\n\n${items.join('\n')}`)
    expect(result.passages.length).toBeGreaterThan(2)
    expect(
      texts(result)
        .slice(1)
        .every((text) => /^\d+\. Punkt/u.test(text)),
    ).toBe(true)
  })

  it('splits a sentence only when it alone is too long, and then between its parts', async () => {
    const long = Array.from({ length: 90 }, (_, index) => `der Bestandteil ${index} der Regel`).join(', ')
    const result = await chunk(`# T\n\n${long}.`)
    expect(result.passages.length).toBeGreaterThan(1)
    for (const text of texts(result)) expect(text).toMatch(/[,.]$/u)
  })

  it('takes a row of a table as one sentence, a long one by the sentences of its cells', async () => {
    const cell = Array.from({ length: 6 }, (_, index) => sentence(index)).join(' ')
    const result = await chunk(`# T\n\n| Nr. | Zeichen |\n|---|---|\n| 44 | ${cell} |`)
    const { document, passages } = result
    const units = passages.flatMap(({ sentences }) =>
      sentences.map(({ start, end }) => document.text.slice(start, end)),
    )
    expect(units[0]).toBe('Nr. | Zeichen')
    expect(units[1]).toMatch(/^44 \| Der Satz Nummer 0/u)
    expect(units.length).toBeGreaterThan(2)
    expect(Math.max(...units.map((unit) => unit.length))).toBeLessThanOrEqual(280)
  })

  it('survives a line of a megabyte without a space, cutting no character in two', async () => {
    const result = await chunk(`# T\n\n${'😀'.repeat(250_000)}`)
    expect(texts(result).every((text) => !/\p{Surrogate}/u.test(text))).toBe(true)
    expect(texts(result).join('')).toHaveLength(500_000)
  })

  it('leaves references and headings out of the sentences', async () => {
    const result = await chunk('# T\n\n## A\n\nEin Satz.\n\nQuelle: BSI\n\n## B\n\nQuelle: BBK')
    expect(texts(result)).toEqual(['Ein Satz.'])
  })

  it('makes a heading without anything below it findable, but no answer', async () => {
    const { passages } = await chunk('# T\n\n## § 4\n\nText.\n\n## § 5 (weggefallen)\n\n## § 6\n\nText.')
    const empty = passages.filter((passage) => passage.sentences.length === 0)
    expect(empty.map(({ headingPath }) => headingPath.at(-1))).toEqual(['§ 5 (weggefallen)'])
  })

  it('gives ids that are unique, stable, and untouched by changes elsewhere', async () => {
    const source = '# T\n\n## A\n\nGleich.\n\n## A\n\nGleich.\n\n## B\n\nAnders.'
    const first = await chunk(source)
    const second = await chunk(`${source}\n\n## C\n\nNeu.`)
    const ids = first.passages.map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
    expect(second.passages.slice(0, 3).map(({ id }) => id)).toEqual(ids)
  })

  it('gives a sentence after a page break the later page', async () => {
    const text = 'Erster Satz hier. Zweiter Satz dort.'
    const blocks = [{ kind: 'paragraph' as const, level: 0, start: 0, end: text.length, page: 3 }]
    const pageBreaks = [{ offset: 18, page: 4 }]
    const [passage] = await chunkDocument({ documentId: 'a', title: 'T', text, blocks, pageBreaks }, options)
    expect(passage!.sentences.map(({ page }) => page)).toEqual([3, 4])
  })

  it('leaves room for title and headings, however long they are', async () => {
    const { document, passages } = await chunk(`# ${'Langer Titel '.repeat(60)}\n\n${sentences(40)}`)
    const counts = await countTokens(passages.map(({ start, end }) => document.text.slice(start, end)))
    expect(Math.max(...counts)).toBeLessThanOrEqual(160)
  })
})
