/** YAML front matter of a text file: its title, and the rest of the file. */

import { parse } from 'yaml'
import { z } from 'zod'

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u
const text = z.coerce.string().transform((value) => value.replace(/\s+/gu, ' ').trim())
const fields = z.record(z.string(), z.unknown()).transform((record) => {
  const byName = new Map(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value]))
  const first = (...names: string[]) =>
    names.map((name) => text.safeParse(byName.get(name) ?? '').data ?? '').find((value) => value !== '')
  return {
    title: first('title', 'titel'),
    abbreviation: first('jurabk', 'abkuerzung', 'abkürzung', 'abbreviation'),
  }
})

export interface FrontMatter {
  body: string
  /** With the abbreviation in brackets where the front matter has one: "Verwaltungsverfahrensgesetz (VwVfG)". */
  title: string | null
  warnings: string[]
}

/** Unreadable front matter is left out with a warning; a file without any comes back as it is. */
export function splitFrontMatter(source: string): FrontMatter {
  const match = FRONT_MATTER.exec(source)
  if (!match) return { body: source, title: null, warnings: [] }
  const body = source.slice(match[0].length)
  try {
    const parsed = fields.safeParse(parse(match[1]!) ?? {})
    // A block that is no mapping was a text between two rules.
    if (!parsed.success) return { body: source, title: null, warnings: [] }
    return { body, title: toTitle(parsed.data), warnings: [] }
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return { body, title: null, warnings: [`Der YAML-Kopf ist nicht lesbar und wurde übergangen: ${reason}`] }
  }
}

function toTitle({ title, abbreviation }: { title?: string; abbreviation?: string }): string | null {
  if (!title) return null
  return !abbreviation || title.includes(abbreviation) ? title : `${title} (${abbreviation})`
}
