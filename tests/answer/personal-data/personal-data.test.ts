import { describe, expect, it } from 'vitest'
import { findPersonalData, kindsOf, type PersonalDataKind } from '../../../answer/personal-data.ts'

const found = (text: string) =>
  findPersonalData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('findPersonalData finds', () => {
  const cases: [PersonalDataKind, string, string][] = [
    ['iban', 'Darf ich DE89 3704 0044 0532 0130 00 speichern?', 'DE89 3704 0044 0532 0130 00'],
    ['iban', 'Konto DE89370400440532013000.', 'DE89370400440532013000'],
    ['iban', 'konto de89 3704 0044 0532 0130 00 gehört wem', 'de89 3704 0044 0532 0130 00'],
    ['iban', 'AT611904300234573201 prüfen', 'AT611904300234573201'],
    ['iban', 'Überweisung an GB29 NWBK 6016 1331 9268 19', 'GB29 NWBK 6016 1331 9268 19'],
    ['taxId', 'Steuer-ID 86095742719 löschen?', '86095742719'],
    ['taxId', 'Die IdNr. 86 095 742 719 steht im Bescheid.', '86 095 742 719'],
    ['taxId', '(47036892816)', '47036892816'],
    ['email', 'Wer ist erika.muster@stadt-beispiel.de?', 'erika.muster@stadt-beispiel.de'],
    ['email', 'Mail an m.weiß@web.de.', 'm.weiß@web.de'],
    ['phone', 'Rückruf unter 0171 2345678 möglich?', '0171 2345678'],
    ['phone', 'Telefon: 030/12345-67', '030/12345-67'],
    ['phone', 'unter +49 (0)30 123 456 78', '+49 (0)30 123 456 78'],
    ['phone', 'unter +49 171 2345678.', '+49 171 2345678'],
    ['phone', 'unter 0049 89 1234567', '0049 89 1234567'],
    ['phone', 'unter (0351) 488 12 34', '(0351) 488 12 34'],
    ['phone', 'Seine Handynummer ist 471 12 34', '471 12 34'],
    ['fileNumber', 'Was gilt für Aktenzeichen 50.1-2024/0815?', '50.1-2024/0815'],
    ['fileNumber', 'Az. II/32-4711 ist verschwunden', 'II/32-4711'],
    ['fileNumber', 'Az.: 32.4-Mü-2024', '32.4-Mü-2024'],
    ['fileNumber', 'Unser Geschäftszeichen lautet 12 A 3456 und', '12 A 3456'],
    ['fileNumber', 'Kassenzeichen 5000123456', '5000123456'],
    ['fileNumber', 'Steuernummer 93815/08152', '93815/08152'],
    ['fileNumber', 'Was wurde in 12 K 345/23 beantragt?', '12 K 345/23'],
    ['name', 'Darf Frau Müller in Elternzeit?', 'Frau Müller'],
    ['name', 'Kann ich Herrn Dr. Schmidt die Akte geben?', 'Herrn Dr. Schmidt'],
    ['name', 'Herr Prof. Dr. med. Hans Meier fragt', 'Herr Prof. Dr. med. Hans Meier'],
    ['name', 'Frau von der Heide hat angerufen', 'Frau von der Heide'],
    ['name', 'Frau Meier-Schulze hat angerufen', 'Frau Meier-Schulze'],
    ['name', 'Was darf Frau Bürgermeisterin Schmidt?', 'Frau Bürgermeisterin Schmidt'],
    ['name', 'Herr Murat Hofmeister ist krank', 'Herr Murat Hofmeister'],
    ['name', 'Fr. Yılmaz ist krank', 'Fr. Yılmaz'],
    ['name', 'Hat Dr. Weber recht?', 'Dr. Weber'],
    ['name', 'Ist Herr Richter noch krank?', 'Herr Richter'],
    ['name', 'Does Mrs Miller have a right to see it?', 'Mrs Miller'],
    ['birthDate', 'Er ist am 12.03.1980 geboren', '12.03.1980'],
    ['birthDate', 'geb. 3.4.76 in Köln', '3.4.76'],
    ['birthDate', 'Geburtsdatum: 12. März 1980', '12. März 1980'],
    ['birthDate', 'geboren am 1980-03-12', '1980-03-12'],
    ['birthDate', 'sie wurde geboren am 01.12.2001', '01.12.2001'],
    ['birthDate', 'born on 12 March 1980', '12 March 1980'],
  ]

  it.each(cases)('%s in "%s"', (kind, text, words) => {
    expect(found(text)).toEqual([[kind, words]])
  })

  it('several kinds in the order of the text, each once', () => {
    const text =
      'Frau Müller (geb. 12.03.1980, mueller@web.de, 0171 2345678) und Herr Schmidt: DE89 3704 0044 0532 0130 00?'
    expect(found(text).map(([kind]) => kind)).toEqual(['name', 'birthDate', 'email', 'phone', 'name', 'iban'])
    expect(kindsOf(findPersonalData(text))).toEqual(['name', 'birthDate', 'email', 'phone', 'iban'])
  })
})

