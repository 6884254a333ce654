/**
 * Verbs behind other forms: gemeldet and Meldung belong to melden, abgeschaltet and abzuschalten to abschalten.
 * Only verbs that the corpus itself writes in their basic form count, so that no Zeitung belongs to Zeit.
 */

import type { Lexicon } from './lexicon.ts'
import { stem } from './stemmer.ts'

const SEPARABLE =
  '(?:ab|an|auf|aus|bei|dar|ein|fest|frei|fort|her|hin|los|mit|nach|statt|teil|um|unter|uber|vor|weg|weiter|wieder|zu|zuruck|zusammen)'
/** (ab)ge·schalt·et, with the endings of an adjective. */
const PARTICIPLE = new RegExp(`^(${SEPARABLE}?)ge(.{3,}?)(?:e?t(?:e[nmrs]?)?|en(?:e[nmrs]?)?)$`)
const WITH_ZU = new RegExp(`^(${SEPARABLE})zu(.{3,})$`)
const ACTION = /^(.{3,})ung(?:en)?$/
const MIN_STEM = 3

/** Stem of the verb, null where the corpus knows none. Takes a folded word and its stem. */
export function verbStem(folded: string, own: string, lexicon: Lexicon): string | null {
  for (const base of possibleBases(folded)) {
    const key = stem(`${base}en`)
    if (key.length >= MIN_STEM && key !== own && lexicon.isVerb(key)) return key
  }
  return null
}

/** What may stand before the -en of the verb, the likeliest first. */
function* possibleBases(folded: string): Generator<string> {
  const action = ACTION.exec(folded)
  if (action) yield action[1]!
  const participle = PARTICIPLE.exec(folded)
  if (participle) yield participle[1]! + participle[2]!
  const zu = WITH_ZU.exec(folded)
  if (zu) yield zu[1]! + zu[2]!.replace(/e?n$/, '')
}
