/**
 * Vite plugin that takes only the design tokens in use from `@kern-ux/native`: `virtual:kern-tokens` is a string of
 * CSS declarations, each colour once as `light-dark(…)`, so that `color-scheme` alone switches the theme.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const moduleId = 'virtual:kern-tokens'
type Tokens = Map<string, string>

export function kernTokens(sourceFolder: string): Plugin {
  return {
    name: 'kern-tokens',
    resolveId: (id) => (id === moduleId ? `\0${moduleId}` : undefined),
    load: (id) =>
      id === `\0${moduleId}`
        ? `export default ${JSON.stringify(toDeclarations(usedNames(sourceFolder)))}`
        : undefined,
  }
}

function toDeclarations(names: string[]): string {
  const css = readFileSync(createRequire(import.meta.url).resolve('@kern-ux/native/dist/kern.css'), 'utf8')
  const base = parseRootTokens(css)
  const light = parseTokens(blockOf(css, '[data-kern-theme=light],\n.kern-light {'))
  const dark = parseTokens(blockOf(css, '[data-kern-theme=dark],\n.kern-dark {'))
  return names
    .map((name) => {
      const onLight = resolve(name, [light, base])
      const onDark = resolve(name, [dark, base])
      return `${name}:${onLight === onDark ? onLight : `light-dark(${onLight},${onDark})`}`
    })
    .join(';')
}

/** The value with every reference replaced, so that no primitive has to be shipped. Throws for a token KERN lacks. */
function resolve(name: string, layers: Tokens[]): string {
  const value = layers.map((layer) => layer.get(name)).find((found) => found !== undefined)
  if (value === undefined) throw new Error(`@kern-ux/native has no token ${name}`)
  return value.replace(/var\((--kern-[\w-]+)\)/g, (_, inner: string) => resolve(inner, layers))
}

function usedNames(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  )
  const found = files.flatMap(
    (file) => readFileSync(join(folder, file), 'utf8').match(/--kern-[\w-]+/g) ?? [],
  )
  return [...new Set(found)].sort()
}

/** Tokens of the plain `:root` blocks; the ones inside media queries (indented) adapt sizes that are not used here. */
function parseRootTokens(css: string): Tokens {
  const tokens: Tokens = new Map()
  for (const block of css.split(/^:root \{/m).slice(1)) {
    for (const [name, value] of parseTokens(block.slice(0, block.indexOf('\n}')))) {
      if (!tokens.has(name)) tokens.set(name, value)
    }
  }
  return tokens
}

function blockOf(css: string, opening: string): string {
  const start = css.lastIndexOf(opening)
  if (start < 0) throw new Error(`@kern-ux/native has no block ${opening}`)
  return css.slice(start, css.indexOf('\n}', start))
}

function parseTokens(block: string): Tokens {
  return new Map(
    [...block.matchAll(/(--kern-[\w-]+):\s*([^;]+);/g)].map((match) => [match[1]!, match[2]!.trim()]),
  )
}
