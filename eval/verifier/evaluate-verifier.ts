/** Precision and recall of the verifier per kind of error, on pairs written by hand and on perturbed documents. */

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Verdict } from '../../answer/answer.ts'
import { createVerifier, type Verifier } from '../../answer/verify/verify.ts'
import { type Figure, quantile, toFigure } from '../metrics.ts'
import type { VerifierCase, VerifierHalf } from './cases.ts'
import { generateCases } from './generate.ts'
import { learnParts } from './lexical-parts.ts'
import { loadPairs } from './pairs.ts'
import { loadSourcePassages, type SourcePassages } from './source-passages.ts'

/** What is true; every other kind is an error to be found. */
const TRUE_KINDS = ['verbatim', 'paraphrase']

export interface KindFigures {
  kind: string
  /** Of true kinds: share judged `supported`. Of errors: share not judged `supported`. */
  recall: Figure
  /** Of true kinds: share not judged `unsupported`. Of errors: share judged exactly as expected. */
  second: Figure
}

export interface GroupReport {
  source: VerifierCase['source']
  half: VerifierHalf
  kinds: KindFigures[]
  /** Of all claims judged `supported`, the share that is; of all others, the share that is not. */
  supportedPrecision: Figure
  refusedPrecision: Figure
}

export interface VerifierReport {
  groups: GroupReport[]
  msPerSentence: { p50: number; p99: number; passages: number }
}

export interface VerifierEvaluation {
  pairs: string
  corpus: string
  /** Left out where the folder is not there. */
  laws: string
  half: VerifierHalf | 'all'
  perKind?: number
}

const PER_KIND = 120

export async function evaluateVerifier(options: VerifierEvaluation): Promise<VerifierReport> {
  const groups = await Promise.all([pairGroup(options.pairs, options.corpus), ...documentGroups(options)])
  const times: number[] = []
  const reports = groups.flatMap(({ cases, verifier }) => {
    const wanted = cases.filter(({ half }) => options.half === 'all' || half === options.half)
    const outcomes = wanted.map((one) => judge(one, verifier, times))
    return (['tuning', 'held-back'] as const).flatMap((half) => {
      const own = outcomes.filter((outcome) => outcome.half === half)
      return own.length > 0 ? [toGroupReport(own)] : []
    })
  })
  const msPerSentence = { p50: quantile(times, 0.5), p99: quantile(times, 0.99), passages: 20 }
  return { groups: reports, msPerSentence }
}

interface Group {
  cases: VerifierCase[]
  verifier: Verifier
}

/** Words count as in an index that holds the corpus and the evidence. */
async function pairGroup(folder: string, corpus: string): Promise<Group> {
  const cases = await loadPairs(folder)
  const documents = await loadFolder(corpus)
  const evidence = [...new Set(cases.flatMap((one) => one.evidence.map(({ text }) => text)))]
  return { cases, verifier: createVerifier(learnParts([...textsOf(documents), ...evidence])) }
}

function documentGroups({ corpus, laws, perKind = PER_KIND }: VerifierEvaluation): Promise<Group>[] {
  const sources = { corpus, laws }
  return (['corpus', 'laws'] as const)
    .filter((source) => existsSync(sources[source]))
    .map(async (source) => {
      const documents = await loadFolder(sources[source])
      const cases = generateCases(documents, { source, perKind })
      return { cases, verifier: createVerifier(learnParts(textsOf(documents))) }
    })
}

function loadFolder(folder: string): Promise<SourcePassages[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  return Promise.all(names.sort().map((name) => loadSourcePassages(join(folder, name))))
}

function textsOf(documents: readonly SourcePassages[]): string[] {
  return documents.flatMap(({ passages }) =>
    passages.map(({ context, text }) => [...context, text].join('\n')),
  )
}

interface Outcome extends VerifierCase {
  verdict: Verdict
}

/** Of several sentences the worst counts. */
function judge(one: VerifierCase, verifier: Verifier, times: number[]): Outcome {
  const startedAt = performance.now()
  const { claims } = verifier.verify(one.claim, one.evidence)
  if (one.source !== 'pairs') times.push((performance.now() - startedAt) / Math.max(1, claims.length))
  const verdicts = claims.map(({ verdict }) => verdict)
  const verdict = (['unsupported', 'partly'] as const).find((name) => verdicts.includes(name)) ?? 'supported'
  return { ...one, verdict }
}

function toGroupReport(outcomes: readonly Outcome[]): GroupReport {
  const { source, half } = outcomes[0]!
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))]
  const share = (all: readonly Outcome[], holds: (outcome: Outcome) => boolean) =>
    toFigure(all.map((outcome) => Number(holds(outcome))))
  const isTrue = ({ kind }: Outcome) => TRUE_KINDS.includes(kind)
  const accepted = outcomes.filter(({ verdict }) => verdict === 'supported')
  return {
    source,
    half,
    kinds: kinds.map((kind) => {
      const own = outcomes.filter((outcome) => outcome.kind === kind)
      return TRUE_KINDS.includes(kind)
        ? {
            kind,
            recall: share(own, ({ verdict }) => verdict === 'supported'),
            second: share(own, ({ verdict }) => verdict !== 'unsupported'),
          }
        : {
            kind,
            recall: share(own, ({ verdict }) => verdict !== 'supported'),
            second: share(own, ({ verdict, expected }) => verdict === expected),
          }
    }),
    supportedPrecision: share(accepted, isTrue),
    refusedPrecision: share(
      outcomes.filter(({ verdict }) => verdict !== 'supported'),
      (outcome) => !isTrue(outcome),
    ),
  }
}
