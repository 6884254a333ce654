/** What the generative composer says to readers beside its answer. */

export const MODEL_TEXTS = {
  withheld: (count: number) =>
    count === 1
      ? '1 Satz ohne Beleg zurückgehalten.'
      : `${count.toLocaleString('de-DE')} Sätze ohne Beleg zurückgehalten.`,
  nothingLeft:
    'Das Sprachmodell hat keinen belegten Satz geliefert, der die Frage beantwortet. Die Antwort besteht aus wörtlichen Sätzen der Dokumente.',
  failed:
    'Das Sprachmodell war nicht erreichbar oder hat fehlerhaft geantwortet. Die Antwort besteht aus wörtlichen Sätzen der Dokumente.',
  slow: 'Das Sprachmodell hat zu lange gebraucht. Die Antwort besteht aus wörtlichen Sätzen der Dokumente.',
  noRoom:
    'Die Textstellen passen nicht in den Kontext des Sprachmodells. Die Antwort besteht aus wörtlichen Sätzen der Dokumente.',
  personalData:
    'Weil die Frage vermutlich personenbezogene Daten enthält, wurde sie dem Sprachmodell nicht vorgelegt. Die Antwort besteht aus wörtlichen Sätzen der Dokumente.',
  brokenOff:
    'Das Sprachmodell hat die Antwort nicht beendet; sie ist mit wörtlichen Sätzen der Dokumente ergänzt.',
  tooLittle:
    'Vom Text des Sprachmodells war zu wenig belegt; die Antwort ist mit wörtlichen Sätzen der Dokumente ergänzt.',
} as const
