import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeHalfModel, type Flags, parseConfig, renderEnvExample, toFlagName } from '../../cli/config.ts'
import { SETTINGS, type SettingName } from '../../cli/settings.ts'

const HASH = 'A'.repeat(64)

describe('parseConfig', () => {
  it('has a default for every setting', () => {
    expect(parseConfig({})).toMatchObject({
      PORT: 8080,
      HOST: '127.0.0.1',
      DATA_DIR: 'data',
      SOURCES: ['corpus'],
      ALLOWED_ORIGINS: [],
      API_KEYS: [],
      ALLOW_ANONYMOUS: false,
      RATE_LIMIT_PER_MINUTE: 60,
      MAX_CONCURRENT_ANSWERS: 8,
      LLM_BASE_URL: null,
      LLM_MODEL: null,
      LLM_CONTEXT_TOKENS: 4096,
      LLM_FIRST_TOKEN_TIMEOUT_SECONDS: 30,
      LLM_TIMEOUT_SECONDS: 120,
      EMBEDDING_WORKERS: null,
    })
  })

  it.each<[SettingName, string, unknown]>([
    ['PORT', '9000', 9000],
    ['PORT', ' ', 8080],
    ['ALLOW_ANONYMOUS', 'true', true],
    ['ALLOW_ANONYMOUS', 'nein', false],
    [
      'ALLOWED_ORIGINS',
      'https://a.example, http://b.example:81/',
      ['https://a.example', 'http://b.example:81'],
    ],
    ['API_KEYS', `sha256:${HASH},${HASH}`, [HASH.toLowerCase(), HASH.toLowerCase()]],
    ['SOURCES', 'a, b/c', ['a', 'b/c']],
    ['RATE_LIMIT_PER_MINUTE', '0', 0],
    ['EMBEDDING_POOLING', 'cls', 'cls'],
    ['EMBEDDING_QUERY_PREFIX', 'query: ', 'query: '],
    ['EMBEDDING_PASSAGE_PREFIX', 'none', ''],
    ['EMBEDDING_PASSAGE_PREFIX', '', null],
  ])('%s=%s', (name, text, value) => {
    expect(parseConfig({ [name]: text })[name]).toEqual(value)
  })

  it.each<[SettingName, string, RegExp]>([
    ['PORT', 'abc', /PORT: „abc“.*ganze Zahl von 0 bis 65535/],
    ['PORT', '70000', /PORT: „70000“/],
    ['PORT', '-1', /PORT/],
    ['PORT', '80.5', /PORT/],
    ['ALLOW_ANONYMOUS', 'vielleicht', /ALLOW_ANONYMOUS.*true oder false/],
    ['ALLOWED_ORIGINS', '*', /ALLOWED_ORIGINS.*https:\/\/intranet/],
    ['ALLOWED_ORIGINS', 'https://a.example/pfad', /ALLOWED_ORIGINS/],
    ['ALLOWED_ORIGINS', 'intranet', /ALLOWED_ORIGINS/],
    ['LOG_LEVEL', 'laut', /LOG_LEVEL.*debug/],
    ['MAX_CONCURRENT_ANSWERS', '0', /MAX_CONCURRENT_ANSWERS/],
    ['LLM_BASE_URL', 'ollama', /LLM_BASE_URL.*http/],
    ['LLM_BASE_URL', 'ftp://localhost/v1', /LLM_BASE_URL.*http/],
    ['LLM_CONTEXT_TOKENS', '100', /LLM_CONTEXT_TOKENS.*2048/],
    ['LLM_TIMEOUT_SECONDS', '0', /LLM_TIMEOUT_SECONDS/],
    ['EMBEDDING_DIMENSIONS', 'viele', /EMBEDDING_DIMENSIONS.*ganze Zahl/],
  ])('refuses %s=%s and says what is expected', (name, text, message) => {
    expect(() => parseConfig({ [name]: text })).toThrow(message)
  })

  it('takes an endpoint and its model together', () => {
    const env = { LLM_BASE_URL: 'http://localhost:11434/v1/', LLM_MODEL: 'llama3' }
    expect(parseConfig(env)).toMatchObject({ LLM_BASE_URL: 'http://localhost:11434/v1', LLM_MODEL: 'llama3' })
  })

  it.each<[Record<string, string>, RegExp | null]>([
    [{}, null],
    [{ LLM_BASE_URL: 'http://localhost:11434/v1', LLM_MODEL: 'llama3' }, null],
    [{ LLM_BASE_URL: 'http://localhost:11434/v1' }, /^LLM_MODEL fehlt, obwohl LLM_BASE_URL/],
    [{ LLM_MODEL: 'llama3' }, /^LLM_BASE_URL fehlt, obwohl LLM_MODEL/],
  ])('tells which half of a language model %j lacks', (env, problem) => {
    const described = describeHalfModel(parseConfig(env))
    expect(described).toEqual(problem && expect.stringMatching(problem))
  })

  it('never shows a secret', () => {
    expect(() => parseConfig({ API_KEYS: 'geheim-im-klartext' })).toThrow(/sha256sum/)
    expect(() => parseConfig({ API_KEYS: 'geheim-im-klartext' })).not.toThrow(/klartext/)
  })

  it('reports all problems at once', () => {
    expect(() => parseConfig({ PORT: 'x', LOG_LEVEL: 'y', MAX_BODY_KIB: 'z' })).toThrow(
      /PORT[\s\S]*LOG_LEVEL[\s\S]*MAX_BODY_KIB/,
    )
  })

  it('a flag wins over the variable of the same name', () => {
    const flags: Flags = { PORT: '1234', DATA_DIR: 'anderswo' }
    expect(parseConfig({ PORT: '9000', DATA_DIR: 'hier' }, flags)).toMatchObject({
      PORT: 1234,
      DATA_DIR: 'anderswo',
    })
    expect(toFlagName('DATA_DIR')).toBe('data')
    expect(toFlagName('ALLOWED_ORIGINS')).toBe('allowed-origins')
  })
})

describe('.env.example', () => {
  const file = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')

  it('is what `node dist/cli/print-env-example.js` prints', () => {
    expect(file).toBe(renderEnvExample())
  })

  it('names every setting with its default, and the defaults are valid', () => {
    const lines = [...file.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!])
    expect(lines.map(([name]) => name)).toEqual(Object.keys(SETTINGS))
    expect(parseConfig(Object.fromEntries(lines))).toEqual(parseConfig({}))
  })
})
