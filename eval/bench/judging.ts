/** nDCG@10 over places in texts, so that passages of any stack are judged alike, however long they are. Pure. */

import { type Figure, ndcgAt, toFigure } from '../metrics.ts'
import type { Place } from './stack.ts'

/** A stretch of a document that belongs to a unit: a section, or the document as a whole. */
export interface UnitPlace extends Place {
  unit: string
}

export interface JudgedQuestion {
  question: string
  /** Units that answer it. */
  relevant: ReadonlySet<string>
}

/** A piece stands for a unit when half of the shorter of both lies in the other. */
const SHARED = 0.5

export interface Judgement {
  units: readonly UnitPlace[]
  questions: readonly JudgedQuestion[]
  /** Hits of each question, best first. */
  places: readonly (readonly Place[])[]
}

export function judge({ units, questions, places }: Judgement): Figure {
  const byDocument = new Map<string, UnitPlace[]>()
  for (const unit of units) {
    const known = byDocument.get(unit.documentId)
    if (known) known.push(unit)
    else byDocument.set(unit.documentId, [unit])
  }
  return toFigure(
    questions.map(({ relevant }, i) => {
      const ranked = rankUnits(places[i]!, { byDocument, relevant })
      return ndcgAt(10, ranked, new Map([...relevant].map((unit) => [unit, 1])))
    }),
  )
}

interface Units {
  byDocument: ReadonlyMap<string, readonly UnitPlace[]>
  relevant: ReadonlySet<string>
}

/** Each unit once, at its first piece. Of the units of one piece the relevant ones come first, in favour of long pieces. */
function rankUnits(places: readonly Place[], { byDocument, relevant }: Units): string[] {
  const ranked = new Set<string>()
  for (const place of places) {
    const own = (byDocument.get(place.documentId) ?? []).filter((unit) => isSame(place, unit))
    const names = own.map(({ unit }) => unit)
    for (const name of names) if (relevant.has(name)) ranked.add(name)
    for (const name of names) ranked.add(name)
  }
  return [...ranked]
}

function isSame(a: Place, b: Place): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  const shorter = Math.min(a.end - a.start, b.end - b.start)
  return shared > 0 && shared >= SHARED * shorter
}
