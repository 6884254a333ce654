import { describe, expect, it } from 'vitest'
import { type ChosenSentence, renderVerbatim, toLabel, toViewerUrl } from '../../answer/render.ts'
import type { Hit } from '../../search/retriever.ts'
import { createRecord } from '../search/document-record.ts'
import { createHits, item, numbered, paragraph } from './builders.ts'

const profile = createRecord('profil', { publisher: 'Amt', edition: '2024' })
const card = createRecord('karte/ä b')
const first = createHits(profile, [
  [
    paragraph('Der Stab [1] leitet die Lage.', 'Er tagt täglich.'),
    item('Leitung'),
    item('IT 💡', 'Mit Vertretung.'),
  ],
  [numbered('1.', 'Trennen'), numbered('2.', 'Melden'), paragraph('Ende gut.')],
])
const second = createHits(card, [[paragraph('Ruhe bewahren.')]])
const texts: Record<string, string> = { [profile.id]: first.text, [card.id]: second.text }
const render = (chosen: ChosenSentence[]) => renderVerbatim(chosen, (id) => texts[id]!)

function choose(hit: Hit, at: number, rest: Partial<ChosenSentence> = {}): ChosenSentence {
  return { sentence: hit.sentences[at]!, passage: hit.passage, document: hit.document, ...rest }
}

const [running, list] = [first.hits[0]!, first.hits[1]!]
const all = [
  choose(running, 0),
  choose(running, 1),
  choose(running, 2),
  choose(running, 3),
  choose(running, 4, { continuesItem: true }),
  choose(list, 0, { listNumber: 1 }),
  choose(list, 1, { listNumber: 2 }),
  choose(list, 2),
  choose(second.hits[0]!, 0),
]

describe('rendering of verbatim sentences', () => {
  it('counts every sentence exactly, in answer and document, whatever is chosen', () => {
    for (let mask = 1; mask < 2 ** all.length; mask += 3) {
      const chosen = all.filter((_, i) => mask & (1 << i))
      const { answer, sentences, sources } = render(chosen)
      expect(sentences).toHaveLength(chosen.length)
      for (const sentence of sentences) {
        const [citation] = sentence.citations
        const source = sources[citation!.source - 1]!
        expect(answer.slice(sentence.start, sentence.end)).toBe(sentence.text)
        expect(citation!.quote).toBe(texts[source.documentId]!.slice(citation!.start, citation!.end))
        expect(sentence.text).toBe(citation!.quote)
        expect(answer.slice(sentence.end)).toMatch(new RegExp(`^ \\[${source.n}\\]`))
        expect(citation!.start).toBeGreaterThanOrEqual(source.start)
        expect(citation!.end).toBeLessThanOrEqual(source.end)
      }
    }
  })

  it('writes paragraphs, lists, numbered lists and further sentences of an item', () => {
    expect(render(all.slice(0, 8)).answer).toBe(
      [
        'Der Stab [1] leitet die Lage. [1] Er tagt täglich. [1]\n',
        '- Leitung [1]',
        '- IT 💡 [1] Mit Vertretung. [1]\n',
        '1. Trennen [2]',
        '2. Melden [2]\n',
        'Ende gut. [2]',
      ].join('\n'),
    )
  })

  it('names each document once there are several', () => {
    const { answer } = render([choose(running, 0), choose(running, 1), choose(second.hits[0]!, 0)])
    expect(answer).toBe(
      '**Titel profil (Amt, 2024)**\n\nDer Stab [1] leitet die Lage. [1] Er tagt täglich. [1]\n\n**Titel karte/ä b**\n\nRuhe bewahren. [2]',
    )
  })

  it('starts a paragraph with another passage of the same document', () => {
    expect(render([choose(running, 1), choose(list, 2)]).answer).toBe('Er tagt täglich. [1]\n\nEnde gut. [2]')
    expect(render([choose(running, 2), choose(list, 0, { listNumber: 1 })]).answer).toBe(
      '- Leitung [1]\n\n1. Trennen [2]',
    )
  })

  it('numbers sources from 1 by their first citation, each once', () => {
    const { sources, sentences } = render([choose(list, 2), choose(running, 0), choose(list, 0)])
    expect(sources.map(({ n, passageId }) => [n, passageId])).toEqual([
      [1, 'profil#2'],
      [2, 'profil#1'],
    ])
    expect(sentences.map(({ citations }) => citations[0]!.source)).toEqual([1, 2, 1])
  })

  it('gives a source its text, place, document and viewer', () => {
    const { sources } = render([choose(list, 0)])
    const { passage } = list
    expect(sources[0]).toMatchObject({
      documentId: 'profil',
      title: 'Titel profil',
      edition: '2024',
      publisher: 'Amt',
      headingPath: ['Abschnitt 2'],
      page: null,
      text: first.text.slice(passage.start, passage.end),
      url: `/dokument/profil?start=${passage.start}&end=${passage.end}`,
    })
  })

  it('marks a verbatim sentence as supported, and says how it was checked', () => {
    const [sentence] = render([choose(running, 0)]).sentences
    expect(sentence!.verdict).toBe('supported')
    expect(sentence!.checks).toEqual([expect.objectContaining({ check: 'verbatim', ok: true })])
  })

  it('renders nothing from nothing', () => {
    expect(render([])).toEqual({ answer: '', sentences: [], sources: [] })
  })
})

describe('label and viewer of a document', () => {
  it.each([
    [{ publisher: 'BSI', edition: '2024' }, 'Titel d (BSI, 2024)'],
    [{ publisher: 'BSI' }, 'Titel d (BSI)'],
    [{ edition: '2024' }, 'Titel d (2024)'],
    [{}, 'Titel d'],
  ])('names publisher and edition as far as known: %j', (known, label) => {
    expect(toLabel(createRecord('d', known))).toBe(label)
  })

  it('keeps the id one segment of the path', () => {
    expect(toViewerUrl('gesetze/ä b.md', { start: 3, end: 9 })).toBe(
      '/dokument/gesetze%2F%C3%A4%20b.md?start=3&end=9',
    )
  })
})
