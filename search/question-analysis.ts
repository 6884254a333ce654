/** How a question was read, for the reader: its words with their forms, what they imply, and what each gives a passage. */

/** A form that the index looks for. */
export interface AnalysedTerm {
  term: string
  /** How much it counts: 1 is a full form, less is a part of a word. */
  weight: number
  idf: number
}

export interface QuestionAnalysis {
  /** Content words in order; the first form of each is its own, the others are its parts and equivalents. */
  words: { surface: string; terms: AnalysedTerm[] }[]
  /** Abbreviations whose long form the question writes out. */
  shortForms: AnalysedTerm[]
  /** Indexed places that the question names by number. */
  places: AnalysedTerm[]
}

/** What one form gives the score by words of one passage. */
export interface TermScore {
  term: string
  score: number
}
