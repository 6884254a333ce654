/** Content words, names and quotes: what the evidence does not say, and what it says elsewhere about something else. */

import type { Alignment } from './align.ts'
import { isBorneOut, isKnown } from './borne-out.ts'
import { type Finding, holds, more, wrong } from './finding.ts'
import { coverOf, joinPools } from './matching.ts'
import { isName } from './names.ts'
import type { Reading, Word } from './reading.ts'

/** Up to so much of a clause, by weight, may come from another sentence than the rest. */
const BORROWED = 0.12
/** A claim with more foreign words is not about the same thing. */
const FOREIGN = 0.5

export function checkWords(claim: Reading, { links, units }: Alignment): Finding[] {
  const everywhere = joinPools(units.map((unit) => unit.pool()))
  const context = joinPools(units.map((unit) => unit.context()))
  const findings: Finding[] = []
  const foreign: Word[] = []
  for (const link of links) {
    const own = link.unit.pool()
    const content = link.clause.words.filter((word) => word.kind === 'content')
    const missing = content.filter(
      (word) => coverOf(word, own) === 'none' && !isKnown(word, context) && !isBorneOut(word, link, claim),
    )
    const elsewhere = missing.filter((word) => coverOf(word, everywhere) !== 'none')
    foreign.push(...missing.filter((word) => !elsewhere.includes(word)))
    if (share(elsewhere, content) > BORROWED)
      findings.push(
        more(
          'context',
          `${quoted(elsewhere)} steht in der Quelle in anderem Zusammenhang als „${link.unit.text}“.`,
        ),
      )
  }
  const content = claim.words.filter((word) => word.kind === 'content')
  if (share(foreign, content) > FOREIGN)
    findings.push(wrong('additions', 'Das meiste davon sagt die Quelle nicht.'))
  const names = foreign.filter((word) => isName(word, claim))
  const others = foreign.filter((word) => !names.includes(word))
  if (names.length > 0) findings.push(wrong('names', `${quoted(names)} kommt in der Quelle hier nicht vor.`))
  if (others.length > 0) findings.push(more('additions', `${quoted(others)} steht nicht in der Quelle.`))
  if (foreign.length === 0)
    findings.push(holds('additions', 'Jedes sinntragende Wort steht in der Quelle, selbst oder sinngleich.'))
  return findings
}

/** Words in „…“ have to stand there verbatim, if there are three or more. */
export function checkQuotes(claim: Reading, texts: readonly string[]): Finding[] {
  return [...claim.text.matchAll(/„([^“”"]+)[“”"]/gu)].flatMap((match) => {
    const quote = match[1]!
    if (quote.trim().split(/\s+/u).length < 3) return []
    const plain = quote.replace(/\s+/gu, ' ').trim()
    const isThere = texts.some((text) => text.replace(/\s+/gu, ' ').includes(plain))
    return [
      isThere
        ? holds('quote', `„${plain}“ steht wörtlich in der Quelle.`)
        : wrong('quote', `„${plain}“ steht nicht wörtlich in der Quelle.`),
    ]
  })
}

function share(part: readonly Word[], all: readonly Word[]): number {
  const sum = (words: readonly Word[]) => words.reduce((total, word) => total + word.weight, 0)
  return sum(all) > 0 ? sum(part) / sum(all) : 0
}

function quoted(words: readonly Word[]): string {
  return [...new Set(words.map((word) => `„${word.surface}“`))].join(', ')
}
