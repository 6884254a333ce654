import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../../search/german/sentences.ts'

/** `|` marks the expected boundaries. */
const CASES: string[] = [
  'Die Stadt informiert das BSI.| Danach folgt das Land.',
  'Das gilt z. B. Für Kommunen nicht.| Es gilt für Länder.',
  'Das gilt z. B. für Kommunen.| Es gilt auch für Länder.',
  'Das gilt z.B. bei Angriffen.| Melden Sie sich sofort.',
  'Man nennt das Ransomware, d. h. Schadsoftware mit Lösegeldforderung.| Zahlen Sie nicht.',
  'Nach Abs. 1 ist zu melden.| Die Frist läuft.',
  'Maßgeblich ist Nr. 3 der Anlage.| Der Rest entfällt.',
  'Am 1. Januar 2025 tritt das Gesetz in Kraft.| Es gilt bundesweit.',
  'Bis zum 31. Dezember 2024 waren es 12.| Danach stieg die Zahl.',
  'Dr. Müller leitet den Stab.| Prof. Dr. Schmidt vertritt ihn.',
  'Frau Dr. h. c. Meyer sprach zuerst.| Der Saal war voll.',
  'Siehe § 5 ff. VwVfG.| Dort steht die Frist.',
  'Das regeln die §§ 5 ff.| Die Behörde entscheidet.',
  'Nach Art. 33 Abs. 1 S. 2 DSGVO ist zu begründen.| Die Meldung ist formlos.',
  'Server, Router usw. Gehäuse zählen nicht.| Kabel auch nicht.',
  'Dazu zählen Server, Router usw.| Die Liste ist offen.',
  'Dazu zählen Server usw. und Kabel.| Mehr nicht.',
  'Das ist geregelt (vgl. Kap. 3).| Es gibt Ausnahmen.',
  'Vgl. dazu Abschnitt 4.| Dort stehen Beispiele.',
  'Der Schaden betrug 5 Mio. Euro.| Die Versicherung zahlte.',
  'Der Schaden betrug 5 Mio.| Das Land half.',
  'Im 3. Quartal sank die Zahl.| Im 4. Quartal stieg sie.',
  'In der 2. Phase wird geübt.| In der 3. Phase wird bewertet.',
  'Der 2. Absatz gilt entsprechend.| Mehr nicht.',
  'Friedrich W. Müller unterschrieb.| Er war Bürgermeister.',
  'Die Seite www.bsi.bund.de hilft.| Auch https://example.org/a.b?c=1.| Kommunen nutzen sie.',
  'Schreiben Sie an meldung@bsi.bund.de.| Die Antwort kommt schnell.',
  'Der Wert liegt bei 3,5 Prozent.| Er stieg um 1.234 Fälle.',
  'Die Hotline ist ab 8.30 Uhr besetzt.| Sie schließt um 17.00 Uhr.',
  'Er zögerte …| Dann meldete er den Vorfall.',
  'Er sprach von „Angriffen“.| Niemand widersprach.',
  '„Wir zahlen nicht.“| Das sagte die Landrätin.',
  '„Wir zahlen nicht. Nie.“| So sagte die Landrätin.| Punkt.',
  '»Was ist zu tun?« fragte er.| Niemand antwortete.',
  'Was ist zu tun?| Zuerst den Stecker ziehen!| Dann melden.',
  'Der Stab (siehe Anlage 2. Sie ist beigefügt.) tagt täglich.| Er protokolliert.',
  'Zu prüfen sind: Server, Netze; Clients; Daten.| Alles andere folgt.',
  'Die Meldung umfasst Folgendes: Die Art, den Ort.| Mehr nicht.',
  'Es gilt Absatz 3.| Kommunen sind ausgenommen.',
  'Das steht in Kapitel 7.| Weitere Hinweise folgen.',
  'Das steht auf S. 12 der Handreichung.| Dort ist ein Bild.',
  'Die GmbH & Co. KG haftet.| Der Bund nicht.',
  'Der Verein Städtetag e. V. warnt.| Er fordert Geld.',
  'Herausgeber ist VITAKO e. V.| Die Handreichung ist frei.',
  'Es geht um Daten, Netze u. a. Werte.| Alle zählen.',
  'Es geht um Daten, Netze u. a.| Die Liste ist lang.',
  'Das gilt i. d. R. nicht.| Ausnahmen sind selten.',
  'Er ist i. V. m. § 3 anzuwenden.| Das ist strittig.',
  'Im Sinne d. Abs. 2 ist das zulässig.| So ist es.',
  'Es waren ca. 300 Fälle.| Davon 20 schwere.',
  'Die Frist beträgt max. 72 Stunden.| Sie beginnt sofort.',
  'Das sind mind. 5 Personen, ggf. mehr.| Je nach Größe.',
  'Die Zahl stieg 2023.| 2024 sank sie.',
  'Im Jahr 2024 waren es 309.000.| Das ist ein Rekord.',
  'Es waren 42.| Die Antwort stand fest.',
  'Der 2. Weltkrieg endete 1945.| Danach kam der Aufbau.',
  'Friedrich II. regierte lange.| Er starb 1786.',
  'Es gilt Teil II.| Die Vorschriften gelten.',
  'Am 12. 11. 2024 erschien der Bericht.| Er ist lang.',
  'Am 12.11.2024 erschien der Bericht.| Er ist lang.',
  'Die Nrn. 1 und 2 gelten.| Nr. 3 entfällt.',
  'Das regelt § 3 Nr. 4 Buchst. a.| Die Behörde prüft.',
  'Siehe Anlage A.| Die Behörde prüft.',
  'Es gilt Art. 5 GG.| Art. 6 GG bleibt unberührt.',
  '(1) Beteiligte sind Antragsteller.| (2) Die Behörde kann Dritte hinzuziehen.',
  '(1) Die Frist beträgt einen Monat.| (Satz gestrichen)',
  '1. Melden Sie den Vorfall.| 2. Trennen Sie das Netz.',
  'Erstens: Ruhe bewahren!| Zweitens: Stecker ziehen!',
  'Das ist wirklich so?!| Ja.',
  'Die Frist endet am 3. Tag nach der Zustellung.| Sie ist nicht verlängerbar.',
  'Als 1. Stufe gilt die Meldung.| Die 2. Stufe folgt.',
  'Nach Angaben des BSI (Stand: 30. Juni 2024) sind es 78 neue Varianten.| Pro Tag.',
  'Die Übung „Länderübergreifende Krise. Teil 2“ lief gut.| Alle lernten.',
  'Kommunen brauchen Hilfe.[3]| Das Land hilft.¹| Der Bund auch.',
  'Die BGBl. I S. 2154 nennt es.| Das G v. 25.6.2021 I 2154 ändert es.',
  'Der Satz endet mit HTTP/1.1.| Die Version ist alt.',
  'Die Norm ISO/IEC 27001.2013 gilt.| Die Fassung ist neu.',
  'Bausteine wie APP.3.2.A1 sind Pflicht.| ORP.4 auch.',
  'Der Notruf ist 110.| Die Feuerwehr hat 112.',
  'Die Telefonnummer lautet Tel. 0228 9582-222.| Sie ist besetzt.',
  'Überschrift ohne Punkt|\n\nDer Absatz beginnt hier.| Und geht weiter.',
  'Zu melden sind:|\n- die Art|\n- der Ort|\n- die Zeit',
  'Zu melden sind:|\n1. die Art|\n2. der Ort',
  'Zeile eins läuft\nweiter bis hier.| Dann folgt\nZeile zwei.',
  'Das kostet 3 Mrd. Euro jährl. und mehr.| So ist es.',
  'Sie erreichen das Amt Mo. bis Fr. von 8 bis 12 Uhr.| Sonst nicht.',
  'Die Rn. 5 und die Fn. 7 sind zu beachten.| Mehr nicht.',
  'Es gilt § 3 Abs. 2 Satz 1 Nr. 1 lit. b DSGVO.| Danach ist zu löschen.',
  'Bitte öffnen Sie die Datei nicht ...| Sie könnte Schadcode enthalten.',
  'Er sagte: „Das ist nicht erlaubt!“ und ging.| Alle schwiegen.',
  'Der Betrag von 1.000 Euro (vgl. § 7 Abs. 3 S. 1) ist fällig.| Die Kasse zahlt.',
  'Das Gesetz i. d. F. v. 3. Mai 2021 gilt.| Ältere Fassungen nicht.',
  'Der Rat der EU u. die Kommission stimmten zu.| Das Parlament auch.',
  'Die Sitzung Nr. 12.| Es wurde abgestimmt.',
  'Das Referat II.3 prüft.| Das Referat IV.1 zahlt.',
  'Die Version 2.0 ist da.| Version 1.0 entfällt.',
  'Das Az. 5 K 123/20 ist bekannt.| Es ruht.',
  'KI ist ein Werkzeug.| KI-Systeme lernen.| LLM auch.',
  '§ 5 gilt.| § 6 gilt nicht.',
  'Die Kommune haftet nicht.| "Das ist falsch", sagt der Bund.',
  'Ohne Punkt am Ende',
  'Ein Punkt am Ende. ',
]

