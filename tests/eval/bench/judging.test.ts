import { describe, expect, it } from 'vitest'
import { type JudgedQuestion, judge, type UnitPlace } from '../../../eval/bench/judging.ts'
import type { Place } from '../../../eval/bench/stack.ts'

const units: UnitPlace[] = [
  { unit: 'a#1', documentId: 'a', start: 0, end: 100 },
  { unit: 'a#2', documentId: 'a', start: 100, end: 200 },
  { unit: 'a#2', documentId: 'a', start: 200, end: 260 },
  { unit: 'b#1', documentId: 'b', start: 0, end: 400 },
]
const place = (documentId: string, start: number, end: number): Place => ({ documentId, start, end })
const asks = (...relevant: string[]): JudgedQuestion => ({ question: '?', relevant: new Set(relevant) })
const judged = (question: JudgedQuestion, places: Place[]) =>
  judge({ units, questions: [question], places: [places] }).mean

describe('judge', () => {
  it.each<[string, JudgedQuestion, Place[], number]>([
    ['a passage of the right section first', asks('a#1'), [place('a', 0, 100)], 1],
    ['it behind another section', asks('a#2'), [place('a', 0, 100), place('a', 100, 200)], 1 / Math.log2(3)],
    ['nothing found', asks('a#1'), [], 0],
    ['a long piece that holds the section among others', asks('a#2'), [place('a', 0, 260)], 1],
    ['a short piece within the section', asks('b#1'), [place('b', 50, 90)], 1],
    ['a piece that only touches the section', asks('a#1'), [place('a', 90, 190)], 0],
    ['a document that is not known', asks('a#1'), [place('c', 0, 100)], 0],
  ])('scores %s', (_, question, places, expected) => {
    expect(judged(question, places)).toBeCloseTo(expected, 6)
  })

  it('counts several pieces of one section once', () => {
    const places = [place('b', 0, 100), place('b', 100, 200), place('b', 200, 300), place('a', 0, 100)]
    expect(judged(asks('a#1'), places)).toBeCloseTo(1 / Math.log2(3), 6)
  })
})
