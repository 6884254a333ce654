import { describe, expect, it } from 'vitest'
import type { Turn } from '../../answer/answer.ts'
import { refersBack, topicOf } from '../../answer/follow-up.ts'

describe('a question that refers back', () => {
  it.each([
    'Und nachts?',
    'Und wer zahlt das Gutachten?',
    'Wie lange?',
    'Bis wann?',
    'Gilt das auch für Schulen?',
    'Warum nicht?',
    'Was ist mit Schulen?',
    'Wie sieht es bei Schulen aus?',
    'Wer entscheidet darüber?',
    'Müssen wir dafür eine Übung ansetzen?',
    'Wann beginnt diese Frist?',
    'Was kostet er?',
    'An wen?',
    'Dürfen wir sie löschen?',
    'Wenn das passiert, wer hilft?',
  ])('is: %s', (question) => {
    expect(refersBack(question)).toBe(true)
  })

  it.each([
    'Wer leitet den Krisenstab?',
    'Was ist KI?',
    'KI im Rathaus?',
    'Was regelt § 5 des Gesetzes?',
    'Gilt das Gesetz für Schulen?',
    'Gilt das neue Gesetz?',
    'Gilt die alte Satzung?',
    'Was empfehlen Sie bei Hochwasser?',
    'Können Sie mir das Verfahren nennen?',
    'Was ist ein Gerät, das offline läuft?',
    'Wenn die Frist endet, was passiert dann damit?',
    'Botnetz – was ist das?',
    'Was ist mit Lagebild gemeint?',
    'Unterliegt ein Bauhof der Aufsicht?',
    'NIS-2 Meldung',
    'Übernimmt der Bund die Kosten?',
  ])('is not: %s', (question) => {
    expect(refersBack(question)).toBe(false)
  })

  it('answers the same when asked again', () => {
    for (let i = 0; i < 3; i++) expect(refersBack('Was empfehlen Sie bei Hochwasser?')).toBe(false)
  })
})

describe('topic of a conversation', () => {
  const user = (content: string): Turn => ({ role: 'user', content })
  const assistant = (content: string): Turn => ({ role: 'assistant', content })

  it.each<[string, Turn[], string | null]>([
    ['Und nachts?', [], null],
    ['Und nachts?', [user('Wer leitet den Krisenstab?')], 'Wer leitet den Krisenstab'],
    [
      'Und nachts?',
      [user('Wer leitet den Krisenstab?'), assistant('Was ist ein Server?')],
      'Wer leitet den Krisenstab',
    ],
    [
      'Wie lange?',
      [user('Wer leitet den Krisenstab?'), user('Und nachts?'), user('Wer zahlt das?')],
      'Wer leitet den Krisenstab',
    ],
    [
      'Wie lange?',
      [user('Wer leitet den Krisenstab?'), user('Was ist ein Server?'), user('Und nachts?')],
      'Was ist ein Server',
    ],
    ['Was ist ein Server?', [user('Wer leitet den Krisenstab?')], 'Wer leitet den Krisenstab'],
    ['Wie lange?', [user('Und nachts?'), user('Wer zahlt das?')], 'Und nachts'],
    ['Wie lange?', [user('  '), user(' Was ist KI ?! ')], 'Was ist KI'],
    ['Wie lange?', [user('  ')], null],
    ['Was ist ein Server?', [user('Was ist ein Server?')], null],
    ['Wie lange?', [assistant('Was ist ein Server?')], null],
  ])('of %s after %j is %s', (question, conversation, topic) => {
    expect(topicOf(question, conversation)).toBe(topic)
  })
})
