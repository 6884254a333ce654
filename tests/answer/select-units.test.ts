import { describe, expect, it } from 'vitest'
import { type SelectionLimits, selectSentences } from '../../answer/select-units.ts'
import type { Hit } from '../../search/retriever.ts'
import { createRecord } from '../search/document-record.ts'
import { fakeAnalyser } from '../search/snapshot-builders.ts'
import {
  type BlockSpec,
  createHits,
  item,
  numbered,
  paragraph,
  relevanceByWord,
  toEvidence,
} from './builders.ts'

const LIMITS: SelectionLimits = {
  maxSentences: 6,
  maxWholeItems: 0,
  maxListItems: 14,
  minRelevance: 0.12,
  minShareOfBest: 0.4,
  minShareOfBestNearby: 0.5,
  minShareOfBestElsewhere: 0.75,
  minShareOfBestBeside: 0,
  maxOverlap: 0.6,
}

const hitsOf = (id: string, ...passages: BlockSpec[][]) => createHits(createRecord(id), passages).hits

interface Asked extends Partial<SelectionLimits> {
  question?: string
}

function select(
  hits: Hit[],
  relevance: Record<string, number>,
  { question = 'Frage?', ...limits }: Asked = {},
) {
  const evidence = toEvidence(question, hits, relevanceByWord(relevance))
  const chosen = selectSentences(evidence, fakeAnalyser, { ...LIMITS, ...limits })
  return chosen.map(({ sentence, passage, ...rest }) => {
    const hit = hits.find((candidate) => candidate.passage === passage)!
    return { ...rest, text: hit.text.slice(sentence.start - passage.start, sentence.end - passage.start) }
  })
}

const texts = (...args: Parameters<typeof select>) => select(...args).map(({ text }) => text)

describe('selection of running text', () => {
  it('puts the best first, then the others of its passage in their order', () => {
    const hits = hitsOf('d', [paragraph('Rot steht vorn.', 'Blau folgt dann.', 'Grün schließt ab.')])
    expect(texts(hits, { Grün: 0.9, Rot: 0.5, Blau: 0.6 })).toEqual([
      'Grün schließt ab.',
      'Rot steht vorn.',
      'Blau folgt dann.',
    ])
  })

  it('leaves out what is irrelevant alone or beside the best', () => {
    const hits = hitsOf('d', [paragraph('Rot steht vorn.', 'Blau folgt dann.', 'Grün schließt ab.')])
    expect(texts(hits, { Rot: 0.9, Blau: 0.3, Grün: 0.37 })).toEqual(['Rot steht vorn.', 'Grün schließt ab.'])
    expect(texts(hits, { Rot: 0.15, Blau: 0.1 })).toEqual(['Rot steht vorn.'])
  })

  it('asks more of what holds no word of the question', () => {
    const hits = hitsOf('d', [paragraph('Rot steht vorn.', 'Blau folgt dann.')])
    const relevance = { Rot: 0.9, Blau: 0.5 }
    expect(texts(hits, relevance, { minShareOfBestBeside: 0.5 })).toHaveLength(2)
    expect(texts(hits, relevance, { minShareOfBestBeside: 0.6 })).toEqual(['Rot steht vorn.'])
  })

  it('answers with the best however low it is, and with nothing from nothing', () => {
    expect(texts(hitsOf('d', [paragraph('Nur dies.')]), {})).toEqual(['Nur dies.'])
    expect(texts([], {})).toEqual([])
  })

  it('keeps to the limit of sentences', () => {
    const hits = hitsOf('d', [
      paragraph('Rot eins.', 'Rot ganz anders.', 'Rot drittens hier.', 'Rot viertens da.'),
    ])
    expect(texts(hits, { Rot: 0.9 }, { maxSentences: 2 })).toHaveLength(2)
  })

  it('says nothing twice', () => {
    const hits = hitsOf(
      'd',
      [paragraph('Das Amt meldet den Vorfall sofort.')],
      [paragraph('Das Amt meldet den Vorfall.')],
    )
    expect(texts(hits, { Amt: 0.9 })).toEqual(['Das Amt meldet den Vorfall sofort.'])
  })

  it('takes no sentence twice that another one leans on', () => {
    const hits = hitsOf('d', [
      paragraph('Rot beginnt mit einer Meldung.', 'Dies gilt Blau und allen Ämtern ohne Ausnahme immer.'),
    ])
    expect(texts(hits, { Blau: 0.9, Rot: 0.8 })).toEqual([
      'Rot beginnt mit einer Meldung.',
      'Dies gilt Blau und allen Ämtern ohne Ausnahme immer.',
    ])
    expect(texts(hits, { Rot: 0.9 })).toHaveLength(2)
  })

  it('keeps documents together, and asks more of another document', () => {
    const one = hitsOf('eins', [paragraph('Rot steht vorn.', 'Gelb endet.')])
    const two = hitsOf('zwei', [paragraph('Blau folgt dann.', 'Grün kaum.')])
    const relevance = { Rot: 0.9, Blau: 0.8, Gelb: 0.5, Grün: 0.5 }
    expect(select([...one, ...two], relevance).map((c) => [c.document.id, c.text])).toEqual([
      ['eins', 'Rot steht vorn.'],
      ['eins', 'Gelb endet.'],
      ['zwei', 'Blau folgt dann.'],
    ])
  })

  it('asks more of another passage than of the best one, and more still of another document', () => {
    const inPassage = hitsOf('d', [paragraph('Rot steht vorn.', 'Blau folgt dann.')])
    const nearby = hitsOf('d', [paragraph('Rot steht vorn.')], [paragraph('Blau folgt dann.')])
    const relevance = { Rot: 0.9, Blau: 0.4 }
    expect(texts(inPassage, relevance)).toEqual(['Rot steht vorn.', 'Blau folgt dann.'])
    expect(texts(nearby, relevance)).toEqual(['Rot steht vorn.'])
  })

  it('orders passages of a document as they were picked', () => {
    const hits = hitsOf('d', [paragraph('Blau folgt dann.')], [paragraph('Rot steht vorn.')])
    expect(texts(hits, { Rot: 0.9, Blau: 0.5 })).toEqual(['Rot steht vorn.', 'Blau folgt dann.'])
  })
})

