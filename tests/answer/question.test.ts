import { describe, expect, it } from 'vitest'
import { type AnswerType, isLightWord, parseQuestion, type QuestionForm } from '../../answer/question.ts'

type Row = [question: string, form: QuestionForm, type: AnswerType, head: string | null]

const definitions: Row[] = [
  ['Was ist eine Firewall?', 'definition', 'any', null],
  ['Was sind personenbezogene Daten?', 'definition', 'any', null],
  ['Was genau ist ein Honeypot?', 'definition', 'any', null],
  ['Was bedeutet Verfügbarkeit?', 'definition', 'any', null],
  ['Was heißt Härtung?', 'definition', 'any', null],
  ['Was versteht man unter Resilienz?', 'definition', 'any', null],
  ['Was versteht das Gesetz unter einer Störung?', 'definition', 'any', null],
  ['Wofür steht die Abkürzung VPN?', 'definition', 'any', null],
  ['Wie ist der Begriff Notbetrieb definiert?', 'definition', 'any', null],
  ['Und was ist ein Lagezentrum?', 'definition', 'any', null],
  ['Botnetz – was ist das?', 'definition', 'any', null],
  ['Was ist mit Lagebild gemeint?', 'definition', 'any', null],
  ['Was ist die größte Gefahr für Schulen?', 'fact', 'any', null],
  ['Was ist laut Bericht am häufigsten?', 'fact', 'any', null],
  ['Was ist die Checkliste Drucker?', 'definition', 'any', null],
  ['Was sind die wichtigsten Schritte?', 'enumeration', 'any', null],
  ['Erkläre den Begriff Mandant.', 'definition', 'any', null],
]

const enumerations: Row[] = [
  ['Welche Nachweise verlangt die Prüfung?', 'enumeration', 'any', 'Nachweise'],
  ['Welche wichtigen Unterlagen fehlen?', 'enumeration', 'any', 'Unterlagen'],
  ['Welche drei Regeln gelten?', 'enumeration', 'any', null],
  ['Aus welchen Teilen besteht ein Bericht?', 'enumeration', 'any', 'Teilen'],
  ['Nenne die Aufgaben des Rates.', 'enumeration', 'any', null],
  ['Was sind die Ziele der Übung?', 'enumeration', 'any', null],
  ['Was muss ein Vertrag regeln?', 'enumeration', 'any', null],
  ['Was sollten wir vorher üben?', 'enumeration', 'any', null],
  ['Was tun bei Stromausfall?', 'enumeration', 'any', null],
  ['Was ist bei einem Brand zu tun?', 'enumeration', 'any', null],
  ['Worauf achten wir bei Verträgen?', 'enumeration', 'any', null],
  ['Woran erkennt man gefälschte Mails?', 'enumeration', 'any', null],
  ['Welche Fristen gelten im Vergaberecht?', 'enumeration', 'duration', 'Fristen'],
]

const steps: Row[] = [
  ['Wie richten wir einen Notbetrieb ein?', 'steps', 'any', null],
  ['Wie gehe ich vor?', 'steps', 'any', null],
  ['Auf welche Weise prüfen wir Protokolle?', 'steps', 'any', null],
  ['Ablauf einer Vergabe', 'steps', 'any', null],
]

const yesNo: Row[] = [
  ['Müssen Schulen eine Leitung benennen?', 'yesNo', 'any', null],
  ['Fällt ein Bauhof unter das Gesetz?', 'yesNo', 'any', null],
  ['Läuft die Vereinbarung aus?', 'yesNo', 'any', null],
  ['Dürfte man Daten löschen?', 'yesNo', 'any', null],
  ['Übernimmt das Land die Schulung?', 'yesNo', 'any', null],
  ['Schützt uns eine Versicherung?', 'yesNo', 'any', null],
  ['Können Sie mir sagen, ob Protokolle geheim sind?', 'yesNo', 'any', null],
  ['Wir haben ein Gerät verloren. Müssen wir das melden?', 'yesNo', 'any', null],
  ['Gibt es eine Frist?', 'yesNo', 'duration', null],
]

