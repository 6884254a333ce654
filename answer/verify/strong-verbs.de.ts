/** Irregular forms of German verbs and the nouns made from them, per infinitive; endings of prefixed verbs have the same forms. */

/** `infinitive: forms`; participles stand without their ge-, which is taken off before. */
export const STRONG_FORMS = `
beginnen: begann begannen begonnen beginnt Beginn
beißen: biss bissen
bieten: bot boten Gebot Angebot Bot
binden: band banden bunden Bindung
bitten: bat baten beten
bleiben: blieb blieben
brechen: bricht brach brachen brochen Bruch
brennen: brannte brannt Brand
bringen: brachte brachten bracht
denken: dachte dachten dacht
dringen: drang drangen drungen
dürfen: darf durfte durften durft
erlöschen: erlischt erlosch erloschen
essen: isst aß gessen
fahren: fährt fuhr fuhren fahren Fahrt
fallen: fällt fiel fielen fallen Fall
fangen: fängt fing fingen fangen Fang
finden: fand fanden funden Fund
fliegen: flog flogen flogen Flug
fließen: floss flossen flossen Fluss
gebären: geboren Geburt
geben: gibt gab gaben geben Gabe
gehen: ging gingen gangen Gang
gelten: gilt galt galten golten Geltung
gewinnen: gewann gewannen gewonnen Gewinn
gleichen: glich glichen
greifen: griff griffen griffen Griff
halten: hält hielt hielten halten Haltung
hängen: hing hingen hangen Hang
aufhalten: Aufenthalt
heben: hob hoben hoben
heißen: hieß hießen
helfen: hilft half halfen holfen Hilfe
kennen: kannte kannten kannt Kenntnis
kommen: kam kamen kommen
laden: lädt lud luden laden Ladung
lassen: lässt ließ ließen lassen Lass
laufen: läuft lief liefen laufen Lauf
leiden: litt litten
leihen: lieh liehen liehen
lesen: liest las lasen lesen
liegen: lag lagen legen
lügen: log logen
messen: misst maß maßen messen
nehmen: nimmt nahm nahmen nommen Nahme
nennen: nannte nannten nannt Nennung
raten: rät riet rieten raten Rat
reißen: riss rissen rissen
rufen: rief riefen rufen Ruf
schaffen: schuf schufen schaffen
scheiden: schied schieden schieden Scheidung
scheinen: schien schienen
schießen: schoss schossen
schlafen: schläft schlief
schlagen: schlägt schlug schlugen schlagen Schlag
schließen: schloss schlossen schlossen Schluss
schneiden: schnitt schnitten schnitten Schnitt
schreiben: schrieb schrieben schrieben Schrift Schreibung
schreiten: schritt schritten schritten Schritt
schweigen: schwieg schwiegen
sehen: sieht sah sahen sehen Sicht
senden: sandte sandten sandt Sendung
sinken: sank sanken sunken
sitzen: saß saßen sessen
sprechen: spricht sprach sprachen sprochen Spruch
springen: sprang sprangen sprungen Sprung
stehen: stand standen standen
stehlen: stiehlt stahl stahlen stohlen Diebstahl
steigen: stieg stiegen stiegen Stieg
sterben: stirbt starb starben storben
stoßen: stößt stieß stießen stoßen Stoß
streichen: strich strichen strichen Strich
streiten: stritt stritten Streit
tragen: trägt trug trugen tragen Trag
treffen: trifft traf trafen troffen
treiben: trieb trieben trieben Trieb
treten: tritt trat traten treten Tritt
tun: tut tat taten tan
verbieten: verbot verboten Verbot
verderben: verdirbt verdarb verdorben
vergessen: vergisst vergaß
verlieren: verlor verloren verloren Verlust
vermeiden: vermied vermieden
verschwinden: verschwand verschwunden
verzeihen: verzieh
wachsen: wächst wuchs wuchsen wachsen
weichen: wich wichen wichen
weisen: wies wiesen wiesen Weisung Weis
wenden: wandte wandt Wendung
werben: wirbt warb warben worben
werfen: wirft warf warfen worfen Wurf
wiegen: wog wogen
wissen: weiß wusste wussten wusst
ziehen: zog zogen zogen Zug
zwingen: zwang zwangen zwungen Zwang
setzen: Satz
kaufen: Kauf
wählen: Wahl
zahlen: Zahlung
schützen: Schutz
nutzen: Nutzung Nutz nützen benutzen
sichern: Sicherung Sicherheit
prüfen: Prüfung
antragen: Antrag beantragen
drucken: Druck
gehören: zugehören
ändern: Änderung geändert abändern
wechseln: Wechsel
suchen: Suche Such
fragen: Frage
dauern: Dauer
enden: Ende beenden beendigen
ersetzen: Ersatz
verstehen: Verstand Verständnis
entstehen: entstand
bestehen: Bestand bestand
verlangen: Verlangen
wohnen: Wohnung
planen: Plan Planung
bauen: Bau Bebauung
arbeiten: Arbeit
sorgen: Sorge
üben: Übung
kosten: Kosten
warnen: Warnung
zeichnen: Zeichnung
`

/** Parts that separate from their verb, and stand at the end of its clause. */
export const PARTICLES = [
  ...'ab an auf aus bei bereit bekannt durch ein entgegen entlang fern fest fort frei gegenüber gleich heim her heran heraus herbei hervor hin'.split(
    ' ',
  ),
  ...'hinaus hinzu inne instand los mit nach nieder offen preis sicher statt teil über überein um unter voraus vor voran vorbei weg weiter'.split(
    ' ',
  ),
  ...'wieder zu zurecht zurück zusammen zuvor wahr'.split(' '),
]

/** Prefixes that never separate. */
export const PREFIXES = 'be emp ent er ge hinter miss ver wider zer beauf beein verab veran vernach'.split(
  ' ',
)
