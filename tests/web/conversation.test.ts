import { describe, expect, it } from 'vitest'
import type { DocumentList } from '../../server/wire.ts'
import { toCopyText } from '../../web/conversation/copy-text.ts'
import { toAskRequest } from '../../web/conversation/request.ts'
import { toSearchFilter } from '../../web/conversation/scope.ts'
import { applyEvent, startTurn, type Turn } from '../../web/conversation/turn.ts'
import { parseRoute } from '../../web/router.ts'
import { abstainedAnswer, attackAnswer, documents } from './fixtures.ts'

const noFilter = { collections: [], documentIds: [] }

function answered(id: number, question: string, answer = attackAnswer): Turn {
  return applyEvent(startTurn(id, question), { event: 'done', data: answer })
}

describe('toAskRequest', () => {
  it('sends the question alone at first', () => {
    expect(toAskRequest('Wer?', [], noFilter)).toEqual({ question: 'Wer?' })
  })

  it('sends earlier questions with their answers, refusals included, failures left out', () => {
    const turns = [answered(1, 'Wer?'), startTurn(2, 'gescheitert'), answered(3, 'Wo?', abstainedAnswer)]
    const { conversation } = toAskRequest('Und wann?', turns, noFilter)
    expect(conversation?.map(({ role, content }) => `${role} ${content.slice(0, 12)}`)).toEqual([
      'user Wer?',
      'assistant Nach der Ent',
      'user Wo?',
      'assistant Die vorliege',
    ])
  })

  it('keeps the latest ten questions of a long conversation', () => {
    const turns = Array.from({ length: 14 }, (_, index) => answered(index, `Frage ${index}`))
    const { conversation } = toAskRequest('Und?', turns, noFilter)
    expect(conversation).toHaveLength(20)
    expect(conversation?.[0]?.content).toBe('Frage 4')
  })

  it('sends the filter', () => {
    const request = toAskRequest('Wer?', [], { collections: ['krise'], documentIds: ['wiba'] })
    expect(request).toMatchObject({ collections: ['krise'], documentIds: ['wiba'] })
  })
})

describe('toSearchFilter', () => {
  const list = {
    documents: documents.map(({ record }) => record),
    collections: [],
  } as unknown as DocumentList
  it.each([
    [
      'binds to the page’s collections when nothing is chosen',
      [],
      [],
      ['krise'],
      { collections: ['krise'], documentIds: [] },
    ],
    ['takes a chosen collection', ['recht'], [], [], { collections: ['recht'], documentIds: [] }],
    [
      'takes chosen documents',
      [],
      ['ki-verwaltung'],
      ['krise'],
      { collections: [], documentIds: ['ki-verwaltung'] },
    ],
    [
      'searches a collection and a further document when both are chosen',
      ['recht'],
      ['ki-verwaltung'],
      [],
      { collections: [], documentIds: ['satzungen/bibliothek.pdf', 'ki-verwaltung'] },
    ],
  ])('%s', (_title, collections, documentIds, boundTo, expected) => {
    expect(toSearchFilter({ collections, documentIds }, list, boundTo)).toEqual(expected)
  })
})

describe('applyEvent', () => {
  it('lets the complete answer replace what was streamed', () => {
    const sentence = attackAnswer.sentences[0]!
    const streamed = applyEvent(startTurn(1, 'Wer?'), {
      event: 'sentence',
      data: { ...sentence, text: 'alt' },
    })
    expect(applyEvent(streamed, { event: 'done', data: attackAnswer }).sentences).toEqual(
      attackAnswer.sentences,
    )
  })
})

describe('toCopyText', () => {
  it('gives question, answer with marks and the numbered sources with links', () => {
    const text = toCopyText(answered(1, 'Wen informieren wir?'), (path) => `https://intranet.example${path}`)
    expect(text).toContain('Wen informieren wir?\n\nNach der Entdeckung')
    expect(text).toContain('IT-Hotline der Kommune. [1]')
    expect(text).toMatch(
      /\[2\] Leitfaden IT-Notfall, Beispielverband, Fassung März 2026\n {4}Meldefristen\n {4}https:\/\/intranet/,
    )
  })
})

describe('parseRoute', () => {
  it.each([
    ['/', '', { view: 'ask' }],
    ['/dokumente', '', { view: 'documents' }],
    ['/dokument/gesetze%2Fagg.md', '', { view: 'document', documentId: 'gesetze/agg.md', quote: null }],
    [
      '/dokument/wiba',
      '?start=3&end=9',
      { view: 'document', documentId: 'wiba', quote: { start: 3, end: 9 } },
    ],
    ['/dokument/wiba', '?start=9&end=3', { view: 'document', documentId: 'wiba', quote: null }],
    ['/dokument/%E0%A4%A', '', { view: 'document', documentId: '%E0%A4%A', quote: null }],
    ['/anderes', '', { view: 'ask' }],
  ])('reads %s%s', (path, search, expected) => {
    expect(parseRoute(path, search)).toEqual(expected)
  })
})
