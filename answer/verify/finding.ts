/** What one check finds: whether it holds, the words on both sides, and how much a failure weighs. */

import type { Check } from '../answer.ts'

export type CheckName =
  | 'verbatim'
  | 'evidence'
  | 'quote'
  | 'numbers'
  | 'dates'
  | 'identifiers'
  | 'names'
  | 'negation'
  | 'obligation'
  | 'quantifiers'
  | 'relations'
  | 'roles'
  | 'conditions'
  | 'additions'
  | 'context'

export interface Finding {
  check: CheckName
  ok: boolean
  /** German, with the words of claim and evidence. */
  detail: string
  /** Of a failure: the claim says something else (`wrong`), or more than the evidence does (`more`). */
  weight?: 'wrong' | 'more'
}

export const holds = (check: CheckName, detail: string): Finding => ({ check, ok: true, detail })
export const wrong = (check: CheckName, detail: string): Finding => ({
  check,
  ok: false,
  detail,
  weight: 'wrong',
})
export const more = (check: CheckName, detail: string): Finding => ({
  check,
  ok: false,
  detail,
  weight: 'more',
})

/** `supported` needs every check; what says something else makes it `unsupported`, what says more `partly`. */
export function toVerdict(findings: readonly Finding[]): 'supported' | 'partly' | 'unsupported' {
  if (findings.some(({ weight }) => weight === 'wrong')) return 'unsupported'
  return findings.every(({ ok }) => ok) ? 'supported' : 'partly'
}

export function toCheck({ check, ok, detail }: Finding): Check {
  return { check, ok, detail }
}

/** A check's findings in short: all failures, otherwise the first success. */
export function condense(findings: readonly Finding[]): Finding[] {
  const names = [...new Set(findings.map(({ check }) => check))]
  return names.flatMap((name) => {
    const own = findings.filter(({ check }) => check === name)
    const failed = own.filter(({ ok }) => !ok)
    return failed.length > 0
      ? failed
      : [{ ...own[0]!, detail: [...new Set(own.map(({ detail }) => detail))].join(' ') }]
  })
}
