/** A verifier without index or model, and evidence in one line. */

import type { EvidencePassage } from '../../../answer/verify/evidence-units.ts'
import { createReader } from '../../../answer/verify/reading.ts'
import { createVerifier, type VerifiedClaim } from '../../../answer/verify/verify.ts'
import { toPassage } from '../../../eval/verifier/pairs.ts'
import { createAnalyser } from '../../../search/german/analyser.ts'

const parts = { analyser: createAnalyser(), idf: () => 1 }
export const reader = createReader(parts)
export const verifier = createVerifier(parts)

export function passage(sentences: string[], context: string[] = []): EvidencePassage {
  return toPassage(sentences, context)
}

/** The single claim of a text against sentences of one passage. */
export function check(claim: string, ...evidence: string[]): VerifiedClaim {
  const { claims } = verifier.verify(claim, [passage(evidence)])
  if (claims.length !== 1) throw new Error(`${claims.length} claims in: ${claim}`)
  return claims[0]!
}

export function failed({ findings }: VerifiedClaim): string[] {
  return [...new Set(findings.filter(({ ok }) => !ok).map(({ check: name }) => name))]
}
