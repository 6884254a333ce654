import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkplace } from './program.ts'

const place = createWorkplace()
const data = place.path('data')
const GUIDE =
  '# Leitfaden\n\n## Frist\n\nDie Meldung an das Landesamt muss innerhalb von 24 Stunden erfolgen. Für Übungen gilt das nicht.\n'

beforeAll(async () => {
  mkdirSync(place.path('quelle'))
  writeFileSync(place.path('quelle/krise.md'), GUIDE)
  writeFileSync(place.path('gut.txt'), 'Die Meldung an das Landesamt ist binnen eines Tages abzugeben. [1]\n')
  writeFileSync(
    place.path('falsch.txt'),
    '# Frist\n\nDie Meldung an das Landesamt muss binnen 72 Stunden erfolgen.\n',
  )
  writeFileSync(place.path('leer.txt'), ' \n')
  writeFileSync(place.path('binaer.txt'), new Uint8Array([0xff, 0xfe, 0x00, 0x80]))
  const { code, err } = await place.run(['ingest', '--source', 'quelle', '--data', data])
  expect(`${code} ${err}`).toBe('0 ')
})

afterAll(() => place.remove())

describe('fundstelle verify', () => {
  it('ends with 0 when every sentence is borne out, and shows where', async () => {
    const { code, out } = await place.run(['verify', 'gut.txt', '--data', data])
    expect(out).toMatch(/^belegt: Die Meldung .* \[1\]$/m)
    expect(out).toMatch(/\[1\] Leitfaden, Frist\n {4}http/)
    expect(out).toMatch(/1 Satz geprüft: 1 belegt, 0 teilweise belegt, 0 nicht belegt\./)
    expect(code).toBe(0)
  })

  it('ends with 1 when a sentence is not, and says what the source says', async () => {
    const { code, out } = await place.run(['verify', 'falsch.txt', '--data', data])
    expect(out).toMatch(/^nicht belegt: /m)
    expect(out).toMatch(/„72 Stunden“: Die Quelle sagt „24 Stunden“/)
    expect(out).toMatch(/1 ohne Aussage/)
    expect(code).toBe(1)
  })

  it('with --json prints what the API answers', async () => {
    const { out } = await place.run(['verify', 'gut.txt', '--json', '--data', data])
    const { sentences, sources, skipped } = JSON.parse(out)
    expect(sentences[0]).toMatchObject({ verdict: 'supported', citations: [{ source: 1 }] })
    expect(sources[0].documentId).toBe('krise.md')
    expect(skipped).toEqual([])
  })

  it.each([
    ['no file', [], /genau eine Datei/],
    ['a file that is not there', ['nie.txt'], /„nie\.txt“ ist keine lesbare Textdatei/],
    ['a file without text', ['leer.txt'], /„leer\.txt“ enthält keinen Text/],
    ['a file that is no text', ['binaer.txt'], /„binaer\.txt“ ist keine lesbare Textdatei in UTF-8/],
    ['an unknown document', ['gut.txt', '--document', 'nie', '--data', data], /„nie“/],
  ])('%s is a German message and exit code 1', async (_title, args, message) => {
    const { code, out, err } = await place.run(['verify', ...args])
    expect(err).toMatch(message)
    expect([code, out]).toEqual([1, ''])
  })
})
