/** Words that may stand for each other in texts of the administration, and words that say the opposite. General German, from no document. */

/** One group a line; a word may be in several. Inflected and derived forms follow by themselves. */
export const SYNONYMS = `
melden mitteilen anzeigen bekanntgeben berichten informieren unterrichten benachrichtigen Meldung Mitteilung Anzeige Bericht
mitteilen informieren unterrichten benachrichtigen verständigen kundgeben Information Unterrichtung Benachrichtigung Mitteilung
veröffentlichen bekanntmachen publizieren herausgeben herausbringen Veröffentlichung Bekanntmachung erscheinen
vorlegen einreichen vorweisen übermitteln abgeben zuleiten Vorlage Einreichung
übermitteln senden zusenden übersenden schicken zuschicken weiterleiten weitergeben übertragen Übermittlung Übersendung
nutzen benutzen verwenden einsetzen gebrauchen anwenden Nutzung Benutzung Verwendung Einsatz Gebrauch Anwendung
durchführen ausführen vornehmen umsetzen abhalten realisieren Durchführung Ausführung Vornahme Umsetzung
prüfen überprüfen kontrollieren untersuchen testen begutachten Prüfung Überprüfung Kontrolle Untersuchung Test Begutachtung
aktualisieren erneuern überarbeiten anpassen Aktualisierung Erneuerung Überarbeitung
ändern anpassen abändern modifizieren Änderung Anpassung
erstellen anfertigen ausarbeiten erarbeiten verfassen aufstellen anlegen Erstellung Anfertigung Ausarbeitung
festlegen bestimmen regeln vorgeben definieren Festlegung Bestimmung Regelung Vorgabe
beteiligen einbinden einbeziehen hinzuziehen heranziehen mitwirken Beteiligung Einbindung Einbeziehung Hinzuziehung Mitwirkung
benennen bestellen bestimmen ernennen Benennung Bestellung Ernennung
bewilligen gewähren genehmigen zusprechen Bewilligung Gewährung
genehmigen erlauben gestatten zulassen zustimmen Genehmigung Erlaubnis Zulassung Zustimmung Einwilligung Gestattung
einwilligen zustimmen Einwilligung Zustimmung Einverständnis
ablehnen zurückweisen verweigern versagen Ablehnung Zurückweisung Verweigerung Versagung
beantragen Antrag Antragstellung
bekommen erhalten empfangen beziehen bezieht Bezug Erhalt Empfang
Eingang Empfang eingehen eintreffen ankommen zugehen
bestätigen bescheinigen beglaubigen quittieren attestieren Bestätigung Bescheinigung
nachweisen belegen beweisen Nachweis Beleg Beweis
zahlen bezahlen entrichten begleichen abführen aufkommen Zahlung Bezahlung Entrichtung
zahlen bezahlen kosten Gebühr Kosten Entgelt erheben kostenlos kostenfrei gebührenfrei unentgeltlich gratis
stellen einreichen
eingehen vorliegen eintreffen einreichen Eingang
abgeben verkaufen aushändigen überlassen Abgabe Verkauf
fällig zahlen erheben
aushängen anschlagen bekanntmachen
ahnden belegen bestrafen sanktionieren verhängen
Antritt antreten Beginn beginnen
vergüten entschädigen Vergütung Entschädigung
spät verspätet Verspätung
überschreiten übersteigen hinausgehen
unterschreiten zurückbleiben
Tätigkeit tätig Beschäftigung Arbeit arbeiten
Dienst dienstlich
abholen Abholung einsammeln
liefern Lieferung zustellen Zustellung
besitzen haben innehaben Besitz
halten Haltung Halter besitzen
verkaufen veräußern Verkauf Veräußerung
mieten pachten Miete Pacht
lehren unterrichten Unterricht
studieren Studium
verpflegen Verpflegung Essen
betreuen Betreuung beaufsichtigen
begleiten Begleitung
leisten erbringen Leistung Erbringung
verweisen hinweisen Verweis
beachten einhalten
erfüllen einhalten genügen entsprechen Erfüllung
abweichen Abweichung
unterscheiden Unterschied
vergleichen Vergleich
verbessern optimieren Verbesserung
verschlechtern Verschlechterung
stärken Stärkung
schwächen Schwächung
beschleunigen Beschleunigung
verzögern Verzögerung
begründen Begründung Grund
veranlassen anordnen Anordnung Veranlassung
widersprechen Widerspruch
aufheben widerrufen zurücknehmen Aufhebung Widerruf Rücknahme
aussetzen unterbrechen ruhen Aussetzung Unterbrechung
fortsetzen weiterführen Fortsetzung
zurückgeben Rückgabe
zurückfordern Rückforderung erstatten
erstatten ersetzen zurückzahlen Erstattung Rückzahlung
haften Haftung verantworten
versichern Versicherung
absagen ausfallen
verlegen verschieben Verschiebung Verlegung
teilnehmen Teilnahme mitmachen
einstellen beschäftigen anstellen Einstellung
entlassen kündigen Entlassung Kündigung
befördern aufsteigen
vertreten Vertretung Stellvertretung
übernehmen Übernahme
besetzen Besetzung
warten instandhalten Wartung Instandhaltung
reparieren instandsetzen Reparatur
anbringen befestigen
kennzeichnen markieren bezeichnen Kennzeichnung Markierung
verschlüsseln Verschlüsselung
mitführen dabeihaben
vorzeigen vorlegen zeigen
kosten Gebühr Entgelt Kosten Preis
Kosten Ausgaben Aufwendungen
erheben verlangen einziehen fordern berechnen Erhebung
kostenlos kostenfrei gebührenfrei unentgeltlich gratis
kostenpflichtig gebührenpflichtig entgeltlich
kostenpflichtig kosten Gebühr
aufbewahren lagern verwahren archivieren Aufbewahrung Lagerung Verwahrung
speichern ablegen hinterlegen sichern Speicherung Ablage
sichern schützen absichern Sicherung Schutz Absicherung
löschen entfernen vernichten Löschung Entfernung Vernichtung
beseitigen entfernen beheben befreien räumen Beseitigung Entfernung Behebung
reinigen säubern putzen Reinigung
trennen abtrennen loslösen Trennung abkoppeln isolieren Isolation
verbinden anschließen koppeln Verbindung Anschluss
beginnen anfangen starten einsetzen Beginn Anfang Start Aufnahme
enden ablaufen auslaufen aufhören Ende Ablauf
erlöschen verfallen ablaufen Erlöschen Ungültigkeit
Gültigkeit Geltung gelten gültig
Gültigkeit verlieren erlöschen
anwesend zugegen Anwesenheit
Zuständigkeit zuständig verantwortlich Verantwortung Verantwortlichkeit
entscheiden befinden beschließen Entscheidung Beschluss
verlängern Verlängerung ausdehnen
verkürzen Verkürzung kürzen
erhöhen steigern anheben heraufsetzen Erhöhung Steigerung Anhebung
senken verringern reduzieren vermindern mindern herabsetzen verkleinern Senkung Verringerung Reduzierung Minderung
steigen zunehmen wachsen anwachsen Anstieg Zunahme Wachstum
sinken abnehmen zurückgehen Rückgang Abnahme
fördern unterstützen bezuschussen Förderung Unterstützung
helfen unterstützen beistehen Hilfe Unterstützung
Zuschuss Förderung Beihilfe Zuwendung
schulen ausbilden fortbilden weiterbilden unterweisen Schulung Ausbildung Fortbildung Weiterbildung Unterweisung
Schulung Training
beraten Beratung Rat
empfehlen raten anraten nahelegen vorschlagen Empfehlung Rat Vorschlag
fordern verlangen vorschreiben voraussetzen Forderung Anforderung
einladen Einladung laden Ladung
Termin Zeitpunkt Datum
Frist Zeitraum Zeit Dauer
Dauer dauern Laufzeit Zeitraum
sofort unverzüglich umgehend unmittelbar schnellstmöglich
schnell rasch zügig kurzfristig
bereitstellen stellen verfügbar Verfügung Bereitstellung anbieten bereithalten vorhalten
verfügbar vorhanden Verfügung erreichbar zugänglich bereitstehen
anbieten bieten Angebot
beschaffen erwerben kaufen anschaffen Beschaffung Erwerb Kauf Anschaffung Einkauf
beauftragen vergeben Auftrag Beauftragung Vergabe
ausschreiben Ausschreibung
errichten bauen aufstellen erbauen Errichtung Bau
Haus Gebäude
wohnen leben Wohnsitz ansässig
umziehen Umzug
Wohnungsgeber Vermieter
Arbeitgeber Dienstherr
Beschäftigte Mitarbeitende Mitarbeiter Personal Bedienstete Angestellte Arbeitnehmer Belegschaft Kollegium
Personalvertretung Personalrat
Führungskraft Vorgesetzte Leitung
Leitung Führung leiten führen
Leiter Leitung Chef
Verwaltung Behörde
Behörde Amt Dienststelle Stelle
Dienststelle Verwaltung
Kommune Gemeinde
Kommune Stadt Gemeinde
Bundesland Land
Bundesländer Länder
Bürger Bürgerinnen Einwohner Bewohner Bevölkerung
Mensch Person Personen Leute
Firma Unternehmen
Institution Einrichtung Organisation
Verein Vereinigung
Mitglied Angehörige
Eltern Erziehungsberechtigte Sorgeberechtigte
Kind Kinder Minderjährige
Schüler Lernende
Lehrkraft Lehrer
Rechnung Abrechnung
Vertrag Vereinbarung Abkommen
Gesetz Vorschrift Rechtsvorschrift Regelung Bestimmung Norm
Regel Vorgabe Vorschrift Regelung
Regelungen treffen regeln
Leitfaden Handreichung Orientierungshilfe Wegweiser Ratgeber
Dokument Unterlage Papier Schriftstück
Formular Vordruck Antragsformular
Webseite Website Internetseite Internetauftritt Homepage Internetangebot
Internet online Netz
E-Mail Mail
elektronisch digital
Computer Rechner PC
Gerät Geräte Apparat
Schadsoftware Malware Schadprogramm
Ransomware Erpressungstrojaner Verschlüsselungstrojaner
Passwort Kennwort
Sicherheitskopie Backup Datensicherung Sicherung
Angriff Attacke
Angreifer Täter
Vorfall Ereignis
Sicherheitsvorfall Vorfall
Störung Ausfall
ausfallen Ausfall
Notfall Ernstfall Krisenfall
Krise Notlage
Gefahr Risiko Gefährdung
Schaden Nachteil
Fehler Mangel
Problem Schwierigkeit
Maßnahme Vorkehrung Schritt
Vorsorge Vorbeugung Prävention vorbeugen
Ziel Zweck Absicht
Grund Ursache Anlass
Folge Auswirkung Konsequenz
Ergebnis Resultat
Aufgabe Pflicht
Befugnis Recht Berechtigung berechtigt befugt
Anspruch Recht berechtigt
wahlberechtigt wählen
Sanktion Strafe Bußgeld Geldbuße
Bußgeld Geldbuße
Verstoß Zuwiderhandlung Verletzung verstoßen verletzen
Beschwerde Widerspruch
Vorrang bevorzugen Priorität vorrangig Bevorzugung
wichtig bedeutsam wesentlich zentral
erheblich wesentlich bedeutend beträchtlich gravierend schwerwiegend
geeignet passend tauglich
ausreichend genügend hinreichend genug
genügen reichen ausreichen
notwendig erforderlich nötig unerlässlich geboten
möglich machbar
stets immer jederzeit durchgehend
regelmäßig turnusmäßig wiederkehrend
dauerhaft ständig permanent fortlaufend
vorübergehend zeitweise befristet temporär zeitweilig
häufig oft vielfach
zusätzlich ergänzend weiterhin ferner
gemeinsam zusammen
eigen selbst eigenständig selbstständig
schriftlich Schriftform
mündlich
persönlich selbst
namentlich Name
vertraulich geheim
öffentlich allgemein zugänglich
barrierefrei zugänglich
speziell besonders
umfassen enthalten beinhalten bestehen umfasst abdecken erstrecken
behandeln thematisieren befassen eingehen
angewiesen brauchen benötigen bedürfen
beschreiben darstellen schildern erläutern erklären Beschreibung Darstellung Erläuterung Erklärung
nennen aufführen auflisten aufzählen angeben anführen
zeigen darlegen aufzeigen
hinweisen Hinweis
achten beachten berücksichtigen Beachtung Berücksichtigung
einhalten befolgen beachten Einhaltung Befolgung
gewährleisten sicherstellen garantieren Gewährleistung
verhindern vermeiden unterbinden vorbeugen Verhinderung Vermeidung
verbieten untersagen Verbot Untersagung
betreffen erfassen gelten
betroffen erfasst
anwenden gelten Anwendung
überwachen beaufsichtigen kontrollieren Überwachung Aufsicht
beobachten verfolgen
bewerten beurteilen einschätzen Bewertung Beurteilung Einschätzung
auswählen wählen aussuchen Auswahl Wahl
sammeln erheben erfassen Sammlung Erhebung Erfassung
verarbeiten Verarbeitung
bearbeiten Bearbeitung
ausfüllen
dokumentieren festhalten protokollieren aufzeichnen Dokumentation Protokoll
unterschreiben unterzeichnen Unterschrift
verabschieden beschließen
Inkrafttreten Kraft
zurücktreten kündigen
Hälfte halb
Herausgeber herausgeben
Verfasser Autor
Urheber Autor
stammen kommen herkommen
basieren beruhen gründen stützen Grundlage Basis
Grundlage Basis
Anteil Teil
Zahl Anzahl Menge
Umfang Größe
Höhe Betrag Summe
Stufe Ebene
Phase Abschnitt
Kapitel Abschnitt
Alter alt
jung jünger
alt älter
Jahr jährlich
Monat monatlich
Woche wöchentlich
Tag täglich
Wahltag Wahl
wechseln austauschen Wechsel Austausch
ersetzen austauschen Ersatz
auswechseln ersetzen
wiederherstellen Wiederherstellung
vorbereiten Vorbereitung
abschließen beenden fertigstellen Abschluss Beendigung
verpflichten vorschreiben auferlegen
vorsprechen erscheinen Vorsprache
besuchen Besuch
aufnehmen Aufnahme
ausstellen erteilen Ausstellung Erteilung
erteilen gewähren geben Erteilung
anmelden registrieren eintragen Anmeldung Registrierung Eintragung
abmelden Abmeldung
ausschalten abschalten herunterfahren
einschalten anschalten hochfahren
transportieren befördern Beförderung Transport
Fahrzeug Auto Kraftfahrzeug Kfz Pkw
Straße Weg
Wald Forst
Abfall Müll
Gewässer Fluss
Haushalt Etat Budget
Jahresbeginn Beginn
Erkenntnis Ergebnis
Verdacht vermuten Vermutung
verlieren einbüßen
beziehen einziehen Einzug
ausziehen Auszug
eignen geeignet
angehören gehören Mitglied
folgen anschließen
Arzt Ärztin Ärzte
krank erkrankt Krankheit Erkrankung
Impfung impfen geimpft
tot verstorben gestorben
Bestattung Beerdigung beisetzen bestatten Beisetzung
Heirat Ehe Eheschließung
Ehegatte Ehepartner Eheleute Ehepaar
Nachkomme Abkömmling
Vorfahr
Ausland ausländisch
Staatsangehörigkeit Staatsbürgerschaft
Flüchtling Geflüchtete
Behinderung behindert
Rente Ruhestand
Lohn Gehalt Vergütung Entgelt
Urlaub Ferien
Telearbeit Homeoffice
Besprechung Sitzung Treffen
Sitzung tagen
Abstimmung abstimmen stimmen
Wähler Wahlberechtigte
Bürgermeister Oberbürgermeister
Ratsmitglied Gemeinderatsmitglied
Gericht Justiz
klagen Klage
Polizei
anzeigen Anzeige Strafanzeige
erpressen Erpressung
zerstören vernichten
`

