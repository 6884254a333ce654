/** What the server says to readers, in German. Each error names what happened and what to do. */

export const texts = {
  invalidJson: 'Der Inhalt der Anfrage ist kein gültiges JSON. Bitte ein JSON-Objekt in UTF-8 senden.',
  invalidRequest: (fields: string) =>
    `Die Anfrage ist ungültig: ${fields}. Bitte diese Angaben berichtigen; /docs beschreibt sie.`,
  notAnObject: 'Die Anfrage ist kein JSON-Objekt. Bitte ein Objekt senden; /docs beschreibt seine Felder.',
  questionMissing: (field: string) =>
    `Die Frage fehlt. Bitte senden Sie sie als Zeichenkette im Feld „${field}“.`,
  questionNotText: (field: string) =>
    `Die Frage im Feld „${field}“ ist kein Text. Bitte senden Sie sie als Zeichenkette.`,
  questionBlank: 'Die Frage ist leer. Bitte geben Sie eine Frage ein.',
  questionTooLong: (maxChars: number) =>
    `Die Frage ist zu lang: Höchstens ${maxChars.toLocaleString('de')} Zeichen sind erlaubt. Bitte kürzen Sie sie.`,
  textMissing: 'Der Text fehlt. Bitte senden Sie ihn als Zeichenkette im Feld „text“.',
  textNotText: 'Der Text im Feld „text“ ist keine Zeichenkette. Bitte senden Sie ihn als Zeichenkette.',
  textBlank: 'Der Text ist leer. Bitte senden Sie mindestens einen Satz.',
  badRequest:
    'Die Anfrage ist kein gültiges HTTP. Bitte die Adresse, den Host-Header und die Größe der Header prüfen.',
  notFound: (path: string) =>
    `Unter „${path}“ gibt es nichts. Die Schnittstelle ist unter /docs beschrieben.`,
  methodNotAllowed: (method: string, allowed: string) =>
    `Die Methode ${method} ist hier nicht vorgesehen. Erlaubt: ${allowed}.`,
  payloadTooLarge: (limitBytes: number) =>
    `Die Anfrage ist zu groß. Höchstens ${Math.floor(limitBytes / 1024)} KiB sind erlaubt; bitte kürzen.`,
  unsupportedMediaType: (mediaType: string) =>
    `Der Inhaltstyp „${mediaType}“ wird nicht angenommen. Bitte „Content-Type: application/json“ senden.`,
  missingKey:
    'Für diesen Dienst ist ein Zugangsschlüssel nötig. Bitte als „Authorization: Bearer SCHLÜSSEL“ mitsenden; die Betreuung des Dienstes vergibt ihn.',
  unknownKey:
    'Der Zugangsschlüssel ist nicht bekannt. Bitte prüfen oder bei der Betreuung des Dienstes einen neuen anfordern.',
  originNotAllowed: (origin: string) =>
    `Die Seite „${origin}“ ist für diesen Dienst nicht freigegeben. Die Betreuung des Dienstes kann sie in ALLOWED_ORIGINS eintragen.`,
  rateLimited: (perMinute: number, seconds: number) =>
    `Zu viele Anfragen: höchstens ${perMinute} je Minute. Bitte in ${seconds} Sekunden erneut versuchen.`,
  overloaded: (seconds: number) =>
    `Gerade werden zu viele Fragen beantwortet. Bitte in ${seconds} Sekunden erneut versuchen.`,
  aborted: 'Die Anfrage wurde abgebrochen. Bitte bei Bedarf erneut stellen.',
  shuttingDown: 'Der Dienst wird gerade beendet. Bitte in einer Minute erneut versuchen.',
  unknownDocument: (id: string) =>
    `Das Dokument „${id}“ ist nicht im Index. /api/v1/documents nennt alle Dokumente.`,
  unknownPassage: (id: string) =>
    `Die Textstelle „${id}“ ist nicht im Index. Vielleicht wurde das Dokument geändert; bitte neu suchen.`,
  originalMissing: (name: string) =>
    `Die gespeicherte Datei „${name}“ fehlt im Datenordner. Bitte neu indexieren mit „npx fundstelle ingest“.`,
  rangeNotSatisfiable: (size: number) => `Der verlangte Bereich liegt außerhalb der Datei (${size} Bytes).`,
  internal: (requestId: string) =>
    `Ein unerwarteter Fehler ist aufgetreten. Bitte erneut versuchen; hält er an, der Betreuung des Dienstes die Kennung ${requestId} nennen.`,
  webMissing: 'Die Weboberfläche ist nicht gebaut. Bitte „npm run build“ ausführen und neu starten.',
  portInUse: (host: string, port: number) =>
    `Der Port ${port} auf ${host} ist schon belegt. Beenden Sie das andere Programm oder wählen Sie mit --port einen anderen Port.`,
  portNotAllowed: 'Für diesen Port fehlen die Rechte; Ports ab 1024 sind frei nutzbar.',
  addressNotHere: (code: string) => `Die Adresse gehört nicht zu diesem Rechner (${code}).`,
  cannotListen: (place: string, reason: string) =>
    `An ${place} lässt sich nicht lauschen: ${reason} Bitte HOST und PORT prüfen.`,
  starting: 'Der Index wird geöffnet.',
  ready: 'Bereit.',
} as const
