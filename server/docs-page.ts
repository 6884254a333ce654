/** The page under `/docs`: the routes and schemas of the OpenAPI document as plain HTML, readable without scripts. */

import type { App } from './app.ts'

type OpenApiDocument = ReturnType<App['getOpenAPI31Document']>
type Json = Record<string, unknown>

interface Operation {
  summary?: string
  parameters?: { name: string; in: string; description?: string }[]
  requestBody?: { content: Json }
  responses: Record<string, { description: string; content?: Json }>
}

export function renderDocsPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) =>
      renderOperation(method.toUpperCase(), path, operation),
    ),
  )
  const schemas = Object.entries(document.components?.schemas ?? {}).map(renderSchema)
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Schnittstelle – ${escapeHtml(document.info.title)}</title>
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<main>
<h1>Schnittstelle von ${escapeHtml(document.info.title)} ${escapeHtml(document.info.version)}</h1>
<p>${escapeHtml(document.info.description ?? '')}</p>
<p>Maschinenlesbar: <a href="/openapi.json">/openapi.json</a> · <a href="/">Zur Chatseite</a></p>
<pre><code>curl -s http://localhost:8080/api/v1/ask -H 'Content-Type: application/json' -d '{"question": "Wen informieren wir zuerst bei einem Cyberangriff?"}'</code></pre>
<h2>Wege</h2>
${operations.join('\n')}
<h2>Formen</h2>
${schemas.join('\n')}
</main>
</body>
</html>
`
}

function renderOperation(method: string, path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).map(
    ({ name, description }) => `<li><code>${escapeHtml(name)}</code> ${escapeHtml(description ?? '')}</li>`,
  )
  const responses = Object.entries(operation.responses).map(
    ([status, { description, content }]) =>
      `<li><code>${escapeHtml(status)}</code> ${escapeHtml(description)} ${renderContent(content)}</li>`,
  )
  const body = operation.requestBody ? `<p>Inhalt: ${renderContent(operation.requestBody.content)}</p>` : ''
  return `<section>
<h3><code>${escapeHtml(method)} ${escapeHtml(path)}</code></h3>
<p>${escapeHtml(operation.summary ?? '')}</p>
${body}${parameters.length > 0 ? `<ul>${parameters.join('')}</ul>` : ''}
<details><summary>Antworten</summary><ul>${responses.join('')}</ul></details>
</section>`
}

function renderContent(content: Json | undefined): string {
  return Object.entries(content ?? {})
    .map(
      ([mediaType, value]) => `${escapeHtml(mediaType)} ${renderType((value as { schema?: Json }).schema)}`,
    )
    .join('; ')
}

function renderSchema([name, schema]: [string, unknown]): string {
  return `<section id="${escapeHtml(name)}"><h3><code>${escapeHtml(name)}</code></h3>
<pre><code>${escapeHtml(JSON.stringify(schema, null, 2))}</code></pre></section>`
}

function renderType(schema: Json | undefined): string {
  const name = typeof schema?.$ref === 'string' ? schema.$ref.split('/').at(-1)! : null
  if (name) return `<a href="#${escapeHtml(name)}"><code>${escapeHtml(name)}</code></a>`
  return escapeHtml(String(schema?.description ?? ''))
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

export const DOCS_STYLE = `:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; }
section { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: .25rem 0 .75rem; }
pre { overflow-x: auto; padding: .75rem; background: color-mix(in srgb, currentColor 8%, transparent); }
h3 { margin: .75rem 0 .25rem; }
`