const facts: Row[] = [
  ['Wie viele Ämter nutzen Fachverfahren?', 'fact', 'quantity', 'Ämter'],
  ['Wie vielen Städten fehlt ein Konzept?', 'fact', 'quantity', 'Städten'],
  ['Mit wie vielen zusätzlichen Stellen rechnet der Kreis?', 'fact', 'quantity', 'Stellen'],
  ['Wie hoch ist der Anteil?', 'fact', 'quantity', null],
  ['Wie lang muss ein Passwort sein?', 'fact', 'quantity', null],
  ['Welcher Anteil wird gefördert?', 'fact', 'quantity', 'Anteil'],
  ['Ab welcher Größe greift das?', 'fact', 'quantity', 'Größe'],
  ['Was kostet ein Gutachten?', 'fact', 'money', null],
  ['Wie hoch ist das Bußgeld?', 'fact', 'money', null],
  ['Wie hoch ist die Verwaltungsgebühr?', 'fact', 'money', null],
  ['Wie viel Geld gibt der Bund?', 'fact', 'money', 'Geld'],
  ['Wie lange bewahren wir Akten auf?', 'fact', 'duration', null],
  ['Wie häufig wird geprüft?', 'fact', 'duration', null],
  ['Innerhalb welcher Meldefrist?', 'fact', 'duration', 'Meldefrist'],
  ['Wie viele Tage bleiben uns?', 'fact', 'duration', 'Tage'],
  ['Wann trat die Satzung in Kraft?', 'fact', 'date', null],
  ['Seit wann besteht das Bündnis?', 'fact', 'date', null],
  ['In welchem Jahr erschien der Bericht?', 'fact', 'date', 'Jahr'],
  ['Wer leitet den Stab?', 'fact', 'actor', null],
  ['Wer trägt die Kosten?', 'fact', 'actor', null],
  ['Wer legt die Frist fest?', 'fact', 'actor', null],
  ['An wen wenden sich Betroffene?', 'fact', 'actor', null],
  ['Wessen Aufgabe ist die Wartung?', 'fact', 'actor', null],
  ['Wo liegt das Notfallhandbuch?', 'fact', 'place', null],
  ['Wohin melden wir Verluste?', 'fact', 'place', null],
  ['Warum brauchen wir Übungen?', 'fact', 'reason', null],
  ['Aus welchem Grund endet die Förderung?', 'fact', 'reason', 'Grund'],
  ['Wie erreiche ich die Leitstelle?', 'fact', 'contact', null],
  ['Unter welcher Rufnummer meldet sich die Leitstelle?', 'fact', 'contact', 'Rufnummer'],
  ['Wen muss ich nachts anrufen?', 'fact', 'contact', null],
  ['Welches Land fördert Übungen?', 'fact', 'any', 'Land'],
  ['Wie heißt der neue Standard?', 'fact', 'any', null],
  ['Wie lautet der Titel?', 'fact', 'any', null],
  ['Was ist verboten?', 'fact', 'any', null],
  ['Was steht in Nummer 5 der Anlage?', 'enumeration', 'any', null],
  ['Ich möchte wissen, wie lange das dauert.', 'fact', 'duration', null],
  ['', 'fact', 'any', null],
  ['???', 'fact', 'any', null],
]

describe('form and type of a question', () => {
  it.each([...definitions, ...enumerations, ...steps, ...yesNo, ...facts])(
    '%s → %s, %s',
    (question, form, type, head) => {
      expect(parseQuestion(question)).toMatchObject({ form, type, head })
    },
  )

  it('reads decomposed letters and small letters alike', () => {
    expect(parseQuestion('Läuft die Gebühr aus?'.normalize('NFD'))).toMatchObject({
      form: 'yesNo',
      type: 'money',
    })
    expect(parseQuestion('wie viele ämter gibt es?')).toMatchObject({ form: 'fact', type: 'quantity' })
  })

  it('takes no part of a word for a word', () => {
    expect(parseQuestion('Gerät das Verfahren ins Stocken?').type).toBe('any')
    expect(parseQuestion('Nennt das Gesetz Fußnummern?').type).toBe('any')
    expect(parseQuestion('Hilft eine Wochenübersicht?').type).toBe('any')
  })
})

describe('noun that the answer is one of', () => {
  it.each([
    ['Wie viele Ämter gibt es?', 'Ämter', true],
    ['Wie viele der befragten Städte üben?', 'Städte', true],
    ['Wieviele Übungen gab es?', 'Übungen', true],
    ['Welcher Standard gilt?', 'Standard', false],
    ['Anzahl der Übungen', 'Übungen', true],
    ['Wie viele IT-Systeme laufen?', 'IT-Systeme', true],
    ['Wie viel Personal braucht ein Stab?', 'Personal', false],
    ['Welche 5 Schritte gibt es?', 'Schritte', false],
    ['Was für eine Ausbildung hilft?', 'Ausbildung', false],
    ['Welche Cloud- und Serverdienste laufen?', 'Cloud', false],
    ['Bis zu welcher „Stufe“ reicht das?', 'Stufe', false],
    ['Wie viel kostet ein Gutachten?', null, false],
    ['Wie viel müssen Kommunen zahlen?', null, false],
    ['Welche gelten für Kommunen?', null, false],
    ['Wer leitet den Stab?', null, false],
    ['welche fristen gelten?', null, false],
  ])('%s → %s, counted: %s', (question, head, countsHead) => {
    expect(parseQuestion(question)).toMatchObject({ head, countsHead })
  })
})

describe('what else a question asks', () => {
  it.each([
    ['Müssen wir üben?', true],
    ['Besteht eine Meldepflicht?', true],
    ['Was ist zu tun?', true],
    ['Welche Maßnahmen helfen?', true],
    ['Wer hat geübt?', false],
    ['Was ist ein Mussbegriff?', false],
  ])('%s asks for a duty: %s', (question, asksDuty) => {
    expect(parseQuestion(question).asksDuty).toBe(asksDuty)
  })

  it.each([
    ['Wie heißen die Mitglieder?', true, null],
    ['Nennen Sie die Namen.', true, null],
    ['Wie lautet der Satz wörtlich?', false, 'wörtlich'],
    ['Erkläre es Schritt für Schritt.', false, 'schritt für schritt'],
    ['Wer übt?', false, null],
    ['Was ist ungenau?', false, null],
  ])('%s asks for names: %s, for detail: %s', (question, asksNames, detail) => {
    expect(parseQuestion(question)).toMatchObject({ asksNames, detail })
  })
})

describe('light words', () => {
  it.each(['muss', 'Müssen', 'möchten', 'dürfte', 'tun', 'gibt', 'überhaupt', 'viele', 'jeden'])(
    '%s is one',
    (word) => {
      expect(isLightWord(word)).toBe(true)
    },
  )

  it.each(['melden', 'Gebiet', 'Tunnel', 'Übung', 'Hochwasser', 'machtlos', 'Vorfall', ''])(
    '%j is none',
    (word) => {
      expect(isLightWord(word)).toBe(false)
    },
  )
})
