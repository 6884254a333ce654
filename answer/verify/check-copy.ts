/** Sentences taken over nearly word by word: the few words that differ are compared one by one. */

import { type Finding, more, wrong } from './finding.ts'
import { coverOf, toPool } from './matching.ts'
import { forceOf, isDenial } from './modality.ts'
import { findScopes, type Scope } from './quantifiers.ts'
import type { Reading, Word } from './reading.ts'
import { contraryRelation } from './relations.ts'

/** Share of words in common order from which a claim is a copy with changes. */
const COPIED = 0.8
const LOWER = /^(?:mindestens|wenigstens|zumindest)$/u
const BOUNDS = /^(?:mindestens|wenigstens|zumindest|höchstens|maximal|längstens)$/u
const NEEDED: Scope[] = ['many', 'some', 'few', 'only', 'usually']

/** Nothing is found for claims that are worded freely. */
export function checkCopy(claim: Reading, evidence: readonly Reading[]): Finding[] {
  return evidence.flatMap((sentence) => {
    const own = wordsOf(claim.text)
    const given = wordsOf(sentence.text)
    const common = inCommon(own, given)
    if (common.length < COPIED * Math.max(own.length, given.length)) return []
    const added = own.filter((_, i) => !common.some((pair) => pair[0] === i))
    const dropped = given.filter((_, i) => !common.some((pair) => pair[1] === i))
    return [
      ...compareDenials(added, dropped),
      ...compareForces(added, dropped),
      ...compareScopes(added, dropped),
      ...compareRelations(added, dropped),
      ...compareWords(wordsIn(claim, added), wordsIn(sentence, dropped), sentence),
    ]
  })
}

function compareDenials(added: readonly string[], dropped: readonly string[]): Finding[] {
  const [own, given] = [added.filter(isDenial), dropped.filter(isDenial)]
  if (own.length % 2 === given.length % 2) return []
  return [
    wrong(
      'negation',
      own.length > given.length
        ? `${quoted(own)} steht nicht in der Quelle.`
        : `${quoted(given)} der Quelle fehlt.`,
    ),
  ]
}

function compareForces(added: readonly string[], dropped: readonly string[]): Finding[] {
  const [own, given] = [added.filter(forceOf), dropped.filter(forceOf)]
  if (own.length === 0 || given.length === 0) return []
  const isSame = own.some((word) => given.some((other) => forceOf(word) === forceOf(other)))
  const isDenied = [...own, ...given, ...added, ...dropped].some(isDenial)
  return isSame || isDenied ? [] : [wrong('obligation', `${quoted(own)} statt ${quoted(given)}.`)]
}

function compareScopes(added: readonly string[], dropped: readonly string[]): Finding[] {
  const [own, given] = [findScopes(added.join(' ')), findScopes(dropped.join(' '))]
  const missing = given.find(
    ({ scope }) => (NEEDED.includes(scope) || own.length > 0) && !own.some((other) => other.scope === scope),
  )
  if (missing && own.length > 0) return [more('quantifiers', `„${own[0]!.word}“ statt „${missing.word}“.`)]
  return missing ? [more('quantifiers', `Die Einschränkung „${missing.word}“ der Quelle fehlt.`)] : []
}

function compareRelations(added: readonly string[], dropped: readonly string[]): Finding[] {
  const turned = added.find((word) => dropped.includes(contraryRelation(word) ?? ''))
  if (turned) return [wrong('relations', `„${turned}“ statt „${contraryRelation(turned)}“.`)]
  const [own, given] = [added.find((word) => BOUNDS.test(word)), dropped.find((word) => BOUNDS.test(word))]
  return own && given && LOWER.test(own) !== LOWER.test(given)
    ? [wrong('quantifiers', `„${own}“ statt „${given}“.`)]
    : []
}

/** A word put in another's place must mean what that one does; that it resembles a third one does not help. */
function compareWords(added: readonly Word[], dropped: readonly Word[], sentence: Reading): Finding[] {
  const [replaced, whole] = [toPool(dropped), toPool(sentence.words)]
  const put = added.filter(
    (word) =>
      word.kind === 'content' &&
      ['synonym', 'none'].includes(coverOf(word, whole)) &&
      coverOf(word, replaced) === 'none',
  )
  const shown = (words: readonly Word[]) => quoted(words.map(({ surface }) => surface))
  return put.length > 0 && dropped.some(({ kind }) => kind === 'content' || kind === 'light')
    ? [more('context', `${shown(put)} steht nicht für ${shown(dropped)} der Quelle.`)]
    : []
}

function wordsIn({ words }: Reading, picked: readonly string[]): Word[] {
  return words.filter(({ lower }) => picked.includes(lower))
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Places of a longest common subsequence, as pairs. */
function inCommon(a: readonly string[], b: readonly string[]): [number, number][] {
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i]![j] =
        a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!)
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (length[i + 1]![j]! >= length[i]![j + 1]!) i++
    else j++
  }
  return pairs
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `„${word}“`).join(', ')
}
