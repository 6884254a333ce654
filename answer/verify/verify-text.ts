/** Checks a text written elsewhere against the index: each sentence finds its own passages, and cites what bears it out. */

import { AppError } from '../../search/app-error.ts'
import type { Hit, Retriever } from '../../search/retriever.ts'
import type { Snapshot } from '../../search/snapshot.ts'
import type { AnswerSentence, AnswerSource, Citation } from '../answer.ts'
import { toSources } from '../render.ts'
import { type Claim, type SkippedSentence, toClaims } from './claims.ts'
import { toCheck } from './finding.ts'
import { toEvidencePassage } from './passage-evidence.ts'
import { type AlignedSentence, createVerifier, type VerifiedClaim } from './verify.ts'

export interface VerifyRequest {
  text: string
  documentIds?: string[]
}

export interface VerifiedText {
  /** Offsets count in the text that was sent. */
  sentences: AnswerSentence[]
  sources: AnswerSource[]
  /** Headings, questions and lead-ins, which claim nothing. */
  skipped: SkippedSentence[]
}

export interface TextVerification {
  /** Rejects with AppError `aborted` when the signal fires, and with what the retriever throws. */
  verifyText(request: VerifyRequest, options?: { signal?: AbortSignal }): Promise<VerifiedText>
}

const PASSAGES = 12
/** E5 cosines of any two German sentences lie above this. */
const CHANCE = 0.75
const MAX_QUERY_CHARACTERS = 1000

export function createTextVerification(parts: {
  snapshot: Snapshot
  retriever: Retriever
}): TextVerification {
  const { snapshot, retriever } = parts
  const { analyser, idf } = snapshot.lexical
  const verifier = createVerifier({ analyser, idf })
  const textOf = (documentId: string) => snapshot.text(documentId)

  async function check({ claim, documentIds, signal }: ClaimRequest): Promise<CheckedClaim> {
    const query = claim.plain.replace(/\s+/gu, ' ').trim().slice(0, MAX_QUERY_CHARACTERS)
    const { hits } = await retriever.search({ query, limit: PASSAGES, documentIds, signal })
    const evidence = hits.map(({ passage, document }) =>
      toEvidencePassage(passage, { title: document.title, text: textOf(document.id) }),
    )
    const closeness = closenessIn(hits)
    return { claim: verifier.verifyClaim(claim, evidence, { similarity: closeness }), hits }
  }

  return {
    async verifyText({ text, documentIds }, { signal } = {}) {
      const { claims, skipped } = toClaims(text)
      const checked: CheckedClaim[] = []
      for (const claim of claims) {
        if (signal?.aborted) throw new AppError('aborted', 'Die Prüfung wurde abgebrochen.')
        checked.push(await check({ claim, documentIds, signal }))
      }
      const cited = checked.flatMap(({ claim, hits }) => claim.aligned.map(({ passage }) => hits[passage]!))
      const sources = toSources(cited, textOf)
      return { sentences: checked.map((one) => toSentence(one, sources, textOf)), sources, skipped }
    },
  }
}

interface ClaimRequest {
  claim: Claim
  documentIds?: string[]
  signal?: AbortSignal
}

interface CheckedClaim {
  claim: VerifiedClaim
  hits: Hit[]
}

/** Cosine above chance of a sentence of the hits, 0…1. */
function closenessIn(hits: readonly Hit[]): (sentence: AlignedSentence) => number {
  return ({ passage, start }) => {
    const hit = hits[passage]!
    const sentence = hit.sentences.find((own) => own.start - hit.passage.start === start)
    return sentence ? Math.max(0, (sentence.denseScore - CHANCE) / (1 - CHANCE)) : 0
  }
}

function toSentence(
  { claim, hits }: CheckedClaim,
  sources: readonly AnswerSource[],
  textOf: (documentId: string) => string,
): AnswerSentence {
  const citations = claim.aligned.map((place): Citation => {
    const { passage, document } = hits[place.passage]!
    const start = passage.start + place.start
    const end = passage.start + place.end
    const source = sources.find(({ passageId }) => passageId === passage.id)!.n
    return { source, start, end, quote: textOf(document.id).slice(start, end) }
  })
  const { text, start, end, verdict, findings } = claim
  return { text, start, end, verdict, citations, checks: findings.map(toCheck) }
}
