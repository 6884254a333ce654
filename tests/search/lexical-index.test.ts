import { describe, expect, it } from 'vitest'
import { isAppError } from '../../search/app-error.ts'
import {
  createLexicalIndexBuilder,
  type IndexFiles,
  LEXICAL_SETTINGS,
  type LexicalInput,
  openLexicalIndex,
} from '../../search/lexical-index.ts'

const input = (text: string, headings = '', title = ''): LexicalInput => ({ title, headings, text })

function filesOf(inputs: LexicalInput[]): IndexFiles {
  const builder = createLexicalIndexBuilder()
  for (const each of inputs) builder.add(each)
  return builder.build()
}

const TEXTS = [
  'Der Antrag wird bei der Gemeinde gestellt. Der Antrag ist kostenlos.',
  'Die Gemeinde meldet den Angriff.',
  'Ein Angriff auf die Server, ein weiterer Angriff auf die Gemeinde, noch ein Angriff.',
  'Wetterbericht',
  'Server Server Server Server',
]
const index = openLexicalIndex(filesOf(TEXTS.map((text) => input(text))))
const passages = (query: string, limit = 10) => index.searchWords(query, { limit }).map((hit) => hit.passage)

/** BM25 as in the paper, over the analyser's own terms. */
function naiveScores(query: string, terms: (text: string) => string[]): number[] {
  const { k1, b } = LEXICAL_SETTINGS.words
  const documents = TEXTS.map(terms)
  const average = documents.reduce((sum, document) => sum + document.length, 0) / documents.length
  return documents.map((document) =>
    [...new Set(terms(query))].reduce((score, term) => {
      const df = documents.filter((other) => other.includes(term)).length
      const tf = document.filter((other) => other === term).length
      const idf = Math.log(1 + (documents.length - df + 0.5) / (df + 0.5))
      const norm = tf / (1 - b[2]! + (b[2]! * document.length) / average)
      return score + (idf * norm * (k1 + 1)) / (norm + k1)
    }, 0),
  )
}

describe('searchWords', () => {
  it.each([
    'Angriff',
    'Angriff auf die Gemeinde',
    'Server',
    'Antrag Gemeinde Angriff Server',
    'Wetterbericht Antrag',
  ])('scores "%s" as a plain computation of BM25 does', (query) => {
    const expected = naiveScores(query, (text) => index.analyser.tokens(text).map((token) => token.terms[0]!))
    const hits = index.searchWords(query, { limit: 10 })
    expect(hits.length).toBe(expected.filter((score) => score > 0).length)
    for (const { passage, score } of hits) expect(Math.abs(score - expected[passage]!)).toBeLessThan(0.02)
  })

  it('gives the best first and no passage without a term of the question', () => {
    expect(passages('Angriff')).toEqual([2, 1])
    expect(passages('Zebra')).toEqual([])
    expect(passages('')).toEqual([])
    expect(passages('der die das')).toEqual([])
  })

  it('breaks ties by passage number and keeps the limit', () => {
    const same = openLexicalIndex(filesOf(Array.from({ length: 9 }, () => input('Gleicher Text'))))
    expect(same.searchWords('Text', { limit: 4 }).map((hit) => hit.passage)).toEqual([0, 1, 2, 3])
    expect(same.searchWords('Text', { limit: 0 })).toEqual([])
  })

  it('fills the list from the passages that the filter lets pass', () => {
    const allows = (passage: number) => passage !== 2
    expect(index.searchWords('Angriff', { limit: 1, allows }).map((hit) => hit.passage)).toEqual([1])
    expect(index.searchWords('Angriff', { limit: 5, allows: () => false })).toEqual([])
  })

  it('prefers the whole compound to its parts, and the heading to the text', () => {
    const some = openLexicalIndex(
      filesOf([
        input('Der Cyber-Raum. Ein Angriff im Cyber-Raum, der Angriff, jeder Angriff.'),
        input('Ein Cyberangriff ist zu melden, sagt die Stelle, die zuständig ist.'),
        input('Allgemeines über Meldungen und Stellen', 'Cyberangriff'),
      ]),
    )
    expect(some.searchWords('Cyberangriff', { limit: 3 }).map((hit) => hit.passage)).toEqual([2, 1, 0])
    expect(some.searchWords('Angriff', { limit: 3 }).map((hit) => hit.passage)).toContain(1)
  })

  it('finds a section by number and short form of its law, however it is written', () => {
    const laws = openLexicalIndex(
      filesOf([
        input(
          'Nach § 35 VwVfG gilt § 35 des anderen Gesetzes. VwVfG § 35, § 35 VwVfG.',
          '§ 1 Zweck',
          'Fachgesetz (FachG)',
        ),
        input(
          'Ein Verwaltungsakt ist jede Verfügung.',
          '§ 35 Begriff',
          'Verwaltungsverfahrensgesetz (VwVfG)',
        ),
        input('Ganz anderes', '§ 35 Anderes', 'Fachgesetz (FachG)'),
        input('Der Plan', '§ 36 Zu § 35', 'Verwaltungsverfahrensgesetz (VwVfG)'),
      ]),
    )
    for (const query of [
      '§ 35 VwVfG',
      'Paragraf 35 VwVfG',
      'VwVfG § 35',
      '§ 35 Abs. 2 VwVfG',
      'Was sagt §35 VwVfG?',
    ]) {
      expect(laws.searchWords(query, { limit: 1 })[0]!.passage, query).toBe(1)
    }
    expect(laws.searchWords('§ 35 FachG', { limit: 1 })[0]!.passage).toBe(2)
  })
})

