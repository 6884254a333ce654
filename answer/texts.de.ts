/** What the answering part says to German readers. */

export const TEXTS = {
  abstained: {
    nothing_found:
      'Dazu habe ich in den vorliegenden Dokumenten nichts gefunden. Bitte formulieren Sie die Frage anders oder wählen Sie eine andere Dokumentgruppe.',
    not_covered:
      'Die vorliegenden Dokumente beantworten diese Frage nicht zuverlässig. Am nächsten kommen ihr die folgenden Stellen; bitte prüfen Sie selbst, ob sie helfen.',
    no_question:
      'Ich beantworte Fragen zu den Dokumenten dieser Sammlung. Bitte stellen Sie eine Frage, zum Beispiel: „Wen informieren wir zuerst bei einem Cyberangriff?“',
  },
  generativeUnavailable:
    'Es ist kein Sprachmodell eingerichtet. Die Antwort besteht aus wörtlichen Sätzen der Dokumente.',
  languageUnavailable:
    'Antworten sind derzeit nur auf Deutsch möglich; die Sätze werden wörtlich aus den Dokumenten übernommen.',
} as const
