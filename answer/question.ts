/** What a German question asks for, read from its form alone. Knows nothing of documents. */

/** What kind of statement would answer. */
export type AnswerType =
  | 'quantity'
  | 'money'
  | 'date'
  | 'duration'
  | 'actor'
  | 'place'
  | 'contact'
  | 'reason'
  | 'any'

/** How the answer should be built. */
export type QuestionForm = 'definition' | 'enumeration' | 'steps' | 'yesNo' | 'fact'

export interface QuestionShape {
  form: QuestionForm
  type: AnswerType
  /** The question asks what must, should or may be done. */
  asksDuty: boolean
  /** The noun that the answer is to be one of: "Frist" in "Welche Frist gilt?", "Seiten" in "Wie viele Seiten …?". */
  head: string | null
  /** Asks how many of `head` there are. */
  countsHead: boolean
  /** Asks for names ("Wie heißen …?"). */
  asksNames: boolean
  /** The word that asks for more detail than a summary usually has: "wörtlich", "im einzelnen", "Kapitel". */
  detail: string | null
}

/** In this order: who, where and why are told by their question word, whatever else the question names. */
const typePatterns: [AnswerType, RegExp][] = [
  [
    'contact',
    /(?<!\p{L})(?:\p{L}*rufnummern?|(?:telefon|fax|notfall|handy)nummern?|\p{L}*-?hotline|(?:e-)?mail-?adressen?|anschrift|(?:post|internet|web)adresse|kontaktdaten|nummern?(?! ?\d)|wie erreich(?:e|t|en)|anrufen|ruf(?:e|st|t|en) (?:ich|wir|man|du|sie) (?=(?:.* )?an(?!\p{L}))|(?<!^wann .*)erreichbar)(?!\p{L})/u,
  ],
  ['reason', /^(?:\p{L}+ )?(?:warum|weshalb|wieso|wozu)(?!\p{L})/u],
  ['place', /^(?:von )?(?:wo|wohin|woher)(?!\p{L})/u],
  ['actor', /^(?:\p{L}+ )?(?:wer|wen|wem|wessen)(?!\p{L})/u],
  ['money', /(?<!\p{L})wie ?viele? (?:\p{L}+ )?(?:\p{L}*geld|euro)(?!\p{L})/u],
  [
    'duration',
    /(?<!\p{L})wie ?viele?n? (?:zeit|sekunden|minuten|stunden|tagen?|werktagen?|wochen|monaten?|jahren?)(?!\p{L})/u,
  ],
  ['quantity', /(?<!\p{L})wie ?vielen?(?!\p{L})/u],
  [
    'money',
    /(?<!\p{L})(?:was kostet|was kosten|wie teuer|\p{L}*kosten|\p{L}*bußgeld(?:er)?|geldbußen?|\p{L}*gebühr(?:en)?|\p{L}*preise?|\p{L}*betrag|\p{L}*summen?)(?!\p{L})/u,
  ],
  [
    'duration',
    /(?<!\p{L})(?:wie lange|wie schnell|wie oft|wie häufig|\p{L}*frist(?:en)?|in welche[mn] abst(?:and|änden)|\p{L}*dauer|welche[mnrs]? (?:\p{L}+ )?\p{L}*zeitraum)(?!\p{L})/u,
  ],
  [
    'quantity',
    /(?<!\p{L})(?:wie ?viel|wie (?:hoch|groß|stark|lang|weit|alt)|welche[mnrs]? (?:anteil|zahl|anzahl|quote|größe|höhe|länge)|prozent|anzahl)(?!\p{L})/u,
  ],
  ['date', /(?<!\p{L})(?:wann|welche[mnrs]? (?:jahr|datum|tag|monat|stand))(?!\p{L})/u],
  [
    'place',
    /(?<!\p{L})(?:wo|wohin|woher|an welche[mr] (?:ort|stelle)|in welche[mnrs]? (?:stadt|land|ort))(?!\p{L})/u,
  ],
  [
    'actor',
    /(?<!\p{L})(?:wer|wen|wem|wessen|welche[mnrs]? \p{L}*(?:stellen?|behörden?|amt|ämter|personen?|organisation(?:en)?|verb(?:and|ände)|institution(?:en)?|ministerium|kommunen?|städte|herausgeber))(?!\p{L})/u,
  ],
  [
    'reason',
    /(?<!\p{L})(?:warum|weshalb|wieso|aus welche[mn] gr(?:und|ünden)|wozu|wofür(?! steh))(?!\p{L})/u,
  ],
]

const questionWord =
  /(?<!\p{L})(?:was|wer|wen|wem|wessen|wie|wo|wohin|woher|wann|warum|weshalb|wieso|wozu|wofür|womit|worauf|woran|worin|wodurch|wovor|worüber|welche[mnrs]?|inwiefern|inwieweit)(?!\p{L})/u
