/** From the answer's Markdown and its sentences to blocks that an element can draw. Pure; no HTML. */

import type { AnswerSentence } from '../../server/wire.ts'

export type Inline = { kind: 'sentence'; index: number } | { kind: 'text'; text: string }

export type AnswerBlock =
  | { kind: 'paragraph'; content: Inline[] }
  /** A bold line of its own or a heading: names the document that the following sentences come from. */
  | { kind: 'label'; text: string }
  | { kind: 'list'; ordered: boolean; first: number; items: Inline[][] }

interface Line {
  start: number
  end: number
  mark: string
}

/** Sentences lie at their offsets in `answer`; `[n]` marks are left out, since citations carry them. */
export function layoutAnswer(answer: string, sentences: readonly AnswerSentence[]): AnswerBlock[] {
  const blocks: AnswerBlock[] = []
  for (const line of splitLines(answer, sentences)) {
    const content = toInlines(answer, line, sentences)
    const label = toLabel(content)
    const last = blocks.at(-1)
    if (content.length === 0) continue
    if (label !== null) blocks.push({ kind: 'label', text: label })
    else if (line.mark === '') blocks.push({ kind: 'paragraph', content })
    else if (last?.kind === 'list' && last.ordered === isOrdered(line.mark)) last.items.push(content)
    else blocks.push(startList(line.mark, content))
  }
  return blocks
}

/** While sentences arrive the Markdown is unknown: a wide gap between two offsets is a new paragraph. */
export function layoutStream(sentences: readonly AnswerSentence[]): AnswerBlock[] {
  const blocks: { kind: 'paragraph'; content: Inline[] }[] = []
  for (const [index, sentence] of sentences.entries()) {
    const before = sentences[index - 1]
    const gap = before ? sentence.start - before.end - marksLength(before) : Number.POSITIVE_INFINITY
    if (gap > 1) blocks.push({ kind: 'paragraph', content: [] })
    blocks.at(-1)?.content.push({ kind: 'sentence', index })
  }
  return blocks
}

function marksLength(sentence: AnswerSentence): number {
  const numbers = new Set(sentence.citations.map((citation) => citation.source))
  return [...numbers].reduce((length, n) => length + ` [${n}]`.length, 0)
}

/** Line breaks inside a sentence do not end the line: quotes are verbatim. */
function splitLines(answer: string, sentences: readonly AnswerSentence[]): Line[] {
  const lines: Line[] = []
  let start = 0
  for (let at = 0; at <= answer.length; at++) {
    const isBreak = at === answer.length || answer[at] === '\n'
    if (!isBreak || sentences.some((sentence) => sentence.start < at && at < sentence.end)) continue
    const mark = /^\s*(?:[-*+]|\d+[.)])\s+/.exec(answer.slice(start, at))?.[0] ?? ''
    const isInSentence = sentences.some((s) => s.start < start + mark.length && start < s.end)
    lines.push({ start: isInSentence ? start : start + mark.length, end: at, mark: isInSentence ? '' : mark })
    start = at + 1
  }
  return lines
}

function toInlines(answer: string, line: Line, sentences: readonly AnswerSentence[]): Inline[] {
  const content: Inline[] = []
  let at = line.start
  const pushText = (until: number) => {
    const text = answer.slice(at, until).replace(/\s*\[\d+\]/g, '')
    if (text.trim() !== '') content.push({ kind: 'text', text })
  }
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.start < line.start || sentence.end > line.end) continue
    pushText(sentence.start)
    content.push({ kind: 'sentence', index })
    at = sentence.end
  }
  pushText(line.end)
  return content
}

function toLabel(content: Inline[]): string | null {
  const only = content.length === 1 ? content[0]! : null
  if (only?.kind !== 'text') return null
  return /^\s*(?:\*\*(.+)\*\*|#{1,6}\s+(.+?))\s*$/.exec(only.text)?.slice(1).find(Boolean) ?? null
}

function startList(mark: string, content: Inline[]): AnswerBlock {
  return {
    kind: 'list',
    ordered: isOrdered(mark),
    first: Number.parseInt(mark, 10) || 1,
    items: [content],
  }
}

function isOrdered(mark: string): boolean {
  return /\d/.test(mark)
}
