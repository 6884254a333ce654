import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadPdf } from '../../../ingest/load/pdf-loader.ts'
import { buildPdf, lines, type PdfTextAt } from '../pdf-builder.ts'
import { shown } from './shown.ts'

const FULL = 'Die Behörde informiert die betroffenen Stellen unverzüglich über den Vorfall und'

function body(count: number, at: { x: number; y: number }, topic = 'Meldewegen'): PdfTextAt[] {
  const texts = Array.from(
    { length: count },
    (_, index) => `Zeile ${index + 1} des Absatzes handelt von Meldewegen und von`,
  )
  return lines([...texts.slice(0, -1), `dem Ende von ${topic}.`], { ...at, size: 10 })
}

describe('loadPdf', () => {
  it('makes headings by size and weight, with levels, and joins the lines of a paragraph', async () => {
    const page = [
      { text: 'Leitfaden für Kommunen', x: 60, y: 80, size: 20, bold: true },
      { text: '1 Meldewege', x: 60, y: 130, size: 14, bold: true },
      ...lines([FULL, 'die Leitung der Verwaltung wird eingebunden.'], { x: 60, y: 160 }),
      { text: 'Fristen', x: 60, y: 200, bold: true },
      ...lines(['Die Frist beträgt 72 Stunden.'], { x: 60, y: 216 }),
    ]
    const document = await loadPdf(buildPdf([page]), 'a.pdf')
    expect(document.title).toBe('Leitfaden für Kommunen')
    expect(shown(document)).toEqual([
      'heading1 Leitfaden für Kommunen',
      'heading2 1 Meldewege',
      `paragraph ${FULL} die Leitung der Verwaltung wird eingebunden.`,
      'heading3 Fristen',
      'paragraph Die Frist beträgt 72 Stunden.',
    ])
  })

  it('undoes the hyphen of a line break and keeps the one of the word', async () => {
    const page = lines(
      [
        'Die Gefährdung der kommunalen Verwaltungen wächst, deshalb ist die Wort-',
        'trennung aufzuheben, aber die Zusammenarbeit auf Bund-',
        'Länder-Ebene bleibt ebenso erhalten wie jede Art von IT-',
        'gestützter Arbeit in den großen und kleinen Städten sowie Bund- ',
        'und Landesbehörden.',
      ],
      { x: 60, y: 100 },
    )
    const { text } = await loadPdf(buildPdf([page]), 'a.pdf')
    expect(text).toContain('die Worttrennung aufzuheben')
    expect(text).toContain('Bund-Länder-Ebene')
    expect(text).toContain('IT-gestützter Arbeit')
    expect(text).toContain('Bund- und Landesbehörden')
  })

  it('reads two columns one after the other, with what stands across them in between', async () => {
    const left = lines(
      Array.from({ length: 12 }, (_, index) => `links Zeile ${index + 1} mit einigen Worten Text`),
      { x: 60, y: 120 },
    )
    const right = lines(
      Array.from({ length: 12 }, (_, index) => `rechts Zeile ${index + 1} mit einigen Worten Text`),
      { x: 320, y: 120 },
    )
    const across = {
      text: 'Eine Überschrift über beide Spalten der Seite',
      x: 60,
      y: 80,
      size: 18,
      bold: true,
    }
    const { text } = await loadPdf(buildPdf([[across, ...left, ...right]]), 'a.pdf')
    expect(text.indexOf('Eine Überschrift')).toBe(0)
    expect(text.indexOf('links Zeile 12')).toBeLessThan(text.indexOf('rechts Zeile 1 '))
    expect(text).toContain('Text links Zeile 2')
  })

  it('takes out running heads, footers and page numbers, and keeps the printed number as label', async () => {
    const pages = [5, 6, 7, 8].map((printed) => [
      { text: 'Handreichung IT-Krisen', x: 60, y: 40, size: 8 },
      ...body(6, { x: 60, y: 120 + printed }, `Thema ${printed}`),
      { text: `Stand 2024 – Seite ${printed}`, x: 60, y: 810, size: 8 },
    ])
    const document = await loadPdf(buildPdf(pages), 'a.pdf')
    expect(document.text).not.toMatch(/Handreichung|Stand 2024|Seite/)
    expect(document.blocks.map(({ page, pageLabel }) => [page, pageLabel])).toEqual([
      [1, '5'],
      [2, '6'],
      [3, '7'],
      [4, '8'],
    ])
  })

  it("prefers the PDF's own page labels", async () => {
    const pages = [body(4, { x: 60, y: 100 }), body(4, { x: 60, y: 100 })]
    const { blocks } = await loadPdf(buildPdf(pages, { labelStart: 59 }), 'a.pdf')
    expect(blocks.map(({ pageLabel }) => pageLabel)).toEqual(['59', '60'])
  })

  it('joins a paragraph that runs over a page break and remembers where the page turns', async () => {
    const first = lines(
      [
        'Der Krisenstab trifft sich noch am selben Tag und bespricht alle Maßnahmen, die',
        'sich aus der Lage erge-',
      ],
      { x: 60, y: 700 },
    )
    const second = lines(['ben. Danach informiert er die Presse über den Stand der Dinge.'], {
      x: 60,
      y: 100,
    })
    const document = await loadPdf(buildPdf([first, second]), 'a.pdf')
    expect(document.text).toBe(
      'Der Krisenstab trifft sich noch am selben Tag und bespricht alle Maßnahmen, die sich aus der Lage ergeben. Danach informiert er die Presse über den Stand der Dinge.',
    )
    expect(document.pageBreaks).toEqual([{ offset: document.text.indexOf('ben. Danach'), page: 2 }])
  })

  it('recognises lists with their nesting and wrapped items', async () => {
    const page = [
      ...lines(['Zu melden sind:'], { x: 60, y: 100 }),
      ...lines(['• die Art des Vorfalls, soweit sie in der kurzen Zeit nach der Entdeckung schon'], {
        x: 70,
        y: 112,
      }),
      ...lines(['bekannt ist,'], { x: 80, y: 124 }),
      ...lines(['– bei Angriffen der Weg'], { x: 90, y: 136 }),
      ...lines(['• der Ort'], { x: 70, y: 148 }),
      ...lines(['1. zuerst die Leitung', '2. dann die Presse'], { x: 70, y: 190 }),
    ]
    const document = await loadPdf(buildPdf([page]), 'a.pdf')
    expect(shown(document)).toEqual([
      'paragraph Zu melden sind:',
      'listItem1 die Art des Vorfalls, soweit sie in der kurzen Zeit nach der Entdeckung schon bekannt ist,',
      'listItem2 bei Angriffen der Weg',
      'listItem1 der Ort',
      'listItem1# [1.] zuerst die Leitung',
      'listItem1# [2.] dann die Presse',
    ])
  })

  it('does not take a number at the beginning of a line for a list', async () => {
    const page = lines(
      [
        'Die Zahl der Angriffe auf kommunale Verwaltungen stieg in diesem Jahr bis zum',
        '3. Quartal deutlich an und sank danach wieder.',
      ],
      { x: 60, y: 100 },
    )
    expect(shown(await loadPdf(buildPdf([page]), 'a.pdf'))).toHaveLength(1)
  })

  it('shows a table of contents without letting it become an answer', async () => {
    const page = [
      { text: 'Inhalt', x: 60, y: 80, size: 16, bold: true },
      ...lines(['1 Einleitung ........................ 3', '2 Meldewege ........................ 7'], {
        x: 60,
        y: 110,
      }),
      { text: '1 Einleitung', x: 60, y: 300, size: 16, bold: true },
      ...body(5, { x: 60, y: 330 }),
    ]
    const kinds = (await loadPdf(buildPdf([page]), 'a.pdf')).blocks.map(({ kind }) => kind)
    expect(kinds).toEqual(['heading', 'reference', 'reference', 'heading', 'paragraph'])
  })

  it('keeps the cells of a table row together', async () => {
    const rows = [
      ['Meldeweg', 'Frist', 'Stelle'],
      ['Frühwarnung', '24 Stunden', 'BSI'],
      ['Bericht', '72 Stunden', 'BSI'],
    ]
    const page = rows.flatMap((row, index) =>
      row.map((text, column) => ({ text, x: 60 + column * 150, y: 100 + index * 14 })),
    )
    expect(shown(await loadPdf(buildPdf([page]), 'a.pdf'))).toEqual([
      'tableRow Meldeweg | Frist | Stelle',
      'tableRow Frühwarnung | 24 Stunden | BSI',
      'tableRow Bericht | 72 Stunden | BSI',
    ])
  })

  it('does not take the wide gaps of justified lines for a table', async () => {
    const page = [
      ...lines(['Der Bericht über die Lage der Sicherheit in den Kommunen ist ausführlich und'], {
        x: 60,
        y: 100,
      }),
      { text: 'Deutschland', x: 60, y: 112 },
      { text: 'erscheint', x: 200, y: 112 },
      { text: 'jährlich', x: 370, y: 112 },
      { text: 'im', x: 60, y: 124 },
      { text: 'Herbst', x: 224, y: 124 },
      { text: 'desselben', x: 345, y: 124 },
      ...lines(['Jahres.'], { x: 60, y: 136 }),
    ]
    expect(shown(await loadPdf(buildPdf([page]), 'a.pdf'))).toEqual([
      'paragraph Der Bericht über die Lage der Sicherheit in den Kommunen ist ausführlich und Deutschland erscheint jährlich im Herbst desselben Jahres.',
    ])
  })

  it('knows the columns of a last page with few lines from the pages before', async () => {
    const column = (count: number, x: number, word: string) =>
      lines(
        Array.from({ length: count }, (_, index) => `${word} Zeile ${index + 1} mit einigen Worten Text`),
        { x, y: 100 },
      )
    const full = (page: number) => [...column(12, 60, `links${page}`), ...column(12, 320, `rechts${page}`)]
    const last = [...column(3, 60, 'ganz'), ...column(3, 320, 'unten')]
    const { text } = await loadPdf(buildPdf([full(1), full(2), last]), 'a.pdf')
    expect(text.indexOf('ganz Zeile 3')).toBeLessThan(text.indexOf('unten Zeile 1'))
  })

  it('keeps a heading of several lines together, hyphen included, and apart from small print beside it', async () => {
    const page = [
      { text: 'Neue Schadprogramm-', x: 60, y: 100, size: 16, bold: true },
      { text: 'Varianten im Jahr', x: 60, y: 119, size: 16, bold: true },
      { text: '2024', x: 60, y: 138, size: 16, bold: true },
      { text: 'Datum der Ausgabe', x: 400, y: 96, size: 6 },
      ...body(4, { x: 60, y: 170 }),
    ]
    const [heading] = shown(await loadPdf(buildPdf([page]), 'a.pdf')).filter((line) =>
      line.startsWith('heading'),
    )
    expect(heading).toBe('heading1 Neue Schadprogramm-Varianten im Jahr 2024')
  })

  it('takes indented lines below a lead-in for items although their marks are drawn', async () => {
    const page = [
      ...lines(['Das Amt betrachtet die Lage im Bericht in drei Dimensionen, die zusammenwirken:'], {
        x: 60,
        y: 100,
      }),
      ...lines(['Bedrohung', 'Angriffsfläche', 'Resilienz'], { x: 80, y: 116, step: 13 }),
    ]
    expect(shown(await loadPdf(buildPdf([page]), 'a.pdf')).slice(1)).toEqual([
      'listItem1 Bedrohung',
      'listItem1 Angriffsfläche',
      'listItem1 Resilienz',
    ])
  })

  it('drops the number of a footnote mark from the sentence', async () => {
    const page = [
      { text: 'Die Frist ist kurz.', x: 60, y: 100 },
      { text: '12', x: 146, y: 96, size: 6 },
      { text: 'Danach folgt der Bericht an die Stelle.', x: 156, y: 100 },
    ]
    expect((await loadPdf(buildPdf([page]), 'a.pdf')).text).toBe(
      'Die Frist ist kurz. Danach folgt der Bericht an die Stelle.',
    )
  })

  it('refuses a scan with the remedy and a broken file by its name', async () => {
    await expect(loadPdf(buildPdf([[], []]), 'scan.pdf')).rejects.toMatchObject({
      code: 'no_text_layer',
      message: expect.stringMatching(/scan\.pdf.*Scan ohne Textebene \(2 Seiten\).*OCR/),
    })
    const broken = buildPdf([body(3, { x: 60, y: 100 })]).slice(0, 200)
    await expect(loadPdf(broken, 'kaputt.pdf')).rejects.toMatchObject({
      code: 'source_unreadable',
      message: expect.stringContaining('kaputt.pdf'),
    })
  })

  it('asks for an unprotected copy of a file with a password', async () => {
    const bytes = readFileSync(new URL('../fixtures/kennwort.pdf', import.meta.url))
    await expect(loadPdf(bytes, 'kennwort.pdf')).rejects.toMatchObject({
      code: 'source_unreadable',
      message: expect.stringContaining('mit einem Kennwort geschützt'),
    })
  })

  it('names the pages without text', async () => {
    const { warnings } = await loadPdf(buildPdf([body(3, { x: 60, y: 100 }), []]), 'a.pdf')
    expect(warnings).toEqual(['Ohne Textebene und deshalb nicht durchsuchbar: Seite 2.'])
  })

  it('takes the title of the metadata where there is no heading', async () => {
    const pages = [body(3, { x: 60, y: 100 })]
    expect((await loadPdf(buildPdf(pages, { title: 'Lagebericht 2024 des Amtes' }), 'a.pdf')).title).toBe(
      'Lagebericht 2024 des Amtes',
    )
    expect((await loadPdf(buildPdf(pages, { title: 'bericht_v3.indd' }), 'a.pdf')).title).toBeNull()
  })
})
