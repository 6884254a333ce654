/** Checks every sentence of a text against passages, without a language model. Deterministic; each check names the words on both sides. */

import type { Verdict } from '../answer.ts'
import { type Alignment, align } from './align.ts'
import { checkConditions } from './check-conditions.ts'
import { checkCopy } from './check-copy.ts'
import { checkRelations } from './check-relations.ts'
import { checkRoles } from './check-roles.ts'
import { checkScope } from './check-scope.ts'
import { checkStance } from './check-stance.ts'
import { checkValues } from './check-values.ts'
import { checkQuotes, checkWords } from './check-words.ts'
import { type Claim, type SkippedSentence, toClaims } from './claims.ts'
import {
  type EvidencePassage,
  type EvidenceUnit,
  type EvidenceUnits,
  toEvidenceUnits,
} from './evidence-units.ts'
import { condense, type Finding, toVerdict, wrong } from './finding.ts'
import { createReader, type Reader, type ReaderOptions, type Reading } from './reading.ts'
import { FOUND_VERBATIM, findVerbatim } from './verbatim.ts'

export type VerifierOptions = ReaderOptions

/** Place of an evidence sentence: number of the passage, offsets in its text. */
export interface AlignedSentence {
  passage: number
  start: number
  end: number
}

export interface VerifiedClaim extends Claim {
  verdict: Verdict
  aligned: AlignedSentence[]
  findings: Finding[]
}

export interface Verification {
  claims: VerifiedClaim[]
  /** Headings, questions and lead-ins: they claim nothing. */
  skipped: SkippedSentence[]
}

/** Cosine of the claim and an evidence sentence; helps to find the right one, never to prove. */
export type Similarity = (sentence: AlignedSentence) => number

export interface Verifier {
  verify(text: string, evidence: readonly EvidencePassage[]): Verification
  /** A single claim of a text, so that each may have its own evidence. */
  verifyClaim(
    claim: Claim,
    evidence: readonly EvidencePassage[],
    options?: { similarity?: Similarity },
  ): VerifiedClaim
}

const MIN_COVERAGE = 0.35

/** `analyser` and `idf` are the index's own, so that words count as they do in the search. */
export function createVerifier(options: VerifierOptions): Verifier {
  const reader = createReader(options)
  // The sentences of a text are mostly held against the same passages.
  const known = new WeakMap<readonly EvidencePassage[], EvidenceUnits>()
  const toUnits = (evidence: readonly EvidencePassage[]) => {
    const units = known.get(evidence) ?? toEvidenceUnits(evidence, { reader, analyser: options.analyser })
    known.set(evidence, units)
    return units
  }
  return {
    verify(text, evidence) {
      const { claims, skipped } = toClaims(text)
      const given = { evidence, ...toUnits(evidence) }
      return { claims: claims.map((claim) => checkClaim(claim, reader, given)), skipped }
    },
    verifyClaim: (claim, evidence, { similarity } = {}) =>
      checkClaim(claim, reader, { evidence, ...toUnits(evidence), similarity }),
  }
}

interface Given extends EvidenceUnits {
  evidence: readonly EvidencePassage[]
  similarity?: Similarity
}

function checkClaim(claim: Claim, reader: Reader, given: Given): VerifiedClaim {
  const { evidence, units, aliases, similarity } = given
  const verbatim = findVerbatim(claim.plain, evidence, units)
  if (verbatim) {
    return { ...claim, verdict: 'supported', aligned: verbatim, findings: [FOUND_VERBATIM] }
  }
  const reading = reader.read(claim.plain)
  const closeness = similarity && ((unit: EvidenceUnit) => similarity(toPlace(unit)))
  const alignment = align(reading, units, { aliases, similarity: closeness })
  if (!alignment || alignment.coverage < MIN_COVERAGE) return unsupported(claim, alignment?.units ?? [])
  const findings = condense(compare(reading, alignment, { evidence, aliases }))
  return { ...claim, verdict: toVerdict(findings), aligned: alignment.units.map(toPlace), findings }
}

/** The checks, in the order in which they are reported. */
function compare(
  claim: Reading,
  alignment: Alignment,
  { evidence, aliases }: Pick<Given, 'evidence' | 'aliases'>,
): Finding[] {
  const { links, units } = alignment
  const readings = units.map((unit) => unit.reading())
  const passages = units.map((unit) => evidence[unit.passage]!.text)
  return [
    ...checkQuotes(claim, passages),
    ...checkWords(claim, alignment),
    ...checkValues({ claim, evidence: readings }),
    ...checkStance(links),
    ...checkCopy(claim, readings),
    ...checkScope(links, claim.text),
    ...checkRelations(claim, readings),
    ...checkRoles(links, aliases),
    ...checkConditions(claim, links, aliases),
  ]
}

function unsupported(claim: Claim, units: readonly EvidenceUnit[]): VerifiedClaim {
  const nearest = units[0] ? ` Am nächsten kommt: „${units[0].text}“` : ''
  const finding = wrong('evidence', `Kein Satz der Quellen sagt etwas darüber.${nearest}`)
  return { ...claim, verdict: 'unsupported', aligned: [], findings: [finding] }
}

function toPlace({ passage, span }: EvidenceUnit): AlignedSentence {
  return { passage, start: span.start, end: span.end }
}
