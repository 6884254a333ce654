/** Looks up what other words may stand for a word, which ones say the opposite, and which carry nothing. */

import { canonicalStems } from './canonical-stem.ts'
import { EVERYDAY_OPPOSITES, EVERYDAY_SYNONYMS } from './everyday-words.de.ts'
import { OFFICIAL_SYNONYMS } from './official-words.de.ts'
import { LIGHT_WORDS, OPPOSITES, SYNONYMS } from './synonyms.de.ts'

const GROUPS = new Map<string, number[]>()
const SIDES = new Map<string, string[]>()
const LIGHT = { noun: new Set<string>(), other: new Set<string>() }

const TABLES = [SYNONYMS, EVERYDAY_SYNONYMS, OFFICIAL_SYNONYMS]
for (const [i, line] of TABLES.flatMap(lines).entries())
  for (const word of line.split(/\s+/)) for (const key of keysOf(word)) push(GROUPS, key, i)
for (const [i, line] of [...lines(OPPOSITES), ...lines(EVERYDAY_OPPOSITES)].entries())
  for (const [side, list] of line.split('|').entries())
    for (const word of list.trim().split(/\s+/))
      for (const key of keysOf(word)) push(SIDES, key, `${i}${'ab'[side]}`)
for (const word of LIGHT_WORDS.trim().split(/\s+/)) LIGHT[kindOf(word)].add(keysOf(word)[0]!)

/** Numbers of the groups that one of the keys belongs to. */
export const groupsOf = lookUp(GROUPS)

export const sidesOf = lookUp(SIDES)

const MIN_HEAD = 6
const MIN_FIRST = 4
const MAX_CACHED = 50_000
const heads = new Map<string, number[]>()

/** Groups of the longest end of a noun that stands in the tables as a word. */
export function headGroupsOf(noun: string): number[] {
  let groups = heads.get(noun)
  if (!groups) {
    groups = []
    for (let at = MIN_FIRST; at <= noun.length - MIN_HEAD && groups.length === 0; at++)
      groups = groupsOf(canonicalStems(noun.slice(at)))
    if (heads.size >= MAX_CACHED) heads.clear()
    heads.set(noun, groups)
  }
  return groups
}

/** By a list of keys; kept as long as the list is, since a word's keys are looked up again and again. */
function lookUp<Value>(table: ReadonlyMap<string, Value[]>): (keys: readonly string[]) => Value[] {
  const known = new WeakMap<readonly string[], Value[]>()
  return (keys) => {
    let found = known.get(keys)
    if (!found) {
      found = [...new Set(keys.flatMap((key) => table.get(key) ?? []))]
      known.set(keys, found)
    }
    return found
  }
}

/** The side that says the contrary of a side. */
export function contrary(side: string): string {
  return side.slice(0, -1) + (side.endsWith('a') ? 'b' : 'a')
}

/** `isNoun` null where a capital shows nothing, as at the beginning of a sentence. */
export function isLight(keys: readonly string[], isNoun: boolean | null): boolean {
  return (
    (isNoun !== false && keys.some((key) => LIGHT.noun.has(key))) ||
    (isNoun !== true && keys.some((key) => LIGHT.other.has(key)))
  )
}

function kindOf(word: string): 'noun' | 'other' {
  return /^\p{Lu}/u.test(word) ? 'noun' : 'other'
}

function keysOf(word: string): string[] {
  return canonicalStems(word)
}

function lines(table: string): string[] {
  return table.trim().split('\n')
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key)
  if (!values) map.set(key, [value])
  else if (!values.includes(value)) values.push(value)
}
