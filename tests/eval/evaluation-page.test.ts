import { describe, expect, it } from 'vitest'
import type { AnswerReport } from '../../eval/evaluate-answers.ts'
import type { RetrievalReport } from '../../eval/evaluate-retrieval.ts'
import { type EvaluationFigures, toEvaluationPage } from '../../eval/evaluation-page.ts'
import type { Figure } from '../../eval/metrics.ts'

const figure = (mean: number, count = 10): Figure => ({ mean, low: mean - 0.1, high: mean + 0.1, count })
const search = (ndcg: number) =>
  ({
    dataset: 'x',
    questions: 10,
    fused: { ndcgAt10: figure(ndcg) },
    arms: { words: { ndcgAt10: figure(0.5) } },
    msPerQuery: { mean: 1, p50: 1, p99: 1 },
  }) as unknown as RetrievalReport
const answers = Object.fromEntries(
  [
    'answeredWhenAnswerable',
    'declinedWhenNot',
    'rightDocumentFirst',
    'rightSectionFirst',
    'expectedWords',
    'listCompleteness',
    'sentencesPerAnswer',
  ]
    .map((name): [string, Figure] => [name, figure(0.75)])
    .concat([['charactersPerAnswer', figure(321)]]),
) as unknown as AnswerReport

const figures: EvaluationFigures = {
  corpusSearch: search(0.9),
  corpusAnswers: answers,
  squadSearch: search(0.98),
  abstention: [
    {
      name: 'Fragen',
      separation: 0.9,
      points: [
        {
          threshold: 0.4,
          falseRefusals: figure(0.2),
          falseAnswers: figure(Number.NaN, 0),
          coverage: 0.8,
          risk: 0.05,
        },
      ],
    },
  ],
  verifier: 'Prüfer: gut\n',
  fitted: { hard: { answerable: 0.9, unanswerable: 0.7, foreign: null } },
}

describe('the page of published figures', () => {
  it('shows each part with intervals in German numbers', () => {
    const page = toEvaluationPage(figures)
    expect(page).toContain('| nDCG@10 | 0,900 [0,800; 1,000] | 10 |')
    expect(page).toContain('| nDCG@10, nur Wörter | 0,500 [0,400; 0,600] | 10 |')
    expect(page).toContain('| Zeichen je Antwort | 321 [321; 321] | 10 |')
    expect(page).toContain('| 0,400 | – | 0,200 [0,100; 0,300] | 0,800 | 0,050 |')
    expect(page).toContain('```text\nPrüfer: gut\n```')
    expect(page).toContain('| zum Korpus, schwere | 0,900 | 0,700 | – |')
  })

  it('says what could not be measured', () => {
    expect(toEvaluationPage({ ...figures, squadSearch: null })).toContain('nicht gemessen')
  })
})
