import { describe, expect, it } from 'vitest'
import { toClaims } from '../../../answer/verify/claims.ts'

describe('claims of a text', () => {
  it('are its sentences without marks and markup, with offsets that slice back', () => {
    const text =
      '## Fristen\n\nDie Frist beträgt **72 Stunden**. [1] Zuständig [2] ist das Amt. [3]\n\n- Meldung an das BSI [1]\n- Anzeige [2]'
    const { claims, skipped } = toClaims(text)
    expect(claims.map((claim) => claim.plain.replace(/\s+/gu, ' ').trim())).toEqual([
      'Die Frist beträgt 72 Stunden .',
      'Zuständig ist das Amt.',
      'Meldung an das BSI',
      'Anzeige',
    ])
    for (const claim of [...claims, ...skipped]) expect(text.slice(claim.start, claim.end)).toBe(claim.text)
    expect(claims.every((claim) => claim.plain.length === claim.text.length)).toBe(true)
    expect(skipped).toMatchObject([{ text: 'Fristen', reason: 'heading' }])
  })

  it.each([
    ['Wie lange ist die Frist?', 'question'],
    ['Dazu steht Folgendes:', 'lead'],
    ['Hier die Antwort.', 'lead'],
    ['**Leitfaden (Amt, 2024)**', 'heading'],
    ['# Zuständigkeit', 'heading'],
  ])('%s claims nothing', (text, reason) => {
    const { claims, skipped } = toClaims(`${text}\n\nDie Frist beträgt drei Tage.`)
    expect(claims).toHaveLength(1)
    expect(skipped).toMatchObject([{ reason }])
  })

  it.each(['Das BSI nennt vier Pflichten:', 'Kommunen müssen melden', 'Frist: 72 Stunden'])(
    '%s claims something',
    (text) => {
      expect(toClaims(text).claims).toHaveLength(1)
    },
  )
})
