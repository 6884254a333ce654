import { describe, expect, it } from 'vitest'
import { parseManifest } from '../../ingest/manifest.ts'

const entry = (lines: string) => `documents:\n  - id: a\n    title: T\n    collection: krise\n${lines}`

describe('parseManifest', () => {
  it('fills what is missing with null and reads YAML and JSON alike', () => {
    const expected = {
      id: 'a',
      file: null,
      title: 'T',
      publisher: null,
      edition: null,
      date: null,
      collection: 'krise',
      landingPage: null,
      fileUrl: null,
      licence: null,
      verified: null,
      summary: false,
      exampleQuestions: [],
    }
    expect(parseManifest(entry(''), 'sources.yaml').documents).toEqual([expected])
    const json = JSON.stringify({ documents: [{ id: 'a', title: 'T', collection: 'krise' }] })
    expect(parseManifest(json, 'sources.json').documents).toEqual([expected])
  })

  it.each([['2024'], ['2024-06'], ['2024-06-12'], ['"2024-06"']])('takes %s as date', (date) => {
    expect(parseManifest(entry(`    date: ${date}`), 'x').documents[0]!.date).toBe(date.replaceAll('"', ''))
  })

  it('names the collections', () => {
    const source = `collections:\n  krise: IT-Krise\n${entry('')}`
    expect(parseManifest(source, 'x').collections).toEqual({ krise: 'IT-Krise' })
  })

  it('lists every problem with the id of its entry', () => {
    const source = `documents:
  - id: a
    title: T
    collection: c
    date: gestern
    landingPage: bsi.bund.de
  - id: b
    collection: c
  - title: X
    collection: c
    summary: ja
  - id: a
    title: T
    collection: c`
    const message = expect.stringMatching(
      /sources\.yaml.*Eintrag „a“: „date“ muss JJJJ.*Eintrag „a“: „landingPage“ muss eine Adresse.*Eintrag „b“: „title“ fehlt.*Eintrag 3: „id“ fehlt.*Eintrag 3: „summary“ muss true oder false/,
    )
    expect(() => parseManifest(source, 'sources.yaml')).toThrow(
      expect.objectContaining({ code: 'manifest_invalid', message }),
    )
  })

  it.each([
    ['documents:\n  - id: [', /kein gültiges YAML/],
    ['', /Manifest: /],
    ['documents: []', /„documents“ enthält keinen Eintrag/],
    ['documents: 5', /„documents“ muss eine Liste sein/],
    [
      `${entry('')}\n  - id: a\n    title: U\n    collection: c`,
      /Eintrag „a“: die „id“ ist mehrfach vergeben/,
    ],
  ])('refuses %j', (source, message) => {
    expect(() => parseManifest(source, 'x.yaml')).toThrow(
      expect.objectContaining({ code: 'manifest_invalid', message: expect.stringMatching(message) }),
    )
  })
})
