/** Groups blocks under their headings. */

import type { Block } from '../search/document.ts'

export interface Section {
  /** Headings above the blocks, outermost first, the section's own heading last; empty before the first heading. */
  headingPath: string[]
  /** The section's own heading block. */
  heading: Block | null
  /** Content without headings, in order. */
  blocks: Block[]
  /** No heading of a deeper level follows before the section ends. */
  isLeaf: boolean
}

/** In order of the text; a heading ends all open headings of its level or deeper. Sections without content are kept. */
export function toSections(text: string, blocks: readonly Block[]): Section[] {
  const open: { level: number; title: string }[] = []
  const sections: Section[] = [{ headingPath: [], heading: null, blocks: [], isLeaf: true }]
  for (const block of blocks) {
    const current = sections.at(-1)!
    if (block.kind !== 'heading') {
      current.blocks.push(block)
      continue
    }
    if (current.heading && block.level > current.heading.level) current.isLeaf = false
    while (open.length > 0 && open.at(-1)!.level >= block.level) open.pop()
    open.push({ level: block.level, title: text.slice(block.start, block.end) })
    sections.push({ headingPath: open.map(({ title }) => title), heading: block, blocks: [], isLeaf: true })
  }
  return sections
}