const verbFirst =
  /^(?:ob|muss|müssen|musst|müsste|müssten|soll|sollen|sollte|sollten|darf|dürfen|dürfte|dürften|kann|können|könnte|könnten|ist|sind|bin|war|waren|wird|werden|werde|wurde|wurden|gilt|gelten|hat|haben|habe|gibt|braucht|brauchen|brauche|hilft|helfen|reicht|reichen|ersetzt|verhindert|besteht|bestehen|zählt|zählen|zahlt|zahlen|fällt|fallen|lohnt|genügt|erhalten|bekommen|wäre|wären|hätte|würde|würden|darfst|benötigen|benötigt|betrifft|betreffen|enthält|enthalten|erlaubt|verlangt|verpflichtet|gehört|gehören|verlieren|bleibt|bleiben|läuft|liegt|steht|findet|sollst|kannst|möchte|möchten)(?!\p{L})/u
/** A verb form before its subject, in a question without question word. */
const verbBeforeSubject =
  /^\p{L}{2,}(?:t|en|ern|eln|e) (?:ich|du|er|sie|es|wir|ihr|man|das|dies\p{L}*|d(?:er|ie)|ein|eine|jede[rs]?|alle|un?ser\p{L}*|mein\p{L}*|sich|uns|euch|mir)(?!\p{L}).*\?$/u

const definition =
  /^(?:was (?:genau |eigentlich |denn )*(?:ist|sind|bedeutet|bedeuten|heißt|meint|bezeichnet|versteht man|verstehen wir|bezweckt)(?!\p{L})(?! (?:zu|mit(?!.* gemeint)|nach|das ziel|der (?:unterschied|zweck|grund|vorteil)|die (?:aufgabe|folge)|neu|verboten|erlaubt|zulässig|nötig|notwendig|erforderlich|wichtig|anders)(?!\p{L}))(?!.* zu \p{L}+n\?*$)|was versteht (?:\p{L}+ ){1,3}unter|wofür steht|(?:.*[–-] ?)?was (?:ist|heißt|bedeutet) das\?*$|wie lautet die definition|wie (?:ist|wird) .*definiert|definition|definiere|erkläre|erläutere)/u
/** "Was ist die größte Gefahr?" wants to know which one, not what it means. */
const superlative = /(?<!\p{L})(?:der|die|das|am) (?:\p{Ll}+ )?\p{Ll}+[sß]te[nrs]?(?!\p{L})/u
const pluralAsked = /^was sind (?:genau |eigentlich |denn )*(?:die|unsere|eure|ihre)(?!\p{L})/u
const enumeration =
  /(?<!\p{L})(?:welche(?! (?:weise|art)(?!\p{L}))|welchen|nenne|nennen sie|liste|zähle|aufzählung)(?!\p{L})|^was (?:fordert|fordern|empfiehlt|empfehlen|gehört|muss|müssen|soll|sollen|sollte|sollten|darf|dürfen|steht|prüfe|prüfen|leistet|leisten|bietet|umfasst|beinhaltet|enthält|regelt|nennt)(?!\p{L})|(?<!\p{L})was (?:tun|ist (?:.* )?zu (?:tun|beachten|prüfen|klären)|mache ich|machen wir|tue ich|kann ich tun|können wir tun)(?!\p{L})|^(?:worauf|womit|woran|wodurch|wovor|worin)(?!\p{L})/u
const steps =
  /^(?:wie(?! (?:hei(?:ß|ss)(?:t|en)|laute[tn]|nennt|nennen|ist|sind|war|waren|hat|haben|hatten?|wurden?|\p{L}+ (?:ist|sind|war|waren))(?!\p{L}))|auf welche weise)(?!\p{L})|(?<!\p{L})(?:schritte|vorgehen|ablauf|reihenfolge)(?!\p{L})/u
const duty =
  /(?<!\p{L})(?:muss|müssen|müsste|müssten|soll|sollen|sollte|sollten|darf|dürfen|\p{L}*pflicht(?:en|ig)?|verpflichtet|vorgeschrieben|maßnahmen|brauchen|brauche|braucht|was tun|zu tun)(?!\p{L})/u

/** Words of questions that say nothing of their topic: modals, light verbs, particles. */
const light =
  /^(?:muss(?:t|te|ten)?|müssen|soll(?:en|st|te|ten|test)?|darf(?:st)?|dürfen|durfte|kann(?:st)?|können|konnte|könnten?|möchten?|müssten?|dürften?|lässt|lassen|will|wollen|mag|gilt|gelten|galt|gibt|geben|gab|macht|machen|mache|tun|tut|tue|steht|stehen|lautet|lauten|heißt|heißen|braucht|brauchen|brauche|gehört|gehören|habe|hat|haben|hatte|wird|werden|wurden?|worden|geht|gehen|kommt|kommen|findet|finden|finde|sagt|sagen|nennt|nennen|beachten|denn|eigentlich|genau|laut|viele?|oft|lange|schnell|hoch|bitte|etwas|alles|noch|schon|auch|überhaupt|wieder|jetzt|aktuell|derzeit|besonders|jeder?|jede[mns]|andere[mnrs]?)$/iu

