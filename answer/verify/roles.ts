/** Reads from articles, number and voice who acts in a clause. Only people and bodies act; everything else is left out. */

import type { Clause } from './clauses.ts'
import { FINITE } from './grammar.de.ts'
import { isBody } from './names.ts'
import type { Word } from './reading.ts'

export interface Roles {
  /** One, or those joined by "und"; empty where nobody is named or nobody could be told from the others. */
  agents: Word[]
  /** All other people and bodies of the clause, in whatever case. */
  others: Word[]
  /** Those among them that cannot act, by their case or preposition. */
  obliques: Word[]
  verbs: Word[]
  /** By case, number or voice, not by word order alone. */
  isCertain: boolean
  /** The subject is "er", "sie", "es" or "man". */
  isPronoun: boolean
}

interface Phrase {
  noun: Word
  determiner: string
  preposition: string
  isPlural: boolean
  /** Follows a noun without a verb between, as an attribute does. */
  isAttached: boolean
  /** By "und" or "oder" with the phrase before. */
  isJoined: boolean
}

const PREPOSITIONS =
  /^(?:an|am|ans|auf|aufs|aus|bei|beim|bis|durch|für|gegen|gegenüber|hinter|im|in|ins|mit|nach|neben|ohne|seit|trotz|über|um|unter|vom|von|vor|wegen|während|zu|zum|zur|zwischen|innerhalb|außerhalb|anstelle|statt|laut|gemäß)$/u
const DETERMINER =
  /^(?:der|die|das|den|dem|des|(?:ein|kein|sein|ihr|unser|jed|dies|jen|welch)(?:e[mnrs]?)?|all(?:e[mnrs]?)?|beide[nr]?|mehrere[nr]?|einige[nr]?|viele[nr]?)$/u
const NEVER_SUBJECT =
  /^(?:den|dem|des|(?:ein|kein|sein|ihr|unser|jed|dies|jen|welch)e[mn]|eines|keines|seines|ihres)$/u
const FEMININE =
  /(?:ung|heit|keit|schaft|tät|ion|(?<!vere)in|gemeinde|behörde|stelle|kommune|schule|kirche|firma|kasse|familie|person|polizei|stadt|kammer|feuerwehr|agentur|aufsicht|kita)$/u
const PEOPLE =
  /(?:person|personen|leute|eltern|kind|kinder|kindern|schüler|jugendliche[nr]?|bürger|bürgern|einwohner|gast|gäste|gästen|mitglied|mitglieder|mitgliedern|verein|vereine|vereinen|vereins|betrieb|betriebe|betrieben|unternehmen|firma|firmen|gemeinden?|kommunen?|städten?|stadt|kreise|länder|ländern|gruppe|partei|team|träger|trägern|geber|gebern|nehmer|nehmern|halter|haltern|inhaber|inhabern|führer|leiter|leitern|steller|stellern|händler|händlern|betreiber|betreibern|anbieter|anbietern|hersteller|herstellern|nutzer|nutzern|eigentümer|eigentümern|vermieter|mieter|mietern|veranstalter|arzt|ärzte|ärzten|lehrer|lehrern|lehrkraft|lehrkräfte|leistungserbringer|versorger|prüfer|verwalter|berater|vertreter|vertretern|innen|berechtigte[nr]?|pflichtige[nr]?|beschäftigte[nr]?|bedienstete[nr]?|angestellte[nr]?|beamte[nr]?|betroffene[nr]?|angehörige[nr]?|vorgesetzte[nr]?|vorsitzende[nr]?|mitarbeitende[nr]?|personal|kommission|feuerwehr|aufsicht|verwaltung|überwachung|inspektion|redaktion|abteilung|fachbereich|werk|organisation|organisationen|schule|schulen|kita|kindergarten|finder|kunde|kunden|(?:er|ist|ent|ant|or|är)in|kämmerer|dezernent|referent|antragsteller\p{Ll}*)$/iu

