import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createLexicalIndexBuilder, type LexicalHit, openLexicalIndex } from '../../search/lexical-index.ts'

const data = new URL('../../../shared/data/', import.meta.url)
const isThere = existsSync(data)
if (!isThere) console.info('Quality of the lexical index not measured: ../shared/data is not there')

interface Article {
  paragraphs: { context: string; qas: { question: string }[] }[]
}

function ndcgAt10(hits: LexicalHit[], wanted: number): number {
  const rank = hits.slice(0, 10).findIndex((hit) => hit.passage === wanted)
  return rank < 0 ? 0 : 1 / Math.log2(rank + 2)
}

interface Section {
  passage: number
  sign: string
  number: string
  law: string
}

/** Every section of the laws as one passage. */
function indexLaws() {
  const folder = new URL('gesetze/', data)
  const builder = createLexicalIndexBuilder()
  const sections: Section[] = []
  let passage = 0
  for (const name of readdirSync(folder).sort()) {
    const text = readFileSync(new URL(name, folder), 'utf8')
    const title = /^# (.*)$/m.exec(text)![1]!
    const law = /^jurabk: (.*)$/m.exec(text)![1]!
    const seen = new Set<string>()
    for (const part of text.split(/^(?=#{1,6} )/m)) {
      const [, heading = ''] = /^#{1,6} (.*)/.exec(part) ?? []
      const [whole, sign, number] = /^(§|Art) (\d+[a-z]*)\b/.exec(heading) ?? []
      if (whole && !seen.has(whole))
        sections.push({ passage, sign: sign === 'Art' ? 'Art.' : sign!, number: number!, law })
      if (whole) seen.add(whole)
      builder.add({ title, headings: heading, text: part.replace(/^#.*\n/, '') })
      passage++
    }
  }
  return { index: openLexicalIndex(builder.build()), sections }
}

describe.skipIf(!isThere)('quality of the lexical index on the development data', () => {
  it('finds the paragraph that a question of XQuAD-de was asked of', () => {
    const { data: articles } = JSON.parse(readFileSync(new URL('xquad-de/dev.squad.json', data), 'utf8')) as {
      data: Article[]
    }
    const paragraphs = articles.flatMap((article) => article.paragraphs)
    const builder = createLexicalIndexBuilder()
    for (const { context } of paragraphs) builder.add({ title: '', headings: '', text: context })
    const index = openLexicalIndex(builder.build())
    const questions = paragraphs.flatMap(({ qas }, passage) =>
      qas.map(({ question }) => ({ question, passage })),
    )
    const mean = (search: (query: string) => LexicalHit[]) =>
      questions.reduce((sum, { question, passage }) => sum + ndcgAt10(search(question), passage), 0) /
      questions.length
    expect(mean((query) => index.searchWords(query, { limit: 10 }))).toBeGreaterThan(0.94)
    expect(mean((query) => index.searchNgrams(query, { limit: 10 }))).toBeGreaterThan(0.95)
  })

  it('puts a section first that is named by number and short form', () => {
    const { index, sections } = indexLaws()
    const forms: [string, (section: Section) => string][] = [
      ['§ N ABK', ({ sign, number, law }) => `${sign} ${number} ${law}`],
      [
        'Paragraf N ABK',
        ({ sign, number, law }) => `${sign === '§' ? 'Paragraf' : 'Artikel'} ${number} ${law}`,
      ],
      ['ABK § N', ({ sign, number, law }) => `${law} ${sign} ${number}`],
      ['§ N Abs. 1 ABK', ({ sign, number, law }) => `${sign} ${number} Abs. 1 ${law}`],
    ]
    for (const [name, form] of forms) {
      const first = sections.filter(
        (each) => index.searchWords(form(each), { limit: 1 })[0]?.passage === each.passage,
      )
      expect(first.length / sections.length, name).toBeGreaterThan(0.995)
    }
  })
})
