/** Everyday German beside official German, in the order of the alphabet: what people say for the words of regulations. From no document. */

/** One group a line, as in `synonyms.de.ts`; a word may be in several. Contraries never share a line. */
export const EVERYDAY_SYNONYMS = `
abbauen abtragen demontieren Abbau Demontage
abbestellen stornieren Stornierung Abbestellung
abbrechen beenden Abbruch
abdecken zudecken
abfragen erfragen Abfrage
abgelten Abgeltung ausgleichen
abhalten veranstalten stattfinden durchführen
abhängen abhängig Abhängigkeit
abhelfen beheben beseitigen abstellen Abhilfe
ablegen absolvieren bestehen
ablesen Ablesung
ableiten folgern herleiten
ablösen ersetzen Ablösung
abmahnen Abmahnung rügen Rüge
abrechnen Abrechnung
abreisen abfahren Abreise Abfahrt
absehen verzichten Verzicht
abschaffen aufheben Abschaffung Aufhebung
abschleppen Abschleppen
abschneiden trennen
absenden abschicken versenden verschicken Versand
absichern sichern Absicherung
absprechen vereinbaren abstimmen Absprache Abstimmung
abstellen parken
abstimmen koordinieren Koordinierung Koordination
abtreten übertragen Abtretung
abwägen Abwägung gegeneinander
abwarten warten zuwarten
abwehren Abwehr verteidigen Verteidigung
abwenden verhindern abwehren
abziehen Abzug
achtgeben achten aufpassen
adressieren Adresse Anschrift
ahnden bestrafen sanktionieren Ahndung
alarmieren rufen verständigen Alarm Alarmierung
anbauen Anbau
anbieten bereitstellen bieten Angebot
anbringen befestigen montieren aufhängen
andauern anhalten dauern fortdauern
androhen Androhung drohen
aneignen erwerben
anerkennen Anerkennung akzeptieren
anfallen entstehen auftreten
anfassen berühren Berührung
anfechten Anfechtung angreifen
anfertigen herstellen Anfertigung Herstellung
anfordern verlangen Anforderung erbitten
anfragen nachfragen fragen Anfrage Nachfrage
angeben nennen Angabe
angreifen attackieren Angriff
anhängen beifügen Anhang Anlage
anhören Anhörung Gehör
ankündigen Ankündigung ansagen vorwarnen
anlegen errichten
anlegen einrichten Einrichtung
anleiten Anleitung einweisen Einweisung
anlocken werben
anmerken bemerken Anmerkung Bemerkung
annehmen vermuten Annahme Vermutung
annehmen entgegennehmen Entgegennahme Annahme
anordnen verfügen Anordnung Verfügung
anpflanzen pflanzen Pflanzung Anpflanzung
anrechnen Anrechnung berücksichtigen
anreisen ankommen Anreise Ankunft
anrufen telefonieren Anruf Telefonat telefonisch Telefon
ansammeln sammeln
anschauen ansehen betrachten besichtigen Besichtigung
anschließen verbinden Anschluss
anschreiben Anschreiben Brief
ansehen einsehen Einsicht Einsichtnahme
ansprechen Ansprechpartner Ansprechperson Kontakt
anstreben bezwecken Ziel
anstoßen auslösen einleiten
antasten beeinträchtigen
antworten Antwort Rückmeldung
anvertrauen übertragen
anweisen Anweisung Weisung
anwerben werben Werbung
anzweifeln bezweifeln Zweifel
arbeitslos Arbeitslosigkeit erwerbslos
Arbeitstag Werktag
Arbeitszeit Dienstzeit
aufbauen Aufbau errichten
aufdecken entdecken
aufgeben einstellen Aufgabe
aufgliedern gliedern unterteilen aufteilen Gliederung Unterteilung Aufteilung
aufhalten verweilen Aufenthalt
aufklären Aufklärung
aufkommen haften tragen
auflösen Auflösung
aufpassen beaufsichtigen Aufsicht
aufrufen Aufruf
aufsuchen besuchen hingehen
aufstocken erhöhen Aufstockung
auftragen beauftragen
auftreten vorkommen
aufwenden ausgeben Aufwand Aufwendung
aufzeichnen mitschneiden Aufzeichnung Mitschnitt
ausbauen erweitern Ausbau Erweiterung
ausdehnen erweitern Ausdehnung
ausdrucken drucken Ausdruck
auseinandersetzen befassen
ausgeben aushändigen Ausgabe Aushändigung
ausgestalten gestalten Ausgestaltung Gestaltung
aushandeln verhandeln Verhandlung
auskommen genügen
Auskunft Information informieren
ausladen entladen
auslasten Auslastung
ausleihen leihen entleihen Ausleihe Entleihung Leihe
auslösen verursachen bewirken herbeiführen hervorrufen
ausräumen beseitigen
ausreisen Ausreise
ausrichten veranstalten Ausrichtung
ausrüsten ausstatten Ausrüstung Ausstattung
ausschütten auszahlen Ausschüttung
ausschließen ausnehmen
äußern Stellung Äußerung Stellungnahme
ausstehen fehlen
austreten Austritt verlassen
ausüben Ausübung wahrnehmen
auswerten Auswertung analysieren Analyse
ausweisen Ausweis
auswirken Auswirkung Folge
auszahlen überweisen Auszahlung Überweisung zahlen
auszeichnen ehren würdigen Auszeichnung Ehrung
Automat Maschine
Baustelle Bauarbeiten
beachten einhalten befolgen missachten
beanspruchen Anspruch fordern
beanstanden rügen bemängeln Beanstandung Rüge
bearbeiten erledigen Bearbeitung Erledigung
bebauen Bebauung
bedenken berücksichtigen
bedienen Bedienung
bedrohen gefährden Bedrohung Gefährdung
beeinflussen Einfluss einwirken Einwirkung
beeinträchtigen stören schaden Beeinträchtigung Störung
befallen infizieren Befall Infektion
befestigen anbringen Befestigung
beflaggen Beflaggung
befragen Umfrage Befragung
befreien Befreiung ausnehmen
befugt berechtigt ermächtigt
begegnen entgegenwirken bekämpfen
begehren verlangen
begleichen zahlen Begleichung
begrenzen beschränken limitieren einschränken Begrenzung Beschränkung Einschränkung
begünstigen Begünstigung fördern
behalten aufbewahren
behaupten Behauptung
beheizen heizen Heizung
beherbergen unterbringen Unterbringung Beherbergung
behindern stören Behinderung
beibehalten fortführen
beifügen beilegen Beifügung Anlage
beilegen schlichten Schlichtung
beitragen Beitrag mitwirken
beitreten eintreten Beitritt Eintritt
bekämpfen Bekämpfung
bekräftigen bestätigen
belasten Belastung
belästigen stören Belästigung
belehren aufklären Belehrung
beleidigen Beleidigung
beleuchten Beleuchtung Licht
belohnen Belohnung
bemessen berechnen Bemessung Berechnung
bemühen versuchen anstrengen Bemühung Versuch
benachteiligen diskriminieren Benachteiligung Diskriminierung
bereinigen korrigieren berichtigen Berichtigung Korrektur
bergen retten Bergung Rettung
berufen ernennen Berufung Ernennung
beruhen zurückgehen basieren
berühren betreffen
beschädigen Beschädigung Schaden
beschäftigen arbeiten Beschäftigung
bescheiden Bescheid Verwaltungsakt
beschenken schenken Geschenk Schenkung
beschildern Beschilderung Schild Hinweisschild
beschlagnahmen einziehen sicherstellen Beschlagnahme
beschweren Beschwerde reklamieren Reklamation
besichtigen begehen Begehung Besichtigung
besitzen Besitz Eigentum
besorgen beschaffen
besprechen beraten erörtern diskutieren Besprechung Erörterung Diskussion
bestellen anfordern Bestellung
bestreiten leugnen
betreiben Betrieb
betreten Zutritt Zugang
betrügen Betrug
beurkunden Urkunde Beurkundung
beurlauben freistellen Beurlaubung Freistellung
bevorstehen anstehen
bewachen Bewachung
bewahren erhalten schützen
bewässern gießen Bewässerung
bewegen Bewegung
bewerben Bewerbung Bewerber
bewirken verursachen
bewirten Bewirtung
bezahlen entlohnen Bezahlung
beziffern Höhe
bezuschussen Zuschuss fördern subventionieren Subvention
billigen gutheißen zustimmen Billigung
Bauherr Bauherrin
Baugenehmigung Bauerlaubnis
bloß lediglich nur
Brand Feuer brennen
Brandschutz Feuerschutz
Brief Schreiben Post postalisch
Briefkasten Postkasten
brauchen benötigen erfordern Bedarf
bündeln zusammenfassen Bündelung
Bürgermeister Gemeindeoberhaupt
Bürgersteig Gehweg
Bus Omnibus
Bußgeld Verwarnungsgeld Geldbuße
Chance Möglichkeit Gelegenheit
Dachverband Verband
Darlehen Kredit
Daten Angaben Informationen
Datenpanne Datenschutzverletzung
Datenträger Speichermedium
dulden hinnehmen Duldung
eilig dringend dringlich Eile Dringlichkeit
einarbeiten Einarbeitung
einbauen installieren Einbau Installation
einberufen laden Einberufung
einbrechen Einbruch
einbringen vorlegen
einbürgern Einbürgerung
eindämmen begrenzen Eindämmung
einführen Einführung
eingeben Eingabe eintippen
eingreifen einschreiten Eingriff
einholen besorgen Einholung
einigen Einigung verständigen
Einkommen Einkünfte Verdienst
einkaufen kaufen Einkauf
einladen Einladung
einleiten beginnen
einplanen vorsehen
einräumen gewähren Einräumung
einreisen Einreise
einrichten aufbauen gründen Einrichtung
einsammeln sammeln
einschließen umfassen
einschreiben Einschreibung immatrikulieren Immatrikulation
einsetzen berufen
einsparen sparen Einsparung
einstellen beenden stoppen
einstufen zuordnen Einstufung Zuordnung
einteilen Einteilung
eintreten passieren geschehen Eintritt
einwenden Einwand Einwendung
einwerfen Einwurf
Einzelheit Detail
Eltern Mutter Vater Elternteil
empfehlen ratsam Empfehlung
engagieren einsetzen Engagement
enteignen Enteignung
entfallen wegfallen Wegfall
entgegennehmen annehmen Entgegennahme
entgelten bezahlen
entleeren leeren Entleerung Leerung
entlasten Entlastung
entnehmen Entnahme
entschädigen Entschädigung ausgleichen
entscheiden Entscheidung bestimmen
entscheiden urteilen Urteil
entschuldigen Entschuldigung
entsenden schicken Entsendung
entsorgen wegwerfen beseitigen Entsorgung Beseitigung
entstehen anfallen aufkommen Entstehung
entwerfen Entwurf konzipieren Konzept
entwickeln Entwicklung erarbeiten
entziehen wegnehmen Entzug Entziehung
erben Erbe Erbschaft
erblinden blind
erfahren Erfahrung
erfassen aufnehmen registrieren
erfinden Erfindung
erforschen Forschung forschen
ergänzen vervollständigen Ergänzung hinzufügen
ergeben folgen hervorgehen
ergreifen treffen
erhalten bewahren erhält Erhaltung
erholen Erholung entspannen
erinnern mahnen Erinnerung Mahnung
erkennen feststellen bemerken Erkennung Feststellung
erkranken krank
erkundigen fragen nachfragen
erlassen Erlass
erlassen verzichten
erleichtern vereinfachen Erleichterung Vereinfachung
erlernen lernen
ermächtigen bevollmächtigen Ermächtigung Vollmacht
ermahnen verwarnen Ermahnung Verwarnung
ermäßigen Ermäßigung vergünstigen Vergünstigung Rabatt Nachlass verbilligt
ermitteln feststellen untersuchen Ermittlung
ermitteln berechnen bestimmen
ermöglichen Möglichkeit erlauben
ernähren Ernährung
eröffnen Eröffnung
erproben ausprobieren testen probieren Erprobung Probe
erreichen Erreichung
erschweren Erschwernis
erschließen Erschließung
erstrecken reichen
ersuchen bitten Ersuchen Bitte
erwarten rechnen Erwartung
erweitern vergrößern Erweiterung Vergrößerung
erzeugen herstellen produzieren Erzeugung Herstellung Produktion
erziehen Erziehung
evakuieren räumen Evakuierung Räumung
Fachkraft Experte Fachmann Sachverständige
fahrlässig Fahrlässigkeit
Fahrbahn Straße
Fahrerlaubnis Führerschein
Fahrgast Passagier Fahrgäste
Fahrrad Rad
Familie Angehörige Verwandte
feiern Feier Fest
fehlen Fehlen mangeln abwesend Abwesenheit
fernbleiben fehlen
festsetzen festlegen bestimmen Festsetzung
festnehmen verhaften Festnahme Verhaftung
Feuerwehr Brandschutz
finanzieren bezahlen Finanzierung
Fläche Areal Gelände Grundstück
Flyer Broschüre Merkblatt Faltblatt Informationsblatt
fortbestehen bestehen fortdauern
Foto Bild Aufnahme Lichtbild
fotografieren Foto filmen
Frau weiblich
freigeben Freigabe freischalten Freischaltung
frei verfügbar
freiwillig ehrenamtlich Ehrenamt
führen leiten
füttern Fütterung Futter
Garten Grünanlage Park
Gebäude Bauwerk Bau Haus Immobilie
Gebiet Bereich Region Zone
geboren Geburt Neugeborene
gefährden Gefahr bedrohen
gefährlich riskant Gefahr
Gefängnis Haft Justizvollzugsanstalt
Gegenstand Sache Ding
Geheimhaltung Verschwiegenheit
Geld Mittel Gelder Finanzmittel
gelingen Erfolg erfolgreich
geltend beanspruchen
Gemeinderat Rat Gemeindevertretung Stadtrat
genehmigen freigeben bewilligen Freigabe
genesen Genesung gesund
geschehen passieren Vorkommnis
Geschwindigkeit Tempo
gesondert separat eigens getrennt
Gespräch Unterredung sprechen
Gesuch Antrag
gewährleisten sorgen Gewähr
gewerblich kommerziell geschäftlich
Gewerbe Geschäft Betrieb
Gewicht wiegen schwer
gleichstellen Gleichstellung gleichwertig
gleichzeitig zeitgleich
Grenze Limit Obergrenze
Grenzwert Höchstwert
Größe groß
gründen Gründung
gültig wirksam
Gutachten Expertise
haften einstehen aufkommen Haftung
Halter Besitzer Eigentümer
handhaben umgehen Handhabung Umgang
handeln agieren
Handy Smartphone Mobiltelefon
häuslich daheim Zuhause
heilen behandeln Heilung Behandlung
Heim Unterkunft
hemmen Hemmung
herabsetzen Herabsetzung
herausfinden ermitteln
herausgeben aushändigen Herausgabe
hervorheben betonen herausstellen Betonung
hinausgehen überschreiten
hinauswerfen rauswerfen verweisen
hindern abhalten
hinterlegen Hinterlegung
hinweisen aufmerksam
Hinweisgeber Whistleblower
Hochwasser Überschwemmung Überflutung
Honorar Vergütung
Hygiene hygienisch Sauberkeit
identifizieren Identität Identifizierung ausweisen
immatrikulieren einschreiben
infizieren anstecken Infektion Ansteckung
Inhaber Besitzer
Inhalt inhaltlich
initiieren anstoßen
innehaben bekleiden
Interesse Belang Belange
interessieren Interesse
irren Irrtum Fehler
jährlich Jahr alljährlich
Jugendliche Heranwachsende Teenager
Kaution Sicherheitsleistung
kennen Kenntnis wissen
Kenntnis Wissen
Kennzeichen Nummernschild
Kindergarten Kita Kindertagesstätte Kindertageseinrichtung
Kläger klagen
klären Klärung
knapp kurz
Kita-Platz Betreuungsplatz
Kommission Gremium Ausschuss
Kommunikation kommunizieren
Konto Bankkonto
kontaktieren wenden Kontakt Kontaktaufnahme
Konzept Plan
kooperieren zusammenarbeiten Kooperation Zusammenarbeit
Kopie Abschrift Zweitschrift Ablichtung
Kraftfahrzeug Auto Wagen Fahrzeug
Krankenhaus Klinik Spital
Krankschreibung Arbeitsunfähigkeitsbescheinigung
kritisieren Kritik bemängeln
kümmern übernehmen sorgen zuständig
Kunde Auftraggeber
Kurs Lehrgang Seminar Fortbildung
Landwirt Bauer Landwirtschaft
Lärm Krach laut Geräusch
Laufzeit Dauer
Lebensalter Alter
Lebensjahr alt
Lebensmittel Nahrungsmittel Nahrung
ledig unverheiratet
leeren Leerung
Lehrer Lehrkraft Lehrperson
Leistung Unterstützung
lernen Lernen
löschen tilgen Löschung Tilgung
loben Lob
Lösung lösen
mahnen Mahnung anmahnen
managen steuern Steuerung
Mangel Defizit Fehler Missstand
maßgeblich entscheidend ausschlaggebend
Medium Medien
Medikament Arznei Arzneimittel
Mehrheit überwiegend
Menge Anzahl
merken bemerken
Messung messen
Miete mieten
Mietzuschuss Wohngeld
minderjährig Minderjährige Kind Kinder
Mindestalter alt
Missbrauch missbrauchen zweckwidrig
mitbringen Mitnahme mitnehmen
Mitspracherecht mitbestimmen Mitbestimmung
Mittag mittags
Mobilität mobil
modernisieren Modernisierung erneuern sanieren Sanierung
Möbel Einrichtung
montieren Montage einbauen
Motorrad Kraftrad
nachbessern Nachbesserung verbessern korrigieren
nachholen Nachholung
nachkommen erfüllen
nachprüfen überprüfen Nachprüfung
nachreichen nachliefern Nachreichung
Nachricht Mitteilung Botschaft
Nachteil nachteilig schaden
Nachtruhe Nacht nachts
Name Bezeichnung heißen nennen
Nässe nass
niederlegen aufgeben Niederlegung
niedrig gering
notieren festhalten aufschreiben Notiz
Notiz Vermerk
Nutzer Benutzer Anwender
Nutzungsentgelt Nutzungsgebühr Entgelt
obdachlos wohnungslos Obdachlosigkeit
offenlegen preisgeben Offenlegung
öffnen Öffnung aufmachen geöffnet
organisieren ausrichten veranstalten Organisation
Ort Stelle Platz
Parkplatz Stellplatz
parken Parken abstellen
pausieren unterbrechen Pause
pflegen Pflege
planen beabsichtigen Planung vorhaben
Platz Fläche
Plakat Aushang
plakatieren Plakat
präsentieren vorstellen Präsentation Vorstellung
Praxis praktisch
privat persönlich
produzieren Produkt
protokollieren Protokoll Niederschrift
Prüfung Examen
Quittung Beleg Zahlungsbeleg
Rabatt Nachlass
Rathaus Stadtverwaltung Gemeindeverwaltung
rauchen Rauch
räumen verlassen Räumung freimachen
recherchieren suchen Recherche
Rechtsanwalt Anwalt
Rechtsbehelf Rechtsmittel Widerspruch
rechtswidrig unrechtmäßig illegal gesetzwidrig
rechtmäßig legal gesetzmäßig
rechtzeitig fristgerecht pünktlich
Rede reden sprechen
reisen Reise fahren
Reisekosten Fahrtkosten
Reisepass Pass
Rentner Pensionär
reservieren Reservierung vorbestellen buchen Buchung
Rettungsdienst Rettung
Rettungsweg Fluchtweg
richten wenden
richtig korrekt zutreffend
Richtlinie Leitlinie
Risiko riskieren
rückgängig widerrufen
Rücklage Reserve
Rückstand rückständig
rufen Ruf
ruhen aussetzen
Sachbearbeitung Sachbearbeiter
Säumniszuschlag Säumnis verspätet
schaden Schädigung schädigen schädlich beeinträchtigen
Schadensersatz Schadenersatz
schaffen herstellen
schätzen Schätzung einschätzen
Scheidung geschieden
schlichten vermitteln Vermittlung
schließen zumachen Schließung
schließen abschließen
Schluss Ende
Schmutz Verschmutzung verunreinigen Verunreinigung verschmutzen
Schnee schneien
Schreiben Brief schreiben
schulpflichtig Schulpflicht
Schulden verschuldet
Schulleitung Rektor
Schutzfrist Sperrfrist
schwanger Schwangerschaft Schwangere
schwerbehindert Schwerbehinderte Schwerbehinderung
schweigen Verschwiegenheit
schwimmen Bad Schwimmbad
senden Versand Sendung
Senior Ältere Seniorin
sichten durchsehen Sichtung
Sitz ansässig
Sonderfall Ausnahme Ausnahmefall
Sonntag sonntags
Sorgfalt sorgfältig gewissenhaft
sparen einsparen
spenden Spende
sperren Sperrung absperren blockieren Sperre
spielen Spiel
Sport sportlich
Sprache sprachlich
Staat staatlich
Stadt städtisch
Stadtrat Rat
Standort Ort
Stelle Arbeitsplatz Arbeitsstelle
Stellenausschreibung Ausschreibung
sterben versterben Tod Ableben
Steuer Abgabe
Stichprobe stichprobenartig
stilllegen Stilllegung
stimmen Stimme Stimmabgabe
stören Störung
Strafe bestrafen Bestrafung
Straftat Delikt
Streik streiken
streiten Streit Konflikt
Strom Elektrizität
Stromausfall Blackout
Student Studierende studieren
Stufe Grad
stunden Stundung aufschieben Aufschub
suchen Suche
Tageseltern Kindertagespflege
Tätigkeit Arbeit
tauschen Tausch austauschen
täuschen irreführen Täuschung
Team Arbeitsgruppe
Teil Stück
teilen Teilung
teilnehmen Teilnehmer beteiligen
Termin vereinbaren Terminvereinbarung
Todesfall versterben
Tonne Mülltonne Abfallbehälter Behälter
tragen übernehmen
trocken Trockenheit Dürre
Trinkwasser Leitungswasser
überarbeiten Überarbeitung
überblicken Überblick Übersicht
übergeben aushändigen Übergabe
überlassen Überlassung
übernachten Übernachtung
überprüfen nachsehen
überreichen übergeben
übersetzen Übersetzung dolmetschen
überschreiten Überschreitung
übertragen delegieren Übertragung
überweisen zahlen Überweisung
überzeugen vergewissern
umbauen Umbau
umbenennen Umbenennung
Umgebung Umfeld Nachbarschaft
umgestalten verändern Umgestaltung
Umstand Gegebenheit
umwandeln Umwandlung
unbefugt unberechtigt
Unfall verunglücken
ungültig unwirksam nichtig
unparteiisch neutral unabhängig
unterbrechen Unterbrechung
unterbringen Unterkunft
Unterlagen Papiere Dokumente
unterlassen Unterlassung
Unterricht Schulstunde Unterrichtsstunde
unterstützen Beistand
untersuchen Untersuchung
Unwetter Sturm
Urkunde Dokument
verabreden vereinbaren
verändern ändern Veränderung Änderung wandeln
Veranstalter Ausrichter
Veranstaltung Event Versammlung
verantworten einstehen
verausgaben ausgeben
verbergen verstecken
verbieten untersagt
verbleiben bleiben Verbleib
verbrauchen Verbrauch
verbrennen Verbrennung
verbreiten Verbreitung weitergeben
verdächtig Verdacht
verdienen Verdienst
vereinbaren Vereinbarung
Verfahren Vorgehen
verfassen schreiben
verfügen Verfügung
vergleichbar ähnlich
verhalten Verhalten
verhandeln Verhandlung
verheiraten Ehe heiraten
verhüten Verhütung vorbeugen
verkehren fahren
verkünden bekanntgeben Verkündung
verlassen weggehen
verlieren Verlust abhandenkommen
verleihen vergeben
vermerken eintragen Vermerk
vermieten überlassen Vermietung
vermindern abnehmen
vermitteln Vermittlung
vermuten annehmen
vernachlässigen Vernachlässigung
Vernetzung vernetzen
verordnen Verordnung
verpassen versäumen Versäumnis
verreisen Reise
versammeln Versammlung zusammenkommen
verschärfen Verschärfung
verschenken schenken
verschieden unterschiedlich
verschlüsseln kodieren
verschmutzen Verschmutzung
Verschulden schuldhaft Schuld
versehentlich irrtümlich Versehen
versenden zuschicken
versichern Versicherungsschutz
versorgen Versorgung
verspäten verspätet zu spät Verspätung
versprechen zusagen Zusage Versprechen
versteigern Versteigerung
verteilen austeilen zuteilen Verteilung Zuteilung
vertrauen Vertrauen
verursachen Ursache Verursacher anrichten
verunglücken Unfall
vervielfältigen kopieren Kopie
verwechseln Verwechslung
verwandt Verwandte
verwarnen Verwarnung
verwerten Verwertung
verwirklichen umsetzen
verzeichnen Verzeichnis Liste
verzögern Verzug
vollenden Vollendung
volljährig Volljährigkeit Erwachsene erwachsen
vollständig komplett lückenlos restlos
vollstrecken Vollstreckung vollziehen Vollzug
Voraussetzung Bedingung voraussetzen
vorbehalten Vorbehalt
vorführen zeigen
Vorgang Akte
vorgehen handeln
vorgesehen geplant
vorliegen bestehen
vorschlagen Vorschlag anregen Anregung
vorschießen Vorschuss
Vorsitz Vorsitzende leiten
vorsätzlich absichtlich Vorsatz
vorsorgen Vorsorge
Vorteil Nutzen
wählen Wahl
wahren einhalten
wahrnehmen teilnehmen
Wahllokal Wahlraum
warnen Warnung Alarm
warten Wartezeit
wegfallen entfallen
wegwerfen entsorgen
weigern ablehnen verweigern Weigerung
weisen zeigen
weiterreichen weitergeben Weitergabe weiterleiten
Werbung bewerben
Wert wert
Werktag wochentags
widerrufen zurückziehen Widerruf
wiederholen Wiederholung erneut
Winter winterlich
wirken Wirkung
Wirtschaft wirtschaftlich
wissen Kenntnis
Wohnort Wohnsitz Adresse
Wohnung Unterkunft
wünschen Wunsch verlangen
Zahl beziffern
zeigen vorweisen
Zeitabstand Abstand Intervall
Zeitung Presse
zertifizieren Zertifikat
Zufahrt Zugang
Zugang Zutritt zugänglich
zulässig statthaft erlaubt
zumuten Zumutung zumutbar
zurückerhalten zurückbekommen
zurückgeben zurückbringen
zurückkehren Rückkehr zurückkommen wiederkommen
zusammenfassen Zusammenfassung
zusammenlegen Zusammenlegung
zusammensetzen Zusammensetzung bestehen
zusätzlich weitere
Zuschlag Aufschlag
zusichern garantieren Zusicherung
zustehen Anspruch
zustellen Zustellung
zuweisen zuteilen Zuweisung Zuteilung
Zuwendung Fördergeld Fördermittel
Zweifel zweifelhaft
Zweigstelle Außenstelle
zwingen Zwang
abgeben einreichen Abgabe
ablaufen enden Ablauf Ende
abmelden austragen Abmeldung
abschicken einreichen senden
anfangen beginnen Anfang
ankreuzen auswählen markieren
anlaufen beginnen starten
anstehen warten
ausdenken überlegen
ausfallen entfallen
aushelfen unterstützen
auslegen ausliegen Auslegung
aussuchen wählen
austauschen wechseln
ausüben tätig
beginnen eröffnen
bekommen kriegen erhalten
bemerken feststellen
benötigen erforderlich nötig notwendig
bescheinigen Nachweis nachweisen Bescheinigung
betreuen kümmern
bewahren aufbewahren
brennen Feuer
dokumentieren aufschreiben festhalten niederschreiben
durchsehen prüfen
einrichten bilden Bildung
einsehen anschauen lesen Einsicht
einsetzen engagieren
eintreten auftreten
einwerfen einreichen
einzahlen überweisen Einzahlung
erklären darlegen
erledigen abschließen
erneuern verlängern
erreichen Erreichbarkeit erreichbar
erscheinen kommen
erstellen entwerfen
festhalten aufschreiben
feststellen bemerken ermitteln
finanzieren fördern
fordern verlangen
führen Führung
geheim verschwiegen
genehmigen Genehmigung erlaubnispflichtig genehmigungspflichtig
gestalten gestalterisch
gewinnen Gewinn
gleich gleichermaßen dieselbe derselbe
helfen behilflich
herunterladen Download downloaden abrufen
hochladen Upload
inkludieren enthalten
kennzeichnen beschriften Beschriftung
kontrollieren Stichprobe
kürzen streichen Kürzung Streichung
leben Leben lebend
leisten zahlen
liefern abgeben
melden Meldung Bescheid
mitarbeiten Mitarbeit mitwirken
mitbringen vorlegen vorweisen
mitteilen sagen
nachfragen erkundigen
nehmen annehmen
nutzen Nutzer nutzbar
offen geöffnet
ordnen Ordnung sortieren
prüfen testen durchgehen
rauchen Rauchen Zigarette
reichen genügen
schicken zustellen
schriftlich Papier
schützen Schutz bewahren
sehen ansehen
sichern gesichert
sitzen Sitz
stattfinden tagen veranstalten
streichen entfernen
teilnehmen mitmachen besuchen
treffen zusammenkommen Treffen
überprüfen Überprüfung Kontrolle kontrollieren
übrig verbleibend Rest
umfassen gehören
unterrichten Kurs
unterschreiben signieren Signatur Unterschrift
untersagen verwehren
verabschieden beschließen
verfallen ungültig ablaufen
verhängen anordnen auferlegen
verlassen hinausgehen
vermeiden umgehen
verschicken senden
versorgen beliefern Belieferung
verstoßen missachten verletzen zuwiderhandeln Verstoß
vorlegen zeigen
vorschreiben Vorschrift vorgeschrieben
warten abwarten
weitergeben übertragen
zahlen aufbringen
zerstören kaputt Zerstörung
zulassen Zulassung
zurückzahlen erstatten zurückerstatten Rückzahlung Rückerstattung
zusammenarbeiten kooperieren
zuschicken senden
Abstand Entfernung Distanz
Amtszeit Wahlperiode
Anlass Grund
Anlieger Anwohner
Ansprechperson Ansprechpartner
Antragsfrist Frist
Anwesende Teilnehmende
Arbeitsplatz Stelle
Aufenthalt bleiben
Aufsichtsperson Aufsicht
Ausweis Personalausweis
Bedingung Auflage
Bescheid Entscheidung
Bestand vorhanden
Betrag Geld
Bewerber Kandidat
Ehrenamt ehrenamtlich freiwillig
Einspruch Widerspruch
Empfänger erhalten bekommen beziehen
Entgelt Gebühr Preis
Ersatz Ersatzlösung
Fachleute Experten Spezialisten
Familienangehörige Angehörige
Fehlbetrag Defizit
Fördermittel Zuschuss
Frühling Frühjahr
Gebäude Haus
Gegend Gebiet
Grundstück Land
Gruppe Team
Haustier Tier
Hinweis Tipp
Jahreszahl Jahr
Karte Ausweis
Lage Situation
Landkreis Kreis
Mitarbeiter Angestellte
Mittel Geld
Nachweis Bescheinigung
Papier Dokument
Presse Medien Journalist
Quartal Vierteljahr vierteljährlich
Schild Kennzeichnung
Sicherheit sicher
Stadtgebiet Stadt
Unterkunft Wohnung
Ursache Auslöser
Verkehrsunfall Unfall
Verordnung Vorschrift
Vertreter Stellvertreter
Verzeichnis Register
Vorgabe vorgeben
Wartung warten
Wohnhaus Gebäude
Zeitraum Periode Spanne
Zustimmung Einverständnis einverstanden
Zutritt betreten Eintritt
anbieten bieten verfügbar erreichbar bereitstehen vorhalten
Bahn Zug Eisenbahn
Flug Flugzeug fliegen
Schiff Boot
Geburt geboren gebären Geburtstag
Geburtstag Lebensjahr
Besucher Gast Gäste besuchen
Begleitung Begleitperson begleiten
Besitzer Inhaber Halter
Betreuer Betreuung
Bewohner Anwohner Nachbar
Betroffene betroffen
Ehrenamtliche Freiwillige
Erlaubnis erlaubt zulässig
Gebäudeeigentümer Hauseigentümer
Gelegenheit Möglichkeit
Kundin Kunde
Träger Betreiber
Zuhörer Publikum Zuschauer
abgelaufen ungültig
abwesend weg
barrierearm barrierefrei
bargeldlos Karte
eigenhändig selbst persönlich
einfach leicht unkompliziert
endgültig abschließend
erkennbar sichtbar ersichtlich
fehlerhaft falsch Fehler
gebräuchlich üblich
genau präzise exakt
gesamt ganz komplett
heimlich verdeckt
höflich freundlich
jährlich Jahresbericht
kaputt defekt beschädigt
klar deutlich verständlich
krankheitsbedingt krank Erkrankung
künftig zukünftig Zukunft
landwirtschaftlich Landwirt
lebenslang dauerhaft
lesbar leserlich
mehrfach mehrmals wiederholt
nachts Nacht
nebenbei Nebentätigkeit
neu Neuerung
notfalls nötigenfalls
ortsfremd auswärtig
preiswert günstig
pünktlich Pünktlichkeit
ruhig Ruhe leise
sauber rein
schrittweise stufenweise
sparsam Sparsamkeit
streng strikt
tagsüber Tag
unklar unsicher
unfertig unvollständig
verpflichtend verbindlich bindend Pflicht
versuchsweise probeweise
vorab vorher im Voraus zuvor vorherig
vorläufig einstweilig
weltweit international
zeitnah bald
zentral gemeinsam
zugelassen zulässig
`