/** A clause that begins with "und" and has no subject of its own shares that of the clause before. */
export function readRoles(clause: Clause, before?: Clause): Roles {
  const all = toPhrases(clause)
  const phrases = all.filter(({ noun }) => isActor(noun))
  const isDoneBySubject = !isPassive(clause)
  const own = isDoneBySubject
    ? isElliptic(clause)
      ? null
      : subjectsOf(all, clause)
    : withJoined(phrases, (phrase) => /^(?:vom|von|durch)$/u.test(phrase.preposition))
  const isPronoun = isDoneBySubject && clause.words.some(({ lower }) => /^(?:er|sie|es|man)$/u.test(lower))
  const isShared = !own && !isPronoun && before && /^(?:und|oder)$/u.test(clause.words[0]!.lower)
  const shared = isShared ? readRoles(before) : null
  const agents = own?.words ?? shared?.agents ?? []
  return {
    agents,
    others: wordsOf(phrases).filter((noun) => !agents.includes(noun)),
    obliques: isDoneBySubject ? wordsOf(phrases.filter((phrase) => !canBeSubject(phrase))) : [],
    verbs: verbsOf(clause),
    isCertain: own?.isCertain ?? shared?.isCertain ?? false,
    isPronoun: !own && isPronoun,
  }
}

/** "und berät die Verwaltung": what follows the verb is its object. */
function isElliptic({ words: [first, second, third] }: Clause): boolean {
  if (!second || !/^(?:und|oder)$/u.test(first!.lower)) return false
  return FINITE.has(second.lower) || isVerb(second, third)
}

function wordsOf(phrases: readonly Phrase[]): Word[] {
  return phrases.map(({ noun }) => noun)
}

interface Agents {
  words: Word[]
  isCertain: boolean
}

/** Null also where something comes first that is nobody: it may be the subject as well. */
function subjectsOf(phrases: readonly Phrase[], clause: Clause): Agents | null {
  const isPlural = numberOf(clause)
  const possible = phrases.filter(
    (phrase) =>
      canBeSubject(phrase) && (isPlural === null || phrase.isJoined || agrees(phrase, phrases, isPlural)),
  )
  const first = possible.find((phrase) => isNominative(phrase)) ?? possible[0]
  if (!first || !isActor(first.noun)) return null
  const found = withJoined(phrases, (phrase) => phrase === first)!
  const actors = possible.filter(({ noun }) => isActor(noun))
  return { ...found, isCertain: isNominative(first) || actors.length === found.words.length }
}

/** The first phrase that fits and those joined to it. */
function withJoined(phrases: readonly Phrase[], fits: (phrase: Phrase) => boolean): Agents | null {
  const at = phrases.findIndex(fits)
  if (at < 0) return null
  const words = [phrases[at]!.noun]
  for (const { noun, isJoined } of phrases.slice(at + 1)) {
    if (!isJoined) break
    words.push(noun)
  }
  return { words, isCertain: true }
}

function agrees(phrase: Phrase, phrases: readonly Phrase[], isPlural: boolean): boolean {
  const isFirstOfTwo = phrases[phrases.indexOf(phrase) + 1]?.isJoined === true
  return phrase.isPlural === isPlural || (isPlural && isFirstOfTwo)
}

function canBeSubject({ determiner, preposition, noun, isAttached, isPlural }: Phrase): boolean {
  if (preposition !== '' || NEVER_SUBJECT.test(determiner)) return false
  const isObliqueDer =
    /(?:^der|er)$/u.test(determiner) && (FEMININE.test(noun.lower) || isPlural || isAttached)
  return !isObliqueDer
}

/** "der Landkreis": no other case has this article, the feminine's apart. */
function isNominative(phrase: Phrase): boolean {
  return /^(?:der|dieser|jeder|jener)$/u.test(phrase.determiner) && canBeSubject(phrase)
}

