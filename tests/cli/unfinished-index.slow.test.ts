import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import type { Ready } from '../../server/wire.ts'
import { createWorkplace, type Served } from './program.ts'

const RULES_PER_FILE = 150
const FILES = 20

const place = createWorkplace()
mkdirSync(place.path('quelle'))
const topics = ['Gebühren', 'Fristen', 'Anträge', 'Bescheide', 'Akten', 'Märkte', 'Wege', 'Schulen']
for (let file = 0; file < FILES; file++) {
  const rules = Array.from(
    { length: RULES_PER_FILE },
    (_, n) => `Die Regel ${file * RULES_PER_FILE + n} gilt für ${topics[n % topics.length]} der Stadt.`,
  )
  writeFileSync(place.path(`quelle/regeln-${file}.md`), `# Regeln ${file}\n\n${rules.join('\n\n')}\n`)
}
writeFileSync(
  place.path('quelle/meldung.md'),
  '# Meldefristen\n\n## Frist\n\nDie Meldung an das Landesamt muss innerhalb von 24 Stunden erfolgen.\n',
)
const QUESTION = 'Innerhalb welcher Frist muss die Meldung an das Landesamt erfolgen?'
const args = ['start', '--source', 'quelle', '--data', 'daten']

afterAll(() => place.remove())

async function until({ url }: Served, isDone: (ready: Ready) => boolean): Promise<Ready> {
  for (;;) {
    const ready: Ready = await (await fetch(`${url}/health/ready`)).json()
    if (isDone(ready)) return ready
    await sleep(100)
  }
}

async function post({ url }: Served, path: string, body: object) {
  const headers = { 'Content-Type': 'application/json' }
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return response.json()
}

const isUnfinished = ({ index, progress }: Ready) =>
  index !== null && index.embeddedPassages < index.passages && progress?.stage === 'embed'
const hasCome = (share: number) => (ready: Ready) => isUnfinished(ready) && ready.progress!.share >= share

describe('a new and larger corpus', () => {
  it('is searched by words while its vectors are computed, and survives a kill', {
    timeout: 300_000,
  }, async () => {
    const server = await place.serve(args)
    const ready = await until(server, isUnfinished)
    expect(ready).toMatchObject({
      state: 'indexing',
      ready: true,
      index: { documents: FILES + 1, embeddedPassages: 0 },
      progress: {
        message: expect.stringMatching(/^Index wird aufgebaut: \d+ % der Abschnitte mit Vektoren$/),
      },
    })
    const found = await post(server, '/api/v1/search', { query: QUESTION })
    expect(found.hits[0]).toMatchObject({ documentId: 'meldung.md', explain: { denseRank: null } })
    expect(found).toMatchObject({
      embeddedShare: 0,
      warnings: [expect.stringMatching(/wird noch aufgebaut/)],
    })
    const asked = await post(server, '/api/v1/ask', { question: QUESTION })
    expect(asked).toMatchObject({
      status: 'abstained',
      abstention: { reason: 'index_incomplete', nearest: [{ documentId: 'meldung.md' }, {}, {}] },
    })

    await until(server, hasCome(0.2))
    process.kill(JSON.parse(readFileSync(place.path('daten/ingest.lock'), 'utf8')).pid, 'SIGKILL')
    const killed = await until(server, ({ state }) => state === 'failed')
    expect(killed).toMatchObject({ ready: true, message: expect.stringMatching(/abgebrochen.*SIGKILL/) })
    expect((await post(server, '/api/v1/search', { query: QUESTION })).hits[0].documentId).toBe('meldung.md')
    await server.stop()
  })

  it('is shown as unfinished in the terminal, and by a server that does not complete it', async () => {
    const { out } = await place.run(['search', QUESTION, '--data', 'daten', '--limit', '1'])
    expect(out).toMatch(/Meldefristen › Frist[\s\S]*Der Index wird noch aufgebaut: \d+ %/)
    const doctor = await place.run(['doctor', '--data', 'daten'], { SOURCES: 'quelle' })
    expect(doctor.out).toMatch(/! Index: .*unvollständig: [1-9]\d % .*npx fundstelle ingest/)
    const server = await place.serve(['serve', '--data', 'daten'])
    const ready = await until(server, ({ state }) => state === 'failed')
    expect(ready.message).toMatch(/unvollständig: [1-9]\d % .*npx fundstelle ingest/)
    await server.stop()
  })

  it('is completed by the next start from where it was, and served by the others too', {
    timeout: 300_000,
  }, async () => {
    const cache = place.path('daten/vectors.partial')
    truncateSync(cache, statSync(cache).size - 100)
    const other = await place.serve(['serve', '--data', 'daten'])
    const server = await place.serve(args)
    const resumed = await until(server, ({ progress }) => progress?.stage === 'embed')
    expect(resumed.progress!.share).toBeGreaterThan(0.15)
    await until(other, ({ state }) => state === 'indexing')
    for (const each of [server, other]) {
      const ready = await until(each, ({ state }) => state === 'ready')
      expect(ready.index!.embeddedPassages).toBe(ready.index!.passages)
      const answer = await post(each, '/api/v1/ask', { question: QUESTION })
      expect(answer).toMatchObject({ status: 'answered', answer: expect.stringContaining('24 Stunden') })
    }
    expect((await server.stop()).out).toMatch(/unvollständig; die fehlenden Vektoren werden berechnet/)
  })
})
