/** Checks every sentence of a text against passages, without a language model. Deterministic; each check names the words on both sides. */

import type { Verdict } from '../answer.ts'
import { align } from './align.ts'
import { checkConditions } from './check-conditions.ts'
import { checkCopy } from './check-copy.ts'
import { checkRelations } from './check-relations.ts'
import { checkScope } from './check-scope.ts'
import { checkStance } from './check-stance.ts'
import { checkValues } from './check-values.ts'
import { checkQuotes, checkWords } from './check-words.ts'
import { type Claim, type SkippedSentence, toClaims } from './claims.ts'
import { type EvidencePassage, type EvidenceUnit, toEvidenceUnits } from './evidence-units.ts'
import { condense, type Finding, holds, toVerdict, wrong } from './finding.ts'
import { createReader, type ReaderOptions } from './reading.ts'
import { findVerbatim } from './verbatim.ts'

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

export interface VerifyOptions {
  /** Cosine of a claim (its number) and an evidence sentence; helps to find the right one, never to prove. */
  similarity?: (claim: number, sentence: AlignedSentence) => number
}

export interface Verifier {
  verify(text: string, evidence: readonly EvidencePassage[], options?: VerifyOptions): Verification
}

const MIN_COVERAGE = 0.35

/** `analyser` and `idf` are the index's own, so that words count as they do in the search. */
export function createVerifier(options: VerifierOptions): Verifier {
  const reader = createReader(options)
  return {
    verify(text, evidence, { similarity } = {}) {
      const { claims, skipped } = toClaims(text)
      const { units, aliases } = toEvidenceUnits(evidence, { reader, analyser: options.analyser })
      const verified = claims.map((claim, number): VerifiedClaim => {
        const verbatim = findVerbatim(claim.plain, evidence, units)
        if (verbatim)
          return {
            ...claim,
            verdict: 'supported',
            aligned: verbatim,
            findings: [holds('verbatim', 'Steht wörtlich in der Quelle.')],
          }
        const reading = reader.read(claim.plain)
        const closeness = similarity && ((unit: EvidenceUnit) => similarity(number, toPlace(unit)))
        const alignment = align(reading, units, { aliases, similarity: closeness })
        if (!alignment || alignment.coverage < MIN_COVERAGE) return unsupported(claim, alignment?.units ?? [])
        const readings = alignment.units.map((unit) => unit.reading())
        const findings = condense([
          ...checkQuotes(
            reading,
            alignment.units.map((unit) => evidence[unit.passage]!.text),
          ),
          ...checkWords(reading, alignment),
          ...checkValues({ claim: reading, evidence: readings }),
          ...checkStance(alignment.links),
          ...checkCopy(
            claim.plain,
            alignment.units.map((unit) => unit.text),
          ),
          ...checkScope(alignment.links, reading.text),
          ...checkRelations(reading, readings),
          ...checkConditions(reading, alignment.links, aliases),
        ])
        return { ...claim, verdict: toVerdict(findings), aligned: alignment.units.map(toPlace), findings }
      })
      return { claims: verified, skipped }
    },
  }
}

function unsupported(claim: Claim, units: readonly EvidenceUnit[]): VerifiedClaim {
  const nearest = units[0] ? ` Am nächsten kommt: „${units[0].text}“` : ''
  const finding = wrong('evidence', `Kein Satz der Quellen sagt etwas darüber.${nearest}`)
  return { ...claim, verdict: 'unsupported', aligned: [], findings: [finding] }
}

function toPlace({ passage, span }: EvidenceUnit): AlignedSentence {
  return { passage, start: span.start, end: span.end }
}