describe('selection for a comparison', () => {
  const question = 'Was ist der Unterschied zwischen Rot und Blau?'

  it('shows the best of each side, and first what names both', () => {
    const hits = hitsOf('d', [
      paragraph('Rot wärmt.', 'Rot ist älter als Blau.', 'Blau kühlt.', 'Grün ruht.'),
    ])
    const relevance = { älter: 0.2, wärmt: 0.9, kühlt: 0.05 }
    expect(texts(hits, relevance, { question })).toEqual([
      'Rot ist älter als Blau.',
      'Rot wärmt.',
      'Blau kühlt.',
    ])
  })

  it('shows both documents by name, even where they say nearly the same', () => {
    const hits = [
      ...createHits(createRecord('rot', { title: 'Rot' }), [[paragraph('Die Frist beträgt drei Tage.')]])
        .hits,
      ...createHits(createRecord('blau', { title: 'Blau' }), [[paragraph('Die Frist beträgt vier Tage.')]])
        .hits,
    ]
    const chosen = select(
      hits,
      { drei: 0.9, vier: 0.1 },
      { question: 'Wie lang ist die Frist laut Rot und laut Blau?' },
    )
    expect(chosen.map(({ document }) => document.id)).toEqual(['rot', 'blau'])
  })

  it('changes nothing where a side is missing', () => {
    const hits = hitsOf('d', [paragraph('Rot wärmt.', 'Grün ruht.')])
    expect(texts(hits, { Grün: 0.9, wärmt: 0.1 }, { question })).toEqual(['Grün ruht.'])
  })
})

describe('selection of lists', () => {
  const five = ['Zeitpunkt', 'Ort', 'Umfang', 'Folgen', 'Kontakt'].map((text) => item(text))

  it('keeps a list whole with its lead-in', () => {
    const hits = hitsOf('d', [paragraph('Zu melden sind:'), ...five])
    expect(texts(hits, { melden: 0.9 }, { question: 'Was ist zu melden?' })).toEqual([
      'Zu melden sind:',
      'Zeitpunkt',
      'Ort',
      'Umfang',
      'Folgen',
      'Kontakt',
    ])
  })

  it('never narrows a short list', () => {
    const hits = hitsOf('d', [paragraph('Zu melden sind:'), ...five])
    expect(texts(hits, { melden: 0.9 }, { question: 'Umfang melden?', maxWholeItems: 5 })).toHaveLength(6)
  })

  it('narrows a list to the items that hold what the lead-in lacks', () => {
    const hits = hitsOf('d', [paragraph('Zu melden sind:'), ...five])
    expect(texts(hits, { melden: 0.9 }, { question: 'Umfang melden?' })).toEqual([
      'Zu melden sind:',
      'Umfang',
    ])
  })

  it('keeps the sentences of an item together when it narrows', () => {
    const hits = hitsOf('d', [
      paragraph('Zu melden sind:'),
      item('Zeitpunkt'),
      item('Ort'),
      item('Alles Weitere.', 'Auch den Umfang nennen.'),
      item('Folgen'),
    ])
    const chosen = select(hits, { melden: 0.9 }, { question: 'Umfang melden?' })
    expect(chosen.map(({ text, continuesItem }) => [text, continuesItem])).toEqual([
      ['Zu melden sind:', false],
      ['Alles Weitere.', false],
      ['Auch den Umfang nennen.', true],
    ])
  })

  it('cuts an overlong list after whole items', () => {
    const hits = hitsOf('d', [
      paragraph('Zu melden sind:'),
      item('Eins.', 'Mehr.'),
      item('Zwei.', 'Mehr.'),
      item('Drei.'),
    ])
    expect(texts(hits, { melden: 0.9 }, { maxListItems: 2 })).toEqual([
      'Zu melden sind:',
      'Eins.',
      'Mehr.',
      'Zwei.',
      'Mehr.',
    ])
  })

  it('does not count items as sentences', () => {
    const hits = hitsOf('d', [paragraph('Zu melden sind:'), ...five, paragraph('Rot endet die Meldung.')])
    expect(texts(hits, { melden: 0.9, Rot: 0.8 }, { maxSentences: 2 })).toHaveLength(7)
  })

  it('numbers ordered items within their list, whatever their marker', () => {
    const hits = hitsOf('d', [
      paragraph('Schritte:'),
      numbered('1.', 'Trennen.', 'Dabei Ruhe bewahren.'),
      numbered('1a.', 'Melden.'),
      numbered('bb)', 'Sichern.'),
    ])
    expect(
      select(hits, { Schritte: 0.9 }).map(({ text, listNumber, continuesItem }) => [
        text,
        listNumber,
        continuesItem,
      ]),
    ).toEqual([
      ['Schritte:', undefined, false],
      ['Trennen.', 1, false],
      ['Dabei Ruhe bewahren.', undefined, true],
      ['Melden.', 2, false],
      ['Sichern.', 3, false],
    ])
  })

  it('gives bullets no number', () => {
    const hits = hitsOf('d', [paragraph('Zu melden sind:'), ...five])
    expect(select(hits, { melden: 0.9 }).every(({ listNumber }) => listNumber === undefined)).toBe(true)
  })
})