export function isLightWord(word: string): boolean {
  return light.test(word)
}

/** Reads the form of a question; never throws, an unknown form is a plain fact question of any type. */
export function parseQuestion(question: string): QuestionShape {
  const asked = question.normalize('NFC').trim()
  const text = toCore(asked.toLowerCase().replaceAll(/\s+/gu, ' '))
  const type = typePatterns.find(([, pattern]) => pattern.test(text))?.[0] ?? 'any'
  const form = toForm(text, type)
  return {
    form: form === 'definition' && superlative.test(asked) ? 'fact' : form,
    type,
    asksDuty: duty.test(text),
    ...toHead(asked),
    asksNames: names.test(text),
    detail: detail.exec(text)?.[0] ?? null,
  }
}

const opener = /^(?:(?:und|aber|also|bitte|hallo|guten tag|moin|kurze frage)(?!\p{L})[\s,:!.–-]*)+/u
/** "Können Sie mir sagen, …", "Ich möchte wissen, …": what is asked follows. */
const politeClause =
  /^(?:(?:können|könnten|würden|kannst|könntest|würdest|wissen|weißt) (?:sie|du|ihr)|(?:ich|wir) (?:möchten?|würden?|wollen|will|wollte|wüssten?|frage|fragen)|mich|uns|sag|sagen|erklär|erkläre|erklären)(?!\p{L})[^,?]{0,60}?,? (?=(?:\p{L}+ )?(?:was|wer|wen|wem|wie|wo|wann|warum|weshalb|wieso|welche[mnrs]?|ob)(?!\p{L}))/u

/** "Wir haben … verschickt. Müssen wir …?" */
const situation = /^.*\p{L}{3}[.!] (?=\p{L}[^.!?]*\?+$)/u

/** The question itself, without what leads up to it: situation, greeting, connective, polite wrapping. */
function toCore(text: string): string {
  const core = text.replace(situation, '').replace(opener, '').replace(politeClause, '')
  return core === '' ? text : core
}

/** Question word, then at most two lower-case words or numbers between it and the noun. */
const headNoun =
  /(?:^|[\s,–„("])([Ww]ie ?viele?[nrs]?|[Ww]elche[mnrs]?|[Ww]as für(?: eine?[mnrs]?)?|Anzahl(?: der)?)\s+((?:(?:\p{Ll}[\p{L}-]*|\d+)\s+){0,2})„?((?!(?:Weise|Art)(?!\p{L}))(?=[\p{L}-]*\p{Lu})\p{L}(?:[\p{L}\d-]*[\p{L}\d])?)/u
/** What may stand between: inflected adjectives and "der"; verbs, articles and prepositions begin something else. */
const betweenHead = /^(?:\d+|der|sehr|\p{L}+(?:e|en|er|es|em))$/u
const notBetween =
  /^(?:(?:k|m|d|s)?eine?[mnrs]?|diese[mnrs]?|jede[mnrs]?|aber|über|unter|hinter|oder|haben|werden|wurden|waren)$/u

function toHead(asked: string): Pick<QuestionShape, 'head' | 'countsHead'> {
  const [, opening = '', between = '', noun] = headNoun.exec(asked) ?? []
  const words = between.split(/\s+/u).filter(Boolean)
  const isHead = words.every((word) => betweenHead.test(word) && !notBetween.test(word) && !saysNothing(word))
  if (noun === undefined || !isHead) return { head: null, countsHead: false }
  return { head: noun, countsHead: /^(?:wie ?viele|anzahl)/iu.test(opening) }
}

/** "Wie viel müssen Kommunen zahlen?" counts no Kommunen. */
function saysNothing(word: string): boolean {
  return isLightWord(word) && !/^(?:ander|jed|viel)/u.test(word)
}

const names = /(?<!\p{L})(?:wie heißt|wie heißen|mit namen|namentlich|namens|namen?)(?!\p{L})/u
const detail =
  /(?<!\p{L})(?:wörtlich|wortlaut|im einzelnen|im detail|genau(?:e|en|er|es)?|schritt für schritt|kapitel|konkret(?:e|en|er|es)?|exakt(?:e|en|er|es)?|detailliert|vorlage|muster)(?!\p{L})/u

/** "Welche" asks for one thing here, not for a list. */
const singular: ReadonlySet<AnswerType> = new Set(['contact', 'date', 'place', 'quantity'])

function toForm(text: string, type: AnswerType): QuestionForm {
  if (pluralAsked.test(text)) return 'enumeration'
  if (definition.test(text)) return 'definition'
  if (verbFirst.test(text) || (!questionWord.test(text) && verbBeforeSubject.test(text))) return 'yesNo'
  if (enumeration.test(text) && !singular.has(type)) return 'enumeration'
  if (type === 'any' && steps.test(text)) return 'steps'
  return 'fact'
}
