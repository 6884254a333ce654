import { describe, expect, it } from 'vitest'
import { createAnalyser } from '../../../search/german/analyser.ts'
import { learnLexicon, openLexicon } from '../../../search/german/lexicon.ts'
import type { Unit } from '../../../search/german/unit.ts'

/** Words that stand alone in some corpus of the administration; compounds are split into these. */
const CORPUS = `
Der Antrag, die Anträge, beantragen. Das Formular, die Frist, der Ablauf, die Verlängerung. Die Gebühr, die Ordnung, der Bescheid.
Die Gemeinde, der Rat, der Kreis, der Tag, das Land, der Bund, das Amt, die Stelle, die Leitung, der Dienst, die Aufsicht.
Der Schutz, die Daten, die Panne, die Folge, die Folgen, die Abschätzung, die Verarbeitung, der Auftrag, die Person.
Die Sicherheit, die Information, die Technik, das Konzept, der Vorfall, der Notfall, die Not, der Fall, der Plan, die Übung.
Das Passwort, das Wort, die Länge, der Wechsel, das Konto, der Zugang, das Recht, der Nutzer, die Nutzung, das Netz, das Werk.
Der Angriff, der Raum, die Lage, die Meldung, die Pflicht, melden. Die Krise, der Stab. Die Kommune, kommunal. Der Server.
Die Schule, der Hof, der Bau, die Genehmigung, genehmigen, das Haus, die Tür, der Wohnung, die Wohnung, wohnen, das Geld.
Die Steuer, die Erklärung, der Hund, das Kind, der Garten, die Beihilfe, die Hilfe, die Sozialhilfe, sozial, die Leistung.
Die Barriere, frei, die Freiheit, die Sprache, leicht, die Webseite, das Web, die Seite, der Inhalt, das Modell, die Cloud.
Die Vergabe, das Verfahren, die Verwaltung, der Akt, das Gesetz, die Verordnung, die Richtlinie, der Anbieter, der Text.
Das Lösegeld, die Lösung, lösen, die Zahlung, zahlen, die Polizei, die Anzeige, das Opfer, der Täter. Das Backup, die Sicherung.
Die Wahl, der Vorstand, das Ergebnis, der Stand, der Standard, das Risiko, die Analyse, die Bewertung, der Schaden, der Ersatz.
Die Auskunft, das Register, der Ausweis, der Pass, das Foto, die Kopie, das Papier, die Akte, elektronisch, die Post, das Fach.
Die Kontrolle, die Rolle, die Ordnung, der Ort, die Zeit, der Punkt, die Arbeit, der Arbeiter, die Mitarbeiter, die Ausbildung.
Wir zahlen, sichern, leiten, genehmigen und beantragen, schalten ab, abschalten, ausfüllen. Der Verkehr, die Straße, die Sperrung, der Lärm, der Müll, die Abfuhr, das Wasser, das Abwasser, das Gas, der Strom, der Ausfall.
`

function learnt() {
  const frequencies = new Map<Unit, number>()
  const scanner = createAnalyser()
  for (let i = 0; i < 3; i++)
    scanner.scan(CORPUS, (unit) => frequencies.set(unit, (frequencies.get(unit) ?? 0) + 1))
  const words = [...frequencies].map(([unit, count]) => ({ unit, count }))
  return createAnalyser({ lexicon: openLexicon(learnLexicon(words)) })
}

const analyser = learnt()
const termsOf = (text: string) => new Set(analyser.tokens(text).flatMap((token) => token.terms))
const meet = (a: string, b: string) => {
  const other = termsOf(b)
  return [...termsOf(a)].some((term) => other.has(term))
}

