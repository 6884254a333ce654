/** Floors for the tuning halves; the held-back halves are for published figures only. */

import { describe, expect, it } from 'vitest'
import { evaluateVerifier } from '../../eval/verifier/evaluate-verifier.ts'
import { toVerifierText } from '../../eval/verifier/report-text.ts'

const FLOORS: Record<string, number> = { verbatim: 0.99, paraphrase: 0.8, condition: 0.85, quantifier: 0.9 }

describe('the verifier on its tuning halves', () => {
  const report = evaluateVerifier({
    pairs: 'eval/verifier/pairs',
    corpus: 'corpus/documents',
    laws: 'none',
    half: 'tuning',
    perKind: 30,
  })

  it('finds what is wrong and lets pass what is right', async () => {
    const { groups } = await report
    expect(groups.map(({ source, half }) => `${source} ${half}`)).toEqual(['pairs tuning', 'corpus tuning'])
    const below = groups.flatMap(({ source, kinds }) =>
      kinds
        .filter(({ kind, recall }) => recall.mean < (FLOORS[kind] ?? 0.96))
        .map(({ kind, recall }) => `${source} ${kind} ${recall.mean}`),
    )
    expect(below).toEqual([])
  }, 60_000)

  it('is reported in German with intervals', async () => {
    const text = toVerifierText(await report)
    expect(text).toMatch(/Prüfer: von Hand geschriebene Paare, Abstimmungshälfte/)
    expect(text).toMatch(/andere Zahl +erkannt \d,\d{3} \[\d,\d{3}; \d,\d{3}\] \(n = \d+\)/)
  }, 60_000)
})
