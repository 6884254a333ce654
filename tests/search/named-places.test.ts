import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRetriever } from '../../search/hybrid-retriever.ts'
import {
  createLexicalIndexBuilder,
  type LexicalIndex,
  type LexicalInput,
  openLexicalIndex,
} from '../../search/lexical-index.ts'
import type { Retriever } from '../../search/retriever.ts'
import type { Snapshot } from '../../search/snapshot.ts'
import {
  createDataDir,
  createDocument,
  fakeEmbedder,
  openFakeSnapshot,
  sumOf,
  writeSnapshot,
} from './snapshot-builders.ts'

const law = (title: string, heading: string, text: string): LexicalInput => ({
  title,
  headings: `${title}\n${heading}`,
  text,
})
const VWVFG = 'Verwaltungsverfahrensgesetz (VwVfG)'
const SGB10 = 'Zehntes Buch Sozialgesetzbuch - Sozialverwaltungsverfahren - (SGB 10)'
const BITV = 'Verordnung zur Schaffung barrierefreier Informationstechnik (BITV 2.0)'
const INPUTS: LexicalInput[] = [
  law(VWVFG, '§ 35 Begriff', '(1) Verwaltungsakt ist jede Verfügung.\n(2) Er regelt.'),
  law(VWVFG, '§ 35 Begriff', '(3) Allgemein ist er.\n1. Erstens.\n2. Zweitens.'),
  law(VWVFG, '§ 35a Automatisch', 'Er kann vollständig automatisch ergehen.'),
  law(VWVFG, '§ 36 Nebenbestimmungen', 'Nach § 35 VwVfG, § 35 Abs. 3 VwVfG, § 35 VwVfG.'),
  law(SGB10, '§ 35 Begründung', '(1) Ein Verwaltungsakt ist zu begründen.'),
  law(BITV, '§ 3 Standards', 'Angebote sind barrierefrei.'),
  law('Grundgesetz (GG)', 'Art 3', '(1) Alle Menschen sind gleich.'),
  {
    title: 'Kompendium',
    headings: 'CON.1.A4 Geeignetes Schlüsselmanagement',
    text: 'Schlüssel sind zu verwalten.',
  },
  { title: 'Kompendium', headings: 'CON.1.A5 Löschen', text: 'Wie in CON.1.A4, CON.1.A4 und CON.1.A4.' },
]

function open(inputs: LexicalInput[]): LexicalIndex {
  const builder = createLexicalIndexBuilder()
  for (const input of inputs) builder.add(input)
  return openLexicalIndex(builder.build())
}

describe('a place named by its number', () => {
  const index = open(INPUTS)
  const named = (query: string, level: number) =>
    [...index.namedPassages(query)].filter(([, each]) => each === level).map(([passage]) => passage)

  it.each<[string, number[]]>([
    ['§ 35 VwVfG', [0, 1]],
    ['Paragraf 35 VwVfG', [0, 1]],
    ['VwVfG § 35', [0, 1]],
    ['Was regelt § 35 des VwVfG?', [0, 1]],
    ['§35 vwvfg', [0, 1]],
    ['Paragraph 35 im vwvfg', [0, 1]],
    ['§ 35 Verwaltungsverfahrensgesetz', [0, 1]],
    ['§ 35 des Verwaltungsverfahrensgesetzes', [0, 1]],
    ['§ 35a VwVfG', [2]],
    ['§ 35 a VwVfG', [2]],
    ['§ 35 SGB X', [4]],
    ['SGB 10 § 35', [4]],
    ['§§ 35 bis 36 VwVfG', [0, 1, 3]],
    ['§ 3 BITV 2.0', [5]],
    ['BITV 2.0 § 3', [5]],
    ['Artikel 3 GG', [6]],
    ['Art. 3 Grundgesetz', [6]],
    ['CON.1.A4', [7]],
    ['Was verlangt con.1.a4?', [7]],
    ['§ 36', [3]],
  ])('%s', (query, passages) => expect(named(query, 1)).toEqual(passages))

  it.each<[string, number[]]>([
    ['§ 35 Abs. 3 VwVfG', [1]],
    ['§ 35 Absatz 3 VwVfG', [1]],
    ['§ 35 Abs 3 VwVfG', [1]],
    ['§ 35 III VwVfG', [1]],
    ['§ 35 (3) VwVfG', [1]],
    ['§ 35 Abs. 2 Satz 1 VwVfG', [0]],
    ['§ 35 Abs. 3 vwvfg', [1]],
    ['§ 35 Nr. 2 VwVfG', [1]],
    ['§ 35 VwVfG', []],
  ])('with its paragraph: %s', (query, passages) => expect(named(query, 2)).toEqual(passages))

  it.each(['§ 99 VwVfG', '§ 35 BGB', 'Verwaltungsakt', '35', 'Art. 35 VwVfG', '§ 3 GG'])(
    'is not found where there is none: %s',
    (query) => expect(index.namedPassages(query).size).toBe(0),
  )
})

describe('retrieval of named places', () => {
  const dataDir = createDataDir()
  let snapshot: Snapshot
  let retriever: Retriever
  beforeAll(async () => {
    const documents = INPUTS.slice(0, 6).map(({ title, headings, text }, i) =>
      createDocument({ id: `${i}.md`, title, sections: { [headings.split('\n').at(-1)!]: [text] } }),
    )
    await writeSnapshot(dataDir, documents)
    const fake = await openFakeSnapshot(dataDir)
    snapshot = { ...fake, lexical: open(INPUTS.slice(0, 6)) }
    retriever = createRetriever({ snapshot, embedder: fakeEmbedder })
  })
  afterAll(async () => {
    await snapshot.close()
    rmSync(dataDir, { recursive: true })
  })
  const search = async (query: string) =>
    (await retriever.search({ query, limit: 6 })).hits.map((hit) => hit.passage.documentId)

  it('puts the place before texts that cite it more often, and its paragraph first', async () => {
    expect((await search('§ 35 VwVfG')).slice(0, 2).sort()).toEqual(['0.md', '1.md'])
    expect((await search('§ 35 Abs. 3 VwVfG'))[0]).toBe('1.md')
    expect((await search('§ 35 SGB X'))[0]).toBe('4.md')
  })

  it('keeps scores in the order of ranks', async () => {
    const { hits } = await retriever.search({ query: '§ 35 Abs. 3 VwVfG', limit: 6 })
    const scores = hits.map((hit) => hit.score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })

  it('says by how much the place was raised', async () => {
    const { hits } = await retriever.search({ query: '§ 35 Abs. 3 VwVfG', limit: 6, explain: true })
    for (const { score, breakdown } of hits) expect(sumOf(breakdown!)).toBeCloseTo(score, 10)
    const lifts = hits.map(({ breakdown }) => breakdown!.lift)
    expect(lifts[0]).toBeCloseTo(2 * lifts[1]!, 10)
    expect([lifts[1]! > 0, lifts.at(-1)]).toEqual([true, 0])
  })
})
