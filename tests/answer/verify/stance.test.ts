import { describe, expect, it } from 'vitest'
import { readStance } from '../../../answer/verify/check-stance.ts'
import { reader } from './builders.ts'

const stances = (text: string) => reader.read(text).clauses.map(readStance)

describe('how a clause binds', () => {
  it.each([
    ['Die Stelle muss den Vorfall melden.', 'must'],
    ['Der Vorfall ist zu melden.', 'must'],
    ['Die Stelle hat den Vorfall anzuzeigen.', 'must'],
    ['Die Stelle ist verpflichtet, den Vorfall zu melden.', 'must'],
    ['Eine Meldung ist erforderlich.', 'must'],
    ['Die Stelle soll den Vorfall melden.', 'shall'],
    ['Die Stelle sollte den Vorfall melden.', 'should'],
    ['Es wird empfohlen, den Vorfall zu melden.', 'should'],
    ['Die Stelle kann den Vorfall melden.', 'may'],
    ['Eine Meldung ist zulässig.', 'may'],
    ['Es ist möglich, den Vorfall zu melden.', 'may'],
    ['Die Stelle darf den Vorfall nicht melden.', 'forbid'],
    ['Eine Meldung ist verboten.', 'forbid'],
    ['Eine Meldung ist nicht zulässig.', 'forbid'],
    ['Es ist nicht verboten, den Vorfall zu melden.', 'may'],
    ['Die Stelle muss den Vorfall nicht melden.', 'free'],
    ['Die Stelle ist nicht verpflichtet, den Vorfall zu melden.', 'free'],
    ['Die Meldung ist freiwillig.', 'free'],
    ['Die Stelle braucht den Vorfall nicht zu melden.', 'free'],
    ['Die Stelle sollte den Vorfall nicht melden.', 'shouldNot'],
    ['Die Stelle meldet den Vorfall.', 'states'],
    ['Die Stelle meldet den Vorfall nicht.', 'denies'],
    ['Die Stelle meldet nicht nur den Vorfall.', 'states'],
    ['Das Amt kann den Besuch untersagen.', 'may'],
    ['Der Aufzug ist nicht zu benutzen.', 'forbid'],
    ['Die Stelle hat den Vorfall nicht zu melden.', 'free'],
    ['Für die Halle gilt ein Rauchverbot.', 'forbid'],
    ['Die Erlaubnis ist widerrufbar.', 'may'],
    ['Ohne Zustimmung darf das Grab nicht geöffnet werden.', 'may'],
  ])('%s %s', (text, stance) => {
    expect(stances(text)).toEqual([stance])
  })

  it('a coordinated clause shares the modal verb, not the negation', () => {
    expect(stances('Beschäftigte sollten das Gerät trennen, aber nicht ausschalten.')).toEqual([
      'should',
      'shouldNot',
    ])
  })

  it('a condition is a clause of its own', () => {
    const { clauses } = reader.read('Wird ein Schlüssel bekannt, ist er zu ersetzen, sofern er noch gilt.')
    expect(clauses.map(({ isConditional }) => isConditional)).toEqual([true, false, true])
  })
})