describe('German analysis: words of the administration that must meet', () => {
  it.each([
    // Umlauts, ß, case, hidden characters.
    ['Straßensperrung', 'Strassensperrung'],
    ['STRASSENSPERRUNG', 'Sperrung'],
    ['Müllabfuhr', 'Muellabfuhr'],
    ['Hundesteuererklärung', 'HUNDESTEUERERKLAERUNG'],
    ['Ausschuss', 'Ausschuß'],
    ['Missbrauch', 'Mißbrauch'],
    ['dass-Satz-Prüfung', 'Prüfung'],
    ['Maßstab', 'Massstab'],
    ['Übergröße', 'UEBERGROESSE'],
    ['Gemeinde\u00ADrat', 'Gemeinderat'],
    ['Gebu\u0308hr', 'Gebühr'],
    ['Änderung', 'A\u0308nderungen'],
    ['ﬂexibel', 'flexibel'],
    // Inflection of nouns.
    ['Frist', 'Fristen'],
    ['Risiko', 'Risiken'],
    ['Konto', 'Konten'],
    ['Ergebnis', 'Ergebnisses'],
    ['Ergebnis', 'Ergebnissen'],
    ['Vorstand', 'Vorstände'],
    ['Schaden', 'Schäden'],
    ['Haus', 'Häusern'],
    ['Kind', 'Kindes'],
    ['Kind', 'Kindern'],
    ['Stelle', 'Stellen'],
    ['Behörde', 'Behörden'],
    ['Firma', 'Firmen'],
    ['Person', 'Personen'],
    ['Bürgermeister', 'Bürgermeisterin'],
    ['Bürgermeister', 'Bürgermeisterinnen'],
    ['Angriff', 'Angriffes'],
    ['Angriff', 'Angriffen'],
    ['Modell', 'Modelle'],
    ['Zugang', 'Zugänge'],
    ['Server', 'Servern'],
    ['Backup', 'Backups'],
    ['Update', 'updates'],
    ['Thema', 'Themen'],
    ['Datum', 'Datums'],
    ['Gesetz', 'Gesetzes'],
    // Verbs, adjectives, nouns of the same root.
    ['melden', 'gemeldet'],
    ['melden', 'Meldung'],
    ['zahlen', 'Zahlung'],
    ['zahlen', 'gezahlt'],
    ['genehmigen', 'Genehmigung'],
    ['Büro', 'Büros'],
    ['Foto', 'Fotos'],
    ['kostenlos', 'kostenlose'],
    ['Zentrum', 'Zentren'],
    ['Ministerium', 'Ministerien'],
    ['Virus', 'Viren'],
    ['Europa', 'europäisch'],
    ['abschalten', 'abgeschaltet'],
    ['abschalten', 'abzuschalten'],
    ['ausfüllen', 'ausgefüllten'],
    ['leiten', 'Leitung'],
    ['beantragen', 'Beantragung'],
    ['verarbeiten', 'Verarbeitungen'],
    ['verschlüsseln', 'Verschlüsselung'],
    ['sichern', 'Sicherung'],
    ['sicher', 'Sicherheit'],
    ['kommunal', 'kommunalen'],
    ['elektronisch', 'elektronische'],
    ['öffentlich', 'öffentlichen'],
    ['zuständig', 'zuständige'],
    ['verantwortlich', 'Verantwortlicher'],
    ['schriftlich', 'schriftliche'],
    ['digitalisieren', 'digitalisierten'],
    ['dokumentieren', 'Dokumentierung'],
    ['informieren', 'informierte'],
    // Compounds and their parts.
    ['Gebührenordnung', 'Gebühr'],
    ['Gebührenordnung', 'Ordnung der Gebühren'],
    ['Gebührenbescheid', 'Bescheid über Gebühren'],
    ['Antragsformular', 'Formular für den Antrag'],
    ['Antragsfrist', 'Frist'],
    ['Fristverlängerung', 'Verlängerung der Frist'],
    ['Fristablauf', 'Frist'],
    ['Passwortlänge', 'Länge des Passworts'],
    ['Passwortwechsel', 'Passwörter wechseln'],
    ['Datenpanne', 'Panne'],
    ['Datenschutzvorfall', 'Datenschutz'],
    ['Datenschutz-Folgenabschätzung', 'Folgenabschätzung'],
    ['Folgenabschätzung', 'Folgen abschätzen'],
    ['Auftragsverarbeitung', 'Verarbeitung im Auftrag'],
    ['Notfallplan', 'Plan für den Notfall'],
    ['Notfallübung', 'Übung'],
    ['Informationssicherheit', 'Sicherheit der Information'],
    ['Sicherheitskonzept', 'Konzept'],
    ['Sicherheitsvorfall', 'Vorfälle'],
    ['Baugenehmigung', 'Genehmigung'],
    ['Meldepflicht', 'melden'],
    ['meldepflichtig', 'Pflicht zur Meldung'],
    ['Meldestelle', 'Stelle'],
    ['Krisenstab', 'Stab'],
    ['Lösegeldzahlung', 'Lösegeld zahlen'],
    ['Stromausfall', 'Ausfall des Stroms'],
    ['Hundesteuer', 'Steuer'],
    ['Kindergarten', 'Garten'],
    ['Personenausweis', 'Ausweis'],
    ['Risikoanalyse', 'Analyse der Risiken'],
    ['Risikobewertung', 'Bewertung'],
    ['Schadensersatz', 'Ersatz'],
    ['Schadenersatz', 'Schadensersatz'],
    ['Nutzerkonto', 'Konto'],
    ['Nutzungsrecht', 'Recht'],
    ['Netzwerk', 'Netz'],
    ['Kreisverwaltung', 'Verwaltung des Kreises'],
    ['Landratsamt', 'Amt'],
    ['Bundesamt', 'Ämter'],
    ['Dienstleistung', 'Leistungen'],
    ['Dienstanbieter', 'Anbieter'],
    ['Barrierefreiheit', 'Barriere'],
    ['Vergaberecht', 'Vergabe'],
    ['Vergabeverfahren', 'Verfahren'],
    ['Sprachmodell', 'Modell'],
    ['Sprachmodelle', 'Sprache'],
    ['Wohngeldantrag', 'Antrag auf Wohngeld'],
    ['Schulhof', 'Schule'],
    // Hyphens.
    ['Cloud-Anbieter', 'Cloudanbieter'],
    ['Web-Seite', 'Webseite'],
    ['E-Mail', 'Email'],
    ['E-Akte', 'eAkte'],
    ['IT-Notfall', 'Notfall'],
    ['KI-Modell', 'Modelle'],
    ['Backup-Server', 'Server'],
    ['Datenschutz- und Sicherheitskonzept', 'Sicherheitskonzept'],
    ['Ein‑Faktor', 'Ein-Faktor'],
    // Gender marks.
    ['Nutzer', 'Nutzer:innen'],
    ['Nutzerinnen', 'NutzerInnen'],
    ['Täter', 'Täter*in'],
    ['Mitarbeitende', 'Mitarbeitenden'],
    ['Arbeiter', 'Arbeiter/innen'],
    // References.
    ['§ 35 II VwVfG', '§ 35 Abs. 2 VwVfG'],
    ['§ 35 (2) VwVfG', '§ 35 Absatz 2 VwVfG'],
    ['§ 35 Abs. 2 Satz 1', '§ 35 Absatz 2'],
    ['§ 35 Abs. 2 S. 1', '§ 35 Absatz 2 Satz 1'],
    ['§ 8 a SGB VIII', '§ 8a SGB 8'],
    ['§§ 3 bis 6 BMG', '§ 4 BMG'],
    ['§§ 3–6 BMG', '§ 5 BMG'],
    ['§§ 60a bis 60f UrhG', '§ 60d UrhG'],
    ['Artikel 32 bis 34 DSGVO', 'Art. 33 DSGVO'],
    ['§ 35 des VwVfG', '§35 VwVfG'],
    ['§ 5 Nr. 2', '§ 5 Nummer 2'],
    ['ORP.4.A23', 'Orp.4'],
    // Numbers and dates.
    ['72 Stunden', '72'],
    ['10.000 Euro', '10000 Euro'],
    ['24.12.2025', '24. Dezember 2025'],
    ['2025-12-24', '24.12.2025'],
    ['3 Mio.', '3.000.000'],
  ])('%s = %s', (a, b) => expect(meet(a, b)).toBe(true))
})

