import { pino } from 'pino'
import { expect, it } from 'vitest'
import type { Answering } from '../../answer/answer.ts'
import { AppError } from '../../search/app-error.ts'
import { fakeAnswering, fakeApp, post } from './fakes.ts'

const MARKER = 'Merkwortxq7'
const SSE = { Accept: 'text/event-stream' }

/** The log at its most talkative. */
function appWith(answering: Answering) {
  const lines: string[] = []
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  return { app: fakeApp({ index: { answering }, logger }).app, lines }
}

const failing = (toError: (question: string) => unknown): Answering => ({
  ask: ({ question }) => Promise.reject(toError(question)),
})

const answerings: [string, Answering][] = [
  ['answered', fakeAnswering],
  ['failing with its text in the message', failing((text) => new Error(`kaputt: ${text}\n    at ${text}`))],
  [
    'failing with its text in a field',
    failing((text) => Object.assign(new TypeError('x'), { prompt: text })),
  ],
  ['failing with its text in the cause', failing((text) => new AppError('internal', 'x', { cause: text }))],
]

it.each(answerings)('a question that is %s leaves no word in the log', async (_name, answering) => {
  const { app, lines } = appWith(answering)
  const body = { question: `Was ist ${MARKER}?`, conversation: [{ role: 'user', content: MARKER }] }
  for (const headers of [{}, SSE]) await (await post(app, '/api/v1/ask', body, headers)).text()
  expect(lines.filter((line) => line.includes('/api/v1/ask')).length).toBeGreaterThanOrEqual(2)
  expect(lines.join('')).not.toContain(MARKER)
})

it.each<[string, unknown]>([
  ['/api/v1/ask', `{"question": "${MARKER}`],
  ['/api/v1/ask', { question: MARKER.repeat(300) }],
  ['/api/v1/ask', { question: 'x', mode: MARKER }],
  ['/api/v1/ask', { question: 'x', documentIds: [MARKER] }],
  ['/api/v1/search', { query: MARKER }],
  ['/api/v1/verify', { text: `${MARKER} ist Pflicht.` }],
  ['/api/v1/verify', { text: [MARKER] }],
])('%s with %j leaves no word in the log', async (path, body) => {
  const { app, lines } = appWith(fakeAnswering)
  await (await post(app, path, body)).text()
  expect(lines.length).toBeGreaterThan(0)
  expect(lines.join('')).not.toContain(MARKER)
})
