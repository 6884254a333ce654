import { describe, expect, it } from 'vitest'
import { generateCases, PERTURBATIONS } from '../../eval/verifier/generate.ts'
import { loadPairs } from '../../eval/verifier/pairs.ts'
import { loadSourcePassages } from '../../eval/verifier/source-passages.ts'

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
