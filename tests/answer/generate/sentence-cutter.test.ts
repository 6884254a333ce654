import { describe, expect, it } from 'vitest'
import { createSentenceCutter } from '../../../answer/generate/sentence-cutter.ts'

/** All sentences, whatever the pieces; those that come before the end, apart. */
function cut(text: string, { size = 5, how = 'complete' as 'complete' | 'cut' } = {}) {
  const cutter = createSentenceCutter()
  const early: string[] = []
  for (let at = 0; at < text.length; at += size)
    early.push(...cutter.push(text.slice(at, at + size)).map((sentence) => sentence.text))
  const late = cutter.end(how)
  return { early, all: [...early, ...late.map((sentence) => sentence.text)] }
}

describe('the sentences of a stream', () => {
  it.each([
    ['Eins ist da. Zwei folgt. Drei auch.', ['Eins ist da.', 'Zwei folgt.', 'Drei auch.']],
    ['Die Frist endet am 3. Mai um 12 Uhr.', ['Die Frist endet am 3. Mai um 12 Uhr.']],
    ['Das gilt z. B. für Kommunen. Mehr nicht.', ['Das gilt z. B. für Kommunen.', 'Mehr nicht.']],
    ['# Titel\n\nErster Satz.\n\n## Noch einer\nZweiter Satz.', ['Erster Satz.', 'Zweiter Satz.']],
    ['**Wichtig**\nErster Satz.', ['Erster Satz.']],
    ['- Erster Punkt\n- Zweiter Punkt. Mit Zusatz.\n', ['Erster Punkt', 'Zweiter Punkt.', 'Mit Zusatz.']],
    [
      '1. Melden Sie den Vorfall.\n2. Trennen Sie das Netz.',
      ['Melden Sie den Vorfall.', 'Trennen Sie das Netz.'],
    ],
    ['Ein Satz, den das Modell\nmittendrin umbricht.', ['Ein Satz, den das Modell mittendrin umbricht.']],
    ['<think>Das ist geheim. Ganz geheim.</think>\nDie Antwort ist da.', ['Die Antwort ist da.']],
    ['```\ncode\n```\nDer Satz dahinter.', ['Der Satz dahinter.']],
    ['| a | b |\n|---|---|\nDer Satz dahinter.', ['Der Satz dahinter.']],
    ['<quelle nummer="6">\nDer Satz darin.\n</quelle>', ['Der Satz darin.']],
    ['', []],
    ['\n\n  \n', []],
  ])('%j', (text, sentences) => {
    for (const size of [1, 3, 8, 1000]) expect(cut(text, { size }).all).toEqual(sentences)
  })

  it('come as soon as the word behind them is there', () => {
    const { early, all } = cut('Eins ist da. Zwei folgt. Drei auch.', { size: 1 })
    expect(early).toEqual(['Eins ist da.', 'Zwei folgt.'].slice(0, early.length))
    expect(early.length).toBeGreaterThan(0)
    expect(all).toHaveLength(3)
  })

  it('say whether they are items and where a line begins', () => {
    const cutter = createSentenceCutter()
    const sentences = [...cutter.push('Zuerst. Dann das:\n- Ein Punkt\n'), ...cutter.end('complete')]
    expect(sentences).toEqual([
      { text: 'Zuerst.', isItem: false, startsLine: true },
      { text: 'Dann das:', isItem: false, startsLine: false },
      { text: 'Ein Punkt', isItem: true, startsLine: false },
    ])
  })

  it('leave out what a model that was cut off has not finished', () => {
    const text = 'Der Vorfall ist zu melden. Das gilt nur, wenn'
    expect(cut(text, { how: 'cut' }).all).toEqual(['Der Vorfall ist zu melden.'])
    expect(cut(text).all).toHaveLength(2)
  })

  it('leave out a thought that never ends', () => {
    expect(cut('<think>Ich denke nach. Und weiter. Und').all).toEqual([])
  })
})