/** Two sides a line. The one stands for "not the other". */
export const OPPOSITES = `
erhöhen steigern anheben | senken verringern reduzieren vermindern mindern
steigen zunehmen wachsen | sinken abnehmen zurückgehen
beginnen anfangen starten | enden aufhören beenden ablaufen Ablauf
öffnen | schließen
einschalten anschalten | ausschalten abschalten
anmelden | abmelden
annehmen zustimmen genehmigen bewilligen | ablehnen verweigern versagen zurückweisen
gewähren | versagen verweigern
erlöschen verfallen | fortbestehen fortgelten
mündlich | schriftlich
elektronisch digital | papiergebunden
öffentlich | vertraulich geheim nichtöffentlich
dauerhaft ständig unbefristet permanent | vorübergehend befristet zeitweise
freiwillig | verpflichtend pflichtig zwingend obligatorisch
intern | extern
früher vorher zuvor | später nachher danach
ober oberhalb | unter unterhalb
größer mehr | kleiner weniger
hoch höher | niedrig niedriger gering geringer
lang länger | kurz kürzer
alt älter | neu neuer jung jünger
gut besser | schlecht schlechter
sicher | unsicher gefährlich
erlauben gestatten zulassen | verbieten untersagen
erster | letzter
vollständig ganz | teilweise unvollständig
positiv | negativ
einzeln | gemeinsam
zentral | dezentral
direkt | indirekt
einfach | schwierig aufwendig kompliziert
leicht | schwer
Vorteil | Nachteil
Einnahme | Ausgabe
Anbieter Hersteller | Betreiber Nutzer
Auftraggeber | Auftragnehmer
Arbeitgeber | Arbeitnehmer
Mieter | Vermieter
Käufer | Verkäufer
Vermehrung | Verminderung
`

