import { cpSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import type { Ready } from '../../server/wire.ts'
import { createWorkplace, root, type Served } from './program.ts'

const place = createWorkplace()
mkdirSync(place.path('quelle'))
const writeGuide = (deadline: string) =>
  writeFileSync(
    place.path('quelle/frist.md'),
    `# Meldefristen\n\n## Frist\n\nDie Meldung an das Landesamt muss innerhalb von ${deadline} erfolgen.\n`,
  )

afterAll(() => place.remove())

async function untilReady({ url }: Served, isDone: (ready: Ready) => boolean): Promise<Ready[]> {
  const seen: Ready[] = []
  for (;;) {
    const ready: Ready = await (await fetch(`${url}/health/ready`)).json()
    seen.push(ready)
    if (isDone(ready)) return seen
    await sleep(20)
  }
}

async function answerOf({ url }: Served): Promise<string> {
  const response = await fetch(`${url}/api/v1/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ question: 'Innerhalb welcher Frist muss die Meldung an das Landesamt erfolgen?' }),
  })
  return (await response.json()).answer
}

const args = ['start', '--source', 'quelle', '--data', 'data']
const isServing = (ready: Ready) => ready.state === 'ready'

describe('start', () => {
  it('serves at once, indexes beside it, and answers without a restart', async () => {
    writeGuide('24 Stunden')
    const server = await place.serve(args)
    const asked = await fetch(`${server.url}/api/v1/documents`)
    expect([asked.status, (await asked.json()).error?.code]).toEqual([503, 'index_not_ready'])
    const seen = await untilReady(server, isServing)
    expect(seen.some(({ state, progress }) => state === 'indexing' && progress !== null)).toBe(true)
    expect(await answerOf(server)).toContain('24 Stunden')
    expect((await server.stop()).code).toBe(0)
  })

  it('uses the index again as long as the sources are the same', async () => {
    const before = readdirSync(place.path('data/snapshots'))
    const server = await place.serve(args)
    await untilReady(server, isServing)
    expect(await answerOf(server)).toContain('24 Stunden')
    const { out } = await server.stop()
    expect(out).not.toMatch(/eingelesen/)
    expect(readdirSync(place.path('data/snapshots'))).toEqual(before)
  })

  it('answers from the old index while a changed source is read anew', async () => {
    writeGuide('72 Stunden')
    const server = await place.serve(args)
    const seen = await untilReady(server, ({ state }) => state === 'indexing')
    expect(seen.at(-1)!.ready).toBe(true)
    await untilReady(server, isServing)
    expect(await answerOf(server)).toContain('72 Stunden')
    expect((await server.stop()).out).toMatch(/geändert.*neu eingelesen/)
  })

  it('tries a file that could not be read again only when it has changed; doctor names it', async () => {
    mkdirSync(place.path('gemischt'))
    writeFileSync(place.path('gemischt/gut.md'), '# Frist\n\nDie Frist beträgt drei Tage.\n')
    writeFileSync(place.path('gemischt/kaputt.pdf'), 'kein PDF')
    const mixed = ['start', '--source', 'gemischt', '--data', 'gemischt-daten']
    const first = await place.serve(mixed)
    await untilReady(first, isServing)
    expect((await first.stop()).out).toMatch(/kaputt\.pdf: nicht eingelesen/)

    const second = await place.serve(mixed)
    await untilReady(second, isServing)
    expect((await second.stop()).out).not.toMatch(/eingelesen/)
    const { out, code } = await place.run(['doctor', '--data', 'gemischt-daten'], { SOURCES: 'gemischt' })
    expect(out).toMatch(/! Nicht eingelesen: kaputt\.pdf: .*kaputt\.pdf/)
    expect([out.includes('entspricht nicht mehr'), code]).toEqual([false, 0])

    writeFileSync(place.path('gemischt/kaputt.pdf'), 'immer noch kein PDF')
    const third = await place.serve(mixed)
    await untilReady(third, ({ state }) => state === 'indexing')
    await third.stop()
  })

  it('says that the index is damaged and makes a new one', async () => {
    cpSync(place.path('data'), place.path('kaputt'), { recursive: true })
    for (const snapshot of readdirSync(place.path('kaputt/snapshots')))
      truncateSync(place.path(join('kaputt/snapshots', snapshot, 'passage-vectors.f32')), 100)
    const server = await place.serve(['start', '--source', 'quelle', '--data', 'kaputt'])
    await untilReady(server, isServing)
    const { out, code } = await server.stop()
    expect(out).toMatch(
      /Index ist beschädigt; die Dokumente werden neu eingelesen[\s\S]*Bereit: 1 Dokument, /,
    )
    expect(code).toBe(0)
  })

  it('keeps the index it has when its sources are gone, and says so in the terminal too', async () => {
    const server = await place.serve(['start', '--source', 'nie', '--data', 'data'])
    const seen = await untilReady(server, ({ state }) => state === 'failed')
    expect(seen.at(-1)!.ready).toBe(true)
    expect((await server.stop()).err).toMatch(/^Fehler: .*nie“ gibt es nicht.*weiter verwendet/m)
  })

  it('a data folder that cannot be written ends it with the remedy', async () => {
    const { code, err } = await place.run([
      'start',
      '--source',
      'quelle',
      '--data',
      'quelle/frist.md',
      '--port',
      '0',
    ])
    expect(err).toMatch(/^Fehler: „[^“]*frist\.md“ ist kein Ordner\..*--data/)
    expect(code).toBe(1)
  })

  it('a source that is not there is said on the page, and the server stays up for it', async () => {
    const server = await place.serve(['start', '--source', 'nie', '--data', 'leer'])
    const seen = await untilReady(server, ({ state }) => state === 'failed')
    expect(seen.at(-1)).toMatchObject({
      ready: false,
      message: expect.stringMatching(/nie“ gibt es nicht.*--source/),
    })
    const { code, err } = await server.stop()
    expect(err).toMatch(/nie“ gibt es nicht/)
    expect(code).toBe(0)
  })

  it('told to stop while it indexes, it ends without a word of failure', async () => {
    const lines = Array.from({ length: 400 }, (_, n) => `Die Regel ${n} gilt für alle Ämter der Stadt.`)
    writeFileSync(place.path('lang.md'), `# Regeln\n\n${lines.join('\n\n')}\n`)
    const server = await place.serve(['start', '--source', 'lang.md', '--data', 'lang'])
    await untilReady(server, ({ progress }) => progress !== null)
    const { code, err } = await server.stop()
    expect([code, err]).toEqual([0, ''])
  })

  it('a damaged model ends it with the remedy', async () => {
    cpSync(join(root, 'models/multilingual-e5-small-de'), place.path('modell'), { recursive: true })
    writeFileSync(place.path('modell/onnx/model_quantized.onnx'), 'kaputt')
    const env = { EMBEDDING_MODEL: 'modell' }
    const { code, err } = await place.run([...args, '--port', '0'], env)
    expect(err).toMatch(/Embedding-Modell[\s\S]*beschädigt/)
    expect(code).toBe(1)
  })

  it('an absent model ends it with the remedy', async () => {
    const { code, err } = await place.run([...args, '--port', '0'], { EMBEDDING_MODEL: '/nie' })
    expect(err).toMatch(/„\/nie“.*EMBEDDING_MODEL/)
    expect(code).toBe(1)
  })
})

describe('serve', () => {
  it('ends within seconds when told to, also with an open connection', async () => {
    const server = await place.serve(['serve', '--data', 'data'])
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200)
    const toldAt = performance.now()
    const { code } = await server.stop()
    expect(code).toBe(0)
    expect(performance.now() - toldAt).toBeLessThan(6000)
  })

  it('never logs the text of a question', async () => {
    const server = await place.serve(['serve', '--data', 'data'], { LOG_LEVEL: 'trace' })
    const body = JSON.stringify({ question: 'Markierung-4711 Frist?' })
    const headers = { 'Content-Type': 'application/json' }
    await (await fetch(`${server.url}/api/v1/ask`, { method: 'POST', headers, body })).text()
    const { out, err } = await server.stop()
    expect(err).toMatch(/"path":"\/api\/v1\/ask"/)
    expect(out + err).not.toContain('Markierung-4711')
  })
})
