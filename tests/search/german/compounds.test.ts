import { describe, expect, it } from 'vitest'
import { splitCompound } from '../../../search/german/compounds.ts'
import type { Lexicon } from '../../../search/german/lexicon.ts'

/** Nouns that stand alone, with their frequency. */
function lexicon(counts: Record<string, number>): Lexicon {
  return { count: (stem) => counts[stem] ?? 0, isNoun: () => true, isFree: () => true, isVerb: () => false }
}

describe('splitCompound', () => {
  it('takes the split with the highest geometric mean of frequencies', () => {
    const words = { haushalt: 50, jahr: 60, haus: 40, halt: 3 }
    expect(splitCompound('haushaltsjahr', lexicon(words))).toEqual(['haushalt', 'jahr'])
    expect(splitCompound('haushaltsjahr', lexicon({ ...words, haushalt: 0 }))).toEqual([
      'haus',
      'halt',
      'jahr',
    ])
  })

  it.each([
    ['bundesamt', { bund: 9, amt: 9 }, ['bund', 'amt']],
    ['verwaltungsakt', { verwalt: 9, akt: 9 }, ['verwalt', 'akt']],
    ['krankenhaus', { krank: 9, haus: 9 }, ['krank', 'haus']],
    ['kindergeld', { kind: 9, geld: 9 }, ['kind', 'geld']],
    ['meldepflicht', { meld: 9, pflicht: 9 }, ['meld', 'pflicht']],
    ['schulpflicht', { schul: 9, pflicht: 9 }, ['schul', 'pflicht']],
    ['herzensangelegenheit', { herz: 9, angeleg: 9 }, ['herz', 'angeleg']],
  ])('needs no list of linking elements: %s', (word, words, parts) =>
    expect(splitCompound(word, lexicon(words as Record<string, number>))).toEqual(parts),
  )

  it('needs short parts to be frequent', () => {
    expect(splitCompound('bauamt', lexicon({ bau: 2, amt: 2 }))).toEqual([])
    expect(splitCompound('bauamt', lexicon({ bau: 3, amt: 3 }))).toEqual(['bau', 'amt'])
  })

  it('leaves words alone whose rest is unknown, a particle or an ending', () => {
    const words = lexicon({
      stand: 9,
      unter: 9,
      nehm: 9,
      nehmung: 9,
      hand: 9,
      lung: 9,
      wiss: 9,
      schaft: 9,
      uber: 9,
      einkomm: 9,
    })
    for (const word of [
      'standard',
      'unternehmung',
      'genehmigung',
      'handlung',
      'wissenschaft',
      'ubereinkommen',
    ]) {
      expect(splitCompound(word, words)).toEqual([])
    }
  })
})
