/** Words that widen or narrow a statement: alle, einige, die meisten, nur, in der Regel. */

export type Scope = 'all' | 'some' | 'many' | 'few' | 'only' | 'usually'

const PATTERNS: [Scope, RegExp][] = [
  [
    'all',
    /(?<!vor |nicht |\p{L})(?:alle[nmrs]?|jede[mnrs]?|jedermann|jedwede[mnrs]?|sämtliche[mnrs]?|stets|immer|ausnahmslos|jederzeit|jeglicher?|überall)(?!\p{L}| dings| (?:\d+|zwei|drei|vier|fünf|sechs|zehn) (?:Sekunden|Minuten|Stunden|Tage|Wochen|Monate|Jahre)| (?:Tag|Woche|Monat|Jahr|Quartal)(?!\p{L}))/giu,
  ],
  [
    'many',
    /(?<!\p{L})(?:viele[nr]?|zahlreiche[nr]?|(?:die|der|den) meisten?|meist(?:ens)?|überwiegend(?:e[nr]?)?|mehrheitlich|größtenteils|häufig|oft|weitgehend|vielfach)(?!\p{L})/giu,
  ],
  [
    'some',
    /(?<!\p{L})(?:einige[nr]?|manche[nr]?|mehrere[nr]?|einzelne[nr]?|vereinzelt|teilweise|teils|zum teil|manchmal|bestimmte[nr]?|gelegentlich|mitunter|nicht alle)(?!\p{L})/giu,
  ],
  ['few', /(?<!\p{L})(?:wenige[nr]?|selten|kaum)(?!\p{L}| als)/giu],
  [
    'only',
    /(?<!nicht |\p{L})(?:nur|ausschließlich|lediglich|allein(?!ig|\p{L})|bloß|erst(?= (?:nach|wenn|mit|ab|ach|dann|zu)|[^.;]{1,80}, (?:wenn|nachdem|sobald))|einzig)(?!\p{L})/giu,
  ],
  [
    'usually',
    /(?<!\p{L})(?:in der regel|grundsätzlich|regelmäßig(?= )|üblicherweise|normalerweise|typischerweise|im allgemeinen|im grundsatz|möglichst|nach möglichkeit|voraussichtlich|in erster linie|vor allem)(?!\p{L})/giu,
  ],
]
const EXCLUSIVE = /(?<!\p{L})(?:ohne|außer|vor(?=\s(?:de[rmn]|einer|einem|dem|\p{Lu}))|bevor|ehe)(?!\p{L})/iu

export interface ScopeWord {
  scope: Scope
  word: string
}

export function findScopes(text: string): ScopeWord[] {
  return PATTERNS.flatMap(([scope, pattern]) =>
    [...text.matchAll(pattern)].map(([word]) => ({ scope, word })),
  )
}

/** Together with a negation: only under what follows (nicht ohne Zustimmung, nicht vor der Erteilung). */
export function isExclusive(text: string): boolean {
  return EXCLUSIVE.test(text)
}
