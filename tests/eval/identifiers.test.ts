import { describe, expect, it } from 'vitest'
import { evaluateIdentifiers } from '../../eval/evaluate-identifiers.ts'
import { type LawPassage, toIdentifierQuestions } from '../../eval/identifier-questions.ts'
import { isAppError } from '../../search/app-error.ts'
import type { Retriever } from '../../search/retriever.ts'
import type { Snapshot } from '../../search/snapshot.ts'

const passage = (id: string, heading: string, text: string, title = 'Gesetz (BMG)'): LawPassage => ({
  id,
  documentId: 'bmg.md',
  title,
  headingPath: [title, heading],
  text,
})
const PASSAGES = [
  passage('a', '§ 5 Zweck', '(1) Eins.\n(2) Zwei.'),
  passage('b', '§ 5 Zweck', '(3) Drei (4) vier.'),
  passage('c', '§ 5a Mehr', 'Text.'),
  passage('d', 'Abschnitt 2', 'Text.'),
  passage('e', 'Art 7', 'Text.', 'Grundgesetz (GG)'),
  passage('f', '§ 8 Ohne Kurznamen', 'Text.', 'Satzung'),
]

describe('questions by number', () => {
  it('name each section in every form, and each paragraph with the passages it begins in', () => {
    const questions = toIdentifierQuestions(PASSAGES)
    expect(questions.map(({ question, passageIds }) => `${question}: ${[...passageIds]}`)).toEqual([
      '§ 5 BMG: a,b',
      'Paragraf 5 BMG: a,b',
      'BMG § 5: a,b',
      '§ 5 Abs. 1 BMG: a',
      '§ 5 Abs. 2 BMG: a',
      '§ 5 Abs. 3 BMG: b',
      '§ 5a BMG: c',
      'Paragraf 5a BMG: c',
      'BMG § 5a: c',
      'Art. 7 GG: e',
      'Artikel 7 GG: e',
      'GG Art. 7: e',
    ])
  })
})

/** An index that holds `passages`, and a search that always finds them in their order. */
function fakes(passages: LawPassage[]) {
  const texts = passages.map(({ text }) => text).join('')
  const spans = passages.map((each, i) => {
    const start = passages.slice(0, i).reduce((sum, { text }) => sum + text.length, 0)
    return { ...each, start, end: start + each.text.length }
  })
  const snapshot = {
    passageCount: passages.length,
    passage: (i: number) => spans[i],
    text: () => texts,
    document: () => ({ title: passages[0]?.title }),
  } as unknown as Snapshot
  const hits = spans.map((each) => ({ passage: each }))
  const retriever = { search: async () => ({ hits }) } as unknown as Retriever
  return { snapshot, retriever }
}

describe('evaluation by number', () => {
  it('counts what comes first and what comes among the first three, and names what was missed', async () => {
    const [plain] = await evaluateIdentifiers(fakes(PASSAGES.slice(0, 3)))
    expect(plain).toMatchObject({
      form: '§ N ABK',
      rightFirst: { mean: 0.5, count: 2 },
      rightInTop3: { mean: 1 },
      missed: ['§ 5a BMG'],
    })
  })

  it('asks only every so-many-th question when told so', async () => {
    const figures = await evaluateIdentifiers({ ...fakes(PASSAGES.slice(0, 3)), every: 2 })
    expect(figures.map(({ rightFirst }) => rightFirst.count)).toEqual([1, 1, 1, 2])
  })

  it('says what is missing when the index holds no law', async () => {
    const error = await evaluateIdentifiers(fakes([PASSAGES[3]!])).catch((thrown) => thrown)
    expect(isAppError(error) && error.message).toMatch(/--identifiers/)
  })
})
