import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorkplace, type Served } from './program.ts'

/** Words that stand in no document. */
const MARKER = 'Merkwortxq7'
const GUIDE =
  '# Leitfaden\n\n## Meldung\n\nBei einem Cyberangriff informiert die Stadt zuerst die Leitstelle des Landkreises.\n'
const KNOWN = 'Cyberangriff informiert die Stadt'

const place = createWorkplace()
let served: Served

beforeAll(async () => {
  mkdirSync(place.path('quelle'))
  writeFileSync(place.path('quelle/krise.md'), GUIDE)
  const { code } = await place.run(['ingest', '--source', 'quelle', '--data', 'data'])
  expect(code).toBe(0)
  served = await place.serve(['serve', '--data', 'data'], { LOG_LEVEL: 'trace' })
})
afterAll(() => place.remove())

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(served.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, text: await response.text() }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

it('no word of a question or answer stays behind in the data folder or the log', async () => {
  const answered = await post('/api/v1/ask', {
    question: 'Wen informiert die Stadt bei einem Cyberangriff zuerst?',
    conversation: [{ role: 'user', content: `Was ist ${MARKER}?` }],
  })
  expect(JSON.parse(answered.text).status).toBe('answered')
  const abstained = await post('/api/v1/ask', { question: `Wie hoch ist die Gebühr für ${MARKER}?` })
  expect(JSON.parse(abstained.text).status).toBe('abstained')
  const statuses = [
    await post('/api/v1/ask', { question: `Wer hilft bei ${MARKER}?` }, { Accept: 'text/event-stream' }),
    await post('/api/v1/search', { query: MARKER }),
    await post('/api/v1/verify', { text: `${MARKER} ist der Leitstelle zu melden.` }),
    await post('/api/v1/ask', { question: MARKER.repeat(300) }),
    await post('/api/v1/ask', `{"question": "${MARKER}`),
    await post('/api/v1/verify', { text: 7, note: MARKER }),
  ].map(({ status }) => status)
  expect(statuses).toEqual([200, 200, 200, 422, 400, 422])

  const { out, err } = await served.stop()
  expect(err).toContain('"path":"/api/v1/ask"')
  for (const text of [out, err]) {
    expect(text).not.toContain(MARKER)
    expect(text).not.toContain(KNOWN)
  }
  const files = filesBelow(place.folder)
  expect(files.filter((file) => readFileSync(file).includes(KNOWN)).length).toBeGreaterThan(0)
  expect(files.filter((file) => readFileSync(file).includes(MARKER))).toEqual([])
})

it('neither does the command line keep anything', async () => {
  const env = { LOG_LEVEL: 'trace' }
  await place.run(['ask', `Was ist ${MARKER}?`, '--data', 'data'], env)
  writeFileSync(place.path('text.txt'), `${MARKER} ist Pflicht.`)
  await place.run(['verify', 'text.txt', '--data', 'data'], env)
  const files = filesBelow(place.path('data'))
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((file) => readFileSync(file).includes(MARKER))).toEqual([])
})
