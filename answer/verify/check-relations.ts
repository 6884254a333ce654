/** Small words that turn a relation round: vor and nach, mit and ohne, innerhalb and außerhalb. */

import type { Clause } from './clauses.ts'
import { type Finding, holds, wrong } from './finding.ts'
import { isCovered, toPool } from './matching.ts'
import { stanceOf } from './modality.ts'
import { findScopes, isExclusive } from './quantifiers.ts'
import type { Reading, Word } from './reading.ts'
import { contraryRelation } from './relations.ts'

const SPELLED: Record<string, string> = {
  vorm: 'vor',
  bevor: 'vor',
  ehe: 'vor',
  nachdem: 'nach',
  mithilfe: 'mit',
  samt: 'mit',
  nebst: 'mit',
  inklusive: 'mit',
  einschließlich: 'mit',
  exklusive: 'ohne',
}
const REACH = 4

interface Relation {
  kind: string
  shown: string
  /** The words that it leads: one noun after a preposition, the whole clause after a conjunction. */
  words: Word[]
}

export function checkRelations(claim: Reading, evidence: readonly Reading[]): Finding[] {
  const given = evidence.flatMap(findRelations)
  return findRelations(claim).flatMap((own) => {
    const about = given.filter((other) => sharesWord(own, other))
    if (about.some((other) => other.kind === own.kind))
      return [holds('relations', `„${own.shown}“ steht auch in der Quelle.`)]
    const turned = about.find(
      (other) => other.kind === contraryRelation(own.kind) || (isTemporal(own) && isTemporal(other)),
    )
    return turned ? [wrong('relations', `„${own.shown}“ statt „${turned.shown}“.`)] : []
  })
}

const TEMPORAL = ['vor', 'nach', 'während', 'beginn', 'ende']

function isTemporal({ kind }: Relation): boolean {
  return TEMPORAL.includes(kind)
}

function findRelations(reading: Reading): Relation[] {
  return reading.clauses.flatMap((clause) =>
    clause.words.flatMap((word, i) => {
      const kind = SPELLED[word.lower] ?? word.lower
      if (contraryRelation(kind) === null && !TEMPORAL.includes(kind)) return []
      const led = /^(?:bevor|ehe|nachdem)$/u.test(word.lower)
        ? clause.words.slice(i + 1).filter(({ kind: of }) => of === 'content')
        : firstNoun(clause.words.slice(i + 1))
      const shown = reading.text.slice(word.start, led.at(-1)?.end ?? word.end)
      return led.length > 0 ? [{ kind: turn(kind, clause), shown, words: led }] : []
    }),
  )
}

/** "Nicht ohne Zustimmung" is "nur mit Zustimmung". */
function turn(kind: string, clause: Clause): string {
  const isDenied =
    isExclusive(clause.text) &&
    stanceOf(clause).isNegated &&
    !findScopes(clause.text).some(({ scope }) => scope === 'only')
  return isDenied && (kind === 'ohne' || kind === 'vor')
    ? contraryRelation(kind)!
    : isForbidden(clause) && kind === 'ohne'
      ? 'mit'
      : kind
}

function isForbidden(clause: Clause): boolean {
  return stanceOf(clause).stance === 'forbid'
}

function firstNoun(words: readonly Word[]): Word[] {
  const at = words.findIndex(
    (word, i) => i < REACH && word.isNoun && (word.kind === 'content' || word.kind === 'light'),
  )
  return at >= 0 ? [words[at]!] : []
}

function sharesWord(a: Relation, b: Relation): boolean {
  const pool = toPool(b.words)
  return a.words.some((word) => isCovered(word, pool))
}
