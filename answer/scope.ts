/** What narrows a question to a place, a year or the asker's own house; a statement of another scope does not answer it. */

/** The sixteen Länder (Art. 1 ff. GG, preamble) with their adjectives; a closed set. */
const LAENDER: RegExp[] = [
  /baden-württemberg|badisch|württembergisch/u,
  /bayern|bayerisch|bayrisch/u,
  /(?<!\p{L})berlin(?:er)?(?!\p{L})/u,
  /brandenburg/u,
  /(?<!\p{L})bremen|bremisch|(?<!\p{L})bremer(?!\p{L})/u,
  /hamburg/u,
  /hessen|hessisch/u,
  /mecklenburg|vorpommern/u,
  /niedersachsen|niedersächsisch/u,
  /nordrhein-westfalen|(?<!\p{L})nrw(?!\p{L})/u,
  /rheinland-pfalz|rheinland-pfälzisch/u,
  /saarland|saarländisch/u,
  /(?<!nieder)(?<!\p{L})sachsen(?!-anhalt)(?!\p{L})|(?<!nieder)sächsisch/u,
  /sachsen-anhalt/u,
  /schleswig-holstein/u,
  /thüringen|thüringer|thüringisch/u,
]

const year = /(?<!\d)(?:19|20)\d\d(?!\d)/gu
const ownHouse =
  /(?<!\p{L})(?:(?:in|für|bei) (?:meine[mnr]?|unsere[mnr]?) (?:eigene[mnr]? )?(?:bundesland|land|kreis|landkreis)|(?:ist|hat|hatte|wie heißt|wer ist|wo ist|wann ist) (?:denn )?(?:unsere?|mein[e]?)(?!\p{L})|(?:haben|hatten) wir (?:zuletzt|letztes|im letzten|bisher|schon)|(?:unsere[nmr]?|meine[mnr]?) letzte[nmrs]?)(?!\p{L})/u

export interface ScopeGaps {
  /** Länder and years that the question names and the text does not. */
  laender: number
  years: number
  /** The question is about the asker's own house ("Wer ist unser …?"), which guidance cannot know. */
  ownHouse: boolean
}

export function findScopeGaps(question: string, text: string): ScopeGaps {
  const asked = question.normalize('NFC').toLowerCase()
  const given = text.normalize('NFC').toLowerCase()
  const years = [...new Set(asked.match(year))]
  return {
    laender: LAENDER.filter((land) => land.test(asked) && !land.test(given)).length,
    years: years.filter((value) => !given.includes(value)).length,
    ownHouse: ownHouse.test(asked),
  }
}
