import { describe, expect, it } from 'vitest'
import { answerHash, judgementsSchema, type SampledAnswer, toAnswersPage } from '../../eval/answers-page.ts'

const sampled = {
  id: '01-a02',
  earlier: ['Was ist das?'],
  question: 'Und wer?',
  answer: {
    status: 'answered',
    answer: 'Der Rat. [1]\n\n- Punkt [1]',
    sources: [{ n: 1, title: 'Leitfaden', headingPath: ['Leitfaden', 'Rat'] }],
  },
} as unknown as SampledAnswer
const hash = answerHash(sampled.answer)

describe('the page of read answers', () => {
  it('shows question, answer, sources and verdict, and counts the verdicts', () => {
    const page = toAnswersPage([sampled], {
      '01-a02': { verdict: 'lückenhaft', remark: 'Datum fehlt', answer: hash },
    })
    expect(page).toContain('## 01-a02 · Was ist das? → Und wer?')
    expect(page).toContain('> Der Rat. [1]\n>\n> - Punkt [1]')
    expect(page).toContain('[1] Leitfaden: Rat')
    expect(page).toContain('*lückenhaft: Datum fehlt*')
    expect(page).toContain('**1 Antworten: 1 lückenhaft.**')
  })

  it('drops a verdict on another text', () => {
    const judgements = { '01-a02': { verdict: 'richtig' as const, remark: '', answer: '0123456789ab' } }
    expect(toAnswersPage([sampled], judgements)).toContain('*noch nicht beurteilt*')
  })

  it('takes only known verdicts', () => {
    expect(judgementsSchema.safeParse({ a: { verdict: 'gut', answer: hash } }).success).toBe(false)
    expect(judgementsSchema.parse({ a: { verdict: 'falsch', answer: hash } }).a?.remark).toBe('')
  })
})
