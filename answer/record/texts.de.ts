/** What a record says to its readers. */

import type { AnswerStatus, Verdict } from '../answer.ts'

const number = new Intl.NumberFormat('de-DE')

/** What each check of a sentence is called; also on the page. */
export const CHECK_NAMES: Record<string, string> = {
  verbatim: 'Wortlaut',
  evidence: 'Beleg',
  quote: 'Zitat',
  numbers: 'Zahlen',
  dates: 'Daten und Fristen',
  identifiers: 'Kennungen',
  names: 'Namen',
  negation: 'Verneinung',
  obligation: 'Verbindlichkeit',
  quantifiers: 'Mengenangaben',
  relations: 'Beziehungen',
  conditions: 'Bedingungen',
  additions: 'Zusätze',
  context: 'Zusammenhang',
}

export const RECORD_TEXTS = {
  title: 'Beleg einer Antwort',
  question: 'Frage',
  answer: 'Antwort',
  sentences: 'Sätze und ihre Prüfung',
  sources: 'Fundstellen',
  nearest: 'Nächstliegende Stellen',
  warnings: 'Hinweise',
  origin: 'Entstehung',
  status: {
    answered: 'beantwortet',
    partial: 'zum Teil beantwortet',
    abstained: 'nicht beantwortet',
  } satisfies Record<AnswerStatus, string>,
  verdict: {
    supported: 'belegt',
    partly: 'teilweise belegt',
    unsupported: 'nicht belegt',
  } satisfies Record<Verdict, string>,
  checks: CHECK_NAMES,
  passed: 'bestanden',
  failed: 'nicht bestanden',
  extractive: 'aus wörtlichen Sätzen der Dokumente, ohne Sprachmodell',
  model: (name: string) => `vom Sprachmodell ${name}, Satz für Satz geprüft`,
  correction: (from: string, to: string) => `${to} (statt ${from})`,
  characters: (start: number, end: number) => `Zeichen ${number.format(start)} bis ${number.format(end)}`,
  page: (page: number) => `Seite ${page}`,
  facts: {
    result: 'Ergebnis',
    answeredAt: 'Beantwortet am',
    searchQuery: 'Gesucht nach',
    correction: 'Berichtigt',
    composer: 'Verfasst',
    answerId: 'Kennung',
    publisher: 'Herausgeber',
    edition: 'Ausgabe',
    section: 'Abschnitt',
    page: 'Seite',
    place: 'Stelle im Dokument',
    original: 'Original',
    document: 'Dokument',
    sha256: 'SHA-256 der Datei',
    unknown: 'nicht bekannt',
    snapshot: 'Index',
    createdAt: 'Index erstellt am',
    embedding: 'Embedding-Modell',
    embeddingFingerprint: 'Fingerabdruck des Modells',
    analyser: 'Wortanalyse',
    chunker: 'Zerlegung in Textstellen',
  },
  noSentences: 'Die Antwort enthält keine Sätze aus Dokumenten.',
  check: (file: string) =>
    `Ob die Zitate noch so in den Dokumenten stehen, prüft „npx fundstelle verify ${file}“ mit der JSON- oder HTML-Form dieses Belegs.`,
} as const
