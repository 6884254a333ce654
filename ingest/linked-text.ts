/** Text whose links survive cutting, joining and tidying. Knows no format. */

import type { Link } from '../search/document.ts'

/** Links lie in the order of the text and do not overlap. */
export interface LinkedText {
  text: string
  links?: Link[]
}

interface Edit {
  start: number
  end: number
  text: string
}

const ALLOWED = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu

/** The text as one link; unchanged where it holds links already or the address is no http, https or mailto. */
export function linkText(linked: LinkedText, href: string | null): LinkedText {
  const address = href?.trim() ?? ''
  if (linked.links || !ALLOWED.test(address) || !URL.canParse(address)) return linked
  return withLinks(linked.text, [{ start: 0, end: linked.text.length, href: address }])
}

/** What another draft holds besides its text and links stays behind. */
export function toLinkedText({ text, links }: LinkedText): LinkedText {
  return { text, ...(links && { links }) }
}

export function joinTexts(parts: readonly LinkedText[], separator = ''): LinkedText {
  const links: Link[] = []
  let length = 0
  for (const part of parts) {
    links.push(...(shiftLinks(part, length).links ?? []))
    length += part.text.length + separator.length
  }
  return withLinks(parts.map((part) => part.text).join(separator), links)
}

/** The same text when it stands `by` characters further on. */
export function shiftLinks({ text, links = [] }: LinkedText, by: number): LinkedText {
  const shifted = links.map(({ start, end, href }) => ({ start: start + by, end: end + by, href }))
  return withLinks(text, shifted)
}

/** `String.replace` by a literal text. What is replaced at the end of a link no longer belongs to it. */
export function replaceText(linked: LinkedText, pattern: RegExp, replacement: string): LinkedText {
  if (!linked.links) return { text: linked.text.replace(pattern, () => replacement) }
  const matches = [...linked.text.matchAll(pattern)]
  const edits = matches.map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
    text: replacement,
  }))
  return edit(linked, edits)
}

/** Without white space at both ends. */
export function dropTextEnds(linked: LinkedText): LinkedText {
  const start = linked.text.length - linked.text.trimStart().length
  return dropTextStart({ ...linked, text: linked.text.trimEnd() }, start)
}

/** Without its first characters. Links that reach beyond the text are cut. */
export function dropTextStart({ text, links = [] }: LinkedText, count: number): LinkedText {
  const rest = text.slice(count)
  const within = (offset: number) => Math.min(Math.max(offset - count, 0), rest.length)
  return withLinks(
    rest,
    links.map(({ start, end, href }) => ({ start: within(start), end: within(end), href })),
  )
}

/** In NFC. */
export function normalizeText({ text, links = [] }: LinkedText): LinkedText {
  const normal = text.normalize('NFC')
  if (normal === text) return withLinks(text, links)
  const at = (offset: number) => text.slice(0, offset).normalize('NFC').length
  return withLinks(
    normal,
    links.map(({ start, end, href }) => ({ start: at(start), end: at(end), href })),
  )
}

/** The edits lie in order and do not overlap. */
function edit({ text, links = [] }: LinkedText, edits: readonly Edit[]): LinkedText {
  let edited = ''
  let at = 0
  const places = edits.map(({ start, end, text: replacement }) => {
    edited += text.slice(at, start)
    const before = edited.length
    edited += replacement
    at = end
    return { start, end, before, after: edited.length }
  })
  edited += text.slice(at)
  const lastFrom = lastPassed(places, (place, offset) => place.start <= offset)
  const lastBefore = lastPassed(places, (place, offset) => place.start < offset)
  const startAt = (offset: number) => {
    const last = lastFrom(offset)
    return last ? last.after + Math.max(0, offset - last.end) : offset
  }
  const endAt = (offset: number) => {
    const last = lastBefore(offset)
    if (!last) return offset
    return offset <= last.end ? last.before : last.after + offset - last.end
  }
  return withLinks(
    edited,
    links.map(({ start, end, href }) => ({ start: startAt(start), end: endAt(end), href })),
  )
}

/** Asked for growing offsets; walks along, so that a page of links in one block stays cheap. */
function lastPassed<Place>(places: readonly Place[], isPassed: (place: Place, offset: number) => boolean) {
  let next = 0
  return (offset: number): Place | undefined => {
    while (next < places.length && isPassed(places[next]!, offset)) next++
    return places[next - 1]
  }
}

function withLinks(text: string, links: Link[]): LinkedText {
  const kept = links.filter(({ start, end }) => start < end)
  return kept.length > 0 ? { text, links: kept } : { text }
}
