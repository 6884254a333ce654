import { expect, it } from 'vitest'
import { TEXTS_EN } from '../../answer/texts.en.ts'
import { answerSchema } from '../../server/wire.ts'
import { ANSWERING, DECLINING, openAnswering, openSnapshot } from '../answer/answering-builders.ts'
import { fakeApp, parseEvents, post } from './fakes.ts'

const QUESTION = 'Wer leitet den Einsatz im Krisenstab?'

async function askOverHttp(body: object, { models = ANSWERING, headers = {} } = {}) {
  const snapshot = await openSnapshot()
  const { app } = fakeApp({ index: { snapshot, answering: await openAnswering({ snapshot, models }) } })
  const response = await post(app, '/api/v1/ask', { question: QUESTION, ...body }, headers)
  expect(response.status).toBe(200)
  return { response, snapshot }
}

it('an English answer keeps the German quotes at their offsets behind an English line', async () => {
  const { response, snapshot } = await askOverHttp({ language: 'en' })
  const answer = answerSchema.parse(await response.json())
  expect(answer.answer.startsWith(`${TEXTS_EN.lead}\n\nDer Krisenstab leitet den Einsatz. [1]`)).toBe(true)
  for (const { start, end, text, citations } of answer.sentences) {
    expect(answer.answer.slice(start, end)).toBe(text)
    for (const { source, start, end, quote } of citations) {
      const { documentId } = answer.sources[source - 1]!
      expect(snapshot.text(documentId).slice(start, end)).toBe(quote)
    }
  }
})

it('streams the same sentences as the whole holds', async () => {
  const { response } = await askOverHttp({ language: 'en' }, { headers: { Accept: 'text/event-stream' } })
  const events = parseEvents(await response.text())
  const done = answerSchema.parse(events.at(-1)!.data)
  const sentences = events.filter(({ event }) => event === 'sentence').map(({ data }) => data)
  expect(sentences).toEqual(done.sentences)
})

it.each([
  [{ question: QUESTION }, 'not_covered'],
  [{ question: 'Danke!' }, 'no_question'],
  [{ question: 'Xylophon?' }, 'nothing_found'],
] as const)('declines %j in English', async (body, reason) => {
  const { response } = await askOverHttp({ ...body, language: 'en' }, { models: DECLINING })
  const answer = answerSchema.parse(await response.json())
  expect(answer.abstention).toMatchObject({ reason, message: TEXTS_EN.abstained[reason] })
})

it.each([
  ['en', 'The question probably contains personal data (telephone number).'],
  ['de', 'Die Frage enthält vermutlich personenbezogene Daten (Telefonnummer).'],
])(
  'warns of personal data in the language %s, naming the kind and not the number',
  async (language, text) => {
    const { response } = await askOverHttp({ question: `${QUESTION} Ruf 0171 2345678 an.`, language })
    const { warnings } = answerSchema.parse(await response.json())
    expect(warnings).toEqual([expect.stringContaining(text)])
    expect(warnings.join()).not.toContain('2345678')
  },
)

it('speaks German unless asked for English', async () => {
  const { response } = await askOverHttp({ mode: 'generative' })
  const answer = answerSchema.parse(await response.json())
  expect(answer.answer).toMatch(/^Der Krisenstab/)
  expect(answer.warnings).toEqual([expect.stringContaining('kein Sprachmodell')])
})
