import { describe, expect, it } from 'vitest'
import type { Answer } from '../../answer/answer.ts'
import { quotedListShare } from '../../eval/list-completeness.ts'
import type { Passage, Sentence } from '../../search/document.ts'

const kinds: Sentence['kind'][] = ['paragraph', 'listItem', 'listItem', 'paragraph', 'listItem', 'listItem']
const sentences = kinds.map((kind, i): Sentence => ({ kind, page: null, start: i * 10, end: i * 10 + 5 }))
const snapshot = {
  passageIndex: (id: string) => (id === 'p' ? 0 : undefined),
  passage: () => ({ sentences }) as unknown as Passage,
}

function answerQuoting(places: number[], passageId = 'p') {
  const quote = (i: number) => ({ citations: [{ source: 1, start: i * 10, end: i * 10 + 5, quote: '' }] })
  return {
    sentences: places.map(quote) as unknown as Answer['sentences'],
    sources: [{ n: 1, passageId }] as Answer['sources'],
  }
}

describe('completeness of quoted lists', () => {
  it('counts the items of each list that is quoted from', () => {
    expect(quotedListShare(answerQuoting([0, 1, 2]), snapshot)).toEqual([1])
    expect(quotedListShare(answerQuoting([1]), snapshot)).toEqual([0.5])
    expect(quotedListShare(answerQuoting([1, 4, 5]), snapshot)).toEqual([0.75])
  })

  it('says nothing of answers without a list item or from an unknown passage', () => {
    expect(quotedListShare(answerQuoting([0, 3]), snapshot)).toEqual([])
    expect(quotedListShare(answerQuoting([1], 'gone'), snapshot)).toEqual([])
  })
})
