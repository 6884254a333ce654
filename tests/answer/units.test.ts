import { describe, expect, it } from 'vitest'
import { ITEM_MARKER, narrowList, toUnits } from '../../answer/units.ts'
import { createHit, heading, item, numbered, paragraph, textOf } from './builders.ts'

const textsOf = (...blocks: Parameters<typeof createHit>) => toUnits(createHit(...blocks)).map((u) => u.text)

describe('units of running text', () => {
  it('makes each sentence that stands alone a unit', () => {
    expect(textsOf(paragraph('Das Amt meldet den Vorfall.', 'Backups liegen getrennt.'))).toEqual([
      'Das Amt meldet den Vorfall.',
      'Backups liegen getrennt.',
    ])
  })

  it('takes the sentence along that a leaning one points to', () => {
    const hit = createHit(paragraph('Die Frist beträgt 72 Stunden.', 'Diese Frist beginnt mit der Kenntnis.'))
    const [alone, leaning] = toUnits(hit)
    expect(alone!.text).toBe('Die Frist beträgt 72 Stunden.')
    expect(leaning!.text).toBe('Die Frist beträgt 72 Stunden.\nDiese Frist beginnt mit der Kenntnis.')
    expect(textOf(leaning!, leaning!.sentences[leaning!.focus]!)).toBe(
      'Diese Frist beginnt mit der Kenntnis.',
    )
  })

  it('follows a chain of leaning sentences over at most two', () => {
    const units = textsOf(
      paragraph('Eins gilt.', 'Dies ist zwei.', 'Daher kommt drei.', 'Trotzdem bleibt vier.'),
    )
    expect(units[2]).toBe('Eins gilt.\nDies ist zwei.\nDaher kommt drei.')
    expect(units[3]).toBe('Dies ist zwei.\nDaher kommt drei.\nTrotzdem bleibt vier.')
  })

  it('does not lean across a paragraph, and has nothing to lean on at the start of a passage', () => {
    expect(textsOf(paragraph('Diese Frist gilt.'), paragraph('Dazu mehr später.'))).toEqual([
      'Diese Frist gilt.',
      'Dazu mehr später.',
    ])
  })

  it('keeps table rows apart', () => {
    const row = (text: string) => ({ kind: 'tableRow' as const, sentences: [text] })
    expect(textsOf(row('Bayern | LSI'), row('Dort | Hessen3C'))).toEqual(['Bayern | LSI', 'Dort | Hessen3C'])
  })

  it('finds no unit in a passage without sentences', () => {
    expect(toUnits(createHit())).toEqual([])
  })
})

describe('units of lists', () => {
  it('joins a list with its lead-in', () => {
    const hit = createHit(
      paragraph('Der Notfall ist selten.', 'Zu melden sind:'),
      item('Zeitpunkt'),
      item('Ort'),
      paragraph('Danach beginnt die Arbeit.'),
    )
    const units = toUnits(hit)
    expect(units.map(({ kind, text }) => [kind, text])).toEqual([
      ['sentence', 'Der Notfall ist selten.'],
      ['list', 'Zu melden sind:\nZeitpunkt\nOrt'],
      ['sentence', 'Danach beginnt die Arbeit.'],
    ])
    expect(units[1]!.focus).toBe(0)
  })

  it('takes along what the lead-in itself leans on', () => {
    const [, list] = toUnits(
      createHit(paragraph('Ein Krisenstab leitet.', 'Dazu gehören:'), item('Leitung'), item('IT')),
    )
    expect(list!.text).toBe('Ein Krisenstab leitet.\nDazu gehören:\nLeitung\nIT')
    expect(textOf(list!, list!.sentences[list!.focus]!)).toBe('Dazu gehören:')
  })

  it('makes a list without lead-in one unit', () => {
    expect(textsOf(item('Ruhe bewahren.'), item('Netz trennen.'))).toEqual(['Ruhe bewahren.\nNetz trennen.'])
  })

  it('keeps two sentences of one item in the list', () => {
    const [list] = toUnits(
      createHit(paragraph('Tun Sie:'), item('Trennen.', 'Diese Geräte bleiben an.'), item('Melden.')),
    )
    expect(list!.sentences).toHaveLength(4)
  })

  it('reads over the numbers of an ordered list', () => {
    const units = textsOf(
      paragraph('Schritte:'),
      numbered('1.', 'Trennen.'),
      numbered('2.', 'Melden.'),
      numbered('aa)', 'Sichern.'),
    )
    expect(units).toEqual(['Schritte:\nTrennen.\nMelden.\nSichern.'])
  })

  it('neither leads in nor goes on over a heading', () => {
    expect(
      textsOf(
        paragraph('Vorwort ohne Liste.'),
        heading('Erste'),
        item('A eins.'),
        heading('Zweite'),
        item('B eins.'),
      ),
    ).toEqual(['Vorwort ohne Liste.', 'A eins.', 'B eins.'])
  })

  it('narrows a list to what leads it in and the items that are kept', () => {
    const list = toUnits(
      createHit(paragraph('Ein Stab leitet.', 'Dazu gehören:'), item('Leitung'), item('IT')),
    )[1]!
    const narrowed = narrowList(list, (sentence) => textOf(list, sentence) === 'IT')
    expect(narrowed.text).toBe('Ein Stab leitet.\nDazu gehören:\nIT')
  })
})

describe('marker of an item', () => {
  it.each([
    ['', ''],
    ['\n', ''],
    ['\n3. ', '3. '],
    ['12) ', '12) '],
    ['1.1) ', '1.1) '],
    ['1a. ', '1a. '],
    ['b) ', 'b) '],
    ['aa) ', 'aa) '],
    ['\n1. a) ', '1. a) '],
  ])('%j is one', (before, numbers) => {
    expect(ITEM_MARKER.exec(before)?.groups?.numbers).toBe(numbers)
  })

  it.each(['Ja. ', '\nNotfall\n\n', 'Trennen. ', '2024. ', ': '])('%j is none', (before) => {
    expect(ITEM_MARKER.test(before)).toBe(false)
  })
})