/** Short forms that everybody in an administration knows; others are learnt from the evidence. */
export const SHORT_FORMS = `
KI: künstliche Intelligenz
IT: Informationstechnik
EU: Europäische Union
E-Akte: elektronische Akte
E-Rechnung: elektronische Rechnung
DSGVO: Datenschutz-Grundverordnung
BDSG: Bundesdatenschutzgesetz
GG: Grundgesetz
BGB: Bürgerliches Gesetzbuch
StGB: Strafgesetzbuch
SGB: Sozialgesetzbuch
VwVfG: Verwaltungsverfahrensgesetz
OZG: Onlinezugangsgesetz
ÖPNV: öffentlicher Personennahverkehr
BSI: Bundesamt für Sicherheit in der Informationstechnik
BKA: Bundeskriminalamt
BMI: Bundesministerium des Innern
RKI: Robert Koch-Institut
`

/** Words that carry nothing of their own: they may come and go between a claim and its evidence. */
export const LIGHT_WORDS = `
erfolgen durchführen vornehmen stattfinden stellen treffen geben lassen liegen bestehen handeln gelten machen tun bringen kommen gehen nehmen setzen
stehen bleiben betragen lauten heißen bedeuten dienen gehören enthalten besagen nennen vorsehen regeln sehen finden ergeben befinden verfügen leisten haben
sein werden wurden Fall Rahmen Bereich Hinblick Bezug Sinne Sache Weise Art jeweils jeweilig bereits außerdem zudem insgesamt entsprechend gemäß laut
zufolge hinsichtlich bezüglich bestimmt betreffend genannt sogenannt nämlich ferner deshalb allerdings jedoch zusätzlich weiter weiterhin einmal mal
folgend folgende Angabe Punkt unter anderem beispielsweise insbesondere etwa zumindest dabei hierbei hierzu dazu dafür damit dadurch dieser jener solch
selbst eigen gewiss sowie sowohl weder entweder beziehungsweise bzw ebenfalls ebenso gleichfalls darüber hinaus wegen aufgrund infolge mittels anhand
mithilfe seitens zwecks trotz obwohl während sobald solange bevor nachdem sodass statt anstatt gegenüber binnen innerhalb spätestens mindestens höchstens
maximal wenigstens rund circa ungefähr knapp genau mehr weniger über unter bis ab alle jede sämtliche einige manche mehrere viele meist nur ausschließlich
lediglich stets immer nie niemals nicht kein ohne sofern falls soweit sonst eher recht sehr ganz wieder neben entgegen außer je pro samt nebst hierfür
wesentlich grundsätzlich regelmäßig möglichst gegebenenfalls ggf zwar also bereit zuerst zunächst zuletzt dann danach anschließend Person
üblicherweise normalerweise typischerweise meistens überwiegend größtenteils teilweise teils zahlreich einzeln ausnahmslos jederzeit voraussichtlich erhalten bekommen lang möchte möchten wollen will anfallen begrenzen beschränken limitieren Voraus alt abgeben vorlegen erstatten erbringen gewesen worden Voraussetzung Bedingung Kern zusammen gleich nahe entlang aus ein zur zum erst
entstehen sorgen zurück heraus hinaus hinein herein existieren auftreten vorkommen ohnehin künftig gerade
`
