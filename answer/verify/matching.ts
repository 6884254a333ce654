/** Whether words of the evidence hold a word of the claim: as itself, a synonym, a part of a compound, an alias. */

import { foldWord } from '../../search/german/fold.ts'
import type { Alias } from './aliases.ts'
import { canonicalStems, hasPrefix } from './canonical-stem.ts'
import type { Word } from './reading.ts'
import { contrary, groupsOf } from './word-groups.ts'

/** What a set of words can be found by. */
export interface Pool {
  own: Set<string>
  parts: Set<string>
  groups: Set<number>
  /** Groups of the parts of compounds: Leihfrist holds ausleihen. */
  partGroups: Set<number>
  sides: Set<string>
  /** Stems long enough to be part of a compound. */
  stems: string[]
  /** The words as they are written, folded: "Dauer", whose stem is too short for a part. */
  forms: string[]
}

export type Cover = 'same' | 'synonym' | 'part' | 'opposite' | 'none'

const MIN_PART = 4
const SHORT_PART = 3
/** "frei sein" for "freihalten". */
const LOOSE = /^(?:frei|bekannt|bereit|offen|fern)$/u
const ENDING = /^(?:e?[nsrm]?|en|ern|es|er|ung|ungen)$/u
const LINK = /^(?:e?s|e?n|er|e)?$/u

export function toPool(words: readonly Word[], aliases: readonly Alias[] = []): Pool {
  const relevant = words.filter((word) => word.kind !== 'function')
  const pool: Pool = {
    own: new Set(relevant.flatMap((word) => word.own)),
    parts: new Set(relevant.flatMap((word) => word.parts.flat())),
    groups: new Set(relevant.flatMap((word) => word.groups)),
    partGroups: new Set(
      relevant.flatMap((word) => [...word.parts.flatMap((keys) => groupsOf(keys)), ...word.headGroups]),
    ),
    sides: new Set(relevant.flatMap((word) => word.sides)),
    stems: [],
    forms: relevant
      .filter(({ isNoun, surface }) => isNoun && surface.length >= MIN_PART)
      .map(({ surface }) => foldWord(surface)),
  }
  for (const { short, long } of aliases) {
    const hasLong = long.length > 0 && long.every((keys) => keys.some((key) => pool.own.has(key)))
    const hasShort = short.some((key) => pool.own.has(key) || pool.parts.has(key))
    if (hasLong) for (const key of short) pool.own.add(key)
    if (hasShort) for (const key of long.flat()) pool.own.add(key)
  }
  pool.stems = [...pool.own].filter((key) => key.length >= MIN_PART)
  return pool
}

export function joinPools(pools: readonly Pool[]): Pool {
  const union = <Value>(sets: Set<Value>[]) => new Set(sets.flatMap((set) => [...set]))
  return {
    own: union(pools.map((pool) => pool.own)),
    parts: union(pools.map((pool) => pool.parts)),
    groups: union(pools.map((pool) => pool.groups)),
    partGroups: union(pools.map((pool) => pool.partGroups)),
    sides: union(pools.map((pool) => pool.sides)),
    stems: pools.flatMap((pool) => pool.stems),
    forms: pools.flatMap((pool) => pool.forms),
  }
}

export function coverOf(word: Word, pool: Pool): Cover {
  if (word.own.some((key) => pool.own.has(key))) return 'same'
  if (isOpposite(word, pool)) return 'opposite'
  if (word.groups.some((group) => pool.groups.has(group))) return 'synonym'
  if (word.own.some((key) => pool.parts.has(key))) return 'part'
  if (word.groups.some((group) => pool.partGroups.has(group))) return 'part'
  if (word.parts.length > 1 && word.parts.every((keys) => holdsPart(keys, pool))) return 'part'
  return isPartBySpelling(word, pool) ? 'part' : 'none'
}

export function isCovered(word: Word, pool: Pool): boolean {
  const cover = coverOf(word, pool)
  return cover !== 'none' && cover !== 'opposite'
}

/** kostenlos for kosten, unverschlüsselt for verschlüsselt, senken for erhöhen. */
function isOpposite(word: Word, pool: Pool): boolean {
  if (word.sides.some((side) => pool.sides.has(contrary(side)) && !pool.sides.has(side))) return true
  return word.own.some(
    (key) =>
      key.length > 4 && (pool.own.has(`un${key}`) || (key.startsWith('un') && pool.own.has(key.slice(2)))),
  )
}

function holdsPart(keys: readonly string[], pool: Pool): boolean {
  return (
    keys.some((key) => pool.own.has(key) || pool.parts.has(key)) ||
    groupsOf(keys).some((group) => pool.groups.has(group))
  )
}

/** Compounds that no lexicon has split: Meldefrist beside Frist and Meldung, Frist beside Meldefrist. */
function isPartBySpelling(word: Word, pool: Pool): boolean {
  if (word.own.some((key) => pool.stems.some((stem) => (word.isNoun ? isPartOf : isVerbOf)(key, stem))))
    return true
  if (LOOSE.test(word.lower) && pool.stems.some((stem) => isPartOf(word.lower, stem))) return true
  const folded = foldWord(word.surface.replace(/[-‐‑]/gu, ''))
  const isHead = (head: string) => {
    const at = folded.lastIndexOf(head)
    return (
      at >= SHORT_PART &&
      ENDING.test(folded.slice(at + head.length)) &&
      isFirstPart(folded.slice(0, at), pool)
    )
  }
  return folded.length > MIN_PART + SHORT_PART && (pool.stems.some(isHead) || pool.forms.some(isHead))
}

/** "Nutzungs" beside Nutzung, "Anschluss" beside anschließen, "Bau" beside Bauarbeiten. */
export function isFirstPart(before: string, { own, stems }: Pool): boolean {
  return (
    canonicalStems(before.replace(/(?<=.{4})s$/u, '')).some((key) => own.has(key)) ||
    canonicalStems(before).some((key) => own.has(key)) ||
    stems.some(
      (stem) =>
        (before.startsWith(stem) && LINK.test(before.slice(stem.length))) ||
        (stem.startsWith(before) && stem.length - before.length >= MIN_PART),
    )
  )
}

/** A short noun only as the last part: Weg beside Schulweg. */
function isPartOf(key: string, stem: string): boolean {
  const rest = stem.length - key.length
  return key.length >= MIN_PART
    ? rest >= SHORT_PART && (stem.endsWith(key) || stem.startsWith(key))
    : key.length === SHORT_PART && rest >= MIN_PART && stem.endsWith(key)
}

/** "geprüft" beside Kassenprüfung; überprüfen is another verb. */
function isVerbOf(key: string, stem: string): boolean {
  return (
    key.length >= MIN_PART && stem.length - key.length >= MIN_PART && stem.endsWith(key) && !hasPrefix(stem)
  )
}
