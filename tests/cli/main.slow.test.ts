import { createHash } from 'node:crypto'
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkplace } from './program.ts'

const place = createWorkplace()
const data = place.path('data')

const GUIDE = `# Leitfaden Krisenstab

## Erste Meldung

Bei einem Cyberangriff informiert die Stadt zuerst die Leitstelle des Landkreises.

## Frist

Die Meldung an das Landesamt muss innerhalb von 24 Stunden erfolgen.
`

beforeAll(async () => {
  mkdirSync(place.path('quelle'))
  mkdirSync(place.path('leer'))
  writeFileSync(place.path('quelle/krise.md'), GUIDE)
  const { code, out, err } = await place.run(['ingest', '--source', 'quelle', '--data', data])
  expect(`${code} ${err}`).toBe('0 ')
  expect(out).toMatch(/^1\/1 krise\.md: \d+ Textstellen, \d+ Sätze/m)
})

afterAll(() => place.remove())

describe('wrong use is a German message with the remedy and exit code 1', () => {
  const cases: [string, string[], Record<string, string>, RegExp][] = [
    ['an unknown document', ['search', 'x', '--document', 'nie', '--data', data], {}, /„nie“/],
    ['an unknown collection', ['ask', 'x', '--collection', 'nie', '--data', data], {}, /„nie“/],
    [
      'another model',
      ['serve', '--data', data],
      { EMBEDDING_QUERY_PREFIX: 'x: ' },
      /Embedding-Modell[\s\S]*ingest/,
    ],
    [
      'an absent source',
      ['ingest', '--source', 'nie', '--data', 'd'],
      {},
      /„[^“]*nie“ gibt es nicht.*--source/,
    ],
    [
      'an empty folder',
      ['ingest', '--source', 'leer', '--data', 'd'],
      {},
      /leer“ ist kein lesbares Dokument/,
    ],
    [
      'a data folder that is a file',
      ['ingest', '--source', 'quelle', '--data', 'quelle/krise.md'],
      {},
      /krise\.md/,
    ],
    ['an absent dataset', ['eval', '--dataset', 'nie', '--data', data], {}, /„nie“/],
  ]

  it.each(cases)('%s', async (_title, args, env, message) => {
    const { code, out, err } = await place.run(args, env)
    expect(err).toMatch(message)
    expect(err).toMatch(/^Fehler: /m)
    expect(err).not.toMatch(/^\s+at /m)
    expect([code, out]).toEqual([1, ''])
  })

  it('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    const { code, err } = await place.run(['serve', '--data', data, '--port', String(port)])
    other.close()
    expect(err).toMatch(new RegExp(`Port ${port}.*belegt.*--port`))
    expect(code).toBe(1)
  })

  it('a damaged index names the file and the command', async () => {
    cpSync(data, place.path('beschaedigt'), { recursive: true })
    const [id] = readdirSync(place.path('beschaedigt/snapshots'))
    const file = place.path(join('beschaedigt/snapshots', id!, 'passage-vectors.f32'))
    const bytes = readFileSync(file)
    bytes[10]! ^= 1
    writeFileSync(file, bytes)
    const { code, err } = await place.run(['serve', '--data', 'beschaedigt'])
    expect(err).toMatch(/passage-vectors\.f32[\s\S]*npx fundstelle ingest/)
    expect(code).toBe(1)
  })

  it('an unreadable folder', async (context) => {
    if (process.getuid?.() === 0) context.skip('root may read every folder')
    mkdirSync(place.path('gesperrt'))
    chmodSync(place.path('gesperrt'), 0)
    const { code, err } = await place.run(['ingest', '--source', 'gesperrt', '--data', 'd'])
    chmodSync(place.path('gesperrt'), 0o700)
    expect(err).toMatch(/gesperrt/)
    expect(code).toBe(1)
  })

  it('with --json standard output holds the error as JSON', async () => {
    const { code, out } = await place.run(['ask', 'x', '--json', '--data', 'nichts'])
    expect(JSON.parse(out).error.code).toBe('index_missing')
    expect(code).toBe(1)
  })
})

