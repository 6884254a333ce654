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
  /** Asks for more detail than a summary usually has: word by word, step by step, one by one. */
  asksDetail: boolean
}

const typePatterns: [AnswerType, RegExp][] = [
  [
    'contact',
    /\b(telefonnummer|rufnummer|notfallnummer|notrufnummer|hotline|e-mail-adresse|nummer|anrufen|rufe ich|rufen wir|erreichbar)\b/u,
  ],
  [
    'money',
    /\b(was kostet|was kosten|wie teuer|kosten|bußgeld(er)?|geldbuße|gebühr(en)?|preis|fördersumme|wie ?viel (geld|lösegeld|euro))\b/u,
  ],
  [
    'duration',
    /\b(wie lange|wie schnell|wie oft|frist(en)?|innerhalb welcher|dauer|zeitraum)\b|frist(en)?\b/u,
  ],
  [
    'quantity',
    /\b(wie ?viele?r?|wie hoch|wie groß|wie stark|welche[rn]? (anteil|zahl|anzahl|quote|größe|höhe)|ab welcher größe|prozent|anzahl)\b/u,
  ],
  ['date', /\b(wann|seit wann|ab wann|bis wann|von wann|welche[mns]? (jahr|datum|tag|monat|stand))\b/u],
  ['place', /\b(wo|wohin|woher|an welchem ort|in welche[rm] (stadt|land|ort))\b/u],
  [
    'actor',
    /\b(wer|wen|wem|wessen|von wem|an wen|welche[rsnm]? (stelle|behörde|amt|person|organisation|verband|institution|ministerium|kommunen?|städte|herausgeber))\b/u,
  ],
  ['reason', /\b(warum|weshalb|wieso|aus welche[mn] (grund|gründen)|wozu|wofür)\b/u],
]

const verbFirst =
  /^(muss|müssen|musst|soll|sollen|sollte|sollten|darf|dürfen|kann|können|könnte|könnten|ist|sind|war|waren|wird|werden|wurde|wurden|gilt|gelten|hat|haben|gibt|braucht|brauchen|hilft|helfen|reicht|reichen|ersetzt|verhindert|besteht|bestehen|zählt|zählen|zahlt|zahlen|fällt|fallen|lohnt|genügt|erhalten|bekommen|wäre|hätte|würde|darfst|benötigen|benötigt|betrifft|betreffen|enthält|enthalten|erlaubt|verlangt|verpflichtet|gehört|gehören|verlieren|bleibt|bleiben|läuft|liegt|steht|findet|sollst|kannst)\b/u

const definition =
  /^(was (ist|sind|bedeutet|bedeuten|heißt|meint|bezeichnet|versteht man|bezweckt)\b(?! (zu|mit der|nach|das ziel|der unterschied))|wie lautet die definition|definition|definiere|erkläre)/u
const enumeration =
  /\b(welche|welcher|welchen|nenne|liste|aufzählung)\b|^was (fordert|fordern|empfiehlt|empfehlen|gehört|muss|müssen|soll|sollen|sollten|steht|prüfe|prüfen|leistet|leisten|bietet|umfasst|beinhaltet|enthält|regelt|nennt)\b|\bwas (tun|ist zu tun|mache ich|machen wir|tue ich|kann ich tun)\b|^worauf\b|^womit\b/u
const steps = /^(wie|auf welche weise)\b|\b(schritte|vorgehen|ablauf|reihenfolge)\b/u
const duty =
  /\b(muss|müssen|soll|sollen|sollte|sollten|darf|dürfen|pflicht(en)?|verpflichtet|vorgeschrieben|maßnahmen|brauchen|braucht|was tun|zu tun)\b/u

/** Words of questions that say nothing of their topic: modals, light verbs, particles. */
const light =
  /^(?:muss(?:t|te|ten)?|müssen|soll(?:en|st|te|ten|test)?|darf(?:st)?|dürfen|durfte|kann(?:st)?|können|konnte|könnten?|möchten?|will|wollen|mag|gilt|gelten|galt|gibt|geben|gab|macht|machen|mache|tun|tut|tue|steht|stehen|lautet|lauten|heißt|heißen|braucht|brauchen|brauche|gehört|gehören|habe|hat|haben|hatte|wird|werden|wurden?|worden|geht|gehen|kommt|kommen|findet|finden|finde|sagt|sagen|nennt|nennen|beachten|denn|eigentlich|genau|laut|viele?|oft|lange|schnell|hoch|bitte|etwas|alles|noch|schon|auch|überhaupt|wieder|jetzt|aktuell|derzeit|besonders|jeder?|jede[mns]|andere[mnrs]?)$/iu

export function isLightWord(word: string): boolean {
  return light.test(word)
}

/** Reads the form of a question; never throws, an unknown form is a plain fact question of any type. */
export function parseQuestion(question: string): QuestionShape {
  const text = question.normalize('NFC').toLowerCase().trim()
  const type = typePatterns.find(([, pattern]) => pattern.test(text))?.[0] ?? 'any'
  const head = headNoun.exec(question.normalize('NFC').trim())
  return {
    form: toForm(text, type),
    type,
    asksDuty: duty.test(text),
    head: head?.[2] ?? null,
    countsHead: /^(?:wie ?viele?|anzahl)/iu.test(head?.[1] ?? ''),
    asksNames: names.test(text),
    asksDetail: detail.test(text),
  }
}

/** Question word, then at most two lower-case words (adjectives), then the noun. */
const headNoun =
  /(?:^|[\s,–„("])([Ww]ie ?viele?r?|[Ww]elche[mnrs]?|[Ww]as für(?: eine?[mnrs]?)?|Anzahl(?: der)?)\s+(?:\p{Ll}[\p{L}-]*\s+){0,2}(\p{Lu}[\p{L}\d-]*|[\p{L}-]*\p{Lu}[\p{L}\d-]*)/u
const names = /(?<!\p{L})(?:wie heißt|wie heißen|mit namen|namentlich|namens|name[n]?)(?!\p{L})/u
const detail =
  /(?<!\p{L})(?:wörtlich|wortlaut|im einzelnen|im detail|genau(?:e|en|er|es)?|schritt für schritt|kapitel|konkret(?:e|en|er|es)?|exakt(?:e|en|er|es)?|detailliert|vorlage|muster)(?!\p{L})/u

function toForm(text: string, type: AnswerType): QuestionForm {
  if (definition.test(text)) return 'definition'
  if (verbFirst.test(text)) return 'yesNo'
  if (enumeration.test(text)) return 'enumeration'
  if (type === 'any' && steps.test(text)) return 'steps'
  return 'fact'
}
