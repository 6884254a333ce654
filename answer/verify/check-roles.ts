/** Who does it to whom: a claim with the same verb must not give one side's part to the other ("Das Amt informiert die Kommune"). */

import type { Alias } from './aliases.ts'
import type { ClauseLink } from './align.ts'
import { type Finding, holds, wrong } from './finding.ts'
import { isCovered, toPool } from './matching.ts'
import type { Word } from './reading.ts'
import { type Roles, readRoles } from './roles.ts'

/** Silent where case, number and word order leave open who acts, or where the verb is another. */
export function checkRoles(links: readonly ClauseLink[], aliases: readonly Alias[]): Finding[] {
  const anyCovered = (words: readonly Word[], by: readonly Word[]) => {
    const pool = toPool(by, aliases)
    return words.some((word) => isCovered(word, pool))
  }
  return links.flatMap(({ clause, unit, beside }, i) => {
    const given = beside[0]?.clause
    if (!given || clause.isRelative || given.isRelative) return []
    const { clauses } = unit.reading()
    const own = readRoles(clause, links[i - 1]?.clause)
    const theirs = readRoles(given, clauses[clauses.indexOf(given) - 1])
    if (own.agents.length === 0 || !sharesVerb(own.verbs, theirs.verbs)) return []
    if (anyCovered(own.agents, theirs.agents))
      return [holds('roles', `${quoted(own.agents)} handelt auch in der Quelle.`)]
    return isTurned(own, theirs, anyCovered)
      ? [wrong('roles', `${quoted(own.agents)} handelt; in der Quelle ist es anders: „${given.text}“.`)]
      : []
  })
}

type AnyCovered = (words: readonly Word[], by: readonly Word[]) => boolean

/** The claim lets act whom the source has something done to, or another than the source names. */
function isTurned(own: Roles, theirs: Roles, anyCovered: AnyCovered): boolean {
  if (theirs.agents.length === 0)
    return theirs.isPronoun && own.isCertain && anyCovered(own.agents, theirs.obliques)
  if (own.isCertain && theirs.isCertain) return true
  return anyCovered(own.agents, theirs.others) && anyCovered(theirs.agents, own.others)
}

/** Itself, no synonym: "A beschäftigt B" and "B arbeitet bei A" share a meaning, not their parts. */
function sharesVerb(own: readonly Word[], given: readonly Word[]): boolean {
  return own.some((verb) => given.some((other) => verb.own.some((key) => other.own.includes(key))))
}

function quoted(words: readonly Word[]): string {
  return words.map((word) => `„${word.surface}“`).join(' und ')
}