function mark(text: string): string {
  const spans = splitSentences(text)
  const boundaries = spans.slice(0, -1).map((span) => span.end)
  return [...text].reduce((out, char, index) => `${out}${boundaries.includes(index) ? '|' : ''}${char}`, '')
}

describe('splitSentences', () => {
  it.each(CASES)('splits %j', (marked) => {
    expect(mark(marked.replaceAll('|', ''))).toBe(marked)
  })

  it('leaves nothing out but white space, and spans do not overlap', () => {
    for (const marked of CASES) {
      const text = `  ${marked.replaceAll('|', '')}\n`
      const spans = splitSentences(text)
      const kept = spans.map((span) => text.slice(span.start, span.end))
      expect(kept.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
      expect(kept.every((sentence) => sentence === sentence.trim() && sentence !== '')).toBe(true)
      expect(spans.every((span, index) => index === 0 || spans[index - 1]!.end <= span.start)).toBe(true)
    }
  })

  it('gives no sentence for white space', () => {
    expect(splitSentences(' \n\t ')).toEqual([])
  })

  it('splits a long text of one line in linear time', () => {
    const text = 'Die Behörde prüft (nach § 3 Abs. 1) den Antrag. '.repeat(5000)
    expect(splitSentences(text)).toHaveLength(5000)
  })

  it('is right where Intl.Segmenter is not', () => {
    const segmenter = new Intl.Segmenter('de', { granularity: 'sentence' })
    const right = CASES.filter((marked) => {
      const plain = marked.replaceAll('|', '')
      const ends = [...segmenter.segment(plain)]
        .map((part) => part.segment.trim())
        .filter((part) => part !== '')
      return (
        ends.join('|') ===
        marked
          .split('|')
          .map((part) => part.trim())
          .join('|')
      )
    })
    expect(right.length).toBeLessThan(CASES.length * 0.6)
  })
})
