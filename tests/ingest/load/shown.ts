import type { LoadedDocument } from '../../../search/document.ts'

/** Blocks as lines: kind, level, `#` for ordered, what stands before the block in its line, text. */
export function shown({ text, blocks }: LoadedDocument): string[] {
  return blocks.map((block) => {
    const marker = text.slice(text.lastIndexOf('\n', block.start - 1) + 1, block.start).trim()
    const level = block.level > 0 ? String(block.level) : ''
    const before = marker === '' ? '' : `[${marker}] `
    return `${block.kind}${level}${block.ordered ? '#' : ''} ${before}${text.slice(block.start, block.end)}`
  })
}

/** Links as "words → address", in order. */
export function shownLinks({ text, blocks }: LoadedDocument): string[] {
  return blocks.flatMap(({ links = [] }) =>
    links.map(({ start, end, href }) => `${text.slice(start, end)} → ${href}`),
  )
}
