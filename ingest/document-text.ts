/** Joins block drafts into the document text that all offsets count in. */

import type { Block, LoadedDocument } from '../search/document.ts'
import { dropTextEnds, type LinkedText, normalizeText, replaceText, shiftLinks } from './linked-text.ts'
import type { BlockDraft } from './loader.ts'

const REFERENCE = /^(?:Quellen?|Quellenangaben?|Quellennachweise?|Sources?)\s*:/u
/** Soft hyphens, zero-width characters, byte order marks, and control characters other than white space. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF\u0000-\u0008\u000E-\u001F\u007F]/gu

/**
 * Blocks are joined by a blank line, items of a list and rows of a table by a line break. The marker of an ordered item
 * stands before its block. A paragraph that only names sources becomes a `reference`; empty drafts are dropped.
 */
export function toLoadedDocument(
  drafts: readonly BlockDraft[],
  facts: Omit<LoadedDocument, 'text' | 'blocks'>,
): LoadedDocument {
  const blocks: Block[] = []
  let text = ''
  for (const draft of drafts) {
    const body = draft.kind === 'code' ? tidyCode(draft) : tidyText(draft)
    if (body.text === '') continue
    const kind = draft.kind === 'paragraph' && REFERENCE.test(body.text) ? 'reference' : draft.kind
    text += separator(blocks.at(-1), kind) + (draft.marker ? `${draft.marker} ` : '')
    blocks.push(toBlock({ ...draft, kind, ...body }, text.length))
    text += body.text
  }
  return { ...facts, title: facts.title ? tidyText({ text: facts.title }).text || null : null, text, blocks }
}

/** One line in NFC, without invisible characters, white space runs as one space. */
function tidyText(text: LinkedText): LinkedText {
  const visible = replaceText(text, INVISIBLE, '')
  return normalizeText(dropTextEnds(replaceText(visible, /\s+/gu, ' ')))
}

/** Lines stay, but no empty ones. */
function tidyCode(text: LinkedText): LinkedText {
  const lines = replaceText(replaceText(text, INVISIBLE, ''), /\r\n?/gu, '\n')
  const trimmed = replaceText(lines, /[^\S\n]+(?=\n|$)/gu, '')
  return normalizeText(dropTextEnds(replaceText(trimmed, /\n{2,}/gu, '\n')))
}

function separator(previous: Block | undefined, kind: Block['kind']): string {
  if (!previous) return ''
  return previous.kind === kind && (kind === 'listItem' || kind === 'tableRow') ? '\n' : '\n\n'
}

function toBlock(draft: BlockDraft, start: number): Block {
  const { links } = shiftLinks(draft, start)
  return {
    kind: draft.kind,
    level: draft.level,
    ...(draft.ordered && { ordered: true }),
    page: draft.page ?? null,
    ...(draft.pageLabel !== undefined && { pageLabel: draft.pageLabel }),
    start,
    end: start + draft.text.length,
    ...(links && { links }),
  }
}
