import { describe, expect, it } from 'vitest'
import type { AnswerType } from '../../answer/question.ts'
import {
  countsNoun,
  holdsType,
  isDefinition,
  isLeadIn,
  leansOnPrevious,
  statesDuty,
} from '../../answer/statement.ts'

const held: [AnswerType, string][] = [
  ['quantity', 'Das Papier hat 36 Seiten.'],
  ['quantity', 'Zwölf Städte nehmen teil.'],
  ['quantity', 'Fast die Hälfte übt.'],
  ['quantity', 'Die Übung findet zweimal statt.'],
  ['money', 'Es kostet 1.200 Euro.'],
  ['money', 'Bis zu 10 Mio. € sind möglich.'],
  ['money', 'Das Angebot ist kostenfrei.'],
  ['money', 'Der Schaden liegt bei € 500.'],
  ['date', 'Seit dem 6. März 2025 gilt es.'],
  ['date', 'Am 17.01.2025 erschienen.'],
  ['date', 'Im Jahr 2019 begonnen.'],
  ['date', 'Zum 1. August in Kraft.'],
  ['duration', 'Melden Sie binnen 72 Stunden.'],
  ['duration', 'Nach fünf Werktagen endet es.'],
  ['duration', 'Prüfen Sie jährlich.'],
  ['duration', 'Unverzüglich melden.'],
  ['duration', 'Die Stelle ist 24/7 besetzt.'],
  ['duration', 'Es gilt eine dreimonatige Übergangszeit.'],
  ['duration', 'Alle zehn Jahre.'],
  ['actor', 'Das Amt entscheidet.'],
  ['actor', 'Zuständig sind die Behörden.'],
  ['actor', 'Die Ämter helfen.'],
  ['actor', 'Der Städtetag fordert es.'],
  ['actor', 'Informieren Sie das BSI.'],
  ['actor', 'Die Informationssicherheitsbeauftragte prüft.'],
  ['actor', 'Der Landkreistag und die Länder zahlen.'],
  ['actor', 'Die Hausleitung unterschreibt.'],
  ['place', 'Die Karte hängt im Flur.'],
  ['place', 'Sie gilt über Hessen hinaus.'],
  ['place', 'Über Bayern hinaus.'],
  ['place', 'Außerhalb der Stadt.'],
  ['contact', 'Rufen Sie 0800 274 1000 an.'],
  ['contact', 'Schreiben Sie an hilfe@beispiel.de.'],
  ['contact', 'Im Notfall gilt die Notrufnummer 110.'],
  ['reason', 'Weil Daten fehlen, stockt es.'],
  ['reason', 'Der Grund ist einfach.'],
  ['reason', 'Die Gründe sind bekannt.'],
  ['reason', 'Man übt, um Fehler zu finden.'],
  ['reason', 'Die Begründung fehlt.'],
  ['any', 'Irgendetwas.'],
]

const lacking: [AnswerType, string][] = [
  ['quantity', 'Viele Städte nehmen teil.'],
  ['quantity', 'Das ist ein Merkmal des Verfahrens.'],
  ['money', 'Es dauert 12 Wochen.'],
  ['money', 'Europa hat 27 Staaten.'],
  ['date', 'Das Papier hat 36 Seiten.'],
  ['date', 'Die Nummer lautet 20245.'],
  ['duration', 'Das Jahr war lang.'],
  ['duration', 'Es gab 12 Tagungen.'],
  ['actor', 'Der Montag ist frei.'],
  ['actor', 'Backups helfen bei Ausfällen.'],
  ['place', 'Das ist wichtig.'],
  ['contact', 'Es gab 123 Fälle.'],
  ['contact', 'Das Papier von 2024 hilft.'],
  ['reason', 'Umzug im Winter.'],
  ['reason', 'Das Umfeld hat zu viele Lücken.'],
]

describe('kinds of statement', () => {
  it.each(held)('%s is held by: %s', (type, sentence) => {
    expect(holdsType(sentence, type)).toBe(true)
  })

  it.each(lacking)('%s is not held by: %s', (type, sentence) => {
    expect(holdsType(sentence, type)).toBe(false)
  })
})

