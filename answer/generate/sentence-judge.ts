/** Decides sentence by sentence what of a model's text may be shown: what the verifier finds borne out, with its words. */

import type { Hit } from '../../search/retriever.ts'
import type { Check } from '../answer.ts'
import { leansOnPrevious } from '../statement.ts'
import { type Finding, toCheck } from '../verify/finding.ts'
import { toEvidencePassage } from '../verify/passage-evidence.ts'
import type { Verifier } from '../verify/verify.ts'
import { cleanSentence, isOrder, screenSentence } from './screen.ts'
import type { WrittenSentence } from './sentence-cutter.ts'

/** Words of a hit's document that bear a sentence out; offsets count in the document. */
export interface Place {
  hit: Hit
  start: number
  end: number
}

export interface KeptSentence extends WrittenSentence {
  places: Place[]
  checks: Check[]
}

export type Judgement =
  | { kind: 'kept'; sentence: KeptSentence }
  | { kind: 'rejected'; text: string; reason: string }
  /** Says nothing, or what was said already. */
  | { kind: 'empty' }

export interface SentenceJudge {
  /** In the order of writing: a sentence may lean on the one before it. */
  judge(written: WrittenSentence): Judgement
}

export interface JudgeOptions {
  verifier: Verifier
  /** The passages that the model was shown. */
  hits: readonly Hit[]
  textOf: (documentId: string) => string
  /** True for words that answer the question: the first sentence of an answer needs some. */
  isToThePoint: (place: Place) => boolean
}

export function createSentenceJudge({ verifier, hits, textOf, isToThePoint }: JudgeOptions): SentenceJudge {
  const evidence = hits.map(({ passage, document }) =>
    toEvidencePassage(passage, { title: document.title, text: textOf(document.id) }),
  )
  const kept: KeptSentence[] = []
  const rejected = new Set<string>()
  /** The sentence before; null where it was rejected or there is none. */
  let before: KeptSentence | null = null
  /** The lead-in of the list that is being written was rejected, so its items hang in the air. */
  let lacksLead = false

  function decide(written: WrittenSentence): Judgement {
    const text = cleanSentence(written.text)
    if (!/[\p{L}\d]/u.test(text)) return { kind: 'empty' }
    const reason = screenSentence(text, evidence)
    if (reason) return { kind: 'rejected', text, reason }
    const { claims } = verifier.verify(text, evidence)
    if (claims.length === 0) return { kind: 'empty' }
    const findings = claims.flatMap((claim) => claim.findings)
    if (written.isItem && lacksLead)
      return { kind: 'rejected', text, reason: 'Gehört zu einem Satz, der nicht belegt ist.' }
    const places = claims.flatMap((claim) => claim.aligned).map((place) => toPlace(place, hits))
    if (claims.some(({ verdict }) => verdict !== 'supported') || places.length === 0)
      return { kind: 'rejected', text, reason: toReason(findings) }
    const sentence = { ...written, text, places: withoutRepeats(places), checks: findings.map(toCheck) }
    if (leansOnPrevious(text) && !sharesPassage(sentence, before))
      return { kind: 'rejected', text, reason: 'Verweist auf einen Satz, der nicht belegt ist.' }
    if (kept.length === 0 && !places.some(isToThePoint))
      return { kind: 'rejected', text, reason: 'Steht in den Quellen, beantwortet aber die Frage nicht.' }
    return { kind: 'kept', sentence }
  }

  return {
    judge(written) {
      const judgement = decide(written)
      if (!written.isItem) lacksLead = judgement.kind === 'rejected' && /:$/u.test(judgement.text)
      if (judgement.kind === 'empty') return judgement
      before = judgement.kind === 'kept' ? judgement.sentence : null
      if (judgement.kind === 'rejected') {
        if (rejected.has(judgement.text)) return { kind: 'empty' }
        rejected.add(judgement.text)
      } else {
        if (kept.some((other) => repeats(judgement.sentence, other))) return { kind: 'empty' }
        kept.push(judgement.sentence)
      }
      return judgement
    },
  }
}

/** Share of common words from which a sentence about the same words of the source says nothing new. */
const MAX_OVERLAP = 0.6

function repeats(sentence: KeptSentence, other: KeptSentence): boolean {
  const isKnown = sentence.places.every((place) => other.places.some((known) => isSame(known, place)))
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\d]+/gu))
  const [own, known] = [words(sentence.text), words(other.text)]
  const shared = [...own].filter((word) => known.has(word)).length
  return isKnown && shared / (own.size + known.size - shared) > MAX_OVERLAP
}

/** A passage with orders to a model is not shown to one. */
export function isFitForModel(hit: Hit): boolean {
  return hit.sentences.every(({ start, end }) => {
    const offset = hit.passage.start
    return !isOrder(hit.text.slice(start - offset, end - offset))
  })
}

function toReason(findings: readonly Finding[]): string {
  const failed = findings.filter(({ ok }) => !ok).map(({ detail }) => detail)
  return failed.join(' ') || 'Kein Satz der Quellen sagt das.'
}

function toPlace(
  { passage, start, end }: { passage: number; start: number; end: number },
  hits: readonly Hit[],
): Place {
  const hit = hits[passage]!
  return { hit, start: hit.passage.start + start, end: hit.passage.start + end }
}

function withoutRepeats(places: readonly Place[]): Place[] {
  return places.filter((place, i) => places.findIndex((other) => isSame(other, place)) === i)
}

function isSame(a: Place, b: Place): boolean {
  return a.hit === b.hit && a.start === b.start && a.end === b.end
}

function sharesPassage(sentence: KeptSentence, before: KeptSentence | null): boolean {
  return (
    before !== null && sentence.places.some(({ hit }) => before.places.some((place) => place.hit === hit))
  )
}
