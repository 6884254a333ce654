/** Words of a claim that no word of its sentence holds, but its grammar or its passage: a verb beside a noun of action, a topic named before. */

import { foldWord } from '../../search/german/fold.ts'
import type { ClauseLink } from './align.ts'
import { coverOf, isCovered, isFirstPart, type Pool, toPool } from './matching.ts'
import { type Stance, stanceOf } from './modality.ts'
import type { Quantity } from './quantities.ts'
import type { Reading, Word } from './reading.ts'
import { isActor } from './roles.ts'

/** "Wer eine Halle mieten will", "wer ein Fest plant": whoever a rule is for. */
const INTENT = /^(?:plan(?:t|en)|beabsichtig(?:t|en)|vorha(?:t|ben)|wünsch(?:t|en))$/u
/** Say nothing beside a noun that says what is done: "eine Bestätigung ausstellen". */
const SUPPORT_VERB =
  /^(?:aus(?:ge|zu)?stell|ein(?:ge|zu)?hol|ein(?:ge|zu)?leg|ein(?:ge|zu)?leit|vor(?:zu)?bring|vorgebrach|vor(?:zu)?nehm|vorgenomm|unterzieh|unterzogen|unterlieg|übernehm|übernimm|übernomm|abge(?:b|leg)|ableg|abzugeb|erteil|gefass|fass|trifft|treff|getroff|folg|gefolg|gewährleist|sicher(?:zu|ge)?stell|umfass|herbei(?:zu|ge)?führ|dien|gilt|gelt|nachkomm|nachzukomm|vorseh|vorgeseh|vorsieh|aus(?:ge|zu)?setz|erheb|erhob|anstell|angestell)\p{Ll}*$/u
const NEED = /^(?:benötig(?:t|en)|brauch(?:t|en)|bedarf|bedürfen|notwendig(?:e[nmrs]?)?)$/u
const MEASURE = /^(?:alt|lang|lange|breit|hoch|tief|weit|schwer|groß|entfernt|zeit)$/u
const ORDER: Record<string, RegExp> = {
  später: /(?<!\p{L})nach(?!\p{L})/iu,
  danach: /(?<!\p{L})nach(?!\p{L})/iu,
  vorher: /(?<!\p{L})vor(?!\p{L})/iu,
  zuvor: /(?<!\p{L})vor(?!\p{L})/iu,
}

/** Of a word that the link's sentence does not hold. */
export function isBorneOut(word: Word, link: ClauseLink, claim: Reading): boolean {
  return (
    (link.clause.isConditional && INTENT.test(word.lower)) ||
    isMeasured(word, link.unit.reading().quantities) ||
    isBesideValue(word, link) ||
    isSupportVerb(word, link) ||
    isNeed(word, link) ||
    isModalCompound(word, link) ||
    isGeneral(word, link) ||
    isTopic(word, link, claim)
  )
}

/** "Eine Frist von drei Tagen" is "binnen drei Tagen". */
function isMeasured(word: Word, values: readonly Quantity[]): boolean {
  const time = ['Stunden', 'Monate', 'Werktage']
  return (
    (/(?:frist|dauer|zeitraum|laufzeit|amtszeit|^zeit)(?:en)?$/u.test(word.lower) &&
      values.some(({ dimension }) => time.includes(dimension))) ||
    (/^(?:betrag|höhe|summe|preis)(?:s|es|en)?$/u.test(word.lower) &&
      values.some(({ dimension }) => dimension === 'Euro')) ||
    (/^(?:mindest|höchst|maximal)\p{Ll}{3,}$/u.test(word.lower) && values.length > 0)
  )
}

/** "drei Monate alt", "90 Tage später" for "nach 90 Tagen", "wie hoch". */
function isBesideValue(word: Word, { clause: { words }, unit }: ClauseLink): boolean {
  const before = words[words.indexOf(word) - 1]
  if (before?.lower === 'wie') return MEASURE.test(word.lower)
  const isMeasuring = before?.kind === 'value' || words.at(-1) === word
  return (
    (isMeasuring && MEASURE.test(word.lower) && words.some(({ kind }) => kind === 'value')) ||
    (before?.kind === 'value' && (ORDER[word.lower]?.test(unit.text) ?? false))
  )
}

/** The noun says by itself what the sentence says with a verb: "Bestätigung" for "bestätigen". */
function isSupportVerb(word: Word, { clause, unit }: ClauseLink): boolean {
  if (!SUPPORT_VERB.test(word.lower) || word.isNoun) return false
  const verbs = toPool(unit.reading().words.filter((other) => !other.isNoun && other.kind === 'content'))
  return clause.words.some(
    ({ isNoun, kind, own }) => isNoun && kind === 'content' && own.some((key) => verbs.own.has(key)),
  )
}

/** "Rechner benötigen einen Virenschutz" for "Auf jedem Rechner muss ein Virenschutz sein". */
function isNeed(word: Word, { beside }: ClauseLink): boolean {
  return NEED.test(word.lower) && beside.some(({ clause }) => stanceOf(clause).stance === 'must')
}

const MODAL_HEAD: [RegExp, Stance[]][] = [
  [/^(.{4,})pflicht(?:en)?$/u, ['must']],
  [/^(.{4,})verbote?s?$/u, ['forbid', 'denies']],
  [/^(.{4,})(?:recht|möglichkeit|anspruch|erlaubnis|befugnis)(?:en|e?s)?$/u, ['may']],
]

/** "Anschlusspflicht" for "müssen angeschlossen werden". */
function isModalCompound({ lower }: Word, { beside, unit }: ClauseLink): boolean {
  return MODAL_HEAD.some(([pattern, stances]) => {
    const first = pattern.exec(lower)?.[1]
    return (
      first !== undefined &&
      isFirstPart(foldWord(first), unit.pool()) &&
      beside.some(({ clause }) => stances.includes(stanceOf(clause).stance))
    )
  })
}

/**
 * A thing that the passage has named before, where the claim leaves out none of the things its own sentence names. Who acts is
 * no topic: "A runs the portal. Reports are due." does not make A report.
 */
function isTopic(word: Word, { unit, beside }: ClauseLink, claim: Reading): boolean {
  if (!word.isNoun || isActor(word) || coverOf(word, unit.before()) !== 'same') return false
  const given =
    beside[0]?.clause.words.filter(
      (noun) => noun.isNoun && noun.kind === 'content' && !GENERAL.test(noun.lower),
    ) ?? []
  const claimed = toPool(claim.words)
  return given.length > 0 && given.every((noun) => isCovered(noun, claimed))
}

/** Stand for what was named before or is known. */
const GENERAL =
  /^(?:einrichtung|gerät|anlage|sache|vorgang|vorhaben|maßnahme|verfahren|unterlage|dokument|angelegenheit|person|tier|regelung|vorschrift|stelle)(?:e?[ns])?$/u

/** "die Hundehalter … ihr Tier", "das Gerät": a general noun with the article of what is known. */
function isGeneral(word: Word, { clause: { words } }: ClauseLink): boolean {
  const before = words[words.indexOf(word) - 1]?.lower ?? ''
  return (
    GENERAL.test(word.lower) &&
    /^(?:de[rmns]|die|das|ih?re?[nmrs]?|seine?[nmrs]?|ihr|sein|diese[rmns]?)$/u.test(before)
  )
}

/** Headings and title say what a passage is about. */
export function isKnown(word: Word, context: Pool): boolean {
  const cover = coverOf(word, context)
  return cover === 'same' || cover === 'part'
}