describe('counted noun', () => {
  const isForm = (word: string) => /^(?:seiten?|ämter|städte)$/iu.test(word)

  it.each([
    ['Das Papier hat 36 Seiten.', true],
    ['Zwölf neue Ämter kamen dazu.', true],
    ['Mehr als 1.200 deutsche Städte', true],
    ['Von 40 Kreisen und vielen anderen kleineren haben Städte nichts.', false],
    ['Die Seiten nennen 36 Fälle.', false],
    ['Viele Seiten fehlen.', false],
    ['', false],
  ])('%s → %s', (sentence, expected) => {
    expect(countsNoun(sentence, isForm)).toBe(expected)
  })
})

describe('duty', () => {
  it.each([
    'Die Leitung muss üben.',
    'Der Vorfall ist unverzüglich zu melden.',
    'Dabei sind Fristen einzuhalten.',
    'Es besteht Meldepflicht.',
    'Das BSI empfiehlt Übungen.',
    'Die Weitergabe ist unzulässig.',
    'Nötig sind Übungen.',
    'Kommunen müssten zahlen.',
  ])('is stated by: %s', (sentence) => {
    expect(statesDuty(sentence)).toBe(true)
  })

  it.each(['Die Leitung übt.', 'Er ist zu Hause.', 'Mustermann wohnt hier.', 'Genötigt wird niemand.'])(
    'is not stated by: %s',
    (sentence) => {
      expect(statesDuty(sentence)).toBe(false)
    },
  )
})

describe('definition', () => {
  it.each([
    'Ransomware ist Schadsoftware, die Daten verschlüsselt.',
    'Die „Lage“ bezeichnet den Stand der Dinge.',
    'Übungen sind Proben für den Ernstfall.',
    'Unter Härtung versteht man das Abschalten von Diensten.',
    'Resilienz heißt Widerstandskraft.',
    'ISMS steht für Managementsystem.',
  ])('is: %s', (sentence) => {
    expect(isDefinition(sentence)).toBe(true)
  })

  it.each(['Melden Sie den Vorfall.', 'nur klein geschrieben ist das', 'Erstens: Das ist gut.'])(
    'is not: %s',
    (sentence) => {
      expect(isDefinition(sentence)).toBe(false)
    },
  )
})

describe('leaning on the sentence before', () => {
  it.each([
    'Diese Frist beginnt sofort.',
    'Dafür ist das Amt zuständig.',
    'Er informiert den Rat.',
    'Und dies gilt auch nachts.',
    'Auch diese Stelle hilft.',
    'Hierfür gibt es Muster.',
    'Darüber hinaus hilft das Land.',
    'Überdies zahlt der Bund.',
    'Anschließend wird geprüft.',
    'Das gilt auch für Schulen.',
    'Das sind drei Schritte.',
    'Denn Daten fehlen.',
    'Damit ist die Prüfung beendet.',
    '  Deshalb üben wir.',
  ])('does: %s', (sentence) => {
    expect(leansOnPrevious(sentence)).toBe(true)
  })

  it.each([
    'Eröffnung ist am Montag.',
    'Erörtert wird die Lage.',
    'Die Frist beginnt sofort.',
    'Das Amt ist zuständig.',
    'Das neue Gesetz gilt.',
    'Das seit 2020 geltende Gesetz endet.',
    'Es gibt drei Stufen.',
    'Es wird empfohlen, zu üben.',
    'Es müssen Übungen stattfinden.',
    'Damit die Verwaltung arbeiten kann, wird geübt.',
    'Sofern Daten fehlen, stockt es.',
    'Solange das Netz steht, geht es.',
    'Auch kleine Städte sind betroffen.',
    'Soest ist eine Stadt.',
    '',
  ])('does not: %j', (sentence) => {
    expect(leansOnPrevious(sentence)).toBe(false)
  })
})

describe('lead-in', () => {
  it.each([
    ['Zu melden sind:', true],
    ['Zu melden sind: ', true],
    ['Erstens: das Netz.', false],
    ['', false],
  ])('%j → %s', (sentence, expected) => {
    expect(isLeadIn(sentence)).toBe(expected)
  })
})
