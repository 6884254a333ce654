import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorkplace } from './program.ts'

const place = createWorkplace()
const QUOTE = 'Die Meldung an das Landesamt muss innerhalb von 24 Stunden erfolgen.'
const write = (text: string) =>
  writeFileSync(place.path('quelle/krise.md'), `# Leitfaden\n\n## Frist\n\n${text}\n`)
const ingest = () => place.run(['ingest', '--source', 'quelle', '--data', 'data'])
const verify = (file: string, ...more: string[]) => place.run(['verify', file, '--data', 'data', ...more])

beforeAll(async () => {
  mkdirSync(place.path('quelle'))
  write(QUOTE)
  expect((await ingest()).code).toBe(0)
  for (const form of ['json', 'html', 'md']) {
    const question = 'Innerhalb welcher Frist muss die Meldung an das Landesamt erfolgen?'
    const asked = await place.run(['ask', question, '--record', `beleg.${form}`, '--data', 'data'])
    expect(asked.code).toBe(0)
  }
  expect(readFileSync(place.path('beleg.json'), 'utf8')).toContain(QUOTE)
})
afterAll(() => place.remove())

it('a record stands, moves and falls with its document', async () => {
  for (const file of ['beleg.json', 'beleg.html']) {
    const { code, out, err } = await verify(file)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/\[1\] Leitfaden \(krise\.md\): unverändert/)
    expect(out).toMatch(/Alle Zitate stehen noch in den Dokumenten\. Der Index ist derselbe wie damals\./)
  }

  write(`Diese Fassung ist neu.\n\n${QUOTE}`)
  await ingest()
  const moved = await verify('beleg.json')
  expect(moved.code).toBe(0)
  expect(moved.out).toMatch(/\(krise\.md\): geändert[\s\S]*an anderer Stelle[\s\S]*Index ist ein anderer/)

  write(QUOTE.replace('24', '72'))
  await ingest()
  const gone = await verify('beleg.html', '--json')
  expect(gone.code).toBe(1)
  expect(JSON.parse(gone.out)).toMatchObject({
    stands: false,
    sources: [{ state: 'changed' }],
    quotes: [{ quote: QUOTE, state: 'gone', now: null }],
  })
})

it('says which forms can be checked', async () => {
  const { code, out, err } = await verify('beleg.md')
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(/^Fehler: Ein Beleg in Markdown .* JSON oder HTML/m)
  writeFileSync(place.path('kaputt.json'), readFileSync(place.path('beleg.json'), 'utf8').slice(0, 500))
  expect((await verify('kaputt.json')).err).toMatch(/^Fehler: Der Beleg ist beschädigt/m)
})
