import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../answer/answer.ts'
import { exportRecord } from '../../answer/record/export-record.ts'
import { reportRecord } from '../../cli/record-report.ts'
import { ANSWER } from '../answer/record/record-builders.ts'
import { createDataDir, createDocument, writeSnapshot } from '../search/snapshot-builders.ts'

const QUOTE = 'Die Meldung ist binnen 72 Stunden fällig.'
const answerWith = (documentId: string, start: number): Answer => ({
  ...ANSWER,
  sentences: [
    { ...ANSWER.sentences[0]!, citations: [{ source: 1, start, end: start + QUOTE.length, quote: QUOTE }] },
  ],
  sources: [{ ...ANSWER.sources[0]!, documentId }],
})

const before = createDataDir()
const after = createDataDir()
const document = (sentences: string[]) => createDocument({ id: 'frist', sections: { Frist: sentences } })
const start = document([QUOTE]).text.indexOf(QUOTE)

beforeAll(async () => {
  await writeSnapshot(before, [document([QUOTE])])
  await writeSnapshot(after, [document(['Neu ist dies.', QUOTE])])
})
afterAll(() => {
  for (const folder of [before, after]) rmSync(folder, { recursive: true })
})

async function run(text: string, dataDir: string, asJson = false) {
  let out = ''
  const terminal = {
    out: (part: string) => {
      out += part
    },
    err: () => {},
    isInteractive: { out: false, err: false },
    columns: 100,
  }
  const code = await reportRecord(text, { dataDir, terminal, asJson, urlOf: (path) => `http://x${path}` })
  return { code, out }
}

const toFile = (answer: Answer, form: 'json' | 'html' = 'json') =>
  exportRecord('Wann?', answer, { form, urlOf: (path) => path }).content

describe('reportRecord', () => {
  it.each(['json', 'html'] as const)('ends with 0 when every quote of a %s record stands', async (form) => {
    const { code, out } = await run(toFile(answerWith('frist', start), form), before)
    expect(code).toBe(0)
    expect(out).toContain('Frage: Wann?')
    expect(out).toContain('Satz 1, [1] steht unverändert an seiner Stelle')
    expect(out).toContain(`http://x/dokument/frist?start=${start}&end=${start + QUOTE.length}`)
    expect(out).toContain('Alle Zitate stehen noch in den Dokumenten.')
  })

  it('ends with 0 when the words stand elsewhere, and says where', async () => {
    const { code, out } = await run(toFile(answerWith('frist', start)), after)
    const now = document(['Neu ist dies.', QUOTE]).text.indexOf(QUOTE)
    expect(code).toBe(0)
    expect(out).toContain(`steht jetzt an anderer Stelle (Zeichen ${now} bis`)
  })

  it('ends with 1 when a quote no longer stands', async () => {
    const { code, out } = await run(toFile(answerWith('fort', start)), before)
    expect(code).toBe(1)
    expect(out).toContain('nicht mehr im Index')
    expect(out).toMatch(/1 von 1 Zitaten stehen nicht mehr/)
  })

  it('prints only JSON on request', async () => {
    const { code, out } = await run(toFile(answerWith('fort', start)), before, true)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ stands: false, quotes: [{ state: 'gone', now: null }] })
  })

  it('leaves a text that is no record to others', async () => {
    expect(await run('Ein Satz.', before)).toEqual({ code: null, out: '' })
  })

  it('names the command that makes an index where there is none', async () => {
    const missing = run(toFile(ANSWER), `${before}/nichts`)
    await expect(missing).rejects.toMatchObject({ code: 'index_missing' })
  })
})
