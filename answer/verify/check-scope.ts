/** Quantifiers: the claim speaks of as many, and is as sure, as the evidence. */

import type { ClauseLink } from './align.ts'
import { canonicalStems } from './canonical-stem.ts'
import { isBoundTo } from './check-stance.ts'
import { type Finding, holds, more, wrong } from './finding.ts'
import { findNegators, stanceOf } from './modality.ts'
import { findScopes, isExclusive, type Scope, type ScopeWord } from './quantifiers.ts'

/** What must not be left out. */
const NEEDED: Scope[] = ['many', 'some', 'few', 'only', 'usually']
/** What may stand for it; "jede" for "viele" is no weaker. */
const STANDS_FOR: Partial<Record<Scope, Scope[]>> = {
  many: ['some', 'usually'],
  usually: ['many'],
  some: ['few'],
}

/** What needs a permit may be done only with it. */
const NEEDS =
  /(?<!\p{L})(?:bedarf|bedürfen|benötig(?:t|en)|erforderlich|nötig|Voraussetzung|\p{L}*pflichtig)(?!\p{L})/u

export function checkScope(links: readonly ClauseLink[], claim: string): Finding[] {
  const own = findScopes(claim)
  const isPresupposed = /(?<!\p{L})(?:Voraussetzung|Bedingung|vorausgesetzt)(?!\p{L})/u.test(claim)
  const isExcluding =
    isPresupposed || links.some(({ clause }) => isExclusive(clause.text) && stanceOf(clause).isNegated)
  const claimed = new Set<Scope>([
    ...own.map(({ scope }) => scope),
    ...(isExcluding ? (['only'] as const) : []),
  ])
  const given = links.flatMap(({ unit }) => [...findScopes(unit.text), ...exclusions(unit.reading().clauses)])
  if (links.some(({ unit }) => NEEDS.test(unit.text))) given.push({ scope: 'only', word: 'bedarf' })
  const beside = links.flatMap((link) => findScopes(link.beside[0]?.clause.text ?? ''))
  const findings: Finding[] = []
  const isBound = links.some(
    ({ clause, beside: [best] }) =>
      best && stanceOf(clause).stance === 'must' && isBoundTo(best.clause, clause),
  )
  if (isBound) claimed.add('only')
  for (const { scope, word } of uniqueBy(beside)) {
    if (
      !NEEDED.includes(scope) ||
      claimed.has(scope) ||
      STANDS_FOR[scope]?.some((other) => claimed.has(other))
    )
      continue
    const widened = own.find((other) => other.scope === 'all')
    findings.push(
      widened
        ? wrong('quantifiers', `„${widened.word}“ statt „${word}“.`)
        : more('quantifiers', `Die Einschränkung „${word}“ der Quelle fehlt.`),
    )
  }
  for (const { scope, word } of uniqueBy(own)) {
    if (/^nicht/iu.test(word) && links.some(({ unit }) => findNegators(unit.reading().words).length > 0))
      continue
    const wide = beside.find((other) => other.scope === 'all')
    if ((scope === 'some' || scope === 'few') && wide && !beside.some((other) => other.scope === scope))
      findings.push(more('quantifiers', `„${word}“ statt „${wide.word}“.`))
    else if (given.some((other) => other.scope === scope))
      findings.push(holds('quantifiers', `„${word}“ steht auch in der Quelle.`))
    else if (scope === 'all' && beside.length === 0 && isOfAnyKind(word, claim, links)) continue
    else if (scope === 'all' || scope === 'only' || scope === 'few')
      findings.push(more('quantifiers', `„${word}“ steht nicht in der Quelle.`))
    else if (
      (scope === 'some' || scope === 'many') &&
      given.some((other) => other.scope === 'many' || other.scope === 'some' || other.scope === 'few')
    )
      findings.push(
        more('quantifiers', `„${word}“ statt „${given.find((other) => other.scope !== 'all')!.word}“.`),
      )
  }
  const never = links
    .flatMap(({ clause }) => findNegators(clause.words))
    .find((word) => /^nie(?:mals)?$|^keinesfalls$/u.test(word.lower))
  if (
    never &&
    !links.some(({ unit }) => /(?<!\p{L})(?:nie|niemals|keinesfalls|stets|immer)(?!\p{L})/iu.test(unit.text))
  )
    findings.push(more('quantifiers', `„${never.surface}“ steht nicht in der Quelle.`))
  return findings
}

/** "jeder Vorgang" for "Vorgänge sind": a plural without an article speaks of all. */
function isOfAnyKind(quantifier: string, claim: string, links: readonly ClauseLink[]): boolean {
  if (!/^(?:alle|jede)/iu.test(quantifier)) return false
  const noun = new RegExp(`(?<!\\p{L})${quantifier}\\s(?:\\p{Ll}+\\s)?(\\p{Lu}\\p{L}+)`, 'u').exec(claim)?.[1]
  if (!noun) return false
  const keys = canonicalStems(noun)
  return links.some(({ unit }) => {
    const { words } = unit.reading()
    const at = words.findIndex((word) => word.isNoun && word.own.some((key) => keys.includes(key)))
    const lead = words.slice(Math.max(0, at - 2), at)
    return (
      at >= 0 && /(?:e|en|n|er|s)$/u.test(words[at]!.lower) && !lead.some(({ lower }) => ARTICLE.test(lower))
    )
  })
}

const ARTICLE =
  /^(?:de[rmns]|die|das|des|(?:k?ein|dies|jen|solch|sein|ihr|unser)(?:e[nmrs]?)?|am|im|vom|zum|zur|beim)$/u

function exclusions(clauses: readonly ClauseLink['clause'][]): ScopeWord[] {
  return clauses
    .filter((clause) => isExclusive(clause.text) && stanceOf(clause).isNegated)
    .map((clause) => ({ scope: 'only', word: clause.text }))
}

function uniqueBy(words: readonly ScopeWord[]): ScopeWord[] {
  return words.filter((word, i) => words.findIndex((other) => other.scope === word.scope) === i)
}
