import { describe, expect, it } from 'vitest'
import type { Sentence } from '../../search/document.ts'
import { toPassageInput, toSentenceInput } from '../../search/embedding-input.ts'
import { createDocument } from './snapshot-builders.ts'

function withKinds(kinds: Sentence['kind'][]) {
  const sentences = ['Die Liste nennt drei Schritte:', 'Ruhe bewahren', 'Melden.']
  const document = createDocument({ id: 'a', sections: { Ablauf: sentences } })
  const passage = document.passages[0]!
  passage.sentences = passage.sentences.map((sentence, i) => ({ ...sentence, kind: kinds[i]! }))
  return { document, passage }
}

describe('embedding inputs', () => {
  it('puts the heading before the passage', () => {
    const { document, passage } = withKinds(['paragraph', 'listItem', 'listItem'])
    const text = 'Die Liste nennt drei Schritte: Ruhe bewahren Melden.'
    expect(toPassageInput(document, passage)).toBe(`Ablauf: ${text}`)
  })

  it('puts the heading before a sentence', () => {
    const { document, passage } = withKinds(['paragraph', 'paragraph', 'paragraph'])
    expect(toSentenceInput(document, passage, 1)).toBe('Ablauf: Ruhe bewahren')
  })

  it('puts the sentence that introduces the list before each of its items', () => {
    const { document, passage } = withKinds(['paragraph', 'listItem', 'listItem'])
    expect(toSentenceInput(document, passage, 2)).toBe('Ablauf: Die Liste nennt drei Schritte: Melden.')
  })

  it('puts the heading alone before a list item that nothing introduces', () => {
    const { document, passage } = withKinds(['listItem', 'listItem', 'listItem'])
    expect(toSentenceInput(document, passage, 2)).toBe('Ablauf: Melden.')
  })

  it('embeds a heading with nothing below it once', () => {
    const { document, passage } = withKinds(['paragraph', 'paragraph', 'paragraph'])
    expect(toPassageInput(document, { ...passage, ...document.blocks[0]!, sentences: [] })).toBe('Ablauf')
  })
})
