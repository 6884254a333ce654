/** Reads claims and evidence written by hand: one YAML file per topic (eval/verifier/pairs/README.md). */

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Verdict } from '../../answer/answer.ts'
import type { EvidencePassage } from '../../answer/verify/evidence-units.ts'
import { datasetInvalid } from '../dataset.ts'
import type { VerifierCase, VerifierHalf } from './cases.ts'

const verdicts = ['supported', 'partly', 'unsupported'] as const satisfies Verdict[]
const fileSchema = z.object({
  topic: z.string(),
  inCorpus: z.boolean(),
  items: z.array(
    z.object({
      evidence: z.array(z.string()).min(1),
      claims: z.array(z.tuple([z.string(), z.enum(verdicts), z.string()])).min(1),
    }),
  ),
})

/** In order of the files. Odd file numbers are the tuning half, even ones the held-back half. */
export async function loadPairs(folder: string): Promise<VerifierCase[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  const files = await Promise.all(
    names.map(async (name) => toCases(name, await parseFile(join(folder, name)))),
  )
  return files.flat()
}

function toCases(name: string, { items }: z.infer<typeof fileSchema>): VerifierCase[] {
  const number = Number.parseInt(name, 10)
  const half: VerifierHalf = number % 2 === 1 ? 'tuning' : 'held-back'
  return items.flatMap(({ evidence, claims }, i) => {
    const passage = toPassage(evidence, [])
    return claims.map(([kind, expected, claim], j) => ({
      id: `${name.slice(0, 2)}-${i + 1}.${j + 1}`,
      source: 'pairs' as const,
      half,
      kind: kind.split('-')[0]!,
      expected,
      claim,
      evidence: [passage],
    }))
  })
}

/** Sentences one below the other; those without a full stop are items of a list. */
export function toPassage(sentences: readonly string[], context: string[]): EvidencePassage {
  let text = ''
  const spans = sentences.map((sentence) => {
    if (text !== '') text += '\n'
    const start = text.length
    text += sentence
    return { start, end: text.length, isListItem: !/[.!?:]$/u.test(sentence) }
  })
  return { text, sentences: spans, context }
}

async function parseFile(path: string) {
  try {
    return fileSchema.parse(parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw datasetInvalid(path, `${error instanceof Error ? error.message : error}`, error)
  }
}
