import { describe, expect, it } from 'vitest'
import { buildRecord } from '../../../answer/record/answer-record.ts'
import { checkRecord } from '../../../answer/record/check-record.ts'
import { findQuote } from '../../../answer/record/find-quote.ts'
import { record as documentRecord, fakeSnapshot, TEXT } from '../../server/fakes.ts'
import { ABSTAINED, ANSWER, QUESTION } from './record-builders.ts'

const RECORD = buildRecord(QUESTION, ANSWER)

/** The documents as they are now: id → text; the hash is the recorded one unless the text differs. */
function documentsWith(texts: Record<string, string>) {
  const records = Object.entries(texts).map(([id, text]) =>
    documentRecord(id, { edition: 'Fassung 2027', sha256: (text === TEXT ? 'ab' : 'cd').repeat(32) }),
  )
  return Object.assign(fakeSnapshot({ records }), { text: (id: string) => texts[id]! })
}

describe('checkRecord', () => {
  it('finds every quote at its place in an unchanged document', () => {
    const check = checkRecord(RECORD, documentsWith({ leitfaden: TEXT }))
    expect(check).toMatchObject({ stands: true, sameIndex: true, question: QUESTION })
    expect(check.sources).toMatchObject([{ n: 1, state: 'unchanged' }])
    expect(check.quotes).toMatchObject([
      { sentence: 1, source: 1, state: 'stands', now: { start: 11, end: 52 } },
    ])
  })

  it('says where the words stand after the document has changed', () => {
    const text = `Neue Fassung.\n\n${TEXT}`
    const check = checkRecord(RECORD, documentsWith({ leitfaden: text }))
    const [quote] = check.quotes
    expect(check.stands).toBe(true)
    expect(check.sources).toMatchObject([
      {
        state: 'changed',
        edition: 'Fassung 2026',
        now: { edition: 'Fassung 2027', sha256: 'cd'.repeat(32) },
      },
    ])
    expect(quote).toMatchObject({ state: 'moved', now: { url: '/dokument/leitfaden?start=26&end=67' } })
    expect(text.slice(quote!.now!.start, quote!.now!.end)).toBe(quote!.quote)
  })

  it('stands where only other words of the document have changed', () => {
    const text = TEXT.replace('sofort', 'später')
    const check = checkRecord(RECORD, documentsWith({ leitfaden: text }))
    expect([check.sources[0]!.state, check.quotes[0]!.state]).toEqual(['changed', 'stands'])
  })

  it.each([
    ['changed by one word', TEXT.replace('zuerst', 'x').replace('Zuerst', 'Zuletzt')],
    ['taken out', 'Meldewege'],
    ['empty', ''],
  ])('says that a quote no longer stands: %s', (_name, text) => {
    const check = checkRecord(RECORD, documentsWith({ leitfaden: text }))
    expect(check.stands).toBe(false)
    expect(check.quotes).toMatchObject([{ state: 'gone', now: null }])
  })

  it('says that a document is no longer there', () => {
    const check = checkRecord(RECORD, documentsWith({ anderes: 'Ganz anderer Text.' }))
    expect(check.sources).toMatchObject([{ state: 'missing', now: null }])
    expect(check.quotes).toMatchObject([{ state: 'gone' }])
  })

  it('follows the same file to another name', () => {
    const check = checkRecord(RECORD, documentsWith({ 'neu/leitfaden.md': TEXT }))
    expect(check.stands).toBe(true)
    expect(check.sources).toMatchObject([{ state: 'renamed', now: { documentId: 'neu/leitfaden.md' } }])
    expect(check.quotes).toMatchObject([
      { state: 'moved', now: { documentId: 'neu/leitfaden.md', start: 11 } },
    ])
  })

  it('notices another index', () => {
    const record = { ...RECORD, index: { ...RECORD.index, snapshotId: 'damals' } }
    expect(checkRecord(record, documentsWith({ leitfaden: TEXT })).sameIndex).toBe(false)
  })

  it('has nothing to object to in the record of a declined question', () => {
    const check = checkRecord(buildRecord(QUESTION, ABSTAINED), documentsWith({ leitfaden: TEXT }))
    expect(check).toMatchObject({ stands: true, sources: [], quotes: [] })
  })
})

describe('findQuote', () => {
  it.each<[string, string, string, number, string | null]>([
    ['the nearest of several places', 'a b. a b. a b.', 'a b.', 6, 'at 5'],
    [
      'across another line break',
      'Die Frist\nbeträgt  drei Tage.',
      'Die Frist beträgt drei Tage.',
      4,
      'at 0',
    ],
    ['words with signs of patterns', 'Kosten (5 $) + [x]?', '(5 $) + [x]?', 0, 'at 7'],
    ['not within longer words', 'in 2 Stundenplänen', 'in 2 Stunden', 3, null],
    ['not the beginning of a longer word', 'unzulässig ist es', 'zulässig ist es', 5, null],
    ['not in other case', 'die frist', 'Die Frist', 0, null],
    ['nothing for blanks', 'abc', '  ', 5, null],
  ])('%s', (_name, text, quote, start, expected) => {
    const place = findQuote(text, { quote, start })
    expect(place && `at ${place.start}`).toBe(expected)
    if (place) expect(text.slice(place.start, place.end).replace(/\s+/g, ' ')).toBe(quote)
  })
})