describe('German analysis: words of the administration that must not meet', () => {
  it.each([
    ['Genehmigung', 'Nehmung'],
    ['Standard', 'Stand'],
    ['Vorstand', 'Stand'],
    ['Bestand', 'Stand'],
    ['Verordnung', 'Ort'],
    ['Kontrolle', 'Konto'],
    ['Gemeinde', 'gemein'],
    ['Beihilfe', 'Beil'],
    ['Auskunft', 'Kunst'],
    ['Partei', 'Part'],
    ['Ausbildung', 'Bild'],
    ['Wahl', 'Walnuss'],
    ['Verkehr', 'Kehrwoche'],
    ['Kind', 'Kinn'],
    ['Passwort', 'Reisepass'],
    ['Angriff', 'Begriff'],
    ['Meldung', 'Melone'],
    ['Steuer', 'Steuben'],
    ['Leistung', 'Leiste'],
    ['Versicherung', 'Sicherung'],
    ['Unterricht', 'Richter'],
    ['Termin', 'Terminal'],
    ['Haft', 'Haftung'],
    ['Hof', 'Hofft'],
    ['§ 35 Abs. 2', '§ 36 Abs. 2'],
    ['§ 35 I', '§ 36 II'],
    ['§§ 3 bis 6 BMG', '§ 7 UrhG'],
    ['§ 5 und § 9', '§ 7'],
    ['§ 60a', '§ 60b'],
    ['Art. 33', 'Art. 34'],
    ['APP.3.2', 'SYS.3.2'],
    ['CON.1.A4', 'CON.11.A4'],
    ['NIS-2', 'ISO-2'],
    ['Zeitung', 'Zeit'],
    ['Stellung', 'Stall'],
    ['Gewicht', 'wichtig'],
    ['Virus', 'vier'],
    ['Büro', 'Burg'],
    ['72 Stunden', '24 Tage'],
    ['10.000', '1.000'],
    ['24.12.2025', '23.11.2024'],
  ])('%s ≠ %s', (a, b) => expect(meet(a, b)).toBe(false))
})