/** Of the finite verb; null where there is none to see. */
function numberOf({ words, lead }: Clause): boolean | null {
  const isAuxiliary = (word: Word) =>
    FINITE.has(word.lower) && (word.surface === word.lower || word.start === 0)
  const finite =
    words.find(isAuxiliary) ??
    words.find((word, i) => isVerb(word, words[i + 1])) ??
    lead?.words.find(isAuxiliary)
  return finite ? /(?:en|ern|eln|sind)$/u.test(finite.lower) : null
}

/** "wird … gemeldet", "ist … zu melden"; "hat … zu melden" is active. */
function isPassive({ words, isToBeDone, lead }: Clause): boolean {
  const isOwn = words.some(({ lower }) => FINITE.has(lower))
  const all = lead && !isOwn ? [...lead.words, ...words] : words
  const has = (pattern: RegExp) => all.some(({ lower }) => pattern.test(lower))
  if (isToBeDone && !has(/^(?:hat|haben|hatten?)$/u)) return true
  return (
    has(/^(?:wird|werden|wurden?|worden|würden?)$/u) &&
    has(/(?:ge\p{Ll}+(?:t|en)|\p{Ll}(?:iert|tet|[^s]t)|\p{Ll}en)$/u)
  )
}

function verbsOf({ words }: Clause): Word[] {
  return words.filter((word, i) => isVerb(word, words[i + 1]))
}

function isVerb(word: Word, next: Word | undefined): boolean {
  return (
    (word.kind === 'content' || word.kind === 'light') &&
    (word.surface === word.lower || (word.start === 0 && !word.isNoun)) &&
    /(?:t|n)$/u.test(word.lower) &&
    !next?.isNoun
  )
}

/** A person, or a body that may act. */
export function isActor(noun: Word): boolean {
  return isBody(noun) || /^\p{Lu}{2}/u.test(noun.surface) || PEOPLE.test(noun.lower)
}

function toPhrases({ words }: Clause): Phrase[] {
  const phrases: Phrase[] = []
  let from = 0
  for (const [i, word] of words.entries()) {
    if (!word.isNoun || word.kind === 'function' || word.kind === 'value') continue
    const lead = words.slice(from, i)
    const at = lead.findLastIndex(({ lower }) => DETERMINER.test(lower))
    const start = at >= 0 ? at : lead.length - adjectives(lead)
    const before = lead[start - 1]
    const previous = phrases.at(-1)
    const isJoined = previous !== undefined && /^(?:und|oder|sowie)$/u.test(before?.lower ?? '') && start <= 1
    const own = PREPOSITIONS.test(before?.lower ?? '') ? before!.lower : ''
    const determiner = at >= 0 ? lead[at]!.lower : isJoined ? previous.determiner : ''
    phrases.push({
      noun: word,
      determiner,
      preposition: own || (isJoined ? previous.preposition : ''),
      isPlural: isPluralNoun(word, determiner),
      isAttached: previous !== undefined && start === 0 && words[from - 1] === previous.noun,
      isJoined,
    })
    from = i + 1
  }
  return phrases
}

/** How many words right before a noun may be its adjectives. */
function adjectives(lead: readonly Word[]): number {
  let count = 0
  while (count < lead.length) {
    const { kind, lower } = lead[lead.length - 1 - count]!
    if (kind === 'function' || kind === 'modal' || !/e[mnrs]?$/u.test(lower)) break
    count++
  }
  return count
}

/** Without an article a person stands in the plural; "die Gemeinden" ends in a way that no singular does. */
function isPluralNoun({ lower }: Word, determiner: string): boolean {
  if (determiner === '') return true
  if (/^(?:ein|eine|das|dem|des|einen|einem|eines|einer)$/u.test(determiner)) return false
  if (/^(?:die|diese|alle|keine|seine|ihre|unsere)$/u.test(determiner))
    return /(?:en|ern|eln|er|eltern|leute|innen|vereine|betriebe|gäste|kreise|ärzte|kräfte)$/u.test(lower)
  return /^(?:beide|mehrere|einige|viele)/u.test(determiner)
}
