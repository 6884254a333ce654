import { describe, expect, it } from 'vitest'
import type { Turn } from '../../answer/answer.ts'
import { rankByDirectness } from '../../answer/directness.ts'
import type { ScoredUnit } from '../../answer/evidence.ts'
import { createRecord } from '../search/document-record.ts'
import { fakeAnalyser } from '../search/snapshot-builders.ts'
import { createHits, paragraph, relevanceByWord, toEvidence } from './builders.ts'

interface Asked {
  relevance: Record<string, number>
  conversation?: Turn[]
  own?: (text: string) => ScoredUnit['own']
}

/** One document per sentence. */
function rank(question: string, sentences: string[], { relevance, conversation, own }: Asked): string[] {
  const hits = sentences.flatMap((text, i) => createHits(createRecord(`d${i}`), [[paragraph(text)]]).hits)
  const evidence = toEvidence(question, hits, relevanceByWord(relevance))
  const units = evidence.units.map((unit) => ({ ...unit, own: own?.(unit.text) ?? null }))
  return rankByDirectness({ ...evidence, units }, fakeAnalyser, conversation).map(({ text }) => text)
}

describe('what answers outright', () => {
  const portal = 'Das Portal ist seit Januar offen.'
  const duty = 'Einrichtungen müssen Vorfälle melden.'

  it('decides a yes/no question before what is beside it', () => {
    expect(rank('Müssen wir melden?', [portal, duty], { relevance: { Portal: 0.5, müssen: 0.3 } })).toEqual([
      duty,
      portal,
    ])
  })

  it('leaves the best in front where it decides itself, or is far better', () => {
    const free = 'Eine Meldung ist freiwillig.'
    const close = { freiwillig: 0.5, müssen: 0.4 }
    expect(rank('Müssen wir melden?', [free, duty], { relevance: close })[0]).toBe(free)
    const far = { Portal: 0.9, müssen: 0.2 }
    expect(rank('Müssen wir melden?', [portal, duty], { relevance: far })[0]).toBe(portal)
  })

  it('defines a term before what it consists of', () => {
    const parts = 'Das Profil gliedert sich in drei Teile.'
    const defines = 'Das Profil beschreibt Maßnahmen für Ämter.'
    expect(
      rank('Was ist das Profil?', [parts, defines], { relevance: { gliedert: 0.9, beschreibt: 0.4 } }),
    ).toEqual([defines, parts])
  })

  it('gives reasons before explaining words', () => {
    const explains = 'Schadsoftware ist ein Programm der Täter.'
    const reason = 'Zahlungen helfen nicht, weil Täter weiter drohen.'
    const relevance = { Schadsoftware: 0.5, Zahlungen: 0.4 }
    expect(rank('Warum nicht zahlen?', [explains, reason], { relevance })[0]).toBe(reason)
  })
})

describe('a follow-up', () => {
  const said = 'Der Stab verständigt die Kontakte.'
  const fresh = 'Alle Schritte sind zu dokumentieren.'
  const conversation: Turn[] = [
    { role: 'user', content: 'Was macht der Stab?' },
    { role: 'assistant', content: `${said} [1]` },
  ]
  const apart = { coverage: 0, contextCoverage: 0, denseZ: 2 }

  it('does not repeat what was said where something else holds its words', () => {
    const ranked = rank('Wie dokumentieren wir?', [said, fresh], {
      relevance: { Stab: 0.6, Schritte: 0.4 },
      conversation,
      own: (text) => (text === fresh ? { coverage: 1, contextCoverage: 1, denseZ: 4 } : apart),
    })
    expect(ranked).toEqual([fresh, said])
  })

  it('may repeat what its own words ask for', () => {
    const ranked = rank('Und welche Kontakte?', [said, fresh], {
      relevance: { Stab: 0.6, Schritte: 0.4 },
      conversation,
      own: (text) => (text === said ? { coverage: 1, contextCoverage: 1, denseZ: 4 } : apart),
    })
    expect(ranked[0]).toBe(said)
  })

  it('stays in the document that was quoted where it points back', () => {
    const elsewhere = 'Das Amt hilft auch.'
    const sentences = [elsewhere, said]
    const relevance = { Amt: 0.5, Stab: 0.45 }
    const own = () => ({ coverage: 1, contextCoverage: 1, denseZ: 2 })
    expect(rank('Und wer hilft ihm dabei?', sentences, { relevance, conversation, own })[0]).toBe(said)
    expect(rank('Wie hilft das Amt?', sentences, { relevance, conversation, own })[0]).toBe(elsewhere)
  })

  it('changes nothing at the start of a conversation', () => {
    const relevance = { Stab: 0.6, Schritte: 0.4 }
    expect(rank('Was macht der Stab?', [said, fresh], { relevance, conversation })[0]).toBe(said)
  })
})