describe('findPersonalData leaves alone', () => {
  it.each([
    // Numbers whose checksum is wrong
    'DE88 3704 0044 0532 0130 00',
    'DE89 3704 0044 0532 0130',
    'DE893704004405320130001',
    'XX89 3704 0044 0532 0130 00',
    'Was ist eine IBAN?',
    '86095742718',
    '12345678901',
    '11111111111',
    'Kostet das 12 345 678 901 Euro?',
    // References to law and requirements
    'Was regelt § 35 VwVfG?',
    'Gilt § 35a Abs. 2 Satz 1 SGB VIII?',
    '§§ 3 bis 5 BDSG und Art. 33 DSGVO',
    'Was verlangt CON.1.A4?',
    'ORP.4.A23 und APP.3.2.A1',
    'Nach Art. 12 Abs. 1 der Verordnung (EU) 2024/1689',
    'Richtlinie 2016/680, ISO 27001:2022 und BSI-Standard 200-2',
    'DIN EN 301 549 Version 3.2.1',
    'RFC 9110 und TLS 1.3',
    'BT-Drs. 20/1234',
    'BGBl. I S. 1234',
    'BVerfG, Beschluss vom 12.03.2019, 1 BvR 1550/03',
    'Das BVerwG hat 6 C 12.20 entschieden',
    'Urteil des EuGH C-131/12',
    'Urteil des LG Köln vom 3.4.2020, Az. 12 O 345/19',
    'Was ist ein Aktenzeichen?',
    'Muss das Aktenzeichen 2024 geändert werden?',
    'Wie vergibt man ein Aktenzeichen im Jahr 2024?',
    'Steht das Geschäftszeichen oben rechts?',
    // Dates, years, amounts, numbers
    'Gilt das seit dem 12.11.2024?',
    'Zwischen 2023 und 2024 gab es 1.500.000 Vorfälle.',
    'Am 01.02.2024 um 08:30 Uhr',
    'Vom 01-02-2024 an',
    'Was kostet das, 0,5 oder 1,5 Mio. Euro?',
    '01067 Dresden',
    'Version 10.0.19045.3803',
    'IP 192.168.178.21',
    'Kinder, die nach dem 1. Januar 2021 geboren sind',
    'Wer vor dem 01.01.1970 geboren ist, braucht was?',
    'Wie wird das Geburtsdatum gespeichert?',
    'Darf man geboren am abfragen?',
    'geboren am 45.13.1980',
    // Numbers and mailboxes of offices and services
    'Ruft man 110 oder 112 an?',
    'Telefon 115',
    'Hilft die Telefonnummer 116117?',
    'Hotline 0800 274 1000',
    'Wer liest poststelle@bsi.bund.de?',
    'Ist info@stadt-beispiel.de richtig?',
    'Steht datenschutz@kreis.example im Impressum?',
    'Was bedeutet das @ in der Adresse?',
    // Forms of address without a name
    'Wer ist Herr der Lage?',
    'Wie bleibt man Herr seiner Daten?',
    'Herr des Verfahrens ist die Behörde',
    'Wie spricht man Frau Bürgermeisterin an?',
    'Sagt man Herr Landrat?',
    'Sagt man Frau Ministerin oder Frau Präsidentin?',
    'Herr Oberbürgermeister und Frau Stadträtin',
    'Was schreibt man: Herr Vorsitzender?',
    'Sehr geehrte Damen und Herren',
    'Hat eine Frau Anspruch auf Mutterschutz?',
    'Darf eine Frau Elternzeit nehmen?',
    'Steht der Frau Elterngeld zu?',
    'Als Frau Karriere im Amt machen',
    'Haben Mann und Frau Rechte?',
    'Frauen und Herren',
    'Frauenbeauftragte und Herrenberg',
    'Ein Doktor der Rechte',
    'Braucht der Doktortitel einen Eintrag?',
    // Names of offices and things
    'Bundesamt für Sicherheit in der Informationstechnik',
    'Wer ist die Bundesbeauftragte für den Datenschutz?',
    'Was macht der Deutsche Städtetag?',
    'Wen informieren wir zuerst bei einem Cyberangriff?',
    'Was ist WiBA?',
    '',
  ])('"%s"', (text) => {
    expect(found(text)).toEqual([])
  })
})

it('offsets slice back to the words and do not overlap', () => {
  const text =
    'Az. 12 K 345/23: Frau Dr. von Berg, +49 30 1234567, a.berg@x.de, 86095742719, geb. am 1.2.1990.'
  const places = findPersonalData(text)
  expect(places.map(({ start, end }) => text.slice(start, end))).toEqual([
    '12 K 345/23',
    'Frau Dr. von Berg',
    '+49 30 1234567',
    'a.berg@x.de',
    '86095742719',
    '1.2.1990',
  ])
})

it.each([
  '0',
  '01',
  '1 ',
  '0171 ',
  'a',
  'a.',
  'a@',
  'Az. 1',
  'Frau Dr. ',
  'DE89',
  'von ',
  'geb. ',
  '12 K 3/',
])('a long question of "%s" takes no noticeable time', (part) => {
  const startedAt = performance.now()
  findPersonalData(part.repeat(2000 / part.length))
  expect(performance.now() - startedAt).toBeLessThan(500)
})
