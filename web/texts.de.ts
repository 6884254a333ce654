/** Every German text of page, viewer and widget. Texts about errors name the remedy. */

import { KIND_NAMES } from '../answer/personal-data.ts'
import { CHECK_NAMES } from '../answer/record/export-record.ts'

const number = new Intl.NumberFormat('de-DE')
const seconds = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const plural = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`

export const texts = {
  productName: 'Fundstelle',
  nav: {
    skip: 'Zum Inhalt springen',
    label: 'Hauptbereiche',
    home: 'Fundstelle, zur Startseite',
    ask: 'Fragen',
    documents: 'Dokumente',
    footer: 'Weitere Angebote',
    api: 'Schnittstelle',
    demo: 'Widget ansehen',
    licences: 'Lizenzen',
  },
  footer: {
    principle:
      'Jeder Satz einer Antwort ist mit Worten der Dokumente belegt. Maßgeblich ist immer das Original beim Herausgeber.',
    privacy: 'Fragen und Antworten werden nicht gespeichert.',
  },
  theme: { label: 'Darstellung', system: 'Wie im System', light: 'Hell', dark: 'Dunkel' },
  titles: {
    ask: 'Fragen',
    documents: 'Dokumente',
    suffix: 'Fundstelle',
  },
  start: {
    heading: 'Was möchten Sie wissen?',
    lead: 'Fundstelle antwortet aus den Handreichungen der Verwaltung. Zu jedem Satz sehen Sie die genaue Stelle im Dokument. Was dort nicht steht, wird nicht beantwortet.',
    examples: 'Beispiele aus den Sammlungen',
    documentCount: (count: number) => plural(count, 'Dokument', 'Dokumente'),
    askExample: (question: string) => `Frage stellen: ${question}`,
  },
  form: {
    label: 'Ihre Frage',
    followUpLabel: 'Weitere Frage',
    placeholder: 'Zum Beispiel: Wen informieren wir zuerst bei einem Cyberangriff?',
    followUpPlaceholder: 'Nachfragen oder Neues fragen',
    submit: 'Fragen',
    stop: 'Abbrechen',
    hint: 'Bitte keine personenbezogenen Daten eingeben. Die Eingabetaste sendet, mit Umschalttaste beginnt eine neue Zeile.',
    hintShort: 'Bitte keine personenbezogenen Daten eingeben.',
    empty: 'Bitte geben Sie eine Frage ein.',
    remaining: (count: number) => `Noch ${plural(count, 'Zeichen', 'Zeichen')}`,
    tooLong: (count: number) => `${plural(count, 'Zeichen', 'Zeichen')} zu lang. Bitte kürzen Sie die Frage.`,
    restart: 'Neue Unterhaltung',
  },
  filter: {
    label: 'Suchen in',
    all: 'allen Dokumenten',
    collections: 'Sammlungen',
    documents: 'Einzelne Dokumente',
    reset: 'Wieder in allen Dokumenten suchen',
    summary: (names: string[]) => (names.length <= 2 ? names.join(' und ') : `${names.length} Auswahlen`),
  },
  stages: {
    start: 'Frage wird gesendet …',
    searching: 'Passende Stellen werden gesucht …',
    composing: 'Antwort wird zusammengestellt …',
    generating: 'Antwort wird formuliert …',
    verifying: 'Jeder Satz wird geprüft …',
    queued: 'Andere Fragen sind noch vor Ihrer an der Reihe …',
    other: 'Antwort wird erarbeitet …',
  },
  answer: {
    question: 'Frage',
    answer: 'Antwort',
    asking: 'Die Antwort entsteht',
    ready: (sentences: number, sources: number) =>
      `Antwort liegt vor: ${plural(sentences, 'Satz', 'Sätze')} aus ${plural(sources, 'Quelle', 'Quellen')}.`,
    stopped: 'Sie haben die Antwort abgebrochen.',
    stoppedHint: 'Bis hierher Angezeigtes ist geprüft, aber vielleicht nicht vollständig.',
    askAgain: 'Noch einmal fragen',
    copy: 'Antwort mit Fundstellen kopieren',
    copied: 'Kopiert',
    copyFailed: 'Kopieren ging nicht. Bitte den Text markieren.',
    partial: 'Die Antwort ist vielleicht nicht vollständig.',
    draft: 'Noch ungeprüft',
    warnings: 'Hinweise',
    corrected: (corrections: readonly { from: string; to: string }[]) =>
      `Gesucht nach: ${corrections.map(({ from, to }) => `${to} (statt ${from})`).join(', ')}`,
    searchedFor: (query: string) => `Gesucht wurde nach: ${query}`,
    extractive: 'Wörtlich zusammengestellt, ohne Sprachmodell',
    model: (name: string) => `Formuliert mit ${name}, Satz für Satz geprüft`,
    took: (ms: number) => `${seconds.format(ms / 1000)} Sekunden`,
  },
  record: {
    save: 'Beleg herunterladen',
    form: 'Form des Belegs',
    forms: { html: 'Druckfassung (HTML)', md: 'Markdown', json: 'JSON' },
    saved: (name: string) => `Beleg gespeichert: ${name}`,
  },
  personalData: {
    heading: 'Enthält Ihre Frage personenbezogene Daten?',
    lead: 'Noch wurde nichts gesendet. In der Frage stehen vermutlich diese Angaben:',
    kinds: KIND_NAMES,
    finding: (kind: string, words: string) => `${kind}: „${words}“`,
    note: 'Für die Antwort werden sie nicht gebraucht. Am besten fragen Sie allgemein.',
    edit: 'Ändern',
    askAnyway: 'Trotzdem fragen',
  },
  verdict: {
    supported: 'geprüft',
    partly: 'teilweise belegt',
    unsupported: 'nicht belegt',
    allSupported: (count: number) =>
      count === 1
        ? 'Der Satz ist am Dokument geprüft'
        : `Alle ${number.format(count)} Sätze sind am Dokument geprüft`,
    someSupported: (ok: number, count: number) =>
      `${number.format(ok)} von ${number.format(count)} Sätzen sind voll belegt`,
    details: 'So wurde geprüft',
    sentence: (n: number) => `Satz ${n}`,
    ok: 'bestanden',
    failed: 'nicht bestanden',
    checks: CHECK_NAMES,
  },
  sources: {
    heading: 'Fundstellen',
    mark: (n: number, title: string, section: string | undefined) =>
      `Fundstelle ${n} öffnen: ${title}${section ? `, ${section}` : ''}`,
    show: 'Stelle zeigen',
    showLong: (n: number) => `Stelle ${n} zeigen`,
    viewer: 'Im Dokument lesen',
    original: 'Zum Original',
    originalOf: (title: string) => `Zum Original: ${title}`,
    newTab: '(öffnet neues Fenster)',
    page: (page: number | string) => `Seite ${page}`,
    summary: 'Zusammenfassung',
    summaryHint: 'Eigene Zusammenfassung, nicht der Wortlaut des Originals',
    alsoFound: 'Außerdem gefunden',
    path: 'Abschnitt',
  },
  abstention: {
    headings: {
      nothing_found: 'Dazu steht nichts in den Dokumenten',
      no_question: 'Noch keine Frage erkannt',
    } as Record<string, string>,
    heading: 'Dazu gibt es keine belegte Antwort',
    nearest: 'Nächstliegende Stellen',
    none: 'Versuchen Sie es mit anderen Worten, oder schauen Sie in die Liste der Dokumente.',
    documents: 'Zur Liste der Dokumente',
  },
  panel: {
    heading: (n: number) => `Fundstelle ${n}`,
    close: 'Schließen',
    loading: 'Die Stelle wird geladen …',
    before: 'Davor weiterlesen',
    after: 'Danach weiterlesen',
    changed:
      'Das Dokument wurde seit dieser Antwort geändert; die zitierten Worte stehen dort nicht mehr so. Zitiert wurde:',
    quoteStart: 'Anfang der zitierten Worte',
    quoteEnd: 'Ende der zitierten Worte',
    unchanged: 'Hervorgehoben sind die Worte, auf die sich der Satz stützt.',
  },
  viewer: {
    loading: 'Das Dokument wird geladen …',
    outline: 'Inhalt',
    details: 'Angaben zum Dokument',
    publisher: 'Herausgeber',
    edition: 'Ausgabe',
    collection: 'Sammlung',
    licence: 'Nutzung',
    verified: 'Geprüft',
    pages: 'Umfang',
    pageCount: (count: number) => plural(count, 'Seite', 'Seiten'),
    file: 'Datei',
    unknown: 'nicht bekannt',
    summaryHeading: 'Zusammenfassung, nicht das Original',
    summaryNotice:
      'Dieser Text ist eine eigene Zusammenfassung für Fundstelle. Maßgeblich ist das Original beim Herausgeber.',
    original: 'Original beim Herausgeber',
    originalFile: 'Original herunterladen',
    storedFile: 'Gespeicherte Datei öffnen',
    downloadFile: 'Gespeicherte Datei herunterladen',
    askHere: 'Frage zu diesem Dokument stellen',
    toQuote: 'Zur zitierten Stelle',
    quoted: 'Zitierte Stelle',
    back: 'Alle Dokumente',
    warnings: 'Beim Einlesen aufgefallen',
    notFound: 'Das Dokument gibt es hier nicht',
    text: 'Text des Dokuments',
  },
  documents: {
    heading: 'Dokumente',
    lead: 'Auf diese Dokumente stützen sich die Antworten. Wo hier eine Zusammenfassung steht, führt der Link zum Original.',
    filter: 'Dokumente filtern',
    filterHint: 'Titel, Herausgeber oder Sammlung',
    found: (count: number, total: number) =>
      count === total
        ? plural(total, 'Dokument', 'Dokumente')
        : `${number.format(count)} von ${plural(total, 'Dokument', 'Dokumenten')}`,
    none: 'Kein Dokument passt zu diesem Filter.',
    empty: 'Es sind noch keine Dokumente eingelesen.',
    passages: (count: number) => plural(count, 'Abschnitt', 'Abschnitte'),
  },
  ready: {
    heading: 'Die Dokumente werden gerade eingelesen',
    headingReady: 'Die Dokumente werden gerade neu eingelesen',
    headingIncomplete: 'Der Index wird noch aufgebaut',
    incomplete:
      'Sie können schon fragen: Bis der Index fertig ist, zeigt Fundstelle zu neuen Dokumenten die Textstellen, die nach ihren Wörtern am nächsten kommen.',
    starting: 'Fundstelle startet',
    failed: 'Die Dokumente konnten nicht eingelesen werden',
    progress: 'Fortschritt',
    percent: (share: number) => `${Math.floor(share * 100)} %`,
    remaining: (remainingSeconds: number) =>
      remainingSeconds < 60
        ? `noch etwa ${plural(Math.max(1, Math.round(remainingSeconds)), 'Sekunde', 'Sekunden')}`
        : `noch etwa ${plural(Math.round(remainingSeconds / 60), 'Minute', 'Minuten')}`,
    done: 'Die Dokumente sind eingelesen. Sie können jetzt fragen.',
    gone: 'Fundstelle ist nicht erreichbar',
    goneText: 'Der Server antwortet nicht. Es wird von selbst weiter versucht.',
    retry: 'Jetzt noch einmal versuchen',
  },
  errors: {
    heading: 'Das hat nicht geklappt',
    requestId: 'Kennung für Rückfragen',
    unreachable:
      'Der Server ist nicht erreichbar. Bitte prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    connectionLost:
      'Die Verbindung ist abgebrochen, bevor die Antwort vollständig war. Bitte fragen Sie noch einmal.',
    badResponse: (status: number) =>
      `Der Server hat unerwartet geantwortet (Status ${status}). Bitte versuchen Sie es später noch einmal.`,
    unexpected: 'Die Antwort des Servers war nicht zu lesen. Bitte laden Sie die Seite neu.',
    retry: 'Noch einmal versuchen',
  },
  access: {
    heading: 'Zugangsschlüssel eingeben',
    lead: 'Dieser Dienst ist geschützt. Den Schlüssel vergibt, wer ihn betreut. Er bleibt in diesem Browser-Tab und wird beim Schließen vergessen.',
    label: 'Zugangsschlüssel',
    submit: 'Weiter',
    cancel: 'Abbrechen',
    refused:
      'Diesen Schlüssel kennt der Dienst nicht. Bitte prüfen Sie ihn und geben Sie ihn noch einmal ein.',
    empty: 'Bitte geben Sie den Zugangsschlüssel ein.',
    impossible:
      'Ein Schlüssel enthält keine Leerzeichen und keine Umlaute. Bitte fügen Sie ihn noch einmal vollständig ein.',
    needed: 'Für diesen Dienst ist ein Zugangsschlüssel nötig. Die Betreuung des Dienstes vergibt ihn.',
    enter: 'Zugangsschlüssel eingeben',
  },
  widget: {
    open: 'Fragen an Fundstelle',
    heading: 'Fragen an die Handreichungen',
    close: 'Schließen',
    lead: 'Die Antwort besteht aus Sätzen der Dokumente; zu jedem sehen Sie die genaue Stelle.',
    connecting: 'Verbindung wird geprüft …',
    notAllowed: (origin: string) =>
      `Dieser Assistent ist für ${origin} nicht freigegeben. Wer Fundstelle betreibt, kann die Adresse in der Einstellung ALLOWED_ORIGINS eintragen.`,
    unreachable: 'Fundstelle ist gerade nicht erreichbar. Bitte versuchen Sie es später noch einmal.',
    unknownCollections: (names: string) =>
      `Die Sammlung „${names}“ gibt es auf diesem Server nicht. Bitte das Attribut „collections“ des Widgets anpassen.`,
    poweredBy: 'Antworten von',
  },
}
