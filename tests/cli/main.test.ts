import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { main } from '../../cli/main.ts'

const COMMANDS = [
  'start',
  'ingest',
  'serve',
  'search',
  'ask',
  'verify',
  'eval',
  'doctor',
  'corpus fetch',
  'bench',
]
const nothing = join(tmpdir(), 'fundstelle-nichts')

async function run(args: string[], env: Record<string, string> = {}, columns = 100) {
  let out = ''
  let err = ''
  const terminal = {
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
    isInteractive: { out: false, err: false },
    columns,
  }
  const code = await main(args, { terminal, env })
  return { code, out, err }
}

describe('tracing', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('stays off whatever the environment says, so that no question leaves the machine', async () => {
    const names = ['LANGSMITH_TRACING', 'LANGCHAIN_TRACING_V2', 'LANGSMITH_API_KEY', 'LANGSMITH_ENDPOINT']
    for (const name of names) vi.stubEnv(name, 'true')
    await run(['version'])
    expect(names.filter((name) => name in process.env)).toEqual([])
  })
})

describe('help', () => {
  it.each([[[]], [['help']], [['--help']], [['-h']]])('%j shows every command', async (args) => {
    const { code, out } = await run(args)
    expect(code).toBe(0)
    for (const name of COMMANDS) expect(out).toContain(`  ${name} `)
  })

  it.each(COMMANDS)('%s --help explains itself', async (name) => {
    for (const args of [
      [...name.split(' '), '--help'],
      ['help', ...name.split(' ')],
    ]) {
      const { code, out, err } = await run(args)
      expect([code, err]).toEqual([0, ''])
      expect(out).toContain(`npx fundstelle ${name}`)
    }
  })

  it('lines stay within the terminal and within 100 columns', async () => {
    for (const [columns, limit] of [
      [72, 72],
      [100, 100],
      [240, 100],
    ] as const) {
      for (const args of [['serve', '--help'], ['help']]) {
        const { out } = await run(args, {}, columns)
        const lines = out.split('\n').filter((line) => !line.includes('npx fundstelle'))
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(limit)
      }
    }
  })

  it('version prints the one of package.json', async () => {
    expect((await run(['version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('wrong use is a German message with the remedy and exit code 1', () => {
  const cases: [string, string[], Record<string, string>, RegExp][] = [
    ['an unknown command', ['quatsch'], {}, /„quatsch“.*help/],
    ['an unknown option', ['serve', '--datta', 'x'], {}, /„--datta“ gibt es nicht.*serve --help/],
    ['an option without its value', ['serve', '--port'], {}, /„--port“ braucht einen Wert/],
    ['a flag with a value', ['ask', '--json=ja', 'x'], {}, /„--json“ nimmt keinen Wert/],
    ['a wrong setting', ['serve', '--port', 'abc'], {}, /PORT: „abc“.*ganze Zahl/],
    ['several wrong settings', ['serve'], { PORT: 'x', LOG_LEVEL: 'y' }, /PORT[\s\S]*LOG_LEVEL/],
    ['no index to serve', ['serve', '--data', nothing], {}, /npx fundstelle ingest/],
    ['no index to ask', ['ask', 'Was?', '--data', nothing], {}, /npx fundstelle ingest/],
    ['no question', ['ask', ' '], {}, /Die Frage fehlt/],
    ['too long a question', ['search', 'x'.repeat(2001)], {}, /2001 Zeichen.*2000/],
    [
      'a record of no known form',
      ['ask', 'x', '--record', 'b.pdf'],
      {},
      /„b\.pdf“.*\.json, \.md oder \.html/,
    ],
    ['an unknown language', ['ask', 'x', '--language', 'fr'], {}, /--language „fr“.*de und en/],
    ['an unknown way to answer', ['ask', 'x', '--mode', 'schnell'], {}, /--mode „schnell“.*extractive/],
    ['a model without its name', ['ask', 'x'], { LLM_BASE_URL: 'http://localhost:1/v1' }, /LLM_MODEL fehlt/],
    ['a model without its address', ['serve'], { LLM_MODEL: 'llama3' }, /LLM_BASE_URL fehlt/],
    ['a wrong limit', ['search', 'x', '--limit', '0'], {}, /--limit „0“/],
    ['an open address', ['serve'], { HOST: '0.0.0.0' }, /API_KEYS.*ALLOW_ANONYMOUS=true/],
    ['an absent model', ['ingest', '--source', '.'], { EMBEDDING_MODEL: '/nie' }, /„\/nie“.*EMBEDDING_MODEL/],
    ['a half that is none', ['eval', '--half', 'x'], {}, /held-back/],
    ['a step that is none', ['eval', '--identifiers', '--every', '0'], {}, /--every „0“/],
    ['no manifest', ['corpus', 'fetch', '--source', nothing], {}, /sources\.yaml/],
  ]

  it.each(cases)('%s', async (_title, args, env, message) => {
    const { code, out, err } = await run(args, env)
    expect(err).toMatch(message)
    expect(err).toMatch(/^Fehler: /)
    expect([code, out]).toEqual([1, ''])
  })

  it('half a language model is only a warning to a command that needs none', async () => {
    const { code, err } = await run(['search', 'x', '--data', nothing], { LLM_MODEL: 'llama3' })
    expect(err).toMatch(/^Hinweis: LLM_BASE_URL fehlt.*\nFehler: .*npx fundstelle ingest/)
    expect(code).toBe(1)
  })

  it('doctor finds half a language model broken and checks the rest', async () => {
    const data = mkdtempSync(join(tmpdir(), 'fundstelle-doctor-'))
    const { out, err } = await run(['doctor', '--data', data], {
      LLM_MODEL: 'llama3',
      EMBEDDING_MODEL: '/nie',
    })
    rmSync(data, { recursive: true })
    expect(out).toMatch(/✗ Sprachmodell: LLM_BASE_URL fehlt[\s\S]*✗ Embedding-Modell/)
    expect(err).toBe('')
  })

  it('with --json standard output holds the error as JSON', async () => {
    const { code, out } = await run(['ask', 'x', '--json', '--data', nothing])
    expect(JSON.parse(out).error.code).toBe('index_missing')
    expect(code).toBe(1)
  })
})
