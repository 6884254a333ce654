import { describe, expect, it } from 'vitest'
import { loadMarkdown } from '../../../ingest/load/markdown-loader.ts'
import { encode } from '../builders.ts'
import { shown, shownLinks } from './shown.ts'

const load = (source: string) => loadMarkdown(encode(source), 'a.md')
const blocks = async (source: string) => shown(await load(source))

describe('loadMarkdown', () => {
  it('keeps the words and drops the marks', async () => {
    const source =
      '# Titel\n\nDas **BSI** hilft ([Seite](https://bsi.bund.de)), siehe `npm`, ~~alt~~ neu.\nWeiter  \nhier.'
    expect(await blocks(source)).toEqual([
      'heading1 Titel',
      'paragraph Das BSI hilft (Seite), siehe npm, alt neu. Weiter hier.',
    ])
  })

  it.each([
    [
      '---\nTitle: Verwaltungsverfahrensgesetz\njurabk: VwVfG\n---\n\n# Anders',
      'Verwaltungsverfahrensgesetz (VwVfG)',
    ],
    ['---\ntitle: "Leitfaden: Notfall"\n---\nText', 'Leitfaden: Notfall'],
    ['---\njurabk: VwVfG\n---\n# Überschrift', 'Überschrift'],
    ['# **Erste** Überschrift\n\n# Zweite', 'Erste Überschrift'],
    ['Nur Text.', null],
  ])('takes the title of %j', async (source, title) => {
    expect((await load(source)).title).toBe(title)
  })

  it('warns of front matter that it cannot read and goes on', async () => {
    const document = await load('---\ntitle: [kaputt\n---\n\nText bleibt.')
    expect(document.text).toBe('Text bleibt.')
    expect(document.warnings).toEqual([expect.stringContaining('YAML-Kopf')])
  })

  it('joins items by a line break and keeps the numbers as they are written, outside the block', async () => {
    const document = await load(
      'Nötig sind:\n\n1.  der Antrag,\n\n3.  die Gebühr,\n\n    a)  bar oder\n\n    b)  per Karte.\n\n- lose\n  - tief\n',
    )
    expect(shown(document)).toEqual([
      'paragraph Nötig sind:',
      'listItem1# [1.] der Antrag,',
      'listItem1# [3.] die Gebühr,',
      'listItem2# [a)] bar oder',
      'listItem2# [b)] per Karte.',
      'listItem1 lose',
      'listItem2 tief',
    ])
    expect(document.text).toContain('Nötig sind:\n\n1. der Antrag,\n3. die Gebühr,\na) bar oder')
  })

  it('keeps the paragraph that goes on after a list within an item', async () => {
    expect(await blocks('1. wer\n\n    a) klagt oder\n\n    dies will.\n')).toEqual([
      'listItem1# [1.] wer',
      'listItem2# [a)] klagt oder',
      'paragraph dies will.',
    ])
  })

  it('turns tables into rows, also those written as lists of lists', async () => {
    const table =
      '| Frist | Stelle |\n| --- | --- |\n| 24 Stunden | BSI |\n\n*    *   1.\n\n    *   Wohnbauflächen\n\n*    *   2.\n\n    *   Sonderbauflächen\n'
    expect(await blocks(table)).toEqual([
      'tableRow Frist | Stelle',
      'tableRow 24 Stunden | BSI',
      'tableRow 1. | Wohnbauflächen',
      'tableRow 2. | Sonderbauflächen',
    ])
  })

  it('tells references, code, quotes, footnotes and definitions apart', async () => {
    const source = [
      'Text[^1] hier.',
      '[^1]: Die Fußnote.',
      'Quelle: [BSI](https://bsi.bund.de)',
      '> Ein Zitat.',
      '```\nnpm start\n\nnpm test\n```',
      'Ausfertigungsdatum\n:   1976-05-25',
      '![Ein Bild](b.png) ![b.png](b.png)',
    ]
    expect(await blocks(source.join('\n\n'))).toEqual([
      'paragraph Text hier.',
      'paragraph Die Fußnote.',
      'reference Quelle: BSI',
      'paragraph Ein Zitat.',
      'code npm start\nnpm test',
      'paragraph Ausfertigungsdatum: 1976-05-25',
      'paragraph Ein Bild',
    ])
  })

  it('reads embedded HTML as HTML and leaves scripts out', async () => {
    expect(await blocks('<p>Ein Satz.</p>\n\n<script>alert(1)</script>\n\nVor<br>nach <b>fett</b>.')).toEqual(
      ['paragraph Ein Satz.', 'paragraph Vor nach fett.'],
    )
  })

  it('takes deep indentation for structure, never for code', async () => {
    expect(await blocks('1.  eins\n\n    a)  zwei\n\n        aa)  drei\n')).toEqual([
      'listItem1# [1.] eins',
      'listItem2# [a)] zwei',
      'listItem3# [aa)] drei',
    ])
  })

  it.each([
    [
      'Quellen: [Städtetag](https://a.de/x), [heise](http://b.de)',
      ['Städtetag → https://a.de/x', 'heise → http://b.de'],
    ],
    ['Siehe [**das** `BSI`](https://a.de "Titel").', ['das BSI → https://a.de']],
    [
      '[Text][1] und [Zwei]\n\n[1]: https://a.de\n[zwei]: https://b.de',
      ['Text → https://a.de', 'Zwei → https://b.de'],
    ],
    ['www.bund.de oder <post@a.de>', ['www.bund.de → http://www.bund.de', 'post@a.de → mailto:post@a.de']],
    [
      '# [Titel](https://a.de)\n\n1. [eins](https://b.de)\n   - a) [zwei](https://c.de)',
      ['Titel → https://a.de', 'eins → https://b.de', 'zwei → https://c.de'],
    ],
    ['| a | b |\n|---|---|\n| x | [y](https://a.de) |', ['y → https://a.de']],
    ['*   *   [a](https://a.de)\n\n    *   1. [b](https://b.de)', ['a → https://a.de', 'b → https://b.de']],
    ['<p><a href="https://a.de">HTML</a></p>', ['HTML → https://a.de']],
    [
      '![Bild](https://a.de/b.png) [](https://leer.de) [oben](#oben) [nah](andere.md) [x](javascript:alert(1)) [y](//a.de)',
      [],
    ],
  ])('keeps the links of %j', async (source, links) => {
    expect(shownLinks(await load(source))).toEqual(links)
  })

  it.each([
    ['a list with a table below it', '- a\n  - b\n\n| x | y |\n| - | - |\n| 1 | 2 |\n'],
    ['a quote without a blank line', '> zitiert\nweiter'],
    ['a numbered list', '2. zwei\n5. fünf\n'],
    ['a paragraph with an address', 'siehe www.bsi.bund.de'],
  ])('reads %s the same with and without what makes it read the whole text at once', async (_name, body) => {
    const source = `# Eins\n\n${body}\n## Zwei\n\n${body}\n### Drei\n\n${body}`
    const whole = await blocks(`${source}\n\n[ziel]: https://a.de\n`)
    expect(await blocks(source)).toEqual(whole)
    expect(whole.filter((line) => line.startsWith('heading'))).toHaveLength(3)
  })

  it('takes no line of a code fence, of HTML or of a note for a heading', async () => {
    expect(await blocks('```\na\n# b\n```\n')).toEqual(['code a\n# b'])
    expect((await blocks('<div>\n# a\n</div>\n')).some((line) => line.startsWith('heading'))).toBe(false)
    expect(await blocks('# A [^1]\n\n## B\n\n[^1]: Die Note.\n')).toContain('paragraph Die Note.')
  })

  it('closes a compound that a hard line break parted and normalises invisible characters', async () => {
    const { text } = await load('De-\nMail und Straf-\nund Zivilsachen, Ver\u00ADwaltung, § 5, u\u0308ber')
    expect(text).toBe('De-Mail und Straf- und Zivilsachen, Verwaltung, § 5, über')
  })
})