describe('a question explained', () => {
  const SECURITY = 'Bundesamt für Sicherheit in der Informationstechnik'
  const own = openLexicalIndex(
    filesOf([
      input(`Das ${SECURITY} (BSI) nennt die Antragsfrist.`),
      input('Nach § 5 gilt eine Frist. Der Antrag geht an das BSI.', '§ 5 Frist', 'Fristengesetz (FrG)'),
      input('Der Antrag wahrt die Frist. Ein Antrag, eine Frist, noch ein Antrag, noch eine Frist.'),
    ]),
  )
  const question = `Antragsfrist für das ${SECURITY} nach § 5 FrG`
  const terms = (of: { term: string }[]) => of.map(({ term }) => term)

  it('names each word with its parts, implied abbreviations, and places', () => {
    const { words, shortForms, places } = own.analyse(question)
    expect([words[0]!.surface, terms(words[0]!.terms)]).toEqual([
      'Antragsfrist',
      ['antragsfrist', 'antrag', 'frist'],
    ])
    expect(words[0]!.terms.map(({ weight }) => weight)).toEqual([1, 0.5, 0.5])
    expect(words[0]!.terms[0]!.idf).toBe(own.idf('antragsfrist'))
    expect(terms(shortForms)).toEqual(['bsi'])
    expect(terms(places)).toEqual(['=§5/frg'])
  })

  it('gives each passage the score that its terms add up to', () => {
    for (const { passage, score } of own.searchWords(question, { limit: 10 })) {
      const parts = own.termScores(question, passage)
      expect(parts.length).toBeGreaterThan(1)
      expect(parts.reduce((sum, part) => sum + part.score, 0)).toBeCloseTo(score, 4)
      expect(parts).toEqual([...parts].sort((a, b) => b.score - a.score))
    }
  })
})

describe('searchNgrams', () => {
  it('finds words by their parts', () => {
    expect(index.searchNgrams('Wetterberichte', { limit: 3 }).map((hit) => hit.passage)).toEqual([3])
    expect(index.searchNgrams('Serverraum', { limit: 1 }).map((hit) => hit.passage)).toEqual([4])
  })
})

describe('idf', () => {
  it('is higher for rarer terms and highest for unknown ones', () => {
    const [gemeinde, wetter] = ['gemeind', 'wetterbericht'].map((term) => index.idf(term))
    expect(wetter).toBeGreaterThan(gemeinde!)
    expect(index.idf('unbekannt')).toBeGreaterThan(wetter!)
  })
})

describe('files', () => {
  it('are the same for the same passages', () => {
    expect(filesOf(TEXTS.map((text) => input(text)))).toEqual(filesOf(TEXTS.map((text) => input(text))))
  })

  it('of no passages open and find nothing', () => {
    const empty = openLexicalIndex(filesOf([]))
    expect(empty.size).toBe(0)
    expect(empty.searchWords('Antrag', { limit: 3 })).toEqual([])
    expect(empty.searchNgrams('Antrag', { limit: 3 })).toEqual([])
  })

  it('open from buffers that lie anywhere in memory', () => {
    const files = filesOf(TEXTS.map((text) => input(text)))
    const shifted = Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => {
        const room = new Uint8Array(bytes.length + 3)
        room.set(bytes, 3)
        return [name, room.subarray(3)]
      }),
    )
    expect(openLexicalIndex(shifted).searchWords('Angriff', { limit: 3 })).toEqual(
      index.searchWords('Angriff', { limit: 3 }),
    )
  })

  const files = filesOf(TEXTS.map((text) => input(text)))
  const damages: [string, (bytes: Uint8Array) => Uint8Array | undefined][] = [
    ['missing', () => undefined],
    ['empty', () => new Uint8Array(0)],
    ['cut', (bytes) => bytes.slice(0, bytes.length - 5)],
    ['with a flipped bit at the beginning', (bytes) => bytes.map((byte, i) => (i === 1 ? byte ^ 4 : byte))],
    ['with a flipped bit in the header', (bytes) => bytes.map((byte, i) => (i === 20 ? byte ^ 1 : byte))],
    [
      'with a flipped bit at the end',
      (bytes) => bytes.map((byte, i) => (i === bytes.length - 9 ? byte ^ 1 : byte)),
    ],
    ['foreign', () => new TextEncoder().encode('{"kein": "Index", "aber": "lang genug"}')],
  ]
  it.each(Object.keys(files).flatMap((name) => damages.map(([how, damage]) => ({ name, how, damage }))))(
    'are refused by name when $name is $how',
    ({ name, damage }) => {
      const bytes = damage(files[name]!)
      const { [name]: _, ...others } = files
      const damaged = bytes ? { ...others, [name]: bytes } : others
      try {
        openLexicalIndex(damaged)
        expect.unreachable()
      } catch (error) {
        expect(isAppError(error) && error.code).toBe('index_damaged')
        expect((error as Error).message).toContain(name)
      }
    },
  )
})
