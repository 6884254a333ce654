/** What the answering part says to German readers. */

import type { Dispute } from './disputes.ts'
import { KIND_NAMES, type PersonalDataKind } from './personal-data.ts'
import { type ChosenSentence, toLabel } from './render.ts'

const CONTRADICTION: Record<Dispute['kind'], string> = {
  numbers: 'verschiedene Angaben',
  dates: 'verschiedene Daten',
  obligation: 'verschieden strenge Vorgaben',
}

const toSide = (words: string, { document }: ChosenSentence): string => `„${words}“ in ${toLabel(document)}`

export const TEXTS = {
  /** Stands before the quoted sentences. */
  lead: '',
  abstained: {
    nothing_found:
      'Dazu habe ich in den vorliegenden Dokumenten nichts gefunden. Bitte formulieren Sie die Frage anders oder wählen Sie eine andere Dokumentgruppe.',
    not_covered:
      'Die vorliegenden Dokumente beantworten diese Frage nicht zuverlässig. Am nächsten kommen ihr die folgenden Stellen; bitte prüfen Sie selbst, ob sie helfen.',
    no_question:
      'Ich beantworte Fragen zu den Dokumenten dieser Sammlung. Bitte stellen Sie eine Frage, zum Beispiel: „Wen informieren wir zuerst bei einem Cyberangriff?“',
    index_incomplete:
      'Der Index wird noch aufgebaut; eine zuverlässige Antwort ist erst danach möglich. Nach ihren Wörtern kommen der Frage die folgenden Stellen am nächsten; bitte fragen Sie später noch einmal.',
  },
  indexIncomplete: (share: number): string =>
    `Der Index wird noch aufgebaut: ${Math.floor(share * 100)} % der Abschnitte haben Vektoren. Die übrigen werden nur nach Wörtern gesucht, und Antworten berücksichtigen sie noch nicht.`,
  contradiction: ({ kind, words, sides }: Pick<Dispute, 'kind' | 'words' | 'sides'>): string =>
    `Die Dokumente widersprechen sich und nennen ${CONTRADICTION[kind]}: ${toSide(words[0], sides[0])}, aber ${toSide(words[1], sides[1])}. Bitte prüfen Sie, welche Ausgabe gilt.`,
  generativeUnavailable:
    'Es ist kein Sprachmodell eingerichtet. Die Antwort besteht aus wörtlichen Sätzen der Dokumente.',
  personalData: (kinds: readonly PersonalDataKind[]): string =>
    `Die Frage enthält vermutlich personenbezogene Daten (${kinds.map((kind) => KIND_NAMES[kind]).join(', ')}). Für die Antwort werden sie nicht gebraucht; bitte fragen Sie künftig ohne sie.`,
}
