import { describe, expect, it } from 'vitest'
import { askedTerm, definesTerm, expandsTerm } from '../../answer/definition.ts'
import { createAnalyser } from '../../search/german/analyser.ts'

const analyser = createAnalyser()

describe('the term that a question wants explained', () => {
  it.each([
    ['Was ist das Profil?', 'Profil'],
    ['Und was ist eigentlich ein Evasion Attack?', 'Evasion Attack'],
    ['Was versteht man unter einer Datenpanne?', 'Datenpanne'],
    ['Wofür steht die Abkürzung WiBA?', 'WiBA'],
    ['Was ist mit Schatten-KI gemeint?', 'Schatten-KI'],
    ['Dark Site – was ist das?', 'Dark Site'],
    ['Was ist der Wegweiser und von wem stammt er?', 'Wegweiser'],
  ])('%s', (question, term) => {
    expect(askedTerm(question)).toBe(term)
  })

  it.each(['Wie lange dauert das?', 'Müssen wir melden?'])('is none in: %s', (question) => {
    expect(askedTerm(question)).toBeNull()
  })
})

describe('a sentence that defines', () => {
  it.each([
    ['Datenpanne', 'Eine Datenpanne ist eine Verletzung des Schutzes personenbezogener Daten.'],
    ['Profil', 'Das IT-Grundschutz-Profil „Basis“ beschreibt Mindestmaßnahmen.'],
    ['ISMS', 'Ein Managementsystem (ISMS) ist ein fortlaufender Prozess.'],
    ['Ransomware', 'Ransomware ist Schadsoftware, die Daten verschlüsselt.'],
    ['APT-Gruppe', 'Gruppen für Advanced Persistent Threats (APT) sind Angreifer, die gezielt vorgehen.'],
    ['Zero Trust', 'Unter Zero Trust versteht man ein Modell ohne Vertrauensvorschuss.'],
  ])('of %s: %s', (term, sentence) => {
    expect(definesTerm(sentence, term, analyser)).toBe(true)
  })

  it.each([
    ['Datenpanne', 'Eine Datenpanne ist der Aufsichtsbehörde unverzüglich zu melden.'],
    ['Datenpanne', 'Die Dokumentation einer Datenpanne ist eine Pflicht.'],
    ['Profil', 'Das Profil gliedert sich in folgende Teile:'],
    ['Profil', 'Herausgeber des Profils ist die Arbeitsgruppe.'],
    ['Ransomware', 'Ransomware-as-a-Service bedeutet, dass Schadsoftware vermietet wird.'],
    ['ISMS', 'Ein ISMS ist kein Ersatz für Technik.'],
  ])('is not, of %s: %s', (term, sentence) => {
    expect(definesTerm(sentence, term, analyser)).toBe(false)
  })
})

describe('a sentence that writes an abbreviation out', () => {
  it.each([
    ['BITV', 'Sie steht in der Barrierefreie-Informationstechnik-Verordnung (BITV 2.0).'],
    ['WiBA', 'WiBA („Weg in die Basis-Absicherung“) ist ein Einstieg.'],
    ['LLM', 'Große Sprachmodelle (Large Language Models, LLM) schreiben Texte.'],
  ])('%s', (term, sentence) => {
    expect(expandsTerm(sentence, term)).toBe(true)
  })

  it('needs the abbreviation itself in or before the brackets', () => {
    expect(expandsTerm('Die BITV 2.0 besteht seit 2011 (Stand 2019).', 'BITV')).toBe(false)
    expect(expandsTerm('Das Profil (Fassung 2019) liegt vor.', 'Profil')).toBe(false)
  })
})