describe('work with an index', () => {
  it('ask answers with sources', async () => {
    const { code, out } = await place.run([
      'ask',
      'Wen informiert die Stadt bei einem Cyberangriff zuerst?',
      '--data',
      data,
    ])
    expect(code).toBe(0)
    expect(out).toMatch(
      /Leitstelle[\s\S]*\[1\][\s\S]*Fundstellen\n\[1\] Leitfaden Krisenstab › Erste Meldung/,
    )
  })

  it('ask and search print only JSON with --json', async () => {
    const asked = await place.run(['ask', 'Wen informiert die Stadt zuerst?', '--json', '--data', data])
    expect(JSON.parse(asked.out)).toHaveProperty('answerId')
    const found = await place.run([
      'search',
      'Meldefrist',
      'Landesamt',
      '--json',
      '--limit',
      '1',
      '--data',
      data,
    ])
    expect(JSON.parse(found.out)).toMatchObject({ query: 'Meldefrist Landesamt', hits: [{ rank: 1 }] })
  })

  it.each(['json', 'md', 'html'])('ask writes the record of its answer as %s', async (form) => {
    const file = `belege/antwort.${form}`
    const question = 'Wen informiert die Stadt zuerst?'
    const { code, err } = await place.run(['ask', question, '--record', file, '--data', data])
    expect([code, err]).toEqual([0, `Beleg geschrieben: ${file}\n`])
    const record = readFileSync(place.path(file), 'utf8')
    for (const part of [
      question,
      'Leitstelle des Landkreises.',
      createHash('sha256').update(GUIDE).digest('hex'),
    ])
      expect(record).toContain(part)
  })

  it('ask frames its quotes in English on request', async () => {
    const question = 'Who does the city inform first after a cyberattack?'
    const { code, out } = await place.run(['ask', question, '--language', 'en', '--data', data])
    expect(code).toBe(0)
    expect(out).toMatch(/sentences are quoted|documents at hand/)
  })

  it('settings come from .env in the working directory, and a flag wins', async () => {
    writeFileSync(place.path('.env'), 'DATA_DIR=nichts\nMAX_QUESTION_CHARS=10\n')
    const tooLong = await place.run(['search', 'x'.repeat(11)])
    const noIndex = await place.run(['search', 'x'])
    const found = await place.run(['search', 'x', '--data', data])
    writeFileSync(place.path('.env'), '')
    expect(tooLong.err).toMatch(/erlaubt sind 10/)
    expect(noIndex.err).toMatch(/„nichts“/)
    expect(found.code).toBe(0)
  })

  it('ingest exits with 1 when a file fails, and reports the others', async () => {
    mkdirSync(place.path('gemischt'))
    writeFileSync(place.path('gemischt/gut.md'), GUIDE)
    writeFileSync(place.path('gemischt/kaputt.pdf'), 'kein PDF')
    const { code, out, err } = await place.run(['ingest', '--source', 'gemischt', '--data', 'g', '--json'])
    const report = JSON.parse(out)
    expect(report).toMatchObject({ documents: 1, failed: [{ path: 'kaputt.pdf' }] })
    expect(err).toMatch(/gut\.md[\s\S]*kaputt\.pdf/)
    expect(code).toBe(1)
  })

  it('doctor finds nothing wrong with it, and names what is', async () => {
    const env = { SOURCES: 'quelle' }
    const healthy = await place.run(['doctor', '--json', '--data', data], env)
    expect(JSON.parse(healthy.out)).toMatchObject({ ok: true })
    expect(healthy.code).toBe(0)
    const broken = await place.run(['doctor', '--data', 'nichts'], env)
    expect(broken.out).toMatch(/✗ Index: .*npx fundstelle ingest/)
    expect(broken.code).toBe(1)
  })
})
