/** Content words, names and quotes: what the evidence does not say, and what it says elsewhere about something else. */

import type { Alignment } from './align.ts'
import { type Finding, holds, more, wrong } from './finding.ts'
import { coverOf, joinPools, type Pool } from './matching.ts'
import { isName } from './names.ts'
import type { Quantity } from './quantities.ts'
import type { Reading, Word } from './reading.ts'

/** Up to so much of a clause, by weight, may come from another sentence than the rest. */
const BORROWED = 0.12
/** A claim with more foreign words is not about the same thing. */
const FOREIGN = 0.5

/** "Wer eine Halle mieten will", "wer ein Fest plant": whoever a rule is for. */
const INTENT = /^(?:plan(?:t|en)|beabsichtig(?:t|en)|vorha(?:t|ben)|wünsch(?:t|en))$/u

export function checkWords(claim: Reading, { links, units }: Alignment): Finding[] {
  const everywhere = joinPools(units.map((unit) => unit.pool()))
  const context = joinPools(units.map((unit) => unit.context()))
  const findings: Finding[] = []
  const foreign: Word[] = []
  for (const link of links) {
    const own = link.unit.pool()
    const content = link.clause.words.filter((word) => word.kind === 'content')
    const values = link.unit.reading().quantities
    const missing = content
      .filter((word) => coverOf(word, own) === 'none' && !isKnown(word, context) && !isMeasured(word, values))
      .filter((word) => !(link.clause.isConditional && INTENT.test(word.lower)))
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

/** "Eine Frist von drei Tagen" is "binnen drei Tagen". */
function isMeasured(word: Word, values: readonly Quantity[]): boolean {
  const time = ['Stunden', 'Monate', 'Werktage']
  return (
    (/(?:frist|dauer|zeitraum|laufzeit|amtszeit)(?:en)?$/u.test(word.lower) &&
      values.some(({ dimension }) => time.includes(dimension))) ||
    (/^(?:betrag|höhe|summe|preis)(?:s|es|en)?$/u.test(word.lower) &&
      values.some(({ dimension }) => dimension === 'Euro')) ||
    (/^(?:mindest|höchst|maximal)\p{Ll}{3,}$/u.test(word.lower) && values.length > 0)
  )
}

/** Headings and title say what a passage is about. */
function isKnown(word: Word, context: Pool): boolean {
  const cover = coverOf(word, context)
  return cover === 'same' || cover === 'part'
}

function share(part: readonly Word[], all: readonly Word[]): number {
  const sum = (words: readonly Word[]) => words.reduce((total, word) => total + word.weight, 0)
  return sum(all) > 0 ? sum(part) / sum(all) : 0
}

function quoted(words: readonly Word[]): string {
  return [...new Set(words.map((word) => `„${word.surface}“`))].join(', ')
}