/** Two sides a line, as in `synonyms.de.ts`. */
export const EVERYDAY_OPPOSITES = `
abfahren Abfahrt abreisen Abreise | ankommen Ankunft anreisen Anreise
abschaffen Abschaffung | einführen Einführung
abwesend Abwesenheit fehlen | anwesend Anwesenheit zugegen
aktiv | inaktiv passiv
analog | digital
anerkennen Anerkennung | aberkennen Aberkennung
anonym | namentlich
anlegen errichten | auflösen abreißen
auszahlen Auszahlung | einzahlen Einzahlung
austreten Austritt | beitreten Beitritt
ausziehen Auszug | einziehen Einzug
ausreisen Ausreise | einreisen Einreise
beachten einhalten befolgen | missachten verletzen
belasten Belastung | entlasten Entlastung
befristet | unbefristet
bekannt | unbekannt
belohnen Belohnung | bestrafen Bestrafung
berechtigt befugt | unberechtigt unbefugt
beschleunigen Beschleunigung | verzögern Verzögerung
bevorzugen Bevorzugung | benachteiligen Benachteiligung
breit | schmal
drinnen | draußen
ehrenamtlich | hauptamtlich
einbauen Einbau | ausbauen
einheitlich | unterschiedlich verschieden
einseitig | beidseitig gegenseitig
einstellen anstellen | entlassen kündigen
erleichtern Erleichterung vereinfachen | erschweren Erschwernis
ermäßigen Ermäßigung | erhöhen Erhöhung
erscheinen | fernbleiben ausbleiben
erteilen Erteilung | entziehen Entzug Entziehung
erweitern Erweiterung | einschränken Einschränkung
fern entfernt | nah nahe
fest | beweglich flexibel
formlos | förmlich
früh | spät
gefährden | schützen sichern
gefährlich | ungefährlich
geheim | öffentlich
geöffnet offen | geschlossen
gesund | krank erkrankt
gewinnen Gewinn | verlieren Verlust
groß | klein
gültig wirksam | ungültig unwirksam nichtig
Gläubiger | Schuldner
hell | dunkel
Höchst | Mindest
Höchstalter | Mindestalter
Höchstbetrag | Mindestbetrag
Obergrenze | Untergrenze
innen | außen
inländisch Inland | ausländisch Ausland
Kläger | Beklagte
kurzfristig | langfristig
ledig | verheiratet
leer | voll
links | rechts
loben | tadeln kritisieren
löschen | speichern aufbewahren
männlich | weiblich
Maximum maximal | Minimum minimal
Mehrheit | Minderheit
mieten | vermieten
minderjährig | volljährig
mittelbar | unmittelbar
nachträglich | vorherig vorab
nördlich | südlich
nützlich | schädlich
offline | online
oben | unten
pünktlich rechtzeitig | verspätet
privat | dienstlich
regelmäßig | gelegentlich einmalig
rechtmäßig legal | rechtswidrig illegal
richtig korrekt | falsch fehlerhaft
schnell | langsam
selten | häufig oft
senken | steigern
sperren Sperrung | freigeben Freigabe entsperren freischalten
stark | schwach
stationär | ambulant
stärken | schwächen
tags | nachts
städtisch | ländlich
teuer | billig günstig
theoretisch | praktisch
trennen | verbinden
überschreiten Überschreitung | unterschreiten Unterschreitung
verkürzen Verkürzung | verlängern Verlängerung
verbessern Verbesserung | verschlechtern Verschlechterung
vergrößern | verkleinern
verursachen | verhindern vermeiden
verschärfen | lockern
vorwärts | rückwärts
vorsätzlich absichtlich | fahrlässig versehentlich
warm heiß | kalt
widersprechen | zustimmen
wichtig | unwichtig nebensächlich
Zunahme | Abnahme
zulässig | unzulässig
zumutbar | unzumutbar
Antragsteller | Antragsgegner
Kreditgeber | Kreditnehmer
Sommer | Winter
Vorjahr | Folgejahr
`
