import { describe, expect, it } from 'vitest'
import type { Answer } from '../../answer/answer.ts'
import { toAnswerText, urlsFor } from '../../cli/commands/ask.ts'
import { parseConfig } from '../../cli/config.ts'
import { wrap } from '../../cli/terminal.ts'
import { ANSWER } from '../server/fakes.ts'

const view = { columns: 60, urlOf: urlsFor(parseConfig({})) }
const near = {
  passageId: 'p',
  documentId: 'd',
  title: 'Leitfaden',
  headingPath: ['Leitfaden', 'Backups'],
  page: 7,
  text: `${'Sicherungen liegen getrennt vom Netz. '.repeat(10)}Ende`,
  url: '/dokument/d?start=1&end=2',
}

describe('an answer on a terminal', () => {
  it('numbers its sources, with a link that can be opened', () => {
    const text = toAnswerText(ANSWER, view)
    expect(text).toMatch(/^\[1\] /m)
    expect(text).toContain('    http://localhost:8080/dokument/leitfaden?start=11&end=52')
    expect(text).toMatch(/solange „npx fundstelle serve“ läuft\.\n$/)
  })

  it('says which words were searched in place of typing errors', () => {
    const corrections = [{ from: 'Angrif', to: 'Angriff' }]
    expect(toAnswerText({ ...ANSWER, corrections }, view)).toMatch(
      /^Gesucht nach: Angriff \(statt Angrif\)\n/,
    )
    expect(toAnswerText(ANSWER, view)).not.toContain('Gesucht')
  })

  it('that is declined shows the nearest places with page and an excerpt cut at a word', () => {
    const declined: Answer = {
      ...ANSWER,
      status: 'abstained',
      answer: 'Dazu steht nichts in den Dokumenten.',
      sources: [],
      abstention: { reason: 'not_covered', message: '', nearest: [near] },
    }
    const text = toAnswerText(declined, view)
    expect(text).toMatch(/Nächstliegende Stellen\n- Leitfaden › Backups, S\. 7\n {2}Sicherungen liegen/)
    expect(text).toMatch(/\S …\n {2}http:/)
    expect(text).not.toContain('Ende')
  })

  it('lists what was found besides without repeating it', () => {
    expect(toAnswerText({ ...ANSWER, alsoFound: [near] }, view)).toMatch(
      /Außerdem gefunden\n- Leitfaden › Backups, S\. 7\n {2}http:\/\/localhost:8080\/dokument\/d/,
    )
  })

  it('keeps to the width of the terminal, and to a readable one on a wide terminal', () => {
    const words = 'wort '.repeat(100).trim()
    const widest = (columns: number) =>
      Math.max(
        ...wrap(words, columns)
          .split('\n')
          .map((line) => line.length),
      )
    expect([widest(60), widest(300)].map((width) => width <= 100)).toEqual([true, true])
    expect(widest(60)).toBeLessThanOrEqual(60)
  })

  it('shows bare paths where the port is left to the system', () => {
    expect(urlsFor(parseConfig({ PORT: '0' }))('/dokument/d')).toBe('/dokument/d')
  })
})
