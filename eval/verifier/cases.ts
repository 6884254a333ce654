/** A claim, the passages it is held against, and the verdict that would be right. */

import type { Verdict } from '../../answer/answer.ts'
import type { EvidencePassage } from '../../answer/verify/evidence-units.ts'

export type VerifierHalf = 'tuning' | 'held-back'

export interface VerifierCase {
  id: string
  /** Written by hand, or made from the corpus or from laws by a perturbation. */
  source: 'pairs' | 'corpus' | 'laws'
  half: VerifierHalf
  /** `verbatim` and `paraphrase` are true; every other kind names what is wrong. */
  kind: string
  expected: Verdict
  claim: string
  evidence: readonly EvidencePassage[]
}
