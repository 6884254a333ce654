import { describe, expect, it } from 'vitest'
import { loadHtml } from '../../../ingest/load/html-loader.ts'
import { encode } from '../builders.ts'
import { shown, shownLinks } from './shown.ts'

const load = (source: string) => loadHtml(encode(source), 'a.html')
const blocks = async (source: string) => shown(await load(source))

describe('loadHtml', () => {
  it('keeps the main content and leaves navigation, scripts and page furniture out', async () => {
    const page = `<!doctype html><html><head><title>Notfall &amp; Krise</title><style>p{}</style></head><body>
      <header><p>Logo</p></header><nav><ul><li>Start</li></ul></nav>
      <main><h1>Im Notfall</h1><p>Ruhe <b>bewahren</b>.<br>Stecker ziehen.</p><aside>Werbung</aside>
      <div role="navigation">Weiter</div><p hidden>Versteckt</p><script>x()</script></main>
      <footer>Impressum</footer></body></html>`
    const document = await load(page)
    expect(document.title).toBe('Notfall & Krise')
    expect(shown(document)).toEqual(['heading1 Im Notfall', 'paragraph Ruhe bewahren. Stecker ziehen.'])
  })

  it('reads lists with nesting and numbers, tables and definitions', async () => {
    const page = `<ol start="3"><li>eins<ul><li>tief</li></ul></li><li><p>zwei</p><p>weiter</p></li></ol>
      <table><caption>Fristen</caption><tr><th>Frist</th><th>Stelle</th></tr><tr><td>24 Stunden</td><td>BSI</td></tr></table>
      <dl><dt>BSI</dt><dd>Bundesamt</dd></dl><pre>a  b</pre><p>Quelle: <a href="x">BSI</a></p>`
    expect(await blocks(page)).toEqual([
      'listItem1# [3.] eins',
      'listItem2 tief',
      'listItem1# [4.] zwei',
      'paragraph weiter',
      'paragraph Fristen',
      'tableRow Frist | Stelle',
      'tableRow 24 Stunden | BSI',
      'paragraph BSI: Bundesamt',
      'code a  b',
      'reference Quelle: BSI',
    ])
  })

  it('reads words between block elements and tables used for layout', async () => {
    expect(
      await blocks('<div>Davor<p>Mitte</p>danach</div><table><tr><td><p>Zelle</p></td></tr></table>'),
    ).toEqual(['paragraph Davor', 'paragraph Mitte', 'paragraph danach', 'paragraph Zelle'])
  })

  it('decodes the declared charset', async () => {
    const latin = Uint8Array.from('<meta charset="iso-8859-1"><p>Gebühr</p>', (char) => char.charCodeAt(0))
    expect((await loadHtml(latin, 'a.html')).text).toBe('Gebühr')
  })

  it.each([
    [
      '<p>Quelle: <a href=" https://a.de/x?a=1&amp;b=2 "> Das <b>BSI</b> </a>.</p>',
      ['Das BSI → https://a.de/x?a=1&b=2'],
    ],
    [
      '<ol><li><a href="https://a.de">eins</a></li></ol><h2><a href="https://b.de">zwei</a></h2>',
      ['eins → https://a.de', 'zwei → https://b.de'],
    ],
    ['<table><tr><td>x</td><td> <a href="https://a.de">y</a></td></tr></table>', ['y → https://a.de']],
    ['<dl><dt>BSI</dt><dd><a href="mailto:a@b.de">Post</a></dd></dl>', ['Post → mailto:a@b.de']],
    ['<p>• <a href="https://a.de">Punkt</a></p>', ['Punkt → https://a.de']],
    ['<a href="https://a.de"><h3>Karte</h3><p>Text</p></a>', ['Karte → https://a.de', 'Text → https://a.de']],
    [
      '<p><a href="#oben">a</a> <a href="/b">b</a> <a href="javascript:x()">c</a> <a href="http://">d</a> <a>e</a></p>',
      [],
    ],
  ])('keeps the links of %j', async (source, links) => {
    expect(shownLinks(await load(source))).toEqual(links)
  })

  it('survives deep nesting', async () => {
    const { text } = await load(`${'<div>'.repeat(400)}tief${'</div>'.repeat(400)}`)
    expect(text).toBe('tief')
  })
})
