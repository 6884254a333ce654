/**
 * A record as one HTML file for printing. It loads and runs nothing; the record's data lies within, so that the file can
 * be checked later like the JSON form.
 */

import type { AnswerRecord } from './answer-record.ts'
import { type Fact, type SentenceView, toView, type UrlOf } from './record-view.ts'
import { RECORD_TEXTS as texts } from './texts.de.ts'

export const DATA_ELEMENT = '<script type="application/json" id="fundstelle-record">'

const STYLE = `
@page { margin: 20mm }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #171a2b; background: #fff;
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.125rem; color: #535970 }
h2 { margin: 2rem 0 .5rem; border-bottom: 1px solid #b0b4c5; font-size: 1.25rem; break-after: avoid }
h3 { margin: 1.25rem 0 .25rem; font-size: 1rem; break-after: avoid }
.question { margin: .5rem 0 1rem; font-size: 1.5rem; font-weight: 600; line-height: 1.3 }
.answer { font-size: 1.125rem; white-space: pre-line }
dl { display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr; gap: .125rem 1rem; margin: .5rem 0; font-size: .9375rem }
dt { color: #535970 }
dd { margin: 0 }
ul { margin: .25rem 0; padding-left: 1.25rem; font-size: .9375rem }
article { break-inside: avoid }
blockquote { margin: .5rem 0; padding-left: .875rem; border-left: 3px solid #171a2b; white-space: pre-line }
.place { margin: .5rem 0 0; color: #535970; font-size: .9375rem }
a { color: inherit }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt } }
`

export function toHtml(record: AnswerRecord, urlOf: UrlOf): string {
  const view = toView(record, urlOf)
  const parts = [
    `<h1>${texts.title}</h1>`,
    `<p class="question">${escapeHtml(view.question)}</p>`,
    toFacts(view.facts),
    section(texts.answer, [`<div class="answer">${toAnswer(view.answer)}</div>`]),
    section(texts.sentences, view.sentences.map(toSentence)),
    section(
      texts.sources,
      view.sources.map(({ n, title, facts }) => toPlace(`[${n}] ${title}`, facts)),
    ),
    section(
      texts.nearest,
      view.nearest.map(({ title, facts }) => toPlace(title, facts)),
    ),
    section(texts.warnings, view.warnings.length > 0 ? [toItems(view.warnings)] : []),
    section(texts.origin, [toFacts(view.origin), `<p>${escapeHtml(texts.check('DATEI'))}</p>`]),
    `${DATA_ELEMENT}${toScriptData(record)}</script>`,
  ]
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${texts.title}: ${escapeHtml(view.question)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${parts.filter(Boolean).join('\n')}
</main>
</body>
</html>
`
}

function section(heading: string, parts: string[]): string {
  return parts.length === 0 ? '' : `<section>\n<h2>${heading}</h2>\n${parts.join('\n')}\n</section>`
}

function toSentence({ text, verdict, checks, quotes }: SentenceView, index: number): string {
  const isQuote = quotes.some((quote) => quote.text === null)
  const quoted = quotes.flatMap((quote) => [
    `<p class="place">${escapeHtml(quote.place)}</p>`,
    ...(quote.text ? [toQuote(quote.text)] : []),
  ])
  const parts = [
    `<h3>${index + 1}. ${verdict}</h3>`,
    isQuote ? toQuote(text) : `<p>${escapeHtml(text)}</p>`,
    ...quoted,
    ...(checks.length > 0 ? [toItems(checks)] : []),
  ]
  return `<article>\n${parts.join('\n')}\n</article>`
}

const toQuote = (text: string) => `<blockquote>${escapeHtml(text)}</blockquote>`

function toPlace(title: string, facts: readonly Fact[]): string {
  return `<article>\n<h3>${escapeHtml(title)}</h3>\n${toFacts(facts)}\n</article>`
}

function toFacts(facts: readonly Fact[]): string {
  const rows = facts.map(({ label, value, href }) => {
    const shown = href ? `<a href="${escapeHtml(href)}">${escapeHtml(value)}</a>` : escapeHtml(value)
    return `<dt>${label}</dt><dd>${shown}</dd>`
  })
  return `<dl>\n${rows.join('\n')}\n</dl>`
}

function toItems(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`
}

/** Line breaks stay; names of documents in bold, items with a dot. */
function toAnswer(answer: string): string {
  return escapeHtml(answer)
    .replaceAll(/^\*\*(.+)\*\*$/gm, '<strong>$1</strong>')
    .replaceAll(/^- /gm, '• ')
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** JSON that cannot end the element it stands in. */
function toScriptData(record: AnswerRecord): string {
  return JSON.stringify(record).replaceAll('<', '\\u003c')
}
