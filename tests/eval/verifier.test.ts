/** Floors for the tuning halves; the held-back halves are for published figures only. */

import { describe, expect, it } from 'vitest'
import { evaluateVerifier } from '../../eval/verifier/evaluate-verifier.ts'
import { generateCases, PERTURBATIONS } from '../../eval/verifier/generate.ts'
import { loadPairs } from '../../eval/verifier/pairs.ts'
import { toVerifierText } from '../../eval/verifier/report-text.ts'
import { loadSourcePassages } from '../../eval/verifier/source-passages.ts'

const FLOORS: Record<string, number> = { verbatim: 0.99, paraphrase: 0.9, condition: 0.85, quantifier: 0.9 }

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

describe('cases for the verifier', () => {
  it('by hand: at least 240, both halves, no evidence in both', async () => {
    const cases = await loadPairs('eval/verifier/pairs')
    expect(cases.length).toBeGreaterThanOrEqual(240)
    const evidence = (half: string) =>
      new Set(cases.filter((one) => one.half === half).flatMap((one) => one.evidence.map(({ text }) => text)))
    expect([...evidence('tuning')].filter((text) => evidence('held-back').has(text))).toEqual([])
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
  })

  it('from documents: the same on every run, one change each', async () => {
    const names = ['datenpannen-dsgvo', 'nis2-kommunen', 'wiba']
    const documents = await Promise.all(
      names.map((name) => loadSourcePassages(`corpus/documents/${name}.md`)),
    )
    const make = () => generateCases(documents, { source: 'corpus', perKind: 5 })
    const cases = make()
    expect(make()).toEqual(cases)
    expect(new Set(cases.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(8)
    expect(cases.filter(({ half }) => half === 'held-back').every(({ id }) => id.startsWith('nis2'))).toBe(
      true,
    )
  })

  it.each(PERTURBATIONS.map((one) => [one.kind, one] as const))(
    '%s leaves a sentence without its kind alone',
    (kind, one) => {
      const around = { random: () => 0.3, evidence: '', foreignNouns: [], foreignSentences: [] }
      const changed = one.change('Ja.', around)
      expect(changed).toBe(kind === 'verbatim' ? 'Ja.' : null)
    },
  )
})
