/** Makes cases from documents: every sentence, each perturbation that fits it, held against twenty passages. */

import type { EvidencePassage } from '../../answer/verify/evidence-units.ts'
import { createRandom } from '../random.ts'
import type { VerifierCase, VerifierHalf } from './cases.ts'
import { addStatement, changeName, changeNoun, otherSentence } from './perturb/foreign.ts'
import { addNegation, changeObligation, dropNegation } from './perturb/modality.ts'
import { type Perturbation, pick, type Surroundings } from './perturb/perturbation.ts'
import { keep, reword } from './perturb/rewording.ts'
import { changeQuantifier, changeRelation, dropCondition } from './perturb/scope.ts'
import { changeDate, changeIdentifier, changeNumber } from './perturb/values.ts'
import type { SourcePassages } from './source-passages.ts'

export const PERTURBATIONS: readonly Perturbation[] = [
  keep,
  reword,
  changeNumber,
  changeDate,
  changeIdentifier,
  changeName,
  changeObligation,
  dropNegation,
  addNegation,
  changeQuantifier,
  changeRelation,
  dropCondition,
  changeNoun,
  addStatement,
  otherSentence,
]

export interface GenerateOptions {
  source: 'corpus' | 'laws'
  /** Cases of one perturbation in one half at most. */
  perKind: number
}

const PASSAGES = 20
const FAR_PASSAGES = 8
const MIN_WORDS = 6
const MAX_CHARACTERS = 400

/** Documents in the given order: the first, third … are the tuning half, the others held back. */
export function generateCases(
  documents: readonly SourcePassages[],
  { source, perKind }: GenerateOptions,
): VerifierCase[] {
  const cases: VerifierCase[] = []
  for (const half of ['tuning', 'held-back'] as const) {
    const own = documents.filter((_, i) => halfOf(i) === half)
    for (const perturbation of PERTURBATIONS) {
      const made = own.map((document) => casesOf(document, { perturbation, documents: own, half, source }))
      cases.push(...spread(made, perKind))
    }
  }
  return cases
}

function halfOf(index: number): VerifierHalf {
  return index % 2 === 0 ? 'tuning' : 'held-back'
}

interface Context {
  perturbation: Perturbation
  documents: readonly SourcePassages[]
  half: VerifierHalf
  source: 'corpus' | 'laws'
}

/** Made when asked for, so that no more are made than are wanted. */
function* casesOf(document: SourcePassages, context: Context): Generator<VerifierCase> {
  const { perturbation, documents, half, source } = context
  const others = documents.filter((other) => other !== document)
  for (const [number, passage] of document.passages.entries()) {
    for (const sentence of sentencesOf(passage)) {
      const random = createRandom(`${perturbation.kind} ${sentence}`)
      const evidence = surround(passage, document.passages, others, random)
      const claim = perturbation.change(sentence, toSurroundings(evidence, others, random))
      if (claim === null || (claim === sentence && perturbation !== keep)) continue
      const { kind, expected } = perturbation
      yield { id: `${document.documentId}/${number}`, source, half, kind, expected, claim, evidence }
    }
  }
}

/** In turns from every document, so that long ones do not fill the quota. */
function spread(made: Generator<VerifierCase>[], limit: number): VerifierCase[] {
  const cases: VerifierCase[] = []
  let open = [...made]
  while (open.length > 0 && cases.length < limit) {
    const next = open.map((generator) => generator.next())
    open = open.filter((_, i) => !next[i]!.done)
    for (const step of next) if (!step.done && cases.length < limit) cases.push(step.value)
  }
  return cases
}

/** Whole sentences of running text, and items long enough to claim something. */
function sentencesOf(passage: EvidencePassage): string[] {
  return passage.sentences
    .map(({ start, end }) => passage.text.slice(start, end).replace(/\s+/gu, ' '))
    .filter(
      (text) =>
        text.split(' ').length >= MIN_WORDS && text.length <= MAX_CHARACTERS && /^\p{Lu}.*\.$/u.test(text),
    )
}

/** The passage itself, its neighbours, and passages of other documents. */
function surround(
  passage: EvidencePassage,
  own: readonly EvidencePassage[],
  others: readonly SourcePassages[],
  random: () => number,
): EvidencePassage[] {
  const at = own.indexOf(passage)
  const near = own.slice(Math.max(0, at - 5), at + 6).filter((other) => other !== passage)
  const far: EvidencePassage[] = []
  while (others.length > 0 && far.length < PASSAGES - 1 - near.length) {
    const found = pick(pick(others, random)!.passages, random)
    if (found) far.push(found)
  }
  return [passage, ...near, ...far]
}

function toSurroundings(
  evidence: readonly EvidencePassage[],
  others: readonly SourcePassages[],
  random: () => number,
): Surroundings {
  const text = once(() =>
    evidence.map((passage) => [...passage.context, passage.text].join(' ').replace(/\s+/gu, ' ')).join(' '),
  )
  const sentences = once(() => {
    const far = pick(others, random)
    const picked = far ? Array.from({ length: FAR_PASSAGES }, () => pick(far.passages, random)!) : []
    const found = [...new Set(picked)].filter((passage) => !evidence.includes(passage)).flatMap(sentencesOf)
    return found.filter((sentence) => !text().includes(sentence))
  })
  return {
    random,
    get evidence() {
      return text()
    },
    get foreignNouns() {
      const lower = text().toLowerCase()
      const words =
        sentences()
          .join(' ')
          .match(/(?<=\p{Ll} )\p{Lu}\p{Ll}{5,}(?=[ .,])/gu) ?? []
      return words.filter((noun) => !lower.includes(noun.toLowerCase().slice(0, 6)))
    },
    get foreignSentences() {
      return sentences()
    },
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
