import { describe, expect, it } from 'vitest'
import type { AnswerSentence } from '../../server/wire.ts'
import { type AnswerBlock, layoutAnswer, layoutStream } from '../../web/conversation/answer-layout.ts'
import { attackAnswer } from './fixtures.ts'

/** `{…}` in the template marks a sentence. */
function parse(template: string): { answer: string; sentences: AnswerSentence[] } {
  let answer = ''
  const sentences: AnswerSentence[] = []
  for (const part of template.split(/(\{[^}]*\})/)) {
    const text = part.replace(/^\{|\}$/g, '')
    if (part.startsWith('{'))
      sentences.push({
        text,
        start: answer.length,
        end: answer.length + text.length,
        verdict: 'supported',
        citations: [{ source: 1, start: 0, end: 1, quote: 'x' }],
        checks: [],
      })
    answer += text
  }
  return { answer, sentences }
}

function describeBlocks(blocks: AnswerBlock[]): string[] {
  const show = (content: Extract<AnswerBlock, { kind: 'paragraph' }>['content']) =>
    content.map((inline) => (inline.kind === 'sentence' ? `#${inline.index}` : inline.text)).join('|')
  return blocks.map((block) => {
    if (block.kind === 'label') return `label ${block.text}`
    if (block.kind === 'paragraph') return `p ${show(block.content)}`
    return `${block.ordered ? `ol${block.first}` : 'ul'} ${block.items.map(show).join(' / ')}`
  })
}

describe('layoutAnswer', () => {
  it.each([
    ['keeps sentences of one line in one paragraph', '{A.} [1] {B.} [1]', ['p #0|#1']],
    ['starts a paragraph at an empty line', '{A.} [1]\n\n{B.} [2]', ['p #0', 'p #1']],
    ['keeps a bulleted list', '{Liste:} [1]\n\n- {a} [1]\n- {b} [1]', ['p #0', 'ul #1 / #2']],
    ['keeps the numbers of an ordered list', '3. {a} [1]\n4. {b} [1]', ['ol3 #0 / #1']],
    ['shows a bold line as a label', '**Titel (Verband)**\n\n{A.} [1]', ['label Titel (Verband)', 'p #0']],
    ['keeps words that are no sentence', 'Laut Leitfaden: {A.} [1]', ['p Laut Leitfaden: |#0']],
    [
      'does not take a number at the start of a sentence for a list',
      '{3. Januar ist Stichtag.} [1]',
      ['p #0'],
    ],
    ['keeps a line break inside a sentence', '{A\nB.} [1] {C.} [1]', ['p #0|#1']],
    ['leaves out several marks', '{A.} [1] [2]', ['p #0']],
  ])('%s', (_title, template, expected) => {
    const { answer, sentences } = parse(template)
    expect(describeBlocks(layoutAnswer(answer, sentences))).toEqual(expected)
  })

  it('draws every sentence exactly once', () => {
    const blocks = describeBlocks(layoutAnswer(attackAnswer.answer, attackAnswer.sentences)).join(' ')
    expect(blocks.match(/#\d/g)).toEqual(attackAnswer.sentences.map((_, index) => `#${index}`))
  })
})

describe('layoutStream', () => {
  it('joins sentences that follow each other and parts them at wider gaps', () => {
    const { sentences } = parse('{A.} [1] {B.} [1]\n\n{C.} [1]')
    expect(describeBlocks(layoutStream(sentences))).toEqual(['p #0|#1', 'p #2'])
  })
})
