import { describe, expect, it } from 'vitest'
import { ask, openAnswering, openSnapshot } from './answering-builders.ts'

const QUESTION = 'Wann ist ein Vorfall dem Amt zu melden?'
const withDeadlines = async (own: string, other: string) =>
  openAnswering({
    snapshot: await openSnapshot([
      { id: 'alt', title: 'Merkblatt', edition: 'Fassung 2019', sections: { Frist: [own] } },
      { id: 'neu', title: 'Leitfaden', edition: 'Fassung 2025', sections: { Frist: [other] } },
    ]),
  })

describe('documents that contradict each other', () => {
  const own = 'Ein Vorfall ist dem Amt binnen 24 Stunden zu melden.'
  const other = 'Ein Vorfall ist dem Amt binnen 72 Stunden zu melden.'

  it('are both quoted by name, although they say nearly the same', async () => {
    const { answer } = await ask(await withDeadlines(own, other), QUESTION)
    expect(answer.sentences.map(({ text }) => text)).toEqual([own, other])
    expect(answer.sources.map(({ edition }) => edition)).toEqual(['Fassung 2019', 'Fassung 2025'])
    expect(answer.contradictions).toEqual([
      { kind: 'numbers', sentences: [0, 1], words: ['24 Stunden', '72 Stunden'] },
    ])
  })

  it('are said to, with the editions of both', async () => {
    const { answer } = await ask(await withDeadlines(own, other), QUESTION)
    expect(answer.warnings).toEqual([
      'Die Dokumente widersprechen sich und nennen verschiedene Angaben: „24 Stunden“ in Merkblatt (Fassung 2019), aber „72 Stunden“ in Leitfaden (Fassung 2025). Bitte prüfen Sie, welche Ausgabe gilt.',
    ])
    const english = await ask(await withDeadlines(own, other), { question: QUESTION, language: 'en' })
    expect(english.answer.warnings[0]).toMatch(
      /^The documents contradict each other: “24 Stunden” in Merkblatt/u,
    )
  })

  it('may differ in how strongly they oblige', async () => {
    const answering = await withDeadlines(
      'Ein Vorfall muss dem Amt schriftlich gemeldet werden.',
      'Ein Vorfall sollte dem Amt schriftlich gemeldet werden.',
    )
    const { answer } = await ask(answering, 'Wie wird ein Vorfall dem Amt gemeldet?')
    expect(answer.contradictions).toMatchObject([{ kind: 'obligation', words: ['muss', 'sollte'] }])
    expect(answer.warnings[0]).toContain('verschieden strenge Vorgaben')
  })

  it('are not where they agree or speak of different things', async () => {
    const agreeing = await ask(await withDeadlines(own, own), QUESTION)
    expect(agreeing.answer.contradictions).toBeUndefined()
    const report = 'Der Abschlussbericht ist dem Rat binnen 72 Stunden vorzulegen.'
    const apart = await ask(await withDeadlines(own, report), QUESTION)
    expect(apart.answer.contradictions).toBeUndefined()
    expect(apart.answer.warnings).toEqual([])
  })
})
