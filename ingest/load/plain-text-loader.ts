/** Plain text into blocks: paragraphs at blank lines, simple headings and lists recognised by their form. */

import { toLoadedDocument } from '../document-text.ts'
import type { BlockDraft, Loader } from '../loader.ts'
import { decodeText } from './decode-text.ts'
import { headingLevel } from './heading-form.ts'
import { takeMarker } from './list-marker.ts'

/** Title: the first line where it has the form of a heading. */
export const loadPlainText: Loader = async (bytes) => {
  const paragraphs = decodeText(bytes)
    .split(/\n[^\S\n]*\n|\f/u)
    .filter((paragraph) => paragraph.trim() !== '')
  const drafts = paragraphs.flatMap((paragraph, index) =>
    toDrafts(paragraph.split('\n'), { isFirst: index === 0, isLast: index === paragraphs.length - 1 }),
  )
  const [first] = drafts
  const title = first?.kind === 'heading' ? first.text : null
  return toLoadedDocument(drafts, { title, pageCount: null, warnings: [] })
}

/** The last paragraph is no heading: there is nothing below it. */
function toDrafts(lines: string[], { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): BlockDraft[] {
  const drafts: BlockDraft[] = []
  for (const [index, line] of lines.entries()) {
    const text = line.trim()
    if (text === '' || /^[=\-_*~#]{3,}$/u.test(text)) continue
    const underlined = /^\s*(={3,}|-{3,})\s*$/u.exec(lines[index + 1] ?? '')?.[1]
    const alone = (lines.length === 1 && !isLast) || underlined !== undefined
    const level = underlined ? (underlined.startsWith('=') ? 1 : 2) : headingLevel(text)
    if (alone && level !== null)
      drafts.push({ kind: 'heading', level: isFirst && index === 0 ? 1 : level, text })
    else pushLine(drafts, text, index === 0)
  }
  return drafts
}

function pushLine(drafts: BlockDraft[], line: string, opens: boolean): void {
  const item = takeMarker(line)
  const previous = drafts.at(-1)
  if (item && !endsMidWord(previous?.text)) {
    const ordered = item.style !== 'bullet'
    drafts.push({
      kind: 'listItem',
      level: item.depth,
      text: item.text,
      ...(ordered && { ordered, marker: item.marker }),
    })
  } else if (previous && !opens && previous.kind !== 'heading') previous.text = `${previous.text} ${line}`
  else drafts.push({ kind: 'paragraph', level: 0, text: line })
}

/** A line that breaks before "3. Quartal" or "– wie gesagt –" does not begin a list. */
function endsMidWord(text: string | undefined): boolean {
  return (
    text !== undefined &&
    /(?:\b(?:im|am|der|dem|den|des|zum|zur|vom|und|oder)|[\p{Ll}],|\bNr\.|\bAbs\.)$/u.test(text)
  )
}
