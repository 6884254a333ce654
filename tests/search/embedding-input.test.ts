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
  it('puts the headings before the passage', () => {
    const { document, passage } = withKinds(['paragraph', 'listItem', 'listItem'])
    const text = 'Die Liste nennt drei Schritte: Ruhe bewahren Melden.'
    expect(toPassageInput(document, passage)).toBe(`Ablauf\n${text}`)
  })

  it('embeds a sentence alone', () => {
    const { document, passage } = withKinds(['paragraph', 'paragraph', 'paragraph'])
    expect(toSentenceInput(document, passage, 1)).toBe('Ruhe bewahren')
  })

  it('puts the sentence that introduces the list before each of its items', () => {
    const { document, passage } = withKinds(['paragraph', 'listItem', 'listItem'])
    expect(toSentenceInput(document, passage, 2)).toBe('Die Liste nennt drei Schritte: Melden.')
  })

  it('puts the heading before a list item that nothing introduces', () => {
    const { document, passage } = withKinds(['listItem', 'listItem', 'listItem'])
    expect(toSentenceInput(document, passage, 2)).toBe('Ablauf Melden.')
  })
})
