import { describe, expect, it } from 'vitest'
import type { Sentence } from '../../search/document.ts'
import { toStretches, toVectorKey } from '../../search/embedding-input.ts'
import { createDocument } from './snapshot-builders.ts'

/** A passage below „Ablauf“ whose sentences have the given texts and kinds. */
function createPassage(sentences: [string, Sentence['kind']][]) {
  const document = createDocument({ id: 'a', sections: { Ablauf: sentences.map(([text]) => text) } })
  const passage = document.passages[0]!
  passage.sentences = passage.sentences.map((sentence, i) => ({ ...sentence, kind: sentences[i]![1] }))
  return { document, passage }
}

const LONG = 'Die Liste nennt, was alle Beteiligten zu tun haben, '.repeat(5).trim()

function stretchesOf(...sentences: [string, Sentence['kind']][]) {
  const { document, passage } = createPassage(sentences)
  return toStretches(document, passage)
}

describe('embedding inputs', () => {
  it('reads the sentences of a short passage together behind its heading', () => {
    expect(stretchesOf(['Ruhe bewahren.', 'paragraph'], ['Melden.', 'paragraph'])).toEqual([
      { head: 'Ablauf:', parts: ['Ruhe bewahren.', 'Melden.'] },
    ])
  })

  it('reads a long one in stretches of about equal length, each behind the heading', () => {
    const sentences = ['a', 'b', 'c', 'd', 'e'].map((mark): [string, Sentence['kind']] => [
      `Alle melden ${mark.repeat(110)}.`,
      'paragraph',
    ])
    const stretches = stretchesOf(...sentences)
    expect(stretches.map(({ parts }) => parts.length)).toEqual([3, 2])
    expect(stretches.every(({ head }) => head === 'Ablauf:')).toBe(true)
    expect(stretches.flatMap(({ parts }) => parts)).toEqual(sentences.map(([text]) => text))
  })

  it('puts the sentence that introduces a list before the stretches that begin within it', () => {
    const stretches = stretchesOf(
      ['Zu tun ist:', 'paragraph'],
      [LONG, 'listItem'],
      [`${LONG} Erneut.`, 'listItem'],
    )
    expect(stretches).toEqual([
      { head: 'Ablauf:', parts: ['Zu tun ist:', LONG] },
      { head: 'Ablauf: Zu tun ist:', parts: [`${LONG} Erneut.`] },
    ])
  })

  it('puts the heading alone before list items that nothing introduces', () => {
    expect(stretchesOf([LONG, 'listItem'], [`${LONG} Erneut.`, 'listItem']).map(({ head }) => head)).toEqual([
      'Ablauf:',
      'Ablauf:',
    ])
  })

  it('embeds a heading with nothing below it once', () => {
    const { document, passage } = createPassage([['Melden.', 'paragraph']])
    const heading = { ...passage, ...document.blocks[0]!, sentences: [] }
    expect(toStretches(document, heading)).toEqual([{ head: 'Ablauf', parts: [] }])
  })

  it('tells apart the same words cut otherwise', () => {
    const keys = [
      [{ head: 'A:', parts: ['b c', 'd'] }],
      [{ head: 'A:', parts: ['b', 'c d'] }],
      [
        { head: 'A:', parts: ['b c'] },
        { head: 'A:', parts: ['d'] },
      ],
    ].map(toVectorKey)
    expect(new Set(keys).size).toBe(3)
  })
})
