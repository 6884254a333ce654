/** Whole sentences that stand in the evidence word by word; a part of a sentence may have lost its condition and is none. */

import type { EvidencePassage, EvidenceUnit } from './evidence-units.ts'
import { type Finding, holds, wrong } from './finding.ts'

interface Place {
  passage: number
  start: number
  end: number
}

export const FOUND_VERBATIM: Finding = holds('verbatim', 'Steht wörtlich in der Quelle.')

const MAX_SENTENCES = 3

/** A quoted sentence against the words at the place it names. */
export function checkVerbatim(claim: string, quoted: string): Finding {
  return normalise(claim) === normalise(quoted)
    ? FOUND_VERBATIM
    : wrong('verbatim', `Die Quelle sagt dort: „${quoted}“`)
}

/** The sentence, or up to three in a row, that the claim is; null where it is none. */
export function findVerbatim(
  claim: string,
  evidence: readonly EvidencePassage[],
  units: readonly EvidenceUnit[],
): Place[] | null {
  const wanted = normalise(claim)
  for (const [i, unit] of units.entries()) {
    const own = normalise(unit.text)
    if (own === wanted) return [toPlace(unit)]
    if (!wanted.startsWith(own)) continue
    for (let count = 2; count <= MAX_SENTENCES; count++) {
      const last = units[i + count - 1]
      if (last?.passage !== unit.passage) break
      const text = evidence[unit.passage]!.text.slice(unit.span.start, last.span.end)
      if (normalise(text) === wanted) return units.slice(i, i + count).map(toPlace)
    }
  }
  return null
}

/** Blanks and the full stop at the end say nothing. */
function normalise(text: string): string {
  return text
    .replace(/\u00AD/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.!]$/u, '')
}

function toPlace({ passage, span }: EvidenceUnit): Place {
  return { passage, start: span.start, end: span.end }
}
